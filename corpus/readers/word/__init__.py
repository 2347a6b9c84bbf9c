"""Reader of Word documents (.docx, ISO/IEC 29500): the body as a person sees it, with the numbers that Word counts."""
