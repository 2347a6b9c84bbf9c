"""Memoisation by identity: the answers of a function on a thing, kept for as long as the thing is there.

Each code of a framework asks the same of each sentence. A table of the last so many answers (`functools.lru_cache`) is
of no help to an article that has more sentences than that: it is gone through from end to end, code by code.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TypeVar, TypeVarTuple, cast
from weakref import WeakKeyDictionary

__all__ = ["memoised"]

_T = TypeVar("_T")
_R = TypeVar("_R")
_Ts = TypeVarTuple("_Ts")


def memoised(function: Callable[[_T, *_Ts], _R]) -> Callable[[_T, *_Ts], _R]:
    """Call the function once for each thing (a segment, a scope: compared by identity) and its other arguments.

    All callers are given the same answer, which none of them may change; it goes with the thing.
    """
    known: WeakKeyDictionary[_T, dict[tuple[Hashable, ...], _R]] = WeakKeyDictionary()

    @wraps(function)
    def once(thing: _T, *rest: *_Ts) -> _R:
        answers = known.get(thing)
        if answers is None:
            answers = known[thing] = {}
        key = cast(tuple[Hashable, ...], rest)
        if key not in answers:
            answers[key] = function(thing, *rest)
        return answers[key]

    return once
