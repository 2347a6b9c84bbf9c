"""PDF with a text layer: letters with their places on the page become lines, columns, paragraphs."""
