"""`palermo gaps` with --with, --history and --official, as it is called."""

from __future__ import annotations

import csv
import io
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest
import wcwidth

from palermo.kb.frameworks.framework import load
from tests.conftest import Palermo
from tests.support import treaty
from tests.support.failures.same_text import assert_same_text

SAMPLE = Path(str(files("palermo") / "sample"))
OLD, NEW, VICTIMS = (
    SAMPLE / f"{name}.en.md" for name in ("criminal-code-2004", "criminal-code-2019", "victims-act-2022")
)
FORMATS = ("text", "json", "html")


def _narrow_enough(text: str) -> bool:
    return all(wcwidth.width(line) <= 80 for line in text.splitlines())


def test_what_the_sample_s_amendment_did(palermo: Palermo) -> None:
    ran = palermo("gaps", OLD, "--with", f"{NEW},{VICTIMS}")
    assert ran.code == 0
    assert _narrow_enough(ran.out)
    assert "\nClosed (" in ran.out
    assert "\nPenalties\n" in ran.out
    found = json.loads(palermo("gaps", OLD, "--with", f"{NEW},{VICTIMS}", "--format", "json").out)
    assert found["schema"] == "palermo.gaps-change/1"
    assert [len(found[side]["sources"]) for side in ("before", "after")] == [1, 2]
    assert sum(found["counts"].values()) == len(found["changes"]) == len(load("palermo").elements)
    assert found["counts"]["closed"] == len(
        re.findall(r"^  \S.*: (?:absent|partly|contrary|narrower)\S* → (?:met|broader)", ran.out, re.M)
    )


def test_a_change_reads_all_texts_it_is_given_with(palermo: Palermo) -> None:
    joined, apart = (
        palermo("gaps", OLD, *given, "--format", "json").out
        for given in (("--with", f"{NEW},{VICTIMS}"), ("--with", NEW, "--with", VICTIMS))
    )
    assert json.loads(joined)["changes"] == json.loads(apart)["changes"]


def test_every_quotation_of_a_change_is_a_slice_of_its_text(palermo: Palermo) -> None:
    found = json.loads(palermo("gaps", OLD, "--with", f"{NEW},{VICTIMS}", "--format", "json").out)
    for side, key in (("before", "from"), ("after", "to")):
        texts = [Path(source["path"]).read_text("utf-8") for source in found[side]["sources"]]
        quoted = [e for c in found["changes"] for e in c[key]["evidence"]]
        quoted += [p[key] for p in found["penalties"] if p[key]]
        assert quoted
        for e in quoted:
            assert texts[e["source"]][e["start"] : e["end"]] == e["quote"]


def test_a_change_as_a_table(palermo: Palermo) -> None:
    rows = list(csv.DictReader(io.StringIO(palermo("gaps", OLD, "--with", NEW, "--format", "csv").out)))
    assert [r["what"] for r in rows].count("code") == len(load("palermo").elements)
    penalties = {r["name"]: r for r in rows if r["what"] == "penalty"}
    basic = penalties["the offence itself: imprisonment"]
    assert basic["change"] in {"raised", "lowered", "altered", "same"}
    assert basic["from_value"]
    assert basic["to_value"]


def test_a_law_against_itself_has_not_changed(palermo: Palermo) -> None:
    ran = palermo("gaps", OLD, "--with", OLD)
    assert "The same before and after." in ran.out
    assert not re.search(r"^(Closed|Opened|Nearer|Further)", ran.out, re.M)


def test_the_history_of_the_sample(palermo: Palermo, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = palermo("gaps", "--history", OLD, NEW)
    assert ran.code == 0
    assert _narrow_enough(ran.out)
    story = json.loads(palermo("gaps", "--history", NEW, OLD, "--format", "json").out)
    assert story["schema"] == "palermo.gaps-history/1"
    dates = [e["date"] for e in story["editions"]]
    assert dates == sorted(dates)
    assert all(date in ran.out for date in dates)
    change = json.loads(palermo("gaps", OLD, "--with", NEW, "--format", "json").out)
    assert story["steps"][0]["counts"] == change["counts"]
    for p in story["steps"][0]["penalties"]:
        sides = [(p["from"], story["editions"][0]), (p["to"], story["editions"][1])]
        for place, edition in sides:
            if place is not None:
                assert edition["penalties"][place]["aggravation"] == p["aggravation"]
    for row in story["table"]:
        assert len(row["ratings"]) == len(row["values"]) == 2


def test_the_history_of_an_instrument_in_a_library(palermo: Palermo) -> None:
    assert palermo("add", OLD, NEW).code == 0
    refs = {v["ref"] for v in json.loads(palermo("list", "--format", "json").out)["versions"]}
    [instrument] = {ref.rpartition("/")[0] for ref in refs}
    assert_same_text(palermo("gaps", "--history", instrument).out, palermo("gaps", "--history", OLD, NEW).out)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written(form: str, palermo: Palermo, tmp_path: Path) -> None:
    for name, arguments in (("change", (OLD, "--with", NEW)), ("history", ("--history", OLD, NEW))):
        file = tmp_path / f"{name}.{form}"
        assert palermo("gaps", *arguments, "--format", form, "-o", file).code == 0
        text = file.read_text("utf-8")
        assert text.endswith("\n")
        if form == "html":
            assert not re.search(r'(?:src|href)="(?!#)', text)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--history", OLD), "two dates"),
        (("--history", OLD, OLD.with_name("criminal-code-2004.ru.md")), "two editions"),
        (("--history", OLD, NEW, "--with", NEW), "all dates"),
        (("--history", OLD, NEW, "--at", "2005"), "all dates"),
        (("--history", "nobody"), "nobody"),
        ((OLD, "--with", "missing.md"), "missing.md"),
        ((OLD, "--official", OLD), "not the text"),
        ((OLD, "--official", f"{OLD},{NEW}"), "2 texts"),
    ],
)
def test_mistakes_are_one_line(arguments: tuple[object, ...], said: str, palermo: Palermo) -> None:
    ran = palermo("gaps", *arguments, "--quiet")
    assert ran.code == 2
    assert ran.out == ""
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1


def test_official_words_from_a_file_and_from_the_library(palermo: Palermo, tmp_path: Path) -> None:
    file = tmp_path / "lake.txt"
    file.write_text(treaty.ENGLISH, encoding="utf-8")
    without = palermo("gaps", NEW)
    assert "palermo add FILE" in without.out.replace("\n", " ")
    given = palermo("gaps", NEW, "--official", file, "--format", "json", "--quiet")
    quotes = {f["requires"]["article"]: f["requires"]["quote"] for f in json.loads(given.out)["findings"]}
    assert quotes["3(d)"] == '(d) "Child" is a person who is under eighteen.'
    assert quotes[None] is None
    added = palermo("add", file, "--lang", "en")
    assert "official text" in added.err
    assert_same_text(palermo("gaps", NEW, "--format", "json").out, given.out)
    assert "palermo add FILE" not in palermo("gaps", NEW).out.replace("\n", " ")
    defined = json.loads(palermo("define", "child", NEW, "--format", "json").out)
    assert quotes["3(d)"] in {row["requires"]["quote"] for row in defined["rows"]}
