"""Reader of PDF with a text layer: lines, columns and paragraphs from letters and their places on the page."""
