"""`add`, `list`, `body` and `search` as they are called."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, cast

import pytest
import wcwidth

from tests.conftest import Palermo, Ran
from tests.support.failures.same_text import assert_same_text

ENGLISH = "# Slavery Act\n\nSection 1. Slavery\n\nWhoever enslaves **children** or other persons commits an offence.\n"
RUSSIAN = "# Закон\n\nСтатья 5. Торговля людьми\n\n1. Вербовка людей наказывается.\n\n2. Суд может назначить штраф.\n"


@pytest.fixture
def law(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with an English and a Russian act in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "en.md").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "ru.md").write_text(RUSSIAN, encoding="utf-8")
    return tmp_path


@pytest.fixture
def stocked(palermo: Palermo, law: Path) -> Palermo:
    """The command, with both acts in its library."""
    assert (
        palermo(
            "add", "en.md", "--lang", "en", "--title", "Slavery Act", "--id", "/akn/zz/act/1", "--date", "2001"
        ).code
        == 0
    )
    assert (
        palermo("add", "ru.md", "--lang", "ru", "--title", "Закон", "--id", "/akn/zy/act/2", "--date", "2002").code == 0
    )
    return palermo


def as_json(ran: Ran) -> dict[str, Any]:
    assert (ran.code, ran.err) == (0, "")
    return cast(dict[str, Any], json.loads(ran.out))


def test_add_says_what_is_new_and_what_was_there(palermo: Palermo, law: Path) -> None:
    first = palermo("add", "en.md", "ru.md", "--id", "/akn/zz/act/1")
    assert first.code == 0
    assert first.out.count("added /akn/zz/act/1/") == 2
    again = as_json(palermo("add", "en.md", "--lang", "en", "--id", "/akn/zz/act/1", "--format", "json"))
    assert again["schema"] == "palermo.add/1"
    assert again["added"] == []
    assert again["known"][0]["source"]["path"] == "en.md"


def test_list(stocked: Palermo) -> None:
    listed = as_json(stocked("list", "--format", "json"))
    assert listed["schema"] == "palermo.list/1"
    russian, english = listed["versions"]
    assert russian["ref"] == "/akn/zy/act/2/rus@2002"
    assert english == {
        "ref": "/akn/zz/act/1/eng@2001",
        "title": "Slavery Act",
        "jurisdiction": "zz",
        "lang": "en",
        "in_force": english["in_force"],
        "sources": english["sources"],
    }
    assert english["in_force"]["start"] == "2001"
    assert [source["path"] for source in english["sources"]] == ["en.md"]
    assert "/akn/zz/act/1/eng@2001" in stocked("list").out
    page = stocked("list", "--format", "html").out
    assert '<span lang="ru">Закон</span>' in page


def test_search_as_json(stocked: Palermo) -> None:
    answer = as_json(stocked("search", "child enslaved", "--format", "json"))
    assert answer["schema"] == "palermo.search/1"
    assert (answer["query"], answer["strict"], answer["total"]) == ("child enslaved", 1, 2)
    hit = answer["hits"][0]
    assert set(hit) == {
        "ref", "source", "provision", "place", "lang", "jurisdiction", "in_force", "score", "snippet", "highlights",
        "elements",
    }  # fmt: skip
    assert hit["ref"] == "/akn/zz/act/1/eng@2001~" + hit["provision"]["id"]
    assert [hit["snippet"][s:e] for s, e in hit["highlights"]] == ["Slavery", "enslaves", "children"]
    assert set(answer["facets"]) == {"jurisdiction", "language", "instrument", "element", "year", "source"}
    assert answer["facets"]["instrument"] == {"/akn/zz/act/1": 2}


def test_search_in_the_terminal_marks_without_colour_and_fits(stocked: Palermo) -> None:
    ran = stocked("search", "людьми")
    assert ran.code == 0
    assert "*Торговля людьми*" in stocked("search", "торговлей людьми").out
    assert "/akn/zy/act/2/rus@2002~art_5" in ran.out
    assert all(wcwidth.width(line) <= 80 for line in ran.out.splitlines())
    assert "\x1b" not in ran.out


def test_search_as_a_page(stocked: Palermo) -> None:
    page = stocked("search", "<b> OR slavery", "--format", "html").out
    assert "<mark>Slavery</mark>" in page
    assert "&lt;b&gt;" in page


def test_search_that_finds_nothing_is_no_error(stocked: Palermo) -> None:
    ran = stocked("search", "spaceship")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "0 articles and sections for spaceship",
        "No text has “spaceship”, nor a word like it.",
    ]


@pytest.mark.parametrize(
    ("option", "value", "total"), [("--lang", "ru", 1), ("--jurisdiction", "ZZ", 0), ("--at", "2001", 0)]
)
def test_search_has_a_scope(stocked: Palermo, option: str, value: str, total: int) -> None:
    assert as_json(stocked("search", "людьми", option, value, "--format", "json"))["total"] == total


def test_a_body_can_be_used_as_a_side(stocked: Palermo) -> None:
    made = as_json(stocked("body", "add", "zz", "/akn/zz/act/1", "--title", "Zz", "--format", "json"))
    assert made == {"schema": "palermo.bodies/1", "bodies": [{"id": "zz", "title": "Zz", "refs": ["/akn/zz/act/1"]}]}
    assert stocked("body", "list").out == "zz  Zz\n    /akn/zz/act/1\n"
    assert "enslaves" in stocked("show", "zz").out
    assert as_json(stocked("body", "remove", "zz", "--format", "json")) == made
    assert stocked("body", "list").out == "The library has no bodies of law.\n"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["search", "(slavery"], "bracket"),
        (["search", '"slavery'], "quotation mark"),
        (["search", ""], "empty"),
        (["search", "colour:red"], "unknown field"),
        (["search", "x", "--at", "soon"], "no date"),
        (["search", "x", "--lang", "xx"], "unknown language"),
        (["add", "missing.md"], "missing.md"),
        (["body", "add", "zz", "/akn/zz/act/9"], "not in the library"),
        (["show", "/akn/zz/act/9"], "not in the library"),
        (["show", "nobody"], "no file and no body"),
        (["body", "remove", "nobody"], "no body"),
    ],
)
def test_a_mistake_is_one_line(stocked: Palermo, args: list[str], said: str) -> None:
    before = stocked("list").out
    ran = stocked(*args)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert re.fullmatch(r"palermo: error: [^\n]*\n", ran.err)
    assert_same_text(stocked("list").out, before)


@pytest.mark.parametrize("args", [["list"], ["search", "x"], ["body", "list"], ["show", "/akn/zz/act/1"]])
def test_no_library_is_one_line_and_none_is_made(palermo: Palermo, tmp_path: Path, args: list[str]) -> None:
    ran = palermo(*args)
    assert (ran.code, ran.out) == (2, "")
    assert "palermo add" in ran.err
    assert not (tmp_path / "library").exists()


@pytest.mark.parametrize("args", [["list"], ["search", "x"], ["add", "en.md"], ["show", "/akn/zz/act/1"]])
def test_a_damaged_library_is_one_line(stocked: Palermo, tmp_path: Path, args: list[str]) -> None:
    (tmp_path / "library" / "library.sqlite").write_bytes(b"no database" * 999)
    ran = stocked(*args)
    assert (ran.code, ran.out) == (2, "")
    assert "damaged" in ran.err
    assert ran.err.count("\n") == 1
