"""Shared parts of British, American and Union drafting: clauses under numbers, with formulae about references."""
