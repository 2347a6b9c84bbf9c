"""Report on what a change of the law did."""
