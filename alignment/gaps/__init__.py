"""Gap analysis of a body of law against a framework; changes, histories, explanations."""
