"""Report on reviewers' answers."""
