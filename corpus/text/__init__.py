"""Text as characters: decoding, language, paragraphs, narrowing."""
