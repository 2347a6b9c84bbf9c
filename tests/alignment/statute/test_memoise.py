"""What is kept with a thing is asked once, of however many things, and goes with the thing."""

from __future__ import annotations

import gc
from weakref import ref

from palermo.alignment.statute.memoise import memoised


class _Thing:
    """Something to be asked about."""


def test_each_thing_is_asked_once_however_many_there_are() -> None:
    asked: list[tuple[_Thing, str]] = []

    @memoised
    def answer(thing: _Thing, what: str) -> int:
        asked.append((thing, what))
        return len(asked)

    things = [_Thing() for _ in range(20_000)]  # gone through from end to end, question by question
    first = [[answer(thing, what) for thing in things] for what in ("act", "means")]
    assert [[answer(thing, what) for thing in things] for what in ("act", "means")] == first
    assert len(asked) == len(set(asked)) == 2 * len(things)


def test_nothing_holds_a_thing_that_is_gone() -> None:
    @memoised
    def answer(thing: _Thing) -> None:
        """Answer nothing, which is kept, too."""

    thing = _Thing()
    gone = ref(thing)
    answer(thing)
    del thing
    gc.collect()
    assert gone() is None
