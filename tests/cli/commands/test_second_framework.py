"""A second framework, invented, with a code that no rule knows: every command that takes one goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from palermo.corpus.errors import InputError
from palermo.corpus.model.refs import InstrumentId
from palermo.corpus.readers import read_file, read_text
from palermo.kb.frameworks.framework import parse
from palermo.library.mark_elements import annotate
from palermo.texts.official_text import bound, identified
from tests.conftest import Palermo
from tests.support.framework_folder import frameworks_of, protocol_text

SAMPLE = Path(str(files("palermo") / "sample"))
OLD, NEW, HELP = (SAMPLE / f"{name}.en.md" for name in ("criminal-code-2004", "criminal-code-2019", "victims-act-2022"))
SECOND = """\
id: second
version: "0.1"
title: "Convention of Talmeria on the trade in persons"
citation: "Invented"
instrument: /akn/xt/treaty/2020-01-01/convention
scales:
  asked: {asks: "yes", "yes": met, some: partly, "no": absent}
  extra: {asks: none, "yes": broader, some: broader, "no": not required}
obligations:
  "2(1)":
    label: {en: "Acts"}
    bindingness: mandatory
    restatement: "Recruiting a person is an offence."
    citation: "Convention of Talmeria, art. 2(1)"
  "11":
    label: {en: "Shelter"}
    bindingness: mandatory
    restatement: "Victims are given a shelter."
    citation: "Convention of Talmeria, art. 11"
elements:
  - code: act.recruitment
    label: {en: "recruitment"}
    group: act
    article: "2(1)"
    scale: asked
    restatement: "Recruiting is an act."
  - code: victim.shelter
    label: {en: "shelter"}
    group: victim
    article: "11"
    scale: asked
    restatement: "Victims are given a shelter."
"""
CONVENTION = """\
Article 2. Offences

1. Each State Party punishes the recruitment of a person for exploitation.

Article 11. Shelter

Each State Party gives victims a shelter.
"""


@pytest.fixture(autouse=True)
def second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The framework beside the Protocol's."""
    folder = tmp_path / "frameworks"
    folder.mkdir()
    (folder / "second.yaml").write_text(SECOND, "utf-8")
    (folder / "palermo.yaml").write_text(protocol_text(), "utf-8")
    with frameworks_of(folder, monkeypatch):
        yield


def test_a_code_that_no_rule_knows_is_undecided_and_the_others_are_answered(palermo: Palermo) -> None:
    for law in (NEW, HELP):  # also where there is no law on trafficking
        ran = palermo("gaps", law, "--framework", "second", "--format", "json")
        assert ran.code == 0
        found = {f["code"]: f for f in json.loads(ran.out)["findings"]}
        assert found["act.recruitment"]["value"] == ("yes" if law == NEW else "no")
        shelter = found["victim.shelter"]
        assert (shelter["value"], shelter["rating"], shelter["rule"]) == ("unclear", "undecided", "no-rule")
        assert shelter["explanation"] == "No rule knows this code: the text was not read for it."
        assert not shelter["evidence"]


def test_explain_cites_the_framework_and_tells_of_no_search_where_there_was_none(palermo: Palermo) -> None:
    ran = palermo("explain", "act.recruitment", NEW, "--framework", "second")
    assert "(Convention of Talmeria, art. 2(1), mandatory)" in " ".join(ran.out.split())
    assert "Words looked for" in ran.out
    ran = palermo("explain", "victim.shelter", NEW, "--framework", "second")
    assert ran.code == 0
    assert "no-rule" in ran.out
    assert "Words looked for" not in ran.out
    assert "Searched" not in ran.out


@pytest.mark.parametrize(
    "args",
    [
        ("frameworks", "second"),
        ("define", "trafficking", OLD, NEW, "--framework", "second"),
        ("matrix", OLD, NEW, "--framework", "second"),
        ("codebook", "--framework", "second"),
        ("gaps", OLD, "--with", NEW, "--framework", "second"),
        ("gaps", OLD, NEW, "--history", "--framework", "second"),
        ("gaps", NEW, "--framework", "second", "--format", "html"),
        ("gaps", NEW, "--framework", "second", "--report-lang", "ru"),
        ("compare", OLD, NEW, "--against", "second"),
    ],
    ids=lambda args: " ".join(str(a) for a in args if not isinstance(a, Path)),
)
def test_every_command_takes_it(palermo: Palermo, args: tuple[str | Path, ...]) -> None:
    ran = palermo(*args)
    assert ran.code == 0
    assert ran.out


def test_a_workbook_and_a_group_without_a_name_of_its_own(palermo: Palermo, tmp_path: Path) -> None:
    assert palermo("gaps", NEW, "--framework", "second", "-o", tmp_path / "gaps.xlsx").code == 0
    assert "Victim: 1 shelter" in palermo("matrix", NEW, OLD, "--framework", "second").out


def test_a_search_knows_the_elements_of_both(palermo: Palermo) -> None:
    assert palermo("add", NEW).code == 0
    assert json.loads(palermo("search", "--element", "act.recruitment", "--format", "json").out)["total"]
    ran = palermo("search", "--element", "victim.shelter", "--format", "json")
    assert (ran.code, json.loads(ran.out)["total"]) == (0, 0)
    assert palermo("search", "--element", "victim.shelter-bag").code == 2
    marks = annotate([read_file(str(NEW))])
    assert {mark.code for mark in marks[0]} >= {"act.recruitment", "means.force"}  # those of the Protocol, too


def test_its_official_text_is_known_by_its_identity_only_where_few_codes_could_tell() -> None:
    known = parse(SECOND)
    text = read_text(CONVENTION, lang="en")
    assert identified(text, known) is text
    with pytest.raises(InputError, match="not the text"):
        bound(text, known)
    named = replace(text, ref=replace(text.ref, instrument=InstrumentId.parse(known.instrument)))
    assert bound(named, known).quote("11") == "Article 11. Shelter Each State Party gives victims a shelter."
