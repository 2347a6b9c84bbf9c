"""Upkeep of a library: backup, restore, verify, remove."""
