"""Reading of amending acts: named acts, quotations, definitions, running text."""
