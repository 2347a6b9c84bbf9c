"""Words near each other, in any order."""

from __future__ import annotations

import pytest

from palermo.corpus.errors import QueryError
from tests.kb.conftest import Ask


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"penalty recruits"~9', {"2"}),
        ('"penalty recruits"~8', set()),
        ('"recruits penalty"~9', {"2"}),
        ('"exploit children"~3', {"2"}),
        ('"slavery organs"~50', set()),  # in two paragraphs
        ('exact:"exploit children"~3', {"2"}),
        ('exact:"exploit child"~9', set()),
        ('"person person"~50', set()),
        ('heading:"persons trafficking"~2', {"2"}),
        ('"age document"~5 NOT slavery', {"1"}),
    ],
)
def test_words_near_each_other(ask: Ask, query: str, found: set[str]) -> None:
    assert {hit.unit.cite for hit in ask(query).hits} == found


def test_words_near_each_other_are_marked_one_by_one(ask: Ask) -> None:
    (hit,) = ask('"penalty recruits"~9').hits
    assert [hit.snippet[start:end] for start, end in hit.highlights] == ["recruits", "penalty"]


@pytest.mark.parametrize("query", ['"child age"~', '"child age"~x', '"child age"~0', '"child age"~51', '"a b"~5c'])
def test_how_far_apart_has_to_be_clear(ask: Ask, query: str) -> None:
    with pytest.raises(QueryError, match=r"\^~"):
        ask(query)
