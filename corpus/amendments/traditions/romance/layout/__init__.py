"""Layout of French and Spanish articles: units and their numbers."""
