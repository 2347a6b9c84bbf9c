"""Words: tokens, edits, typography."""
