"""Working text: a text while instructions are carried out on it."""
