"""Texts that a caller names: files, references, bodies, editions."""
