"""Body of an article: items and paragraphs as a tree."""
