"""Report on one text."""
