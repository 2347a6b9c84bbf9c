"""Definitions side by side say what the findings say."""

from __future__ import annotations

from pathlib import Path

import pytest

from palermo.alignment.definitions.define import Definition, define
from palermo.alignment.gaps.gaps import gaps
from palermo.corpus.errors import NotFoundError
from palermo.corpus.model.findings import Value
from palermo.corpus.readers import read_file
from palermo.kb.frameworks.framework import load
from palermo.report.format.terminal import PLAIN
from palermo.report.texts.definitions.as_html import define as html
from palermo.report.texts.definitions.as_json import define as contract
from palermo.report.texts.definitions.as_text import define as text
from palermo.report.texts.definitions.words import called
from tests.support.generated_offences import LANGS, analysis, offence, version

FRAMEWORK = load("palermo")
RICH = offence().but(means=("force", "fraud"), purposes=("slavery", "begging"))


def _define(term: str = "trafficking") -> Definition:
    return define(term, [[version(offence().text())], [version(RICH.text())]], FRAMEWORK)


def test_each_row_has_a_cell_a_side_in_their_order() -> None:
    found = _define()
    assert found.term == "trafficking"
    assert len(found.sides) == 2
    assert all([c.side for c in row.cells] == [0, 1] for row in found.rows)


def test_the_cells_are_the_findings() -> None:
    for row in (r for r in _define().rows if r.element):
        assert row.cells[0].value == analysis(offence()).finding(row.code).value
        assert row.cells[1].value == analysis(RICH).finding(row.code).value


def test_what_one_side_has_and_the_other_has_not_is_seen() -> None:
    cells = {row.code: [c.value.value for c in row.cells] for row in _define().rows}
    assert cells["means.fraud"] == ["no", "yes"]
    assert cells["purpose.sexual"] == ["yes", "no"]
    assert cells["purpose.begging"] == ["no", "yes"]


def test_a_cell_without_the_element_has_no_words_and_one_with_it_quotes_them() -> None:
    found = _define()
    for row in found.rows:
        for cell in row.cells:
            if cell.value is Value.NO:
                assert cell.evidence is None
            if cell.evidence:
                text = found.sides[cell.side][cell.evidence.source].text
                assert cell.evidence.quote == text[cell.evidence.span.start : cell.evidence.span.end]
            assert cell.evidence or cell.value is not Value.YES


def test_what_holds_in_some_cases_is_no_yes_like_another() -> None:
    penalty = "The same acts committed by force are punished by imprisonment of ten years."
    grave = offence().but(means=(), more=(penalty,))
    found = define("trafficking", [[version(offence().text())], [version(grave.text())]], FRAMEWORK)
    row = next(row for row in found.rows if row.code == "means.force")
    assert [c.value for c in row.cells] == [Value.YES, Value.YES]
    assert [c.in_some_cases for c in row.cells] == [False, True]
    assert row.differs
    assert "[1] +   [2] (+)  differ" in text(found, PLAIN)
    assert "in some cases" in html(found)
    made = contract(found)
    cells = next(r for r in made["rows"] if r["code"] == "means.force")["cells"]
    assert [c["extent"] for c in cells] == ["full", "some cases"]


def test_a_body_of_several_texts_is_called_by_the_first_and_how_many_more() -> None:
    texts = [version(offence().text()), version(RICH.text()), version(RICH.text())]
    assert called(texts) == f"{called(texts[:1])} and 2 more"


# First parts of the codes of each term.
OF_TERM = {
    "trafficking": ("act.", "means.", "purpose.", "child.no_means", "child.age_18", "consent.", "scope."),
    "exploitation": ("purpose.",),
    "child": ("child.",),
    "vulnerability": ("means.vulnerability", "means.abuse_of_power"),
    "consent": ("consent.",),
}


@pytest.mark.parametrize("term", FRAMEWORK.definitions)
def test_a_term_has_the_rows_of_its_elements_only(term: str) -> None:
    codes = [row.code for row in _define(term).rows if row.element]
    assert codes
    assert codes == [e.code for e in FRAMEWORK.elements if e.code.startswith(OF_TERM[term])]


def test_terms_are_found_however_they_are_written() -> None:
    assert _define(" Trafficking ").rows == _define().rows


def test_an_unknown_term_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(NotFoundError) as refused:
        _define("piracy")
    assert refused.value.expected is not None
    assert "trafficking" in refused.value.expected
    named = refused.value.expected.removeprefix("one of ").split(", ")
    assert sorted(named) == sorted(set(named))


def test_sides_may_be_in_different_languages() -> None:
    found = define("trafficking", [[version(offence().text())], [version(offence("ru").text(), "ru")]], FRAMEWORK)
    for row in found.rows:
        assert row.cells[0].value == row.cells[1].value, row.code


EXPERIMENTS = offence().but(purposes=("slavery", "medical experiments", "begging"))


