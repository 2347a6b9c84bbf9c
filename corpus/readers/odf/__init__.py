"""OpenDocument texts (.odt, ISO/IEC 26300): the body with the numbers that the program counts, as a person sees it."""
