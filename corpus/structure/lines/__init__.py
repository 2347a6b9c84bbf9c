"""Lines of a text, and the numbers that stand at their beginnings."""
