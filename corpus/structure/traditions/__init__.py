"""Numbering rules of drafting traditions."""
