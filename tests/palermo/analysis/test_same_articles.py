"""Texts of one act that are read together though they cannot be in force together, and where that is said."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from palermo.corpus.readers import read_text
from palermo.corpus.text.narrow import narrow
from palermo.corpus.text.same_articles import overlapping
from palermo.report.analysis.gaps.as_html import gaps as page
from palermo.report.analysis.memo.brief import brief
from palermo.report.analysis.memo.gaps import gaps
from palermo.report.format.markdown import document
from palermo.report.language.speaking import speaking
from palermo.report.shared.overlap import overlaps
from tests.conftest import Palermo
from tests.support.report_cases import case, sample

SAMPLE = Path(str(files("palermo") / "sample"))
OLD, NEW, VICTIMS = (
    str(SAMPLE / f"{name}.en.md") for name in ("criminal-code-2004", "criminal-code-2019", "victims-act-2022")
)
CODE = "/akn/xt/act/2003-06-12/63/eng"
DATES = "as if all of them were in force (2004-01-01; 2019-06-01)"


def test_editions_of_an_act_overlap_and_parts_of_it_do_not() -> None:
    old, new, victims = sample("criminal-code-2004.en"), sample("criminal-code-2019.en"), sample("victims-act-2022.en")
    assert overlapping([victims, old, new]) == ((old, new),)
    assert overlapping([old, victims, sample("criminal-code-2019.ru")]) == ()
    offence, other = narrow(old, "art_128"), narrow(new, "art_129")
    assert overlapping([offence, other]) == ()
    assert overlapping([offence, new, other]) == ((offence, new, other),)
    undated = [read_text(f"Section {n}. Buoys\n\nBuoys are red.\n", name=f"{n}.txt", lang="en") for n in (1, 1, 2)]
    assert overlapping(undated) == ((undated[0], undated[1]),)


def test_one_text_given_twice_is_no_edition() -> None:
    old = sample("criminal-code-2004.en")
    assert list(overlaps([old, old])) == [f"{old.title}: this text is given more than once."]


@pytest.mark.parametrize(
    "args",
    [
        ("gaps", OLD, NEW),
        ("gaps", f"{OLD},{NEW}", "--format", "csv"),
        ("gaps", VICTIMS, "--with", OLD, "--with", NEW),
        ("brief", OLD, NEW),
        ("explain", "act.receipt", OLD, NEW),
        ("matrix", f"{OLD},{NEW}"),
        ("define", "trafficking", f"{OLD},{NEW}", VICTIMS),
        ("review", "show", f"{OLD},{NEW}", "act.receipt"),
    ],
)
def test_it_is_said_once_wherever_law_is_read(palermo: Palermo, args: tuple[str, ...]) -> None:
    ran = palermo(*args)
    assert ran.code == 0
    assert ran.err.count(DATES) == 1


@pytest.mark.parametrize("args", [("gaps", "--history", OLD, NEW), ("compare", OLD, NEW), ("gaps", OLD, VICTIMS)])
def test_nothing_is_said_where_they_are_held_apart(palermo: Palermo, args: tuple[str, ...]) -> None:
    ran = palermo(*args)
    assert (ran.code, ran.err) == (0, "")


def test_a_body_of_two_editions_is_kept_and_it_is_said(palermo: Palermo) -> None:
    palermo("add", OLD, NEW)
    ran = palermo("body", "add", "both", f"{CODE}@2004-01-01", f"{CODE}@2019-06-01")
    assert (ran.code, ran.err.count(DATES)) == (0, 1)
    assert palermo("body", "add", "one", CODE).err == ""


def test_reports_say_it(palermo: Palermo) -> None:
    both = case("criminal-code-2004.en", "criminal-code-2019.en")
    for written in (page(both), document(gaps(both)), document(brief(both)), palermo("gaps", OLD, NEW).out):
        assert DATES in " ".join(written.split())
    with speaking("fr"):
        assert "plusieurs textes de la même loi" in page(both)
