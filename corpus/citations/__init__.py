"""Citations of provisions in running text."""
