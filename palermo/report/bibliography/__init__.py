"""Provisions for what citations are written with: Markdown, BibTeX, CSL-JSON."""
