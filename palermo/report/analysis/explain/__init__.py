"""Report on the reasons for an answer, and on the frameworks."""
