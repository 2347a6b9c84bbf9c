"""Frameworks, and data on their codes."""
