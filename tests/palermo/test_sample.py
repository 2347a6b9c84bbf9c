"""The law of the invented state: the same in both languages, and amended exactly as the amending act instructs."""

from __future__ import annotations

import csv
import re
from importlib.resources import files
from pathlib import Path

import pytest

SAMPLE = Path(str(files("palermo") / "sample"))
ACTS = ("criminal-code-2004", "amending-act-2019", "criminal-code-2019", "victims-act-2022")
QUOTED = re.compile(r"[“«]((?:Article|Статья) ([\d-]+)\..*?)[”»];", re.S)


def _text(act: str, lang: str) -> str:
    return (SAMPLE / f"{act}.{lang}.md").read_text("utf-8")


def _articles(text: str) -> dict[str, str]:
    """The articles by number, each with its heading."""
    bare = re.sub(r"^#{1,3} .*$", "", text, flags=re.M)
    pieces = re.split(r"^#### (?=(?:Article|Статья) )", bare, flags=re.M)[1:]
    return {re.match(r"\S+ ([\d-]+)", piece)[1]: piece.strip() for piece in pieces}  # type: ignore[index]


def _shape(text: str) -> list[tuple[str, list[str]]]:
    """The number of each article with the numbers of the parts and points in it, in order."""
    return [(n, re.findall(r"^(\d+(?:-\d+)?[.)])", body, re.M)) for n, body in _articles(text).items()]


@pytest.mark.parametrize("act", ACTS)
def test_the_two_languages_have_the_same_shape(act: str) -> None:
    assert _shape(_text(act, "en")) == _shape(_text(act, "ru"))
    assert len(_shape(_text(act, "en"))) >= (3 if act.startswith("amending") else 30)


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_code_after_the_amendment_is_what_the_act_instructs(lang: str) -> None:
    before, after = (_articles(_text(f"criminal-code-{year}", lang)) for year in (2004, 2019))
    quoted = {number: article for article, number in QUOTED.findall(_text("amending-act-2019", lang))}
    assert set(quoted) == {"128", "129", "129-1"}
    for number, article in quoted.items():
        assert after[number] == article
    assert list(after) == ["129-1" if number == "130" else number for number in before]
    changed = {n for n in before if n in after and before[n] != after[n]}
    assert changed == {"6", "7", "127", "128", "129"}


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_word_changes_of_the_amendment_were_made(lang: str) -> None:
    before, after = (_articles(_text(f"criminal-code-{year}", lang)) for year in (2004, 2019))
    act = _articles(_text("amending-act-2019", lang))["1"]
    pairs = re.findall(r"[“«]([^”»\n]+)[”»] (?:are replaced by the words|заменить словами) [“«]([^”»\n]+)[”»]", act)
    assert len(pairs) == 3
    for number, replaced in (("6", pairs[:1]), ("127", pairs[1:])):
        text = before[number]
        for old, new in reversed(replaced):
            assert text.count(old) == 1
            text = text.replace(old, new)
        assert text == after[number]
    point = re.search(r"[“«](2-1\).*?;)[”»];", act)
    assert point is not None
    assert before["7"].replace("\n\n3) ", f"\n\n{point[1]}\n\n3) ") == after["7"]


def test_the_manifest_names_every_file_once() -> None:
    rows = list(csv.DictReader((SAMPLE / "MANIFEST.tsv").read_text("utf-8").splitlines(), delimiter="\t"))
    assert sorted(row["path"] for row in rows) == sorted(p.name for p in SAMPLE.glob("*.md"))
    for row in rows:
        text = (SAMPLE / row["path"]).read_text("utf-8")
        assert f"title: {row['title']}\n" in text
        assert row["path"].endswith(f".{row['language']}.md")
