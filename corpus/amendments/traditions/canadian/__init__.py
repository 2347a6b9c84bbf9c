"""Amending acts of Canada, in English and French."""
