"""Results: ranking, highlights, explanations."""
