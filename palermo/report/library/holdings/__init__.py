"""Reports on the holdings of a library, and on its upkeep."""
