"""Shared parts of Romance and Russian drafting: statements under numbers, articles with units read from the text."""
