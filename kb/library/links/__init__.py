"""Links between amending and amended acts of a library."""
