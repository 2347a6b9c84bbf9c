"""Commencement: on which day an act or a part of it comes into force."""
