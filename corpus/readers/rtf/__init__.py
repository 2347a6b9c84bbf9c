"""Rich Text Format (Microsoft, RTF Specification 1.9.1), as a person sees it, with the numbers of lists."""
