"""Links between acts of a library: what amends what."""
