"""Redline: changed text with its tracked changes."""
