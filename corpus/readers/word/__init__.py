"""Word documents (.docx, ISO/IEC 29500): the body with the numbers that Word counts, as a person sees it."""
