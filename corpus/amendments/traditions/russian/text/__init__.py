"""Text of Russian amending acts: quotations and statements."""
