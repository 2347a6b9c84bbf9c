"""Reports in other languages: complete catalogues, nothing left in English, and codes that stay what they are."""

from __future__ import annotations

import io
import re
import runpy
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po
from lxml import html
from reportmaking import MADE, PROTOCOL, case, matrix, sample

from alignment.change import change as compare_gaps
from alignment.compare import compare
from alignment.history import history as tell
from kb.codebook import codebook as load_codebook
from palermo.filled import read_filled
from palermo.report.analysis.brief import brief
from palermo.report.analysis.change import change
from palermo.report.analysis.codebook import codebook
from palermo.report.analysis.gaps import gaps
from palermo.report.analysis.history import history
from palermo.report.analysis.matrix import matrix as many
from palermo.report.document import Document
from palermo.report.html.gaps import gaps as gaps_page
from palermo.report.html.gaps_change import gaps_change as change_page
from palermo.report.html.gaps_history import gaps_history as history_page
from palermo.report.html.matrix import matrix as matrix_page
from palermo.report.language.speaking import SOURCE, languages, speaking
from palermo.report.markdown.document import document as as_markdown
from palermo.report.terminal.codebook import codebook as codebook_text
from palermo.report.terminal.gaps import gaps as gaps_text
from palermo.report.terminal.gaps_change import gaps_change as change_text
from palermo.report.terminal.gaps_history import gaps_history as history_text
from palermo.report.terminal.matrix import matrix as matrix_text
from palermo.report.xlsx.matrix import matrix as as_workbook

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "docs" / "write_catalogues.py"
CATALOGUES = ROOT / "palermo" / "report" / "language" / "catalogues"
OTHERS = [lang for lang in languages() if lang != SOURCE]
OLD, NEW, VICTIMS = "criminal-code-2004.ru", "criminal-code-2019.ru", "victims-act-2022.ru"

catalogues = pytest.mark.skipif(not SCRIPT.is_file(), reason="beside an installed palermo there are no sources")


@cache
def _tool() -> dict[str, Any]:
    return runpy.run_path(str(SCRIPT))


@cache
def _catalogue(lang: str) -> Catalog:
    with (CATALOGUES / f"{lang}.po").open("rb") as file:
        return read_po(file, locale=lang)


def _changed() -> tuple[Any, Any]:
    return compare_gaps(case(OLD).analysis, case(NEW).analysis), compare([sample(OLD)], [sample(NEW)])


def _story() -> Any:
    return tell([case(OLD).analysis, case(NEW).analysis])


DOCUMENTS: dict[str, Callable[[], Document]] = {
    "gaps": lambda: gaps(case(NEW, VICTIMS)),
    "gaps of a law without trafficking": lambda: gaps(case("amending-act-2019.ru")),
    "brief": lambda: brief(case(NEW, VICTIMS)),
    "matrix": lambda: many(matrix(case(OLD), case(NEW)), MADE),
    "change": lambda: change(_changed()[0], PROTOCOL, MADE, _changed()[1]),
    "history": lambda: history(_story(), PROTOCOL, MADE),
    "codebook": lambda: codebook(load_codebook(PROTOCOL), MADE),
}
TEXTS: dict[str, Callable[[], str]] = {
    "gaps": lambda: gaps_text(case(NEW, VICTIMS).analysis, PROTOCOL, _plain()),
    "matrix": lambda: matrix_text(matrix(case(OLD), case(NEW))),
    "change": lambda: change_text(_changed()[0], PROTOCOL, _plain()),
    "history": lambda: history_text(_story(), PROTOCOL, _plain()),
    "codebook": lambda: codebook_text(load_codebook(PROTOCOL)),
}
PAGES: dict[str, Callable[[], str]] = {
    "gaps": lambda: gaps_page(case(NEW, VICTIMS)),
    "matrix": lambda: matrix_page(matrix(case(OLD), case(NEW))),
    "change": lambda: change_page(_changed()[0], PROTOCOL),
    "history": lambda: history_page(_story(), PROTOCOL),
}


def _plain() -> Any:
    from palermo.report.terminal.common import PLAIN

    return PLAIN


@catalogues
@pytest.mark.parametrize("lang", OTHERS)
def test_every_message_has_a_translation_with_the_same_places_and_all_plurals(lang: str) -> None:
    found = _catalogue(lang)
    forms_of = get_plural(lang).num_plurals
    for said in _tool()["messages"]():
        message = found.get(said.one, said.context or None)
        assert message is not None, said
        strings = message.string if said.several else (message.string,)
        assert len(strings) == (forms_of if said.several else 1), said
        assert all(strings), said
        assert {_places(said.several or said.one)} == {_places(s) for s in strings}, said


