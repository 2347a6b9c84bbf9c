"""Rules: one function for each requirement, named by its record in the framework."""
