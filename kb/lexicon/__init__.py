"""Words of languages: cues, negation, numbers, lemmas."""
