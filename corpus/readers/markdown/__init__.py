"""Reader of Markdown."""
