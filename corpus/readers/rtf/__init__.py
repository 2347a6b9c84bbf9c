"""Reader of Rich Text Format (Microsoft, RTF Specification 1.9.1): text as a person sees it, with list numbers."""
