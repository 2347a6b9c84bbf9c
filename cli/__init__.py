"""Command line: options, errors, progress."""
