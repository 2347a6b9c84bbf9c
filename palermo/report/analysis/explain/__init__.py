"""Report on how an answer came about; the frameworks."""
