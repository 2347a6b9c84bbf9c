"""Report on the history of a provision."""
