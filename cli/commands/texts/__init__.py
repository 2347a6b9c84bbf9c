"""Commands on one or two texts."""
