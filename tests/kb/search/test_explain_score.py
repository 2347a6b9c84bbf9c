"""What each part of a query gave to the score of a hit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import isclose

import pytest

from palermo.kb.library.library import Library
from palermo.kb.search.index.keep_current import open_index
from palermo.kb.search.results.explain_score import Reason, ReasonKind
from palermo.kb.search.search import Hit, SearchScope, search
from palermo.library.mark_elements import annotate
from tests.kb.conftest import Ask

Why = Callable[..., Sequence[Hit]]


@pytest.fixture(scope="module")
def why(stocked_with_elements: Library) -> Iterator[Why]:
    """The hits of a query, explained."""
    library = stocked_with_elements
    index = open_index(library, annotate=annotate)
    yield lambda query, **scope: search(library, index, query, SearchScope(**scope), explained=True).hits
    index.close()


def told(hit: Hit) -> Reason:
    """Why a hit has its score."""
    assert hit.why is not None
    return hit.why


def parts(reason: Reason) -> Iterator[Reason]:
    yield reason
    for part in reason.parts:
        yield from parts(part)


@pytest.mark.parametrize(
    ("query", "scope"),
    [
        ("children", {}),
        ("trafficking of children", {}),
        ("trafficking children exploit penalty slavery", {}),
        ('"taking of organs" OR slavery', {}),
        ("heading:child OR title:exploitation", {}),
        ("child NOT slavery lang:en", {}),
        ("recruit* penalty", {}),
        ("section 2", {}),
        ("section 2 trafficking", {}),
        ("slavery child", {"across": True}),
        ("Menschenhandel", {}),
        ("похищение людей", {"across": True}),
        ('"liable recruits"~9 child', {}),
    ],
)
def test_the_parts_add_up_to_the_score(why: Why, query: str, scope: dict[str, object]) -> None:
    hits = why(query, **scope)
    assert hits
    for hit in hits:
        assert isclose(told(hit).score, hit.score, rel_tol=1e-5)
        for reason in parts(told(hit)):
            if reason.parts:
                whole = reason.factor * sum(part.score for part in reason.parts)
                assert isclose(reason.score, whole, rel_tol=1e-5, abs_tol=1e-6)


def test_the_words_are_those_of_the_text(why: Why) -> None:
    (hit,) = why("documents shown")
    forms = {reason.said: reason.words for reason in parts(told(hit)) if reason.kind is ReasonKind.WORDS}
    assert forms == {"documents": ("document",), "shown": ("shown",)}


def test_a_heading_is_told_apart(why: Why) -> None:
    by_cite = {hit.unit.cite: told(hit) for hit in why("child") if hit.fragment.lang == "en"}
    assert by_cite["1"].heading > 0
    assert by_cite["2"].heading == 0


def test_a_cited_provision_says_so_and_a_phrase_too(why: Why) -> None:
    assert ReasonKind.CITED in {reason.kind for reason in parts(told(why("section 2")[0]))}
    assert told(why('"taking of organs"')[0]).kind is ReasonKind.IN_A_ROW


def test_what_was_not_asked_for_is_not_told(stocked: Library, ask: Ask) -> None:
    assert all(hit.why is None for hit in ask("child").hits)
