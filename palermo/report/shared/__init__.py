"""Parts that several reports say."""
