"""Two engines, one contract: what one finds in invented documents, the other finds, with the same scores."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from palermo.kb.search.index.contract import (
    And,
    AtLeast,
    Cited,
    DisMax,
    Field,
    FieldKind,
    Filter,
    IndexDocument,
    IndexedWord,
    IndexView,
    Not,
    Or,
    Query,
    SearchIndex,
    TermQuery,
    rarity,
)
from palermo.kb.search.index.whoosh_index import WhooshIndex
from tests.support.oracle_index import MemoryIndex

FORMS = ["fine", "fines", "finest", "court", "courts", "victim", "victims", "child"]


def word(form: str) -> IndexedWord:
    return IndexedWord(form.rstrip("s"), form)


_words = st.lists(st.sampled_from(FORMS).map(word), max_size=5)
_passages = st.lists(_words.filter(bool), min_size=1, max_size=3)
_facts = st.frozensets(
    st.sampled_from([("level", "article"), ("cite", "5"), ("element", "act.a"), ("element", "means.b")]), max_size=3
)


@st.composite
def _documents(draw: st.DrawFn, first: int = 1) -> list[IndexDocument]:
    found = []
    for fragment in range(first, first + draw(st.integers(1, 3))):
        lang = draw(st.sampled_from(["en", "fr"]))
        title = draw(_words)
        for unit in range(draw(st.integers(1, 3))):
            facts = draw(_facts) | {("lang", lang)}
            weight = draw(st.sampled_from([0.5, 1.0, 2.5]))
            heading = draw(_words)
            passages = [*([heading] if heading else []), *draw(_passages)]
            found.append(IndexDocument(fragment, unit, lang, [] if unit else title, heading, passages, facts, weight))
    return found


def _reading(lang: str, kind: FieldKind, words: list[IndexedWord], apart: int) -> IndexView:
    spelled = tuple(w.key if kind is FieldKind.KEY else w.spelled for w in words)[
        : 1 if kind is FieldKind.PREFIX else 3
    ]
    return IndexView(lang, kind, spelled, apart if len(spelled) > 1 else 0)


_readings = st.builds(
    _reading, st.sampled_from(["en", "fr"]), st.sampled_from(FieldKind), _words.filter(bool), st.sampled_from([0, 0, 2])
)
_looks = st.builds(TermQuery, st.lists(_readings, min_size=1, max_size=3).map(tuple), st.sampled_from([None, *Field]))
_leaves = (
    _looks
    | st.sampled_from(
        [Filter("lang", "en"), Filter("element", "act.a"), Filter("level", "article"), Filter("cite", "6")]
    )
    | st.builds(Cited, st.just("5"), st.sampled_from([None, "article"]), st.just(("fr",)), _looks)
)
_queries = st.recursive(
    _leaves,
    lambda q: (
        st.builds(And, st.lists(q, min_size=1, max_size=3).map(tuple))
        | st.builds(Or, st.lists(q, min_size=1, max_size=3).map(tuple))
        | st.builds(Not, q)
        | st.builds(AtLeast, st.lists(q, min_size=2, max_size=3).map(tuple), st.integers(1, 2), st.none() | q)
        | st.builds(DisMax, st.lists(st.tuples(q, st.sampled_from([1.0, 0.35])), min_size=1, max_size=2).map(tuple))
    ),
    max_leaves=6,
)


def same(one: SearchIndex, other: SearchIndex, queries: Sequence[Query], within: set[int] | None) -> None:
    for query in queries:
        answers = [engine.search(query, within, 99) for engine in (one, other)]
        found = [{(f.fragment, f.unit): f.score for f in answer.best} for answer in answers]
        assert found[0].keys() == found[1].keys(), query
        assert found[0] == pytest.approx(found[1]), query
        assert dict(answers[0].counts) == dict(answers[1].counts)
        assert dict(answers[0].elements) == dict(answers[1].elements)
        for answer in answers:  # the order is that of the scores, then of the library
            assert list(answer.best) == sorted(answer.best, key=lambda f: (-f.score, f.fragment, f.unit))
            best = [(f.fragment, f.unit) for f in one.search(query, within, 2).best]
            assert best == [(f.fragment, f.unit) for f in answers[0].best[:2]]


@settings(max_examples=30, deadline=None, phases=[Phase.generate])
@given(
    documents=_documents(),
    more=_documents(first=3),
    gone=st.sets(st.integers(1, 5), max_size=2),
    queries=st.lists(_queries, min_size=2, max_size=4),
    within=st.none() | st.sets(st.integers(1, 5)),
)
def test_they_find_the_same(
    documents: list[IndexDocument],
    more: list[IndexDocument],
    gone: set[int],
    queries: list[Query],
    within: set[int] | None,
) -> None:
    more = [replace(d, fragment=d.fragment + 3) for d in more]
    with tempfile.TemporaryDirectory() as folder:
        stored, plain = WhooshIndex(Path(folder)), MemoryIndex()
        for engine in (stored, plain):
            engine.update(documents)
        same(stored, plain, queries, within)
        for engine in (stored, plain):
            engine.update(more, gone)
        same(stored, plain, queries, within)
        assert stored.fragments() == plain.fragments()
        assert stored.holdings() == plain.holdings()
        for lang in ("en", "fr"):
            assert stored.size(lang) == plain.size(lang)
            assert stored.near(lang, "victmi") == plain.near(lang, "victmi")
            for kind in FieldKind:
                reading = IndexView(lang, kind, ("fine",))
                assert stored.frequency(reading, None) == plain.frequency(reading, None)
        stored.close()


@pytest.mark.parametrize("stored", [True, False])
def test_what_few_documents_have_is_more_of_what_was_asked_for(tmp_path: Path, stored: bool) -> None:
    engine: SearchIndex = WhooshIndex(tmp_path) if stored else MemoryIndex()
    texts = [["fine", "child"], ["fine", "court"], ["fine", "court"], ["fine", "victim"]]
    engine.update(
        IndexDocument(1, unit, "en", [], [], [[word(form) for form in text]], frozenset({("lang", "en")}))
        for unit, text in enumerate(texts, 1)
    )
    court, child = (TermQuery((IndexView("en", FieldKind.KEY, (form,)),)) for form in ("court", "child"))

    def shares(query: Query) -> dict[int, float]:
        alone = {f.unit: f.score for part in (court, child) for f in engine.search(part, None, 9).best}
        return {f.unit: f.score / alone[f.unit] for f in engine.search(query, None, 9).best}

    found = shares(AtLeast((court, child), 1))
    weights = [rarity(2, 4), rarity(1, 4)]
    assert found == pytest.approx(
        {1: weights[1] / sum(weights), 2: weights[0] / sum(weights), 3: weights[0] / sum(weights)}
    )
    assert found[1] > found[2]
    engine.close()
