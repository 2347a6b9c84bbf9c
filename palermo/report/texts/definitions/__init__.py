"""Report on definitions."""
