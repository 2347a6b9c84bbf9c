"""The index: what every engine must do, and what becomes of a damaged one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.corpus.errors import LibraryError
from palermo.corpus.model.text_model import Provision, Span
from palermo.corpus.model.units import claims, units
from palermo.kb.library.library import Library
from palermo.kb.search.index import keep_current as indexing
from palermo.kb.search.index.contract import (
    And,
    AtLeast,
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
)
from palermo.kb.search.index.evaluate import Docs, Scored, evaluate
from palermo.kb.search.index.whoosh_index import WhooshIndex
from tests.support.oracle_index import MemoryIndex


def document(
    fragment: int, unit: int, *passages: str, title: str = "", heading: str = "", lang: str = "en"
) -> IndexDocument:
    rows = [[IndexedWord(w.rstrip("s"), w) for w in passage.split()] for passage in (title, heading, *passages)]
    facts = frozenset({("lang", lang), ("unit", str(unit))})
    return IndexDocument(fragment, unit, lang, rows[0], rows[1], rows[2:], facts)


def look(words: str, kind: FieldKind = FieldKind.KEY, field: Field | None = None, lang: str = "en") -> TermQuery:
    return TermQuery((IndexView(lang, kind, tuple(words.split())),), field)


DOCUMENTS = [
    document(1, 0, "alpha beta", title="law of omega"),
    document(1, 3, "beta", "alphas", "gamma", heading="beta"),
    document(2, 0, "alpha", lang="ru"),
    document(2, 1, "gamma beta", lang="en"),
]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[WhooshIndex]:
    engine = WhooshIndex(tmp_path / "index")
    engine.update(DOCUMENTS)
    yield engine
    engine.close()


@pytest.fixture(params=["whoosh", "memory"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SearchIndex]:
    """Every engine, with the same documents."""
    engine = WhooshIndex(tmp_path / "index") if request.param == "whoosh" else MemoryIndex()
    engine.update(DOCUMENTS)
    yield engine
    engine.close()


def found(engine: SearchIndex, query: Query, within: set[int] | None = None) -> set[tuple[int, int]]:
    results = engine.search(query, within, 99)
    assert results.total == len(results.best)
    return {(hit.fragment, hit.unit) for hit in results.best}


@pytest.mark.parametrize(
    ("query", "units"),
    [
        (look("alpha"), {(1, 0), (1, 3)}),
        (look("alphas", FieldKind.SPELLED), {(1, 3)}),
        (look("alph", FieldKind.PREFIX), {(1, 0), (1, 3)}),
        (look("alpha", lang="ru"), {(2, 0)}),
        (look("alpha beta"), {(1, 0)}),
        (look("beta alpha"), set()),
        (look("alpha gamma"), set()),
        (look("beta", field=Field.HEADING), {(1, 3)}),
        (look("omega", field=Field.TITLE), {(1, 0), (1, 3)}),
        (look("nothing"), set()),
        (Filter("lang", "en"), {(1, 0), (1, 3), (2, 1)}),
        (Not(look("alpha")), {(2, 0), (2, 1)}),
        (And((look("beta"), look("gamma"))), {(1, 3), (2, 1)}),
        (Or((look("gamma"), look("alpha", lang="ru"))), {(1, 3), (2, 0), (2, 1)}),
        (AtLeast((look("alpha"), look("beta"), look("gamma")), 3), {(1, 3)}),
    ],
)
def test_a_query_finds(engine: SearchIndex, query: Query, units: set[tuple[int, int]]) -> None:
    assert found(engine, query) == units
    assert found(engine, query, {2}) == {(f, u) for f, u in units if f == 2}


def test_a_heading_counts_more_and_ties_keep_their_order(engine: SearchIndex) -> None:
    best = engine.search(look("beta"), None, 9).best
    assert (best[0].fragment, best[0].unit) == (1, 3)
    equal = engine.search(Filter("lang", "en"), None, 9).best
    assert [(h.fragment, h.unit) for h in equal] == [(1, 0), (1, 3), (2, 1)]


def test_what_it_knows_of_words(engine: SearchIndex) -> None:
    assert engine.languages() == {"en", "ru"}
    assert engine.size("en") == 3
    assert engine.frequency(IndexView("en", FieldKind.KEY, ("alpha",)), None) == 2
    assert engine.frequency(IndexView("en", FieldKind.SPELLED, ("alpha",)), None) == 1
    assert engine.frequency(IndexView("en", FieldKind.PREFIX, ("al",)), None) == 1
    assert engine.frequency(IndexView("en", FieldKind.PREFIX, ("ax",)), None) == 0
    assert engine.frequency(IndexView("de", FieldKind.KEY, ("alpha",)), None) == 0


def test_updates_add_and_drop(engine: SearchIndex) -> None:
    engine.update([document(3, 0, "alpha")], gone={1})
    assert engine.fragments() == {2, 3}
    assert found(engine, look("alpha")) == {(3, 0)}


def test_a_failed_update_changes_nothing(engine: SearchIndex) -> None:
    def failing() -> Iterator[IndexDocument]:
        yield document(9, 0, "alpha")
        raise RuntimeError("no more")

    for write in (engine.update, engine.rebuild):
        with pytest.raises(RuntimeError):
            write(failing())
        assert engine.fragments() == {1, 2}
    engine.update([document(3, 0, "delta")])
    assert engine.fragments() == {1, 2, 3}


def test_another_process_sees_what_was_added_and_what_was_rebuilt(index: WhooshIndex, tmp_path: Path) -> None:
    other = WhooshIndex(tmp_path / "index")
    assert other.fragments() == {1, 2}
    index.update([document(3, 0, "delta")])
    assert found(other, look("delta")) == {(3, 0)}
    index.rebuild([document(4, 0, "delta")])
    assert found(other, look("delta")) == {(4, 0)}
    other.close()
    assert len(list((tmp_path / "index").glob("v*"))) == 1


def test_an_index_that_is_not_there_is_empty(tmp_path: Path) -> None:
    engine = WhooshIndex(tmp_path / "nowhere")
    assert engine.fragments() == frozenset()
    assert engine.search(Not(look("alpha")), None, 5).total == 0
    assert not (tmp_path / "nowhere").exists()


def test_an_index_of_another_schema_is_not_there(index: WhooshIndex, tmp_path: Path) -> None:
    (tmp_path / "index" / "current").write_text("v0-0123456789ab")
    assert WhooshIndex(tmp_path / "index").fragments() == frozenset()


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")  # Whoosh's
@pytest.mark.parametrize("damage", ["toc", "segment", "current"])
def test_a_damaged_index_is_built_again(stocked: Library, tmp_path: Path, damage: str) -> None:
    with Library.create(tmp_path) as library:
        library.add([stocked.version(f.key) for f in stocked.fragments()])
        indexing.open_index(library).close()
        (generation,) = (tmp_path / "index" / library.stamp).glob("v*")
        victims = {
            "toc": generation.glob("*.toc"),
            "segment": generation.glob("*.seg"),
            "current": [tmp_path / "index" / library.stamp / "current"],
        }
        for file in victims[damage]:
            file.write_bytes(file.read_bytes()[:20])
        again = indexing.open_index(library)
        assert again.fragments() == {f.key for f in library.fragments()}
        assert again.frequency(IndexView("en", FieldKind.KEY, ("child",)), None) > 0
        again.close()


def test_the_index_follows_the_store(shelf: Library, stocked: Library) -> None:
    one, two, _ = (stocked.version(f.key) for f in stocked.fragments())
    shelf.add([one])
    indexing.open_index(shelf).close()
    shelf.add([two])
    index = indexing.open_index(shelf)
    assert index.fragments() == {f.key for f in shelf.fragments()}
    index.close()


def test_two_processes_that_add_the_same_leave_one_of_each(
    shelf: Library, stocked: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.add([stocked.version(f.key) for f in stocked.fragments()])
    indexing.open_index(shelf).close()
    before = WhooshIndex(shelf.path / "index" / shelf.stamp)
    really, looked = WhooshIndex.fragments, []

    def fragments(index: WhooshIndex) -> frozenset[int]:  # as if the other had not been done when this one looks first
        looked.append(index)
        return really(index) if looked[1:] else frozenset()

    with monkeypatch.context() as patch:
        patch.setattr(WhooshIndex, "fragments", fragments)
        indexing.open_index(shelf).close()
    assert looked[1:]
    everything = Not(look("nothing"))
    assert len(found(before, everything)) == before.search(everything, None, 999).total
    before.close()


class Lists:
    """Postings written by hand."""

    size = 10

    def __init__(self, docs: dict[int, str]) -> None:
        self._docs = dict(sorted(docs.items()))

    def scores(self, reading: IndexView, field: Field) -> Scored:
        found = [d for d, words in self._docs.items() if reading.words[0] in words and field is Field.TEXT]
        return Scored(np.array(found, np.int64), np.ones(len(found)))

    def having(self, name: str, value: str) -> Docs:
        return np.zeros(0, np.int64)

    def values(self, name: str) -> list[str]:
        return []

    def everything(self) -> Docs:
        return np.array(list(self._docs), np.int64)


_letters = st.sampled_from("abcd").map(look)
_queries = st.recursive(
    _letters,
    lambda q: (
        st.builds(And, st.lists(q, min_size=1, max_size=3).map(tuple))
        | st.builds(Or, st.lists(q, min_size=1, max_size=3).map(tuple))
        | st.builds(Not, q)
        | st.builds(AtLeast, st.lists(q, min_size=2, max_size=3).map(tuple), st.integers(1, 2))
    ),
    max_leaves=8,
)


def holds(query: Query, words: str) -> bool:
    """What the query means, said another way."""
    match query:
        case TermQuery():
            return query.readings[0].words[0] in words
        case And():
            return all(holds(part, words) for part in query.parts)
        case Or():
            return any(holds(part, words) for part in query.parts)
        case AtLeast():
            return sum(holds(part, words) for part in query.parts) >= query.least
        case Not():
            return not holds(query.part, words)
    raise AssertionError(query)


@given(query=_queries, docs=st.dictionaries(st.integers(0, 9), st.text("abcd", max_size=4), max_size=6))
def test_a_query_means_what_its_operators_say(query: Query, docs: dict[int, str]) -> None:
    assert set(evaluate(query, Lists(docs)).docs.tolist()) == {
        doc for doc, words in docs.items() if holds(query, words)
    }


def tree(level: str, *children: Provision, cite: str = "x") -> Provision:
    return Provision(level + cite, level, "", cite, "", Span(0, 9), children)


def test_units_are_articles_and_what_stands_outside_them() -> None:
    quoted = tree("article", cite="3|9")
    art = [tree("article", tree("paragraph"), cite=str(n)) for n in range(3)]
    root = tree("act", tree("preamble"), tree("part", tree("chapter", art[0], art[1])), tree("section", quoted), art[2])
    tops = [(unit.top.level, len(unit.provisions)) for unit in units(root)]
    assert tops == [
        ("act", 1), ("preamble", 1), ("part", 1), ("chapter", 1), ("article", 2), ("article", 2), ("section", 2),
        ("article", 2),
    ]  # fmt: skip
    walked = list(root.walk())
    assert [p for unit in units(root) for _, p in unit.provisions] == walked
    assert all(walked[seq] is p for unit in units(root) for seq, p in unit.provisions)
    assert claims(root) == {"article0", "article1", "article2", "sectionx"}


def test_a_section_that_holds_articles_is_a_container() -> None:
    root = tree("act", tree("section", tree("article", cite="1"), tree("article", cite="2")))
    assert [unit.top.level for unit in units(root)] == ["act", "section", "article", "article"]


def test_a_text_without_articles_claims_what_it_has() -> None:
    assert claims(tree("act", tree("paragraph"))) == {"paragraphx"}
    assert claims(tree("act")) == {"actx"}


def test_indexing_holds_all_own_text_once(stocked: Library) -> None:
    from palermo.kb.lexicon.lemmatise import spell
    from palermo.kb.search.index.documents import documents

    for fragment in stocked.fragments():
        version = stocked.version(fragment.key)
        indexed = [w.spelled for d in documents(version, 1) for passage in d.passages for w in passage]
        assert sorted(indexed) == sorted(spell(version.reading().text))


def test_writing_waits_for_the_other_and_gives_up(
    index: WhooshIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("palermo.kb.search.index.whoosh_index._PATIENCE", 0.2)
    other = WhooshIndex(tmp_path / "index")

    def meanwhile() -> Iterator[IndexDocument]:
        with pytest.raises(LibraryError, match="another process"):
            other.update([document(8, 0, "x")])
        yield document(7, 0, "x")

    index.update(meanwhile())
    assert index.fragments() == {1, 2, 7}


def test_a_writing_that_breaks_off_leaves_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a full disk, they would leave no room for anything else."""
    engine = WhooshIndex(tmp_path / "index")
    engine.update(DOCUMENTS)
    engine.close()
    before = sizes(tmp_path)
    (generation,) = (tmp_path / "index").glob("v*")

    def full(*_: object) -> None:
        (generation / "MAIN_abcdefghijklmnop.seg").write_bytes(b"half a segment")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("palermo.kb.search.index.whoosh_index._add", full)
        with pytest.raises(LibraryError, match="no space left"):
            engine.update([document(3, 0, "delta")])
    assert sizes(tmp_path) == before
    (generation / "MAIN.tmp").mkdir(exist_ok=True)
    for name in ("MAIN_abcdefghijklmnop.seg", "MAIN.tmp/abc.ctmp"):
        (generation / name).write_bytes(b"of a run that was killed")
    engine.update([document(3, 0, "delta")])
    assert not [*generation.glob("MAIN_abc*"), *generation.rglob("*.ctmp")]
    assert found(engine, look("delta")) == {(3, 0)}


def sizes(folder: Path) -> dict[str, int]:
    files = (file for file in folder.rglob("*") if file.is_file() and not file.name.endswith(("lock", "LOCK")))
    return {file.name: file.stat().st_size for file in files}
