"""Scope: the provisions that are the law on trafficking, and the parts that belong to them."""
