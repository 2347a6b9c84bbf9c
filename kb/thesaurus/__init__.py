"""Thesaurus: concepts of the field and their terms in every language."""
