"""Words of a query that are the same thing in other words."""

from __future__ import annotations

from palermo.kb.library.library import Library
from palermo.kb.search.index.contract import AtLeast, DisMax, FieldKind, IndexView, Or, TermQuery
from palermo.kb.search.index.keep_current import open_index
from palermo.kb.search.query.synonymous_words import Others, group_synonyms, synonym_query
from palermo.kb.search.search import EVERYWHERE, query_of, terms_for

GIRL, CHILD, OTHER = (TermQuery((IndexView("en", FieldKind.KEY, (word,)),)) for word in ("girl", "child", "kid"))


def test_what_names_the_same_again_joins_the_first_but_not_what_is_implied() -> None:
    assert group_synonyms([0, 2, 3], {3: 0}, ()) == [[0, 3], [2]]
    assert group_synonyms([2, 3], {3: 0}, ()) == [[2], [3]]  # the first is a function word
    assert group_synonyms([0, 2, 3], {3: 0}, {2}) == [[0], [2], [3]]  # nothing else is asked for
    assert group_synonyms([0, 3], {3: 0}, {0}) == [[0], [3]]


def test_a_thing_is_any_of_its_words_and_what_counts_beside_them() -> None:
    others: list[Others] = [[(OTHER, 0.35)], [(OTHER, 0.35)]]
    assert synonym_query([0, 1], {0: GIRL, 1: CHILD}, others) == DisMax(((Or((GIRL, CHILD)), 1.0), (OTHER, 0.35)))
    assert synonym_query([0], {0: GIRL}, [[]]) == GIRL


def test_a_concept_that_is_named_twice_is_asked_for_once(stocked: Library) -> None:
    fragments = list(stocked.fragments())
    index = open_index(stocked)
    query = query_of("girl or other child, penalty", EVERYWHERE, terms_for(fragments, index, EVERYWHERE))
    index.close()
    assert isinstance(query, AtLeast)
    together = [part for part in query.parts if isinstance(part, DisMax) and isinstance(part.parts[0][0], Or)]
    assert len(query.parts) == 2
    assert len(together) == 1
