"""Search of a library."""
