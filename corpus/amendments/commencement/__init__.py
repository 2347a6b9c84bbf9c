"""Commencement: the days on which an act, or a part of it, comes into force."""
