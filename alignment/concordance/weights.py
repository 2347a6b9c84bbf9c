"""Weights of each kind of evidence: the tuned constants of the concordance, in one place.

Chosen on the pairs of `benchmarks/speed/concordance.py` as one average, instruments in several languages counted once.
The optimum is flat. How telling concepts are is counted on the same tables: with each national act left out in turn it
raises the mean F1 by one to two points, that of pairs which no weight was chosen on by three.
"""

from __future__ import annotations

from collections.abc import Mapping

from palermo.kb.thesaurus import match_lifts as telling
from palermo.kb.thesaurus.thesaurus import FORMULAE

__all__ = [
    "ANSWERS", "BETWEEN", "CHAPEAU", "CITED", "CITED_UP_TO", "CONTAINED", "CONTEXT", "DEFINED", "INSIDE", "ITEMS",
    "LEAST", "NEAR_BEST", "NEIGHBOURS", "NUMBER", "RIVAL", "SHORT", "STEEP", "SUBJECT", "UNIT", "UPWARDS", "USUAL",
    "concept", "of_the_field", "subject",
]  # fmt: skip

# Kinds of evidence: inside one language, and between two.
_BOTH: Mapping[str, float] = {"terms": 0.7, "elements": 0.25, "figures": 0.35}
INSIDE: Mapping[str, float] = {"words": 1.0, "concepts": 1.5, "subjects": 1.3, **_BOTH}
BETWEEN: Mapping[str, float] = {"spelling": 0.3, "concepts": 1.0, "subjects": 0.3, **_BOTH}

# What a provision is taken to say beside its own words: those of its items, of the chapeau that it completes, of what
# it cites, each at this share; in its context, what stands one step further up counts so much of what stands below.
# It borrows from what it cites only where it names no concept of the field itself ("the conduct set forth in
# article 3"): most citations say how a rule works, not what it is about.
ITEMS, CHAPEAU, CITED, UPWARDS = 0.3, 0.3, 0.3, 0.5
CITED_UP_TO = 0
# A subject counts where each of its concepts is named so surely: by the rule's own words, a heading or the chapeau.
SUBJECT = 0.45

# The likeness of two provisions: the cosine, and this share of how far the shorter is contained in the longer one;
# being contained means little for what is short (a weight of SHORT counts half).
CONTAINED, SHORT = 0.3, 8.0
# Then what stands around them, each at its share: headings and chapeaux, the articles, the neighbours on both sides. Of
# articles only the best pairs count, for which STEEP is the power.
CONTEXT, UNIT, NEIGHBOURS, STEEP = 0.2, 0.55, 0.12, 1.5
# The same citation counts as much as it is seen to hold between sure pairs (all of it for a translation), of this.
NUMBER = 0.4

# Two definitions of the same terms, this share of what is missing to a sure match.
DEFINED = 0.3
# Two provisions that answer one code of the framework: this share, divided by how many of a side answer it.
ANSWERS = 0.25

# A match scores at least LEAST; it has NEAR_BEST of the best that one of the two finds, and RIVAL of the other's best.
LEAST, NEAR_BEST, RIVAL = 0.215, 0.95, 0.7

_FORMULA, _GENERAL = 0.25, 0.7
# How telling a concept is counts by this power of its lift against the usual one, which says nothing either way, within
# bounds.
USUAL, _TELLING, _LEAST, _MOST = 3.0, 0.3, 0.3, 2.5
_VOCABULARY = "law."  # of any statute
_ANY_OFFENCE = frozenset({"crime.criminalise", "crime.intent"})  # "shall be an offence when committed intentionally"


def concept(code: str) -> float:
    """Weight of a concept: low for formulae of drafting, reduced for the vocabulary of any statute, else full."""
    kind = _FORMULA if code.startswith(FORMULAE) else _GENERAL if code.startswith(_VOCABULARY) else 1.0
    return kind * subject(code)


def subject(code: str) -> float:
    """Weight of a subject by its lift (`kb/thesaurus/match_lifts.yaml`); 1 for a subject that has no lift there."""
    lift = telling.load().get(code, USUAL)
    return float(min(_MOST, max(_LEAST, (lift / USUAL) ** _TELLING)))


def of_the_field(code: str) -> bool:
    """True if a concept is of the field: neither a formula of drafting, nor common to any statute or any offence."""
    return not code.startswith((FORMULAE, _VOCABULARY)) and code not in _ANY_OFFENCE
