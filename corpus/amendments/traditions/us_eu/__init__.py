"""Amending acts of the United States and the European Union."""
