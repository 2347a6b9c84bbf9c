"""Outline of an act: chapters, articles and sections."""
