"""Gap analyses as documents for a memo: what was compared, what was found, how sure, and what to do next."""
