"""The use cases over a library: sides, adding, listing, searching, bodies."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from palermo.corpus.errors import InputError, LibraryError, NotFoundError, PalermoError, UsageError
from palermo.corpus.readers import Options, read_file
from palermo.kb.library.library import Library
from palermo.kb.search.search import SearchScope
from palermo.library.use_cases import add_body, add_files, bodies, drop_bodies, held, resolve, search

OLD = "# An act\n\nArticle 1. Slavery\n\nWhoever enslaves another is punished.\n"
NEW = OLD.replace("punished", "imprisoned")
OTHER = "# An act\n\nArticle 2. Fines\n\nA court may fine.\n"
ACT = "/akn/zz/act/1999/5"

T = TypeVar("T")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A library with two dated texts of an act in English, one in French, and a second article of the older one."""
    shelf = tmp_path / "library"
    for name, text, options in [
        ("old.md", OLD, Options("en", "An act", date="2001-02-03", instrument=ACT)),
        ("other.md", OTHER, Options("en", "An act, art. 2", date="2001-02-03", instrument=ACT)),
        ("new.md", NEW, Options("en", "An act", date="2010", instrument=ACT)),
        ("fr.md", OLD, Options("fr", "Une loi", date="2001-02-03", instrument=ACT)),
        ("single.md", OTHER, Options("en", "Single", instrument="/akn/zz/act/7")),
    ]:
        (tmp_path / name).write_text(text)
        add_files([str(tmp_path / name)], library=shelf, options=options)
    return shelf


def dates(side: str, home: Path, **how: Any) -> list[tuple[str | None, str]]:
    return [(v.ref.date, v.provisions.popitem()[1].cite) for v in resolve(side, library=home, **how)]


def test_a_file_is_read_and_no_library_is_needed(tmp_path: Path) -> None:
    file = tmp_path / "a, b.md"
    file.write_text(OLD)
    assert resolve(str(file), library=tmp_path / "none", lang="en") == (read_file(str(file), lang="en"),)


def test_standard_input_and_several(tmp_path: Path, home: Path) -> None:
    one, two = resolve(f"-,{ACT}/fra", library=home, lang="en", stdin=io.BytesIO(OTHER.encode()))
    assert (one.text, one.lang, two.lang) == (OTHER, "en", "fr")


@pytest.mark.parametrize(
    ("ref", "how", "found"),
    [
        (f"{ACT}/eng@2001-02-03", {}, [("2001-02-03", "1"), ("2001-02-03", "2")]),
        (f"{ACT}/eng@2010", {}, [("2010", "1")]),
        (f"{ACT}/eng", {}, [("2001-02-03", "2"), ("2010", "1")]),  # article 2 was not touched in 2010
        (f"{ACT}/eng", {"day": "2005"}, [("2001-02-03", "1"), ("2001-02-03", "2")]),
        (f"{ACT}/eng", {"day": "2011-01-01"}, [("2001-02-03", "2"), ("2010", "1")]),
        (ACT, {"lang": "fr"}, [("2001-02-03", "1")]),
        ("/akn/zz/act/7", {}, [(None, "2")]),
        ("/akn/zz/act/7", {"day": "1900"}, [(None, "2")]),  # its date is not known
    ],
)
def test_a_reference_means(home: Path, ref: str, how: dict[str, str], found: list[tuple[str | None, str]]) -> None:
    assert sorted(dates(ref, home, **how), key=str) == sorted(found, key=str)


@pytest.mark.parametrize("wanted", ["art_2", "2", "Article 2"])
def test_a_reference_to_a_provision_is_narrowed_to_it(home: Path, wanted: str) -> None:
    (version,) = resolve(f"{ACT}/eng@2001-02-03~{wanted}", library=home)
    assert (version.root.cite, version.root.level) == ("2", "article")
    assert version.text == OTHER


def test_a_body_is_its_texts(home: Path) -> None:
    add_body("zz", [f"{ACT}/eng", "/akn/zz/act/7"], library=home, title="The law of Zz")
    assert len(resolve("zz", library=home)) == 3
    assert len(resolve("zz", library=home, day="2005")) == 3
    assert [body.id for body in bodies(home)] == ["zz"]


@pytest.mark.parametrize(
    ("side", "message"),
    [
        ("/akn/zz/act/8", "/akn/zz/act/1999/5"),
        (ACT, "eng or .*fra"),
        (f"{ACT}/deu", "eng or .*fra"),
        (f"{ACT}/eng@2002", "2001-02-03, 2010"),
        (f"{ACT}/eng@2001-02-03~art_9", "no provision 'art_9'"),
        ("nobody", "no file and no body 'nobody' .expected a file, or one of the library's bodies"),
        ("zz,", "no body 'zz'"),
        ("", "empty"),
        ("/akn/zz/act", "no instrument"),
        (f"{ACT}/eng@soon", "no date"),
    ],
)
def test_what_is_not_there_is_named(home: Path, side: str, message: str) -> None:
    with pytest.raises(NotFoundError, match=message):
        resolve(side, library=home)


def test_nothing_was_in_force_then(home: Path) -> None:
    with pytest.raises(UsageError, match="in force on 1990"):
        resolve(f"{ACT}/eng", library=home, day="1990")


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("1990", "not in force on 1990-01-01, but from 2001-02-03"),
        ("2012-05", "not in force on 2012-05-01; the text of 2001-02-03 and of 2010 is"),
    ],
)
def test_a_text_named_by_its_date_has_to_be_in_force_on_the_day(home: Path, day: str, why: str) -> None:
    old = f"{ACT}/eng@2001-02-03"
    add_body("then", [old], library=home)
    for side in (old, f"{old}~art_1", "then"):
        with pytest.raises(UsageError, match=f"{old} is {why}"):
            resolve(side, library=home, day=day)
        assert resolve(side, library=home, day=day, build=False)  # whoever builds on it may name an older one
        assert resolve(side, library=home, day="2009")


