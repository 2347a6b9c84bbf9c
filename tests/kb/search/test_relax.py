"""What is left of a query where less is asked for."""

from __future__ import annotations

from palermo.kb.search.index.contract import AllOf, AnyOf, BestOf, Fact, Look, SomeOf
from palermo.kb.search.query.relax import loosened

WORD = Look(())
OTHER = Look((), None)
CONCEPT = BestOf(((WORD, 1.0), (OTHER, 0.35)))
TRAFFICKING = BestOf(((CONCEPT, 0.2),))


def test_half_of_the_concepts_are_needed_and_no_other_word() -> None:
    query = SomeOf((CONCEPT, CONCEPT, CONCEPT, WORD), 3)
    assert loosened(query, 1) == SomeOf((CONCEPT, CONCEPT, CONCEPT, WORD), 2, among=3)


def test_too_few_concepts_leave_it_as_it_is() -> None:
    query = SomeOf((CONCEPT, WORD), 2)
    assert loosened(query, 2) == query
    assert loosened(query, 1).among == 1


def test_words_without_a_concept_stay_as_they_are_but_beside_trafficking() -> None:
    assert loosened(SomeOf((WORD, WORD), 2), 1) == SomeOf((WORD, WORD), 2)
    assert loosened(SomeOf((WORD, WORD, TRAFFICKING), 2, among=2), 1).least == 1


def test_it_reaches_into_brackets_and_languages() -> None:
    query = SomeOf((CONCEPT, WORD), 2)
    less = loosened(query, 1)
    assert less != query
    assert loosened(AllOf((query, Fact("lang", "en"))), 1) == AllOf((less, Fact("lang", "en")))
    assert loosened(AnyOf((query, WORD)), 1) == AnyOf((less, WORD))
    assert loosened(SomeOf((query,), 1, Fact("jurisdiction", "zm", 60.0)), 1).parts == (less,)


def test_barely_one_concept_is_enough() -> None:
    query = SomeOf((CONCEPT, CONCEPT, CONCEPT, WORD), 3)
    assert loosened(query, 1, barely=True) == SomeOf((CONCEPT, CONCEPT, CONCEPT, WORD), 1, among=3)
    assert loosened(SomeOf((CONCEPT, WORD), 2), 2, barely=True).least == 2
    assert loosened(SomeOf((WORD, WORD), 2), 1, barely=True) == SomeOf((WORD, WORD), 2)
