"""Amending acts in French and Spanish."""
