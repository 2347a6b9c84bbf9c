"""Report on a concordance."""
