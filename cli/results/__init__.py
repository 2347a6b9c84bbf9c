"""Results of commands in the format that was asked for."""
