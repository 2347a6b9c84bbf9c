"""Report on an amended text."""
