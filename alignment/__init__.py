"""Comparison: what answers what, which elements a law has, what is missing."""
