"""Report on a coding held against the machine's; the codebook."""
