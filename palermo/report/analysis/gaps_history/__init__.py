"""Report on a body of law over its dates."""
