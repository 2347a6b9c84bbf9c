"""Use cases on a library."""
