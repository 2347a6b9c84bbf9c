"""Why a query finds nothing: what of it no text has, and what is found without a part of it or outside its scope."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from palermo.kb.search.index.contract import (
    ELEMENT,
    And,
    AtLeast,
    Cited,
    Field,
    Filter,
    Or,
    Query,
    SearchIndex,
    TermQuery,
)
from palermo.kb.search.results.describe_query import QueryDescription

__all__ = ["Nothing", "explain_no_hits"]

_MOST = 8  # parts of a query that are tried
_NAMED = 12  # values of a field that are named where none is like the one asked for


@dataclass(frozen=True, slots=True)
class Nothing:
    """`absent` are fields with what no text has there ("jurisdiction:uk"), each with some that there are, and citations
    of what is nowhere. `without`
    says how many articles and sections are found if a part is left out, `outside` how many outside of the scope.
    """

    absent: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    without: Mapping[str, int] = field(default_factory=dict)
    outside: int = 0


def explain_no_hits(
    index: SearchIndex,
    query: Query,
    within: Collection[int],
    description: QueryDescription,
    known: Mapping[str, Collection[str]],
) -> Nothing:
    """Why `query` finds nothing in the fragments of `within`; `known` are values that facts have, by name."""

    def total(requirement: Query, position: Collection[int] | None = within) -> int:
        return index.search(requirement, position, 1).total

    outside = total(query, None)
    absent = {description.of(leaf): _near(leaf, known) for leaf in _narrowing(query) if not total(leaf, None)}
    without = {} if outside else {said: n for said, rest in _rests(query, description) if (n := total(rest))}
    return Nothing(absent, without, outside)


def _near(leaf: Query, known: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """Values that there are: those most like the one asked for, else the first."""
    if not isinstance(leaf, Filter) or leaf.name not in known:
        return ()
    values = sorted(known[leaf.name])
    return tuple(get_close_matches(leaf.value, values, 3) or values[:_NAMED])


def _narrowing(query: Query) -> Iterator[Query]:
    """The leaves with a field of their own, and citations, that are asked for; elements are known codes."""
    match query:
        case Filter() if query.name != ELEMENT:
            yield query
        case Cited():
            yield query
        case TermQuery() if query.field not in (None, Field.TEXT):
            yield query
        case AtLeast() | And() | Or():
            for part in query.parts:
                yield from _narrowing(part)
        case _:
            return


def _rests(query: Query, description: QueryDescription) -> Iterator[tuple[str, Query]]:
    """The query without each of its parts that must be there, with the words of that part."""
    if not isinstance(query, And | AtLeast) or not 1 < len(query.parts) <= _MOST:
        return
    for n, part in enumerate(query.parts):
        others = query.parts[:n] + query.parts[n + 1 :]
        if isinstance(query, AtLeast):
            least = min(query.least, len(others))
            yield description.of(part), replace(query, parts=others, least=least, bonus=None, among=None)
            continue
        yield description.of(part), others[0] if len(others) == 1 else And(others)
        if isinstance(part, AtLeast):
            for said, rest in _rests(part, description):
                yield said, And((*others, rest))
