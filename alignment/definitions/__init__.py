"""Definitions of several instruments, side by side."""
