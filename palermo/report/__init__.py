"""Reports: one folder a result, and the formats."""
