"""Knowledge: languages, frameworks, library, search."""
