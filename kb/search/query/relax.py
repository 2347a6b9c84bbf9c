"""A query that asks for less: half of the concepts that words beside each other name, and no other word of them.

What is found by it still stands the higher, the more of the words it has. Asked so, questions in natural words find
what answers them in other words.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from math import ceil

from palermo.kb.search.index.contract import And, AtLeast, DisMax, Or, Query

__all__ = ["relax"]


def relax(query: Query, least: int, *, barely: bool = False) -> Query:
    """The query where words that name at least so many concepts need only half of them; else as it is. Where they name
    trafficking and nothing else that is known, half of the others are needed. `barely`, one of the concepts is enough:
    of a story of four, a law may know one.

    Of the parts of a `AtLeast` those that name a concept stand first, those that only name trafficking last, behind the
    first `among` (`palermo.kb.search.query.interpret`).
    """
    match query:
        case AtLeast():
            naming = sum(1 for _ in takewhile(_names_a_concept, query.parts[: query.among]))
            if naming:
                needed = 1 if barely else ceil(naming / 2)
                return replace(query, least=needed, among=naming) if naming >= least else query
            if query.among is not None:
                return replace(query, least=ceil(query.among / 2))
            return replace(query, parts=tuple(relax(part, least, barely=barely) for part in query.parts))
        case And() | Or():
            return replace(query, parts=tuple(relax(part, least, barely=barely) for part in query.parts))
        case _:
            return query


def _names_a_concept(part: Query) -> bool:
    return isinstance(part, DisMax) and len(part.parts) > 1
