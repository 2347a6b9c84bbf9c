"""Tables that people fill in, as CSV files or Excel workbooks."""
