"""The texts of a library take turns in what is shown."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.kb.search.index.contract import And, AtLeast, Cited, DisMax, Filter, Or, Query, ScoredDocument, TermQuery
from palermo.kb.search.results.diversify import BLOCK, cites, diversify

LOOK = TermQuery(())
CITED = Cited("5", None, (), LOOK)


def test_a_second_text_comes_before_the_second_hit_of_the_first() -> None:
    best = [ScoredDocument(1, 1, 10.0), ScoredDocument(1, 2, 9.0), ScoredDocument(2, 1, 8.0)]
    assert [(f.fragment, f.unit) for f in diversify(best)] == [(1, 1), (2, 1), (1, 2)]


def test_what_answers_far_better_stays_before_other_texts() -> None:
    best = [ScoredDocument(1, 1, 10.0), ScoredDocument(1, 2, 9.0), ScoredDocument(2, 1, 1.0)]
    assert list(diversify(best)) == best


def test_one_text_stays_as_it_is() -> None:
    best = [ScoredDocument(1, n, 10.0 - n / 10) for n in range(BLOCK * 2)]
    assert list(diversify(best)) == best


@settings(derandomize=True, max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 3), st.floats(0.1, 100)), max_size=90), st.integers(0, 3))
def test_a_page_is_the_same_whatever_is_asked_for_with_it(found: list[tuple[int, float]], blocks: int) -> None:
    best = sorted((ScoredDocument(f, n, s) for n, (f, s) in enumerate(found)), key=lambda each: -each.score)
    whole = list(diversify(best))
    assert sorted(whole) == sorted(best)
    assert list(diversify(best[: blocks * BLOCK])) == whole[: blocks * BLOCK]


def test_citations_are_seen_inside_of_a_query() -> None:
    inside: list[Query] = [CITED, AtLeast((CITED,), 1), And((LOOK, CITED)), Or((CITED,)), DisMax(((CITED, 1.0),))]
    assert all(map(cites, inside))
    outside: list[Query] = [LOOK, Filter("lang", "en"), AtLeast((LOOK,), 1), DisMax(((LOOK, 1.0),))]
    assert not any(map(cites, outside))
