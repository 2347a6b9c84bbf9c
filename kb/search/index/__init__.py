"""Index: its contract, and the engine behind it."""
