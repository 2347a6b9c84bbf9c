"""Amending of texts: consolidation, bills, the text of a day, history."""
