"""Where texts come from, as it is asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from palermo.cli.commands.library.add import MARKS as OFFERED
from palermo.corpus.model.text_model import Source, Translation, Version
from palermo.corpus.readers import read_text
from palermo.kb.library.library import Library
from palermo.kb.library.source_kinds import MARKS, facts, marked
from tests.kb.conftest import SearchIn


def text(number: int, path: str, official: bool | None, translation: Translation = Translation.NONE) -> Version:
    law = f"Section {number}. One\n\nSlavery is an offence.\n"
    version = read_text(law, name="a.md", lang="en", instrument=f"/akn/zz/act/2011/{number}")
    source = replace(version.source, path=path, official=official, translation=translation)
    return replace(version, source=source)


@pytest.fixture
def four(shelf: Library) -> Library:
    shelf.add([
        text(1, "laws/One.md", True),
        text(2, "laws/two.md", False),
        text(3, "foreign/three.md", None, Translation.UNOFFICIAL),
        text(4, "foreign/four.md", None, Translation.OFFICIAL),
    ])  # fmt: skip
    return shelf


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("slavery source:official", {"1", "4"}),
        ("slavery source:Unofficial", {"2", "3"}),
        ("source:translation", {"3", "4"}),
        ('source:"official translation"', {"4"}),
        ("slavery NOT source:translation", {"1", "2"}),
        ("source:one.md", {"1"}),
        ("source:laws/ level:section", {"1", "2"}),
        ("source:official OR source:three", {"1", "3", "4"}),
        ("source:nowhere", set()),
    ],
)
def test_source(four: Library, search_in: SearchIn, query: str, found: set[str]) -> None:
    answer = search_in(four, f"({query}) level:section")
    assert {hit.unit.cite for hit in answer.hits} == found


def test_sources_are_counted(four: Library, search_in: SearchIn) -> None:
    counted = search_in(four, "slavery").facets["source"]
    assert counted["official"] == counted["unofficial"] == counted["translation"] == 2
    assert not {key for key in counted if ".md" in key}


def test_what_is_not_known_is_no_kind() -> None:
    assert facts(Source("a.md", "0" * 64)) == {"a.md"}
    assert "unofficial" in facts(Source("a.md", "0" * 64, translation=Translation.MACHINE))


def test_what_is_said_of_a_source_is_what_it_is_found_by() -> None:
    assert OFFERED == MARKS
    source = Source("a.md", "0" * 64)
    assert {mark: facts(marked(source, mark)) - {"a.md"} for mark in MARKS} == {
        "official": {"official"},
        "unofficial": {"unofficial"},
        "official-translation": {"official", "translation", "official translation"},
        "unofficial-translation": {"unofficial", "translation", "unofficial translation"},
        "machine-translation": {"unofficial", "translation", "machine translation"},
    }
