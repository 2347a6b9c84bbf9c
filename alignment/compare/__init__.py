"""Alignment of two texts, clause by clause."""
