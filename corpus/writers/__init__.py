"""Writers: one package a format, from a Version to a file that other programs read."""
