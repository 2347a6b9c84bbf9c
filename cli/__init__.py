"""The command line: options, errors, progress."""
