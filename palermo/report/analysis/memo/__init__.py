"""Memoranda: gap analyses, changes, histories, matrices, briefs as documents."""
