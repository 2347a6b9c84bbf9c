"""A concordance as an object, in the terminal, as a page and as a table; and the command."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
import wcwidth
from lxml import html as lxml_html

import palermo as api
from palermo.alignment.concordance import Concordance, concordance
from palermo.report.format.terminal import PLAIN
from palermo.report.texts.concordance.as_csv import COLUMNS
from palermo.report.texts.concordance.as_csv import concordance as as_table
from palermo.report.texts.concordance.as_html import concordance as as_page
from palermo.report.texts.concordance.as_json import concordance as as_object
from palermo.report.texts.concordance.as_text import concordance as as_text
from tests.conftest import Palermo
from tests.support.small_laws import item, law, section

ENGLISH = [
    section("1", "A carrier checks the passport of every passenger <before> the ship leaves & sails."),
    section("2", "The Minister pays each victim compensation out of a fund."),
    section("3", "Shelters offer", item("a", "housing;"), item("b", "medical help;")),
    section("4", "=1+1 nets are mended in winter"),
]
GERMAN = [
    section("10", "Der Minister zahlt jedem Opfer eine Entschädigung aus einem Fonds."),
    section("20", "Der Beförderungsunternehmer prüft den Pass jedes Passagiers, bevor das Schiff ablegt."),
    section("30", "Geboten werden", item("x", "Unterkunft;"), item("y", "medizinische Hilfe;")),
]


@pytest.fixture(scope="module")
def found() -> Concordance:
    return concordance([law(*ENGLISH)], [law(*GERMAN, lang="de")])


def test_the_object_is_the_contract(found: Concordance) -> None:
    document = json.loads(json.dumps(as_object(found)))
    assert list(document) == ["schema", "left", "right", "pairs", "unmatched"]
    assert document["schema"] == "palermo.concordance/1"
    assert [side[0]["lang"] for side in (document["left"], document["right"])] == ["en", "de"]
    provision = {"id", "level", "num", "cite", "heading", "start", "end"}
    for pair in document["pairs"]:
        assert set(pair) == {"left", "right", "left_source", "right_source", "strength", "score", "parts", "shared"}
        assert set(pair["left"]) == set(pair["right"]) == provision
        assert pair["strength"] in {"core", "related"}
        assert 0 < pair["score"] <= 1
        assert pair["parts"]
        assert all(0 <= part <= 1 for part in pair["parts"].values())
        assert all("." in code for code in pair["shared"])
    assert {(p["left"]["num"], p["right"]["num"]) for p in document["pairs"]} >= {("1", "20"), ("2", "10"), ("a", "x")}
    assert [p["num"] for p in document["unmatched"]["left"]] == ["4"]
    assert set(document["unmatched"]["left"][0]) == provision | {"source"}
    assert document["unmatched"]["right"] == []


def test_the_terminal_shows_both_texts_in_its_columns(found: Concordance) -> None:
    text = as_text(found, PLAIN)
    assert all(wcwidth.width(line) <= 80 for line in text.splitlines())
    assert "A carrier checks" in text
    assert "Der Minister" in text
    assert "both: minister, victim, compensation, fund" in text
    assert "Only on the left: " in text
    assert "Only on the right" not in text


def test_the_page_escapes_the_law_and_says_its_languages(found: Concordance) -> None:
    page = as_page(found)
    assert "&lt;before&gt;" in page
    assert "<before>" not in page
    tree: Any = lxml_html.fromstring(page)
    assert {q.get("lang") for q in tree.iter("q")} == {"en", "de"}
    assert len(tree.xpath("//tbody/tr")) == len(found.matches)
    assert "Only on the left (1)" in tree.text_content()


def test_the_table_has_a_row_a_match_and_one_for_what_answers_nothing(found: Concordance) -> None:
    rows = list(csv.DictReader(io.StringIO(as_table(found))))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(found.matches) + 1
    assert rows[-1]["strength"] == "unmatched"
    assert rows[-1]["left_text"].startswith("'=")
    assert rows[-1]["right"] == ""
    assert rows[0]["left_reference"].startswith("/akn/zz/act/1/eng~")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text("Section 1. The Minister pays compensation.\nSection 2. Nets are mended in winter.\n", "utf-8")
    right.write_text("Статья 5. Сети чинят летом.\nСтатья 6. Министр выплачивает компенсацию.\n", "utf-8")
    return left, right


def test_the_command(palermo: Palermo, files: tuple[Path, Path]) -> None:
    langs = ("--left-lang", "en", "--right-lang", "ru")
    document = json.loads(palermo("concordance", *files, *langs, "--format", "json").out)
    assert [(p["left"]["cite"], p["right"]["cite"]) for p in document["pairs"]] == [("1", "6")]
    assert palermo("concordance", *files, *langs, "--core").out.count(" = ") == 1
    assert palermo("concordance", *files, *langs, "--format", "csv").out.startswith("left,right,strength")
    assert "<table>" in palermo("concordance", *files, *langs, "--format", "html").out


def test_the_command_refuses_a_language_without_terms(palermo: Palermo, files: tuple[Path, Path]) -> None:
    ran = palermo("concordance", *files, "--left-lang", "ga", "--right-lang", "ru")
    assert (ran.code, ran.out) == (2, "")
    assert "thesaurus" in ran.err


def test_programs_call_it_by_its_name(files: tuple[Path, Path]) -> None:
    left, right = api.read(str(files[0]), lang="en"), api.read(str(files[1]), lang="ru")
    assert [(m.left.num, m.right.num) for m in api.concordance(left, right).matches] == [("1", "6")]
