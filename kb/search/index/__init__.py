"""The index: a contract, and the engine behind it."""
