"""Readers: one module a format, a registry that chooses by content, and the way from a file to a Version."""

from palermo.corpus.readers.identify import Options
from palermo.corpus.readers.read import FileReading, read, read_file, read_text

__all__ = ["FileReading", "Options", "read", "read_file", "read_text"]