def test_an_item_that_the_framework_does_not_know_is_a_row_of_its_own() -> None:
    sides = [[version(offence().text())], [version(EXPERIMENTS.text())], [version(EXPERIMENTS.text())]]
    extra = [row for row in define("trafficking", sides, FRAMEWORK).rows if row.element is None]
    assert [(row.code, row.label) for row in extra] == [("extra.1", "medical experiments")]
    assert [c.value for c in extra[0].cells] == [Value.NO, Value.YES, Value.YES]
    evidence = extra[0].cells[1].evidence
    assert evidence is not None
    assert evidence.quote == "medical experiments"


@pytest.mark.parametrize("lang", LANGS)
def test_elements_that_the_framework_knows_are_no_extra(lang: str) -> None:
    rows = define("trafficking", [[version(offence(lang).text(), lang)]], FRAMEWORK).rows
    assert [row.label for row in rows if row.element is None] == []


@pytest.mark.parametrize("term", ["торговля людьми", "traite des êtres humains", "Menschenhandel"])
def test_the_term_may_be_written_in_any_language(term: str) -> None:
    assert define(term, [[version(offence().text())]], FRAMEWORK).term == "trafficking"


ONE = """Section 2. Definitions

"shelter" means a place where (a) victims sleep; (b) victims eat; and (c) nobody pays.
"rest house" means another place.
"""
OTHER = """Section 9. Interpretation

"shelter" means a house in which (a) nobody pays a fee; and (b) doctors work.
"""


def test_any_other_term_is_taken_apart_clause_by_clause() -> None:
    rows = define("Shelter", [[version(ONE)], [version(OTHER)]], FRAMEWORK).rows
    said = [[c.evidence.quote if c.evidence else None for c in row.cells] for row in rows]
    assert said[0] == ['"shelter" means a place where', '"shelter" means a house in which']
    assert ["(c) nobody pays.", "(a) nobody pays a fee"] in said
    assert ["(a) victims sleep", None] in said
    assert [None, "(b) doctors work."] in said
    assert all(row.element is None and row.code.startswith("clause.") for row in rows)


RUSSIAN = """Статья 1. Основные понятия

В настоящем Законе используются следующие понятия:
1) убежище – место, в котором жертвы спят;
2) жертва торговли людьми – лицо, которому причинен вред.
"""
ENGLISH = """Section 2. Definitions

"victim" means a person who has suffered harm.
"shelter" means a place where victims sleep.
"""


@pytest.mark.parametrize("term", ["victim", "жертва", "Opfer"])
def test_a_term_is_found_in_laws_of_other_languages(term: str) -> None:
    rows = define(term, [[version(ENGLISH)], [version(RUSSIAN, "ru")]], FRAMEWORK).rows
    said = [c.evidence.quote if c.evidence else None for c in rows[0].cells]
    assert said == [
        '"victim" means a person who has suffered harm.',
        "2) жертва торговли людьми – лицо, которому причинен вред.",
    ]


def test_a_term_that_no_text_defines_is_refused_with_those_that_they_define() -> None:
    with pytest.raises(NotFoundError) as refused:
        define("unicorn", [[version(ONE)]], FRAMEWORK)
    assert refused.value.expected is not None
    assert "shelter" in refused.value.expected


@pytest.mark.mirror
def test_real_definitions_side_by_side(mirror: Path) -> None:
    sides = [
        [read_file(str(mirror / "un/palermo-2000.en.md"), lang="en")],
        [read_file(str(mirror / "fr/code-penal/225-4-1/2013-08-07.fr.md"), lang="fr")],
    ]
    cells = {row.code: [c.value.value for c in row.cells] for row in define("trafficking", sides, FRAMEWORK).rows}
    assert cells["act.recruitment"] == ["yes", "yes"]
    assert cells["means.abduction"] == ["yes", "no"]
    assert cells["purpose.begging"] == ["no", "yes"]


@pytest.mark.mirror
def test_what_a_cell_says_of_a_real_law_is_what_gaps_says(mirror: Path) -> None:
    files = (
        ("un/palermo-2000.en.md",),
        ("coe/cets-197-2005.en.md",),
        ("eu/dir-2011-36/2024-07-14.art-1-10.en.md",),
        ("kz/criminal-code-2014/2025-09-16/art-128.ru.md", "kz/criminal-code-2014/2025-09-16/art-135.ru.md"),
        ("ie/2008-act-8/2022-12-22.en.md",),
    )
    sides = [[read_file(str(mirror / f), lang=f.split(".")[-2]) for f in side] for side in files]
    analyses = [gaps(side, FRAMEWORK) for side in sides]
    found = define("trafficking", sides, FRAMEWORK)
    for row in found.rows:
        for cell in row.cells:
            if row.element:
                assert cell.value is analyses[cell.side].finding(row.code).value
            if cell.evidence:
                e = cell.evidence
                assert e.quote == sides[cell.side][e.source].text[e.span.start : e.span.end]
