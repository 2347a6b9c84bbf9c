"""Reviewers' answers beside the machine's: what they rest on, what carries over, agreement."""
