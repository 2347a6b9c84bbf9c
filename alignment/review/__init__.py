"""Reviewers' answers held against the machine's: their grounds, their carrying over, their agreement."""