@catalogues
@pytest.mark.parametrize("lang", OTHERS)
def test_the_catalogue_is_as_the_tool_writes_it(lang: str) -> None:
    path = CATALOGUES / f"{lang}.po"
    assert path.read_text("utf-8") == _tool()["render"](path), "run `python docs/write_catalogues.py`"


@pytest.mark.parametrize("lang", OTHERS)
def test_a_framework_has_its_title_and_the_names_of_its_elements_in_the_language(lang: str) -> None:
    assert lang in PROTOCOL.titles
    assert [e.code for e in PROTOCOL.elements if lang not in e.labels] == []
    names = [e.labels[lang] for e in PROTOCOL.elements]
    assert len(set(names)) == len(names)


def _places(sentence: str) -> frozenset[str]:
    return frozenset(re.findall(r"\{(\w*)\}", sentence))


@pytest.mark.parametrize("lang", [lang for lang in ("ru", "kk") if lang in OTHERS])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_latin_word_is_left_in_a_document_in_cyrillic(name: str, lang: str) -> None:
    with speaking(lang):
        made = DOCUMENTS[name]()
        text = as_markdown(made)
    assert made.lang == lang
    assert _latin(re.sub(r"`[^`]*`", "", text.replace("\\", ""))) == []


@pytest.mark.parametrize("name", TEXTS)
def test_no_latin_word_is_left_in_a_text_in_russian(name: str) -> None:
    with speaking("ru"):
        text = TEXTS[name]()
    assert all(len(line) <= 80 for line in text.splitlines())
    assert _latin(re.sub(r"`[^`]*`|\[[\w :-]+, \d+ %\]", "", " ".join(text.split()))) == []


@pytest.mark.parametrize("name", PAGES)
def test_no_latin_word_is_left_on_a_page_in_russian(name: str) -> None:
    with speaking("ru"):
        page = html.fromstring(PAGES[name]())
    assert page.get("lang") == "ru"
    for gone in page.xpath("//code | //style | //script"):
        gone.drop_tree()
    said = [page.text_content(), *page.xpath("//@title | //@aria-label")]
    assert _latin(" ".join(re.sub(r"[a-z]+\.[a-z_0-9]+:", " ", text) for text in said)) == []


def test_no_latin_word_is_left_in_a_workbook_in_russian_and_it_is_read_back(tmp_path: Path) -> None:
    with speaking("ru"):
        data = as_workbook(matrix(case(OLD), case(NEW)), MADE)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames[:2] == ["Краткие выводы", "Матрица"]
    codes = {"code", "rule", "reference", "body", "group", "machine value", "machine extent"}
    for sheet in book.worksheets:
        heads = [str(cell.value) for cell in sheet[1]]
        for row in sheet.iter_rows(min_row=2):
            for head, cell in zip(heads, row, strict=True):
                key = head.partition("[")[2].rstrip("]") or head
                if isinstance(cell.value, str) and key not in codes and not _code(cell.value):
                    assert _latin(cell.value) == [], (sheet.title, head, cell.coordinate)
    path = tmp_path / "filled.xlsx"
    path.write_bytes(data)
    rows = read_filled(str(path), ("code", "reviewer value"))
    assert [row.text("code") for row in rows[:2]] == ["act.recruitment", "act.transportation"]


def _code(value: str) -> bool:
    """A code, a reference, a digest, a file or a command."""
    return (
        re.fullmatch(r"[a-z]+\.[a-z_0-9]+|[0-9a-f]{64}|/akn/\S+|\S+\.md|body-\d|palermo .*|ru|xt|[a-z]+", value)
        is not None
    )


_KNOWN = {
    *("palermo", "SHA", "UNTS", "CETS"),
    *("gaps", "review", "import", "list", "add", "FILE", "official"),  # commands and their options
    *("yes", "no", "unclear", "full", "some", "cases", "Codes"),  # what a reviewer fills in
    *("note", "XT", "xt", "ru"),  # in a citation; a country and a language by their codes
}


def _latin(text: str) -> list[str]:
    """The words in Latin letters, but for names, files, what a reviewer fills in and the names of rules."""
    text = re.sub(r"(?:Правило|Ереже) [\w:-]+,", "", text)
    text = re.sub(r"\b(?:act|means|purpose|child|consent|scope|offence)\.[a-z_0-9]+|<br>", "", text)
    text = re.sub(r"\S+\.(?:md|ru)\b|/akn/\S+|[0-9a-f]{64}|body-\d", "", text)
    return [word for word in re.findall(r"[A-Za-z]{2,}", text) if word not in _KNOWN]
