"""Report on the instructions of an amending act."""
