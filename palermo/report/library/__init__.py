"""Reports on a library."""
