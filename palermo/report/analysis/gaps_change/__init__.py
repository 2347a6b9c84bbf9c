"""Report on the effect of a change of the law on the gaps."""
