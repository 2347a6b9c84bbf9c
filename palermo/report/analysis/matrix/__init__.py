"""Report on a matrix."""
