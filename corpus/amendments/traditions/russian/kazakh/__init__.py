"""Amending acts in Kazakh."""
