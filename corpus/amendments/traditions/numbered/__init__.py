"""What Romance and Russian drafting share: statements under numbers, and articles with units read from the text."""
