"""Text of French and Spanish amending acts: quotations, statements, formulae."""
