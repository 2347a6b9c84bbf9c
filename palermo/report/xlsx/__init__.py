"""Results as workbooks, to filter, to review and to read back."""
