"""Analysis of many bodies of law, and of codings."""
