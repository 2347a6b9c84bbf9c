"""What is left of a query where less is asked for."""

from __future__ import annotations

from palermo.kb.search.index.contract import And, AtLeast, DisMax, Filter, Or, Query, TermQuery
from palermo.kb.search.query.relax import relax

WORD = TermQuery(())
OTHER = TermQuery((), None)
CONCEPT = DisMax(((WORD, 1.0), (OTHER, 0.35)))
TRAFFICKING = DisMax(((CONCEPT, 0.2),))


def at_least(query: Query) -> AtLeast:
    assert isinstance(query, AtLeast)
    return query


def test_half_of_the_concepts_are_needed_and_no_other_word() -> None:
    query = AtLeast((CONCEPT, CONCEPT, CONCEPT, WORD), 3)
    assert relax(query, 1) == AtLeast((CONCEPT, CONCEPT, CONCEPT, WORD), 2, among=3)


def test_too_few_concepts_leave_it_as_it_is() -> None:
    query = AtLeast((CONCEPT, WORD), 2)
    assert relax(query, 2) == query
    assert at_least(relax(query, 1)).among == 1


def test_words_without_a_concept_stay_as_they_are_but_beside_trafficking() -> None:
    assert relax(AtLeast((WORD, WORD), 2), 1) == AtLeast((WORD, WORD), 2)
    assert at_least(relax(AtLeast((WORD, WORD, TRAFFICKING), 2, among=2), 1)).least == 1


def test_it_reaches_into_brackets_and_languages() -> None:
    query = AtLeast((CONCEPT, WORD), 2)
    less = relax(query, 1)
    assert less != query
    assert relax(And((query, Filter("lang", "en"))), 1) == And((less, Filter("lang", "en")))
    assert relax(Or((query, WORD)), 1) == Or((less, WORD))
    assert at_least(relax(AtLeast((query,), 1, Filter("jurisdiction", "zm", 60.0)), 1)).parts == (less,)


def test_barely_one_concept_is_enough() -> None:
    query = AtLeast((CONCEPT, CONCEPT, CONCEPT, WORD), 3)
    assert relax(query, 1, barely=True) == AtLeast((CONCEPT, CONCEPT, CONCEPT, WORD), 1, among=3)
    assert at_least(relax(AtLeast((CONCEPT, WORD), 2), 2, barely=True)).least == 2
    assert relax(AtLeast((WORD, WORD), 2), 1, barely=True) == AtLeast((WORD, WORD), 2)
