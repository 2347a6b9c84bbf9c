"""`palermo collection`, and results of `search` as citations, as they are called."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
import wcwidth

from tests.conftest import Palermo

ACT = """# Slavery Act

Part 1 Crimes

Section 1. Slavery

(1) Whoever enslaves persons commits an offence.

Section 2. Fines

A fine of {fine} is due.
"""
REF = "/akn/zz/act/2001/1"

Shelf = tuple[Palermo, Callable[..., None]]


@pytest.fixture
def shelf(palermo: Palermo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """The command, and a way to add the act with another fine at a date; the first is of 2001."""
    monkeypatch.chdir(tmp_path)

    def add(date: str, fine: str, **change: str) -> None:
        text = ACT.format(fine=fine)
        for old, new in change.items():
            text = text.replace(old, new)
        Path(f"{date}.txt").write_text(text, encoding="utf-8")
        args = ("--lang", "en", "--title", "Slavery Act", "--id", REF, "--date", date)
        assert palermo("add", f"{date}.txt", *args).code == 0

    add("2001", "five")
    return palermo, add


def shown(palermo: Palermo, name: str = "c") -> dict[str, Any]:
    ran = palermo("collection", "show", name, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    return cast(dict[str, Any], json.loads(ran.out))


def test_provisions_are_put_in_annotated_and_taken_out(shelf: Shelf) -> None:
    palermo, _ = shelf
    assert palermo("collection", "add", "c", f"{REF}~Section 2", f"{REF}~1(1)", "--note", "both").code == 0
    found = shown(palermo)
    assert found["schema"] == "palermo.collection/1"
    assert [item["ref"] for item in found["items"]] == [f"{REF}/eng@2001~sec_2", f"{REF}/eng@2001~sec_1__subsec_1"]
    assert [item["note"] for item in found["items"]] == ["both", "both"]
    assert [step["label"] for step in found["items"][1]["place"]] == ["Part 1", "Section 1", "(1)"]
    assert palermo("collection", "annotate", "c", "2", "  the\ncrime ").code == 0
    assert palermo("collection", "annotate", "c", f"{REF}~sec_2", "").code == 0
    assert [item["note"] for item in shown(palermo)["items"]] == ["", "the crime"]
    assert palermo("collection", "remove", "c", "1").code == 0
    text = palermo("collection", "show", "c").out
    assert "c: 1 provision\n" in text
    assert "Note: the crime" in text
    assert all(wcwidth.width(line) <= 80 for line in text.splitlines())
    assert palermo("collection", "delete", "c").code == 0
    assert palermo("collection", "list").out.startswith("The library has no collections")


def test_a_later_text_with_other_words_is_told(shelf: Shelf) -> None:
    palermo, add = shelf
    palermo("collection", "add", "c", f"{REF}~sec_1", f"{REF}~sec_2")
    add("2005", "ten")
    one, two = shown(palermo)["items"]
    assert (one["state"], one["newer"]) == ("same", None)
    assert (two["state"], two["newer"], two["repealed"]) == ("same", f"{REF}/eng@2005~sec_2", False)
    assert "! A newer text has other words: " in palermo("collection", "show", "c").out
    add("2009", "ten", **{"Section 2": "Section 3"})
    two = shown(palermo)["items"][1]
    assert (two["newer"], two["repealed"]) == (f"{REF}/eng@2009", True)
    assert f"! The newest text, {REF}/eng@2009, has no such" in palermo("collection", "show", "c").out


def test_what_is_changed_or_gone_is_told_and_what_was_kept_is_shown(shelf: Shelf, tmp_path: Path) -> None:
    palermo, add = shelf
    palermo("collection", "add", "c", f"{REF}~sec_2", "--note", "mine")
    assert palermo("remove", f"{REF}/eng@2001").code == 0
    (item,) = shown(palermo)["items"]
    assert (item["state"], item["text"], item["source"]) == ("gone", None, None)
    assert "A fine of five is due." in item["kept"]
    text = palermo("collection", "show", "c").out
    assert "Gone: " in text
    assert "fine of five" in text
    assert "no longer in the library" in palermo("collection", "show", "c", "--format", "md").out
    add("2001", "six")
    (item,) = shown(palermo)["items"]
    assert (item["state"], item["note"]) == ("changed", "mine")
    assert "fine of six" in item["text"]


def test_news_is_what_was_added_since(shelf: Shelf) -> None:
    palermo, add = shelf
    assert palermo("collection", "keep", "watch", "offence", "OR", "fine").code == 0
    quiet = json.loads(palermo("collection", "news", "watch", "--format", "json").out)
    assert (quiet["total"], quiet["added"], quiet["changed"], quiet["found"], quiet["gone"]) == (2, [], [], [], [])
    assert "Nothing is new" in palermo("collection", "news", "watch").out
    add("2005", "ten")
    told = json.loads(palermo("collection", "news", "watch", "--seen", "--format", "json").out)
    assert {hit["ref"].partition("~")[0] for hit in told["added"]} == {f"{REF}/eng@2005"}
    assert (told["total"], len(told["added"])) == (4, 2)
    assert "Nothing is new" in palermo("collection", "news", "watch").out
    assert palermo("remove", f"{REF}/eng@2001").code == 0
    told = json.loads(palermo("collection", "news", "watch", "--format", "json").out)
    assert ([gone["removed"] for gone in told["gone"]], told["total"]) == ([True, True], 2)
    assert "its text is no longer in the library" in palermo("collection", "news", "watch").out
    add("2001", "six")
    told = json.loads(palermo("collection", "news", "watch", "--seen", "--format", "json").out)
    assert (told["gone"], told["added"]) == ([], told["added"])


def test_a_kept_search_asks_what_search_asks(shelf: Shelf) -> None:
    palermo, _ = shelf
    Path("kz.txt").write_text(ACT.format(fine="six"), encoding="utf-8")
    palermo("add", "kz.txt", "--lang", "en", "--id", "/akn/kz/act/2010/5", "--date", "2010")
    kept = palermo("collection", "keep", "kazakhs", "kazakh slavery offence").out
    assert "2 articles and sections with all that it asks for" in " ".join(kept.split())
    told = json.loads(palermo("collection", "news", "kazakhs", "--format", "json").out)
    assert told["total"] > 0
    assert told["total"] == json.loads(palermo("search", "kazakh slavery offence", "--format", "json").out)["strict"]


def test_a_text_that_was_replaced_is_changed_and_not_new(shelf: Shelf) -> None:
    palermo, add = shelf
    palermo("collection", "keep", "watch", "fine", "--lang", "en", "--jurisdiction", "ZZ")
    palermo("remove", f"{REF}/eng@2001")
    add("2001", "six")
    told = json.loads(palermo("collection", "news", "watch", "--format", "json").out)
    assert told["search"]["jurisdiction"] == "zz"
    assert ([hit["ref"] for hit in told["changed"]], told["added"], told["gone"]) == ([f"{REF}/eng@2001~sec_2"], [], [])
    page = palermo("collection", "news", "watch", "--format", "html").out
    assert "1 found before in another text" in page


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("show", "nothing"), "no collection 'nothing'"),
        (("create", "a b"), "cannot be the name"),
        (("add", "c", f"{REF}~sec_9"), "no provision 'sec_9'"),
        (("add", "c", "/akn/zz/act/9/9~sec_1"), "not in the library"),
        (("remove", "c", "4"), "4 is not in the collection"),
        (("annotate", "c", "/akn/zz/act/2001/1~sec_7", "x"), "is not in the collection"),
        (("news", "c"), "keeps no search"),
        (("keep", "c", "colour:red"), "unknown field"),
        (("keep", "c"), "empty"),
    ],
)
def test_mistakes_are_one_line_and_change_nothing(shelf: Shelf, args: tuple[str, ...], says: str) -> None:
    palermo, _ = shelf
    palermo("collection", "add", "c", f"{REF}~sec_1")
    before = shown(palermo)
    ran = palermo("collection", *args)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert ran.err.count("\n") == 1
    assert shown(palermo) == before


def test_a_collection_of_provisions_in_every_format(shelf: Shelf, tmp_path: Path) -> None:
    palermo, _ = shelf
    palermo("collection", "add", "c", f"{REF}~sec_2", "--note", "=2+2")
    for suffix, says in [
        ("html", "=2+2"),
        ("md", "> Section 2"),
        ("bib", "@legislation{"),
        ("csl.json", "legislation"),
    ]:
        assert palermo("collection", "show", "c", "-o", f"out.{suffix}").code == 0
        assert says in Path(f"out.{suffix}").read_text(encoding="utf-8")
    (row,) = csv.DictReader(io.StringIO(palermo("collection", "show", "c", "--format", "csv").out))
    assert (row["note"], row["provision"], row["reference"]) == ("'=2+2", "2", f"{REF}/eng@2001~sec_2")


def test_search_results_as_citations(shelf: Shelf, tmp_path: Path) -> None:
    palermo, _ = shelf
    assert palermo("search", "fine", "-o", "hits.csl.json").code == 0
    (item,) = json.loads(Path("hits.csl.json").read_text(encoding="utf-8"))
    assert (item["title"], item["section"], item["number"]) == ("Slavery Act", "Section 2", "1")
    assert palermo("search", "fine", "-o", "hits.json").code == 0
    assert json.loads(Path("hits.json").read_text(encoding="utf-8"))["schema"] == "palermo.search/1"
    pages = [palermo("search", "fine OR offence", "--limit", "1", "--page", n, "--format", "csv").out for n in "12"]
    rows = [next(csv.DictReader(io.StringIO(page))) for page in pages]
    assert [row["number"] for row in rows] == ["1", "2"]
    assert {row["provision"] for row in rows} == {"1(1)", "2"}


def test_page_and_explain(shelf: Shelf) -> None:
    palermo, _ = shelf
    assert "There is no such page: 1 hit and no more." in palermo("search", "fine", "--page", "3").out
    text = palermo("search", "fine", "--explain").out
    assert "why it stands here: " in text
    (hit,) = json.loads(palermo("search", "fine", "--explain", "--format", "json").out)["hits"]
    assert hit["why"]["score"] == hit["score"]