def test_a_file_has_to_be_in_force_on_the_day(tmp_path: Path) -> None:
    said: list[str] = []
    dated, undated = tmp_path / "dated.md", tmp_path / "undated.md"
    dated.write_text(f"---\ntitle: An act\ndate: 2001-02-03\n---\n\n{OLD}")
    undated.write_text(OLD)

    def read(file: Path, at: str) -> list[str | None]:
        said.clear()
        return [v.ref.date for v in resolve(str(file), library=tmp_path, lang="en", day=at, say=said.append)]

    assert (read(dated, "2001-02-03"), said) == (["2001-02-03"], [])
    with pytest.raises(UsageError, match=r"dated\.md: is not in force on 2001-01-01, but from 2001-02-03"):
        read(dated, "2001")
    assert read(undated, "2001") == [None]
    assert said == [f"{undated} has no date: whether it was in force on 2001-01-01 is not known"]


def test_the_id_of_a_body_may_have_a_dot(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_body("zz.2010", [f"{ACT}/eng"], library=home)
    assert dates("zz.2010", home) == dates(f"{ACT}/eng", home)
    monkeypatch.chdir(tmp_path)
    Path("zz.2010").write_text(OTHER)
    assert resolve("zz.2010", library=home, lang="en")[0].source.path == "zz.2010"  # a file that is there is meant


def test_bodies_are_taken_out_all_or_none(home: Path) -> None:
    for name in ("a", "b"):
        add_body(name, [f"{ACT}/eng"], library=home)
    with pytest.raises(NotFoundError, match="no body 'c'"):
        drop_bodies(["a", "c"], library=home)
    assert [body.id for body in drop_bodies(["b", "b"], library=home)] == ["b"]
    assert [body.id for body in bodies(home)] == ["a"]
    assert len(held(home)) == 4


@pytest.mark.parametrize("side", ["nothing.md", "folder/nothing"])
def test_a_path_that_is_not_there_is_a_missing_file(home: Path, side: str) -> None:
    with pytest.raises(InputError):
        resolve(side, library=home)


def test_without_a_library_a_word_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no file 'nobody'"):
        resolve("nobody", library=tmp_path / "none")


def test_adding_again_changes_nothing(tmp_path: Path, home: Path) -> None:
    before = held(home)
    options = Options("en", "An act", date="2010", instrument=ACT)
    again = add_files([str(tmp_path / "new.md")], library=home, options=options)
    assert (again.new, [v.ref.date for v in again.known]) == ((), ["2010"])
    assert held(home) == before


def test_a_text_given_twice_is_added_once(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(OLD)
    result = add_files([str(file), str(file)], library=tmp_path / "new", options=Options("en"))
    assert (len(result.new), len(result.known)) == (1, 1)


@pytest.mark.parametrize("bad", ["missing.md", "binary.md", "clash.md"])
def test_all_files_are_added_or_none(tmp_path: Path, home: Path, bad: str) -> None:
    (tmp_path / "good.md").write_text(OTHER.replace("2", "3"))
    (tmp_path / "binary.md").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "clash.md").write_text(OLD.replace("punished", "forgiven"))
    before = held(home)
    options = Options("en", date="2001-02-03", instrument=ACT)
    with pytest.raises(PalermoError):
        add_files([str(tmp_path / "good.md"), str(tmp_path / bad)], library=home, options=options)
    assert held(home) == before


def test_a_bad_file_makes_no_library(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        add_files([str(tmp_path / "missing.md")], library=tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_what_is_held(home: Path) -> None:
    versions = held(home)
    assert [(str(v.ref), v.title, len(v.fragments)) for v in versions] == [
        (f"{ACT}/eng@2001-02-03", "An act", 2),
        (f"{ACT}/eng@2010", "An act", 1),
        (f"{ACT}/fra@2001-02-03", "Une loi", 1),
        ("/akn/zz/act/7/eng", "Single", 1),
    ]


def test_search_finds_what_was_added_and_looks_at_the_day(home: Path) -> None:
    assert search("enslaving", library=home, scope=SearchScope(lang="en")).total == 2
    then = search("slavery", library=home, scope=SearchScope(lang="en", at="2005"))
    assert [hit.fragment.ref.date for hit in then.hits] == ["2001-02-03"]
    now = search("slavery OR fine", library=home, scope=SearchScope(at="2020", jurisdiction="zz", lang="en"))
    assert sorted(str(hit.fragment.ref.date) for hit in now.hits) == ["2001-02-03", "2010", "None"]


def test_search_without_a_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="palermo add"):
        search("slavery", library=tmp_path)


@pytest.mark.parametrize("id_", ["", "a b", "/akn/zz", "a,b", "-"])
def test_the_id_of_a_body_is_one_word(home: Path, id_: str) -> None:
    with pytest.raises(UsageError):
        add_body(id_, [ACT + "/eng"], library=home)


def test_a_body_has_only_what_is_there(home: Path) -> None:
    with pytest.raises(NotFoundError):
        add_body("zz", ["/akn/zz/act/404"], library=home)
    with Library.open(home) as library:
        assert library.bodies() == ()


def test_progress_passes_every_file_and_article(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(OLD)
    seen: list[tuple[str, int]] = []

    def track(items: Iterable[T], label: str, total: int | None = None) -> Iterator[T]:
        done = list(items)
        seen.append((label, len(done)))
        return iter(done)

    add_files([str(file)], library=tmp_path / "new", options=Options("en"), track=track)
    assert [label for label, _ in seen] == ["reading files", "indexing articles", "reading amendments"]
    assert all(number >= 1 for _, number in seen)
