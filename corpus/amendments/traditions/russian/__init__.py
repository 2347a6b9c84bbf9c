"""Amending acts of Russia, Kazakhstan and Ukraine."""
