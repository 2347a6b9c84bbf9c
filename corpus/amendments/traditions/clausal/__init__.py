"""What British, American and Union drafting share: clauses under numbers, with formulae about references."""
