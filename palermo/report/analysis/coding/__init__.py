"""Report on a coding beside the machine's; the codebook."""
