"""Report on collections."""
