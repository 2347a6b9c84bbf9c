"""Types: texts, provisions, references, languages, findings, reviews."""
