"""Comparison: corresponding provisions, elements that a law has, and gaps."""
