"""Report on a comparison."""
