"""Amending acts of the United Kingdom, Ireland and the Commonwealth."""
