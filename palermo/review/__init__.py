"""Review: reviewers' files and answers."""
