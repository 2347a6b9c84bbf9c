"""How much each kind of evidence counts: the tuned constants of the concordance, in one place.

Measured on the pairs of `benchmarks/bench_concordance.py`, each left out in turn (one instrument with another in
whatever languages is one pair). The optimum is flat: a tenth up or down changes the mean F1 by less than a point.
"""

from __future__ import annotations

from collections.abc import Mapping

from kb.thesaurus import FORMULAE

__all__ = [
    "BETWEEN", "CHAPEAU", "CITED", "CONTAINED", "CONTEXT", "INSIDE", "ITEMS", "LEAST", "LEAST_BEST", "NEAR_BEST",
    "NEIGHBOURS", "NUMBER", "RARITY", "RIVAL", "SHORT", "UNIT", "UPWARDS", "concept",
]  # fmt: skip

# Kinds of evidence: inside one language, and between two.
INSIDE: Mapping[str, float] = {"words": 1.0, "concepts": 1.0, "terms": 0.7, "elements": 0.25, "figures": 0.35}
BETWEEN: Mapping[str, float] = {"spelling": 0.3, "concepts": 1.0, "terms": 0.7, "elements": 0.25, "figures": 0.35}
RARITY = 1.25  # the power of log(1 + N / n), so that what few provisions have tells more

# What a provision is taken to say beside its own words: those of its items, of the chapeau that it completes, of what
# it cites, each at this share; in its context, what stands one step further up counts so much of what stands below.
ITEMS, CHAPEAU, CITED, UPWARDS = 0.3, 0.5, 0.3, 0.5

# The likeness of two provisions: the cosine, and this share of how far the shorter is contained in the longer one;
# being contained means little for what is short (a weight of SHORT counts half).
CONTAINED, SHORT = 0.3, 8.0
# Then what stands around them, each at its share: headings and chapeaux, the articles, the neighbours on both sides.
CONTEXT, UNIT, NEIGHBOURS = 0.2, 0.3, 0.12
# The same citation counts as much as it is seen to hold between sure pairs (all of it for a translation), of this.
NUMBER = 0.4

# A match scores at least LEAST, or LEAST_BEST where neither has a better one; it has RIVAL of the best of both and
# NEAR_BEST of the best of one.
LEAST, LEAST_BEST, RIVAL, NEAR_BEST = 0.22, 0.12, 0.77, 0.95

_FORMULA, _GENERAL = 0.25, 0.7


def concept(code: str) -> float:
    """What a concept counts: formulae of drafting little, the vocabulary of any statute less than the field's."""
    return _FORMULA if code.startswith(FORMULAE) else _GENERAL if code.startswith("law.") else 1.0
