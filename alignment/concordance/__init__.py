"""Concordance: corresponding provisions of different instruments, in one language or two.

No text is translated. What meets is what both sides name: elements of the framework, concepts of the thesaurus, defined
terms, figures, citations, headings and order; inside one language the words, between two their common roots.

`evidence` reads what each provision shows, `vectors` makes it measurable, `candidates` and `likeness` measure pairs,
`choose` tells the matches, `concord` is the verb.
"""

from palermo.alignment.concordance.concord import concordance
from palermo.alignment.concordance.model import Concordance, Match, Strength

__all__ = ["Concordance", "Match", "Strength", "concordance"]
