"""Formats that reports are written in."""
