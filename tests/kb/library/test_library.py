"""What is stored comes back equal; what cannot be stored leaves the library as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.corpus.errors import LibraryError, NotFoundError, PalermoError
from palermo.corpus.model.refs import InstrumentId, VersionRef
from palermo.corpus.model.text_model import Basis, Interval, Provision, Source, Span, Translation, Version
from palermo.kb.library.library import Body, Library

ACT = InstrumentId("zz", "act", ("2001", "7"))


def article(number: str, start: int, end: int, *children: Provision) -> Provision:
    return Provision(
        f"art_{number}", "article", number, number, "", Span(start, end), children, Span(start, start + 1), None
    )


def version(text: str, *articles: Provision, date: str | None = "2001-05-01", lang: str = "en") -> Version:
    root = Provision("", "act", "", "", "", Span(0, len(text)), articles)
    source = Source("made.txt", sha256(text.encode()).hexdigest())
    force = Interval(date, None, Basis.ENACTED) if date else None
    return Version(VersionRef(ACT, lang, date), "An Act", force, text, root, source)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "library") as made:
        yield made


@st.composite
def trees(draw: st.DrawFn, start: int, end: int, depth: int = 3) -> Provision:
    cuts = sorted(draw(st.lists(st.integers(start, end), max_size=4))) if depth else []
    children = tuple(draw(trees(a, b, depth - 1)) for a, b in zip(cuts[::2], cuts[1::2], strict=False))
    spans = st.none() | st.just(Span(start, end))
    words = st.text("aя-1 ", max_size=3)
    level = draw(st.sampled_from(["article", "chapter", "point", "note"]))
    return Provision(
        draw(words), level, draw(words), draw(words), draw(words), Span(start, end), children, draw(spans), draw(spans)
    )


@st.composite
def versions(draw: st.DrawFn) -> Version:
    text = draw(st.text(max_size=60))
    lang = draw(st.sampled_from([None, "ru", "en", "und"]))
    date = draw(st.sampled_from([None, "2001", "2013-07-04"])) if lang else None
    force = draw(st.none() | st.builds(Interval, st.just("2001"), st.none() | st.just("2020"), st.sampled_from(Basis)))
    maybe = st.none() | st.text(max_size=5)
    source = Source(
        draw(st.text(max_size=9)),
        sha256(text.encode()).hexdigest(),
        draw(st.none() | st.booleans()),
        draw(maybe),
        draw(maybe),
        draw(maybe),
        draw(st.sampled_from(Translation)),
    )
    spans = st.lists(st.builds(Span, st.integers(0, 60), st.integers(0, 60)), max_size=3).map(tuple)
    return Version(
        VersionRef(ACT, lang, date), draw(st.text(max_size=9)), force, text, draw(trees(0, len(text))), source,
        draw(spans), draw(spans),
    )  # fmt: skip


@given(made=versions())
def test_a_version_comes_back_equal(tmp_path_factory: pytest.TempPathFactory, made: Version) -> None:
    with Library.create(tmp_path_factory.mktemp("library")) as library:
        (fragment,) = library.add([made])
        assert library.version(fragment.key) == made
        text, marks = library.text(fragment.key)
        assert (text, tuple(marks), marks[:]) == (made.text, made.marks, made.marks)
        for seq, provision in enumerate(made.root.walk()):
            assert library.subtree(fragment.key, seq) == provision


def test_adding_twice_changes_nothing(library: Library) -> None:
    made = version("1 One", article("1", 0, 5))
    assert len(library.add([made, made])) == 1
    before = library.fragments()
    assert library.add([made]) == ()
    assert library.add([replace(made, source=replace(made.source, path="elsewhere.txt"))]) == ()
    assert library.fragments() == before


def test_articles_of_one_version_may_come_in_several_files(library: Library) -> None:
    library.add([version("1 One", article("1", 0, 5)), version("2 Two", article("2", 0, 5))])
    assert [f.ref for f in library.fragments()] == [VersionRef(ACT, "en", "2001-05-01")] * 2


def test_another_text_of_an_article_is_refused_and_nothing_of_the_call_is_kept(library: Library) -> None:
    first = version("1 One", article("1", 0, 5))
    library.add([first])
    other = version("1 Uno", article("1", 0, 5))
    with pytest.raises(LibraryError) as caught:
        library.add([version("2 Two", article("2", 0, 5)), other])
    message = str(caught.value)
    assert first.source.sha256[:12] in message
    assert other.source.sha256[:12] in message
    assert "art_1" in message
    assert [library.version(f.key) for f in library.fragments()] == [first]


@pytest.mark.parametrize(
    ("first", "second"), [({"date": None}, {"date": None}), ({}, {"date": "2002"}), ({}, {"lang": "fr"})]
)
def test_undated_texts_and_those_of_another_date_or_language_do_not_clash(
    library: Library, first: dict[str, str], second: dict[str, str]
) -> None:
    library.add([version("1 One", article("1", 0, 5), **first)])
    assert len(library.add([version("1 Uno", article("1", 0, 5), **second)])) == 1


def test_a_failure_inside_leaves_the_library_as_before(library: Library) -> None:
    def failing() -> Iterator[Version]:
        yield version("1 One", article("1", 0, 5))
        raise RuntimeError("the disk is full")

    with pytest.raises(RuntimeError):
        library.add(failing())
    assert library.fragments() == ()
    assert library.add([version("1 One", article("1", 0, 5))])


def test_no_library_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="palermo add"):
        Library.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "library"
    file.write_text("law")
    with pytest.raises(LibraryError, match="folder"):
        Library.create(file)


@pytest.mark.parametrize("damage", ["not a database", "cut", "zeros inside"])
def test_a_damaged_library_is_one_clear_error(tmp_path: Path, damage: str) -> None:
    with Library.create(tmp_path) as library:
        library.add([version(f"{n} " + "word " * 900, article(str(n), 0, 9)) for n in range(30)])
    file = tmp_path / "library.sqlite"
    content = file.read_bytes()
    file.write_bytes(
        {
            "not a database": b"law" * 2000,
            "cut": content[: len(content) // 2],
            "zeros inside": content[:4096] + bytes(len(content) - 4096),
        }[damage]
    )
    with pytest.raises(LibraryError, match=r"damaged|cannot be used"):
        _read_all(tmp_path)


@pytest.mark.parametrize("column", ["marks", "force_basis", "instrument", "translation"])
def test_a_value_that_cannot_be_is_damage(tmp_path: Path, column: str) -> None:
    with Library.create(tmp_path) as library:
        library.add([version("1 One", article("1", 0, 5))])
    db = sqlite3.connect(tmp_path / "library.sqlite")
    db.execute(f"UPDATE fragment SET {column} = '[['")
    db.commit()
    db.close()
    with pytest.raises(PalermoError):
        _read_all(tmp_path)


def _read_all(path: Path) -> None:
    with Library.open(path) as library:
        for fragment in library.fragments():
            library.version(fragment.key)


def test_an_empty_file_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").touch()
    with pytest.raises(LibraryError, match="no palermo library"):
        Library.open(tmp_path)


@pytest.mark.parametrize(("schema", "reason"), [(99, "newer palermo"), (4, "palermo before 0.1.0"), (0, "schema 0")])
def test_a_library_of_an_unknown_schema_is_refused_in_one_line(tmp_path: Path, schema: int, reason: str) -> None:
    Library.create(tmp_path).close()
    db = sqlite3.connect(tmp_path / "library.sqlite")
    db.execute(f"PRAGMA user_version = {schema}")
    db.close()
    with pytest.raises(LibraryError, match=reason) as refused:
        Library.open(tmp_path)
    assert str(refused.value).startswith(f"{tmp_path / 'library.sqlite'}: was made by a ")


def test_two_processes_may_have_it_open(tmp_path: Path) -> None:
    with Library.create(tmp_path) as one, Library.create(tmp_path) as two:
        one.add([version("1 One", article("1", 0, 5))])
        two.add([version("2 Two", article("2", 0, 5))])
        assert len(one.fragments()) == len(two.fragments()) == 2


def test_bodies(library: Library) -> None:
    refs = (VersionRef(ACT, "en", "2001-05-01"), VersionRef(ACT))
    library.add_body(Body("zz", "The law of Zz", refs))
    library.add_body(Body("aa", "Old", refs[:1]))
    library.add_body(Body("aa", "New", refs[1:]))
    assert library.bodies() == (Body("aa", "New", refs[1:]), Body("zz", "The law of Zz", refs))
    assert library.body("zz").refs == refs
    with pytest.raises(NotFoundError, match="aa, zz"):
        library.body("yy")
