"""The matrix: each cell is what `gaps` says, in every format."""

from __future__ import annotations

import csv
import io
import re
from functools import partial
from importlib.resources import files
from pathlib import Path

import pytest

from palermo import gaps, read
from palermo.analysis.matrix import Matrix, everything, matrix
from palermo.kb.frameworks.framework import load
from palermo.library.use_cases import add_body, add_files, resolve
from palermo.report.analysis.matrix.as_csv import matrix as as_table
from palermo.report.analysis.matrix.as_html import matrix as as_page
from palermo.report.analysis.matrix.as_json import matrix as as_object
from palermo.report.analysis.matrix.as_text import matrix as as_text
from palermo.report.format.terminal import Screen

SAMPLE = files("palermo") / "sample"
CODE = "/akn/zy/act/2003-06-12/63"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    shelf = tmp_path_factory.mktemp("library")
    add_files([str(SAMPLE / f.name) for f in SAMPLE.iterdir() if f.name.endswith(".md")], library=shelf)
    return shelf


def made(home: Path, *sides: str, history: bool = False) -> Matrix:
    return matrix(sides, partial(resolve, library=home), load("palermo"), library=home, history=history)


def codes(home: Path) -> list[str]:
    return [side for side in everything(home) if "/63/" in side]


def test_a_cell_is_what_gaps_says(home: Path) -> None:
    found = made(home, *codes(home))
    assert {body.lang for body in found.bodies} == {"en", "ru"}
    for body in found.bodies:
        name = f"criminal-code-2019.{body.lang}.md"
        alone = gaps(read(str(SAMPLE / name)))
        assert [(f.code, f.value) for f in found.row(body)] == [(f.code, f.value) for f in alone.findings]


def test_a_panel_has_a_row_for_each_date_in_order(home: Path) -> None:
    found = made(home, codes(home)[0], history=True)
    dates = [body.date for body in found.bodies]
    assert dates == sorted(map(str, dates))
    assert len(dates) == 2
    earlier, later = found.bodies
    assert earlier.analysis.finding("consent.irrelevant").value != later.analysis.finding("consent.irrelevant").value


def test_everything_is_bodies_first_and_what_is_in_none(home: Path, tmp_path: Path) -> None:
    add_files(
        [str(SAMPLE / f"{name}.md") for name in ("criminal-code-2019.en", "victims-act-2022.en")], library=tmp_path
    )
    code, act = everything(tmp_path)
    add_body("both", [code, act], library=tmp_path)
    assert everything(tmp_path) == ("both",)


def test_what_cannot_be_analysed_is_left_out_and_said(home: Path, tmp_path: Path) -> None:
    (tmp_path / "x.xx.md").write_text("---\nlang: el\n---\n# Νόμος\n\nΆρθρο 1. Εμπορία\n\nΚείμενο.\n", "utf-8")
    found = made(home, str(tmp_path / "x.xx.md"), codes(home)[0])
    assert len(found.bodies) == 1
    ((side, reason),) = found.left_out
    assert side.endswith("x.xx.md")
    assert "'el'" in reason
    assert "Left out" in as_text(found)


def test_the_table_has_one_row_a_body_and_code(home: Path) -> None:
    found = made(home, *codes(home))
    rows = list(csv.DictReader(io.StringIO(as_table(found))))
    assert len(rows) == len(found.bodies) * len(found.framework.elements)
    assert {(r["body"], r["code"]) for r in rows} == {
        (b.id, e.code) for b in found.bodies for e in found.framework.elements
    }
    yes = [r for r in rows if r["value"] == "yes"]
    assert yes
    assert all(r["quote"] and r["cite"] and r["reference"].startswith("/akn/") for r in yes)
    assert {r["months_max"] for r in rows} == {"96"}


def test_the_object_counts_what_the_findings_hold(home: Path) -> None:
    found = as_object(made(home, *codes(home)))
    cells = {(c["body"], c["code"]): c for c in found["cells"]}
    for body in found["bodies"]:
        for finding in body["findings"]:
            assert cells[body["id"], finding["code"]]["evidence"] == len(finding["evidence"])


def test_every_sign_of_the_page_leads_to_its_words(home: Path) -> None:
    page = as_page(made(home, *codes(home)))
    wanted = set(re.findall(r'href="#([^"]+)"', page)) - {"main"}
    assert wanted <= set(re.findall(r'id="([^"]+)"', page))
    assert len(wanted) == 2 * 47
    assert not re.search(r"https?://|url\(", page)


def test_the_text_fits_the_terminal(home: Path) -> None:
    lines = as_text(made(home, *codes(home)), Screen(width=80)).splitlines()
    assert max(map(len, lines)) <= 80
