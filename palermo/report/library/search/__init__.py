"""Report on a search; citations."""
