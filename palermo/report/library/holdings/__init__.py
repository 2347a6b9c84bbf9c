"""Reports on what a library holds, and on its upkeep."""
