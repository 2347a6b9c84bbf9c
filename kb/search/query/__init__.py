"""Queries: parsing, interpretation, expansion."""
