"""Readers of XML and HTML, by vocabularies."""
