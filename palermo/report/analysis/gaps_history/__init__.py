"""Report on the gaps of a body of law over its dates."""
