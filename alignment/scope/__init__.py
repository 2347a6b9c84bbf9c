"""Scope: which provisions are the law on trafficking, and what belongs to them."""
