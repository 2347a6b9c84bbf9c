"""Groups query words that name the same concept."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from palermo.kb.search.index.contract import DisMax, Or, Query, TermQuery

__all__ = ["Others", "group_synonyms", "synonym_query"]

Others = list[tuple[Query, float]]
"""What else counts for a word, and how much of what it scores."""


def group_synonyms(wanted: Sequence[int], again: Mapping[int, int], implied: Collection[int]) -> list[list[int]]:
    """Groups of words, by their places, in the order of the first word of each. `again` maps a word to an earlier one
    for the same concept: "girl or other child" asks for one concept, and an article on children matches it once.
    Words that are only `implied` stay apart, and so do all where they name one concept: "children and adolescents".
    """
    found: dict[int, list[int]] = {}
    for n in wanted:
        first = again.get(n, n)
        joins = first in found and n not in implied and first not in implied
        found.setdefault(first if joins else n, []).append(n)
    several = sum(first not in implied for first in found) > 1
    return list(found.values()) if several else [[n] for n in wanted]


def synonym_query(words: Sequence[int], looks: Mapping[int, TermQuery], beside: Sequence[Others]) -> Query:
    """The words as one part of a query: what they score together, or else what else counts for them."""
    typed: Query = looks[words[0]] if len(words) == 1 else Or(tuple(looks[n] for n in words))
    others = dict.fromkeys(other for n in words for other in beside[n])
    return DisMax(((typed, 1.0), *others)) if others else typed
