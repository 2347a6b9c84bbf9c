"""Reader of OpenDocument texts (.odt, ISO/IEC 26300): the body as a person sees it, with its automatic numbers."""
