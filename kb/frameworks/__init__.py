"""Frameworks and what is known of their codes."""
