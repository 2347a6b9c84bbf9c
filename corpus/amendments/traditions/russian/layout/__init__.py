"""Layout of articles in Russian drafting: parts, points, paragraphs."""
