"""Reports on texts and pairs of texts."""
