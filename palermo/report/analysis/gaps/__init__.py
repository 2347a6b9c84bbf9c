"""Report on a gap analysis."""
