"""Reports on gap analyses, codings and reviews, and documents for a memo."""
