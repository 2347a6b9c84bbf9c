"""Drafting traditions, one folder a family: code and data files."""
