"""Report on a check against the official consolidation."""
