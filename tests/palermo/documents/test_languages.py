"""Reports in other languages: complete catalogues, nothing left in English, and codes that stay what they are."""

from __future__ import annotations

import io
import pickle
import re
import runpy
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po
from lxml import html

from palermo.alignment.compare.compare import compare
from palermo.alignment.gaps.gaps import gaps as analyse
from palermo.alignment.gaps.gaps_change import GapChangeKind, PenaltyKind
from palermo.alignment.gaps.gaps_change import change as compare_gaps
from palermo.alignment.gaps.history import history as tell
from palermo.alignment.rules.sentence import Sentence
from palermo.cli.main import run
from palermo.corpus.errors import UsageError
from palermo.corpus.readers import read_file
from palermo.corpus.readers.tables.filled_tables import read_filled
from palermo.kb.frameworks.codebook import codebook as load_codebook
from palermo.report.analysis.coding.codebook_text import codebook as codebook_text
from palermo.report.analysis.gaps.as_csv import gaps as as_table
from palermo.report.analysis.gaps.as_html import gaps as gaps_page
from palermo.report.analysis.gaps.as_json import gaps as as_object
from palermo.report.analysis.gaps.as_text import gaps as gaps_text
from palermo.report.analysis.gaps_change.as_html import gaps_change as change_page
from palermo.report.analysis.gaps_change.as_text import gaps_change as change_text
from palermo.report.analysis.gaps_change.words import KINDS, PENALTY_KINDS
from palermo.report.analysis.gaps_history.as_html import gaps_history as history_page
from palermo.report.analysis.gaps_history.as_text import gaps_history as history_text
from palermo.report.analysis.matrix.as_html import matrix as matrix_page
from palermo.report.analysis.matrix.as_text import matrix as matrix_text
from palermo.report.analysis.matrix.as_xlsx import matrix as as_workbook
from palermo.report.analysis.memo.brief import brief
from palermo.report.analysis.memo.case import Case
from palermo.report.analysis.memo.change import change
from palermo.report.analysis.memo.codebook import codebook
from palermo.report.analysis.memo.gaps import gaps
from palermo.report.analysis.memo.history import history
from palermo.report.analysis.memo.matrix_memo import matrix as many
from palermo.report.format.document import Document
from palermo.report.format.markdown import document as as_markdown
from palermo.report.language import forms
from palermo.report.language.message import Message, translated
from palermo.report.language.speaking import SOURCE, languages, speaking, spoken
from palermo.report.shared.penalty_words import bounds
from tests.support.failures.same_text import assert_same_text
from tests.support.report_cases import MADE, PROTOCOL, case, matrix, sample

ROOT = Path(__file__).parents[3]
SCRIPT = ROOT / "docs" / "tools" / "write_catalogues.py"
CATALOGUES = ROOT / "palermo" / "report" / "language" / "catalogues"
OTHERS = [lang for lang in languages() if lang != SOURCE]
OLD, NEW, VICTIMS = "criminal-code-2004.ru", "criminal-code-2019.ru", "victims-act-2022.ru"

catalogues = pytest.mark.skipif(not CATALOGUES.is_dir(), reason="beside an installed palermo there are no sources")


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
    from palermo.report.format.terminal import PLAIN

    return PLAIN


@catalogues
@pytest.mark.parametrize("lang", OTHERS)
def test_every_message_has_a_translation_with_the_same_places_and_all_plurals(lang: str) -> None:
    found = _catalogue(lang)
    forms_of = get_plural(lang).num_plurals
    for said in _tool()["messages"]():
        message: Any = found.get(said.one, said.context or None)
        assert message is not None, said
        strings = message.string if said.several else (message.string,)
        assert len(strings) == (forms_of if said.several else 1), said
        assert all(strings), said
        assert {_places(said.several or said.one)} == {_places(s) for s in strings}, said


@catalogues
@pytest.mark.parametrize("lang", OTHERS)
def test_the_catalogue_is_as_the_tool_writes_it(lang: str) -> None:
    path = CATALOGUES / f"{lang}.po"
    assert_same_text(path.read_text("utf-8"), _tool()["render"](path), "run `python docs/tools/write_catalogues.py`")


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
        page: Any = html.fromstring(PAGES[name]())
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
    rows = read_filled(str(path), ("code", "reviewer value"), name="a review")
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


@catalogues
@pytest.mark.parametrize("lang", OTHERS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_english_sentence_is_left_in_a_document(name: str, lang: str) -> None:
    with speaking(lang):
        text = " ".join(as_markdown(DOCUMENTS[name]()).replace("\\", "").split())
    assert [said.one for said in _tool()["messages"]() if _fixed(said.one) in text] == []


def _fixed(sentence: str) -> str:
    """The longest part of a sentence that is the same whatever stands in its places."""
    words = max(re.split(r"\{\w*\}", sentence), key=len).strip(" .,:;()")
    return words if words.count(" ") > 1 and not words.startswith("UNTS") else "\0"


def test_codes_and_keys_stay_what_they_are_in_every_language() -> None:
    analysis = case(NEW, VICTIMS).analysis
    said = as_object(analysis), as_table(analysis)
    for lang in OTHERS:
        with speaking(lang):
            assert (as_object(analysis), as_table(analysis)) == said


def test_numbers_take_the_form_that_the_language_has_for_them() -> None:
    years = {n: bounds(None, n, "years") for n in (1, 2, 5, 21, 22, 25)}
    assert years[1] == "up to 1 year"
    assert years[21] == "up to 21 years"
    assert bounds(None, 2.5, "years") == "up to 2.5 years"
    assert bounds(14 / 365, 2, "years") == "14 days to 2 years"
    assert bounds(120, 240, "hours") == "120 to 240 hours"
    with speaking("ru"):
        assert [bounds(n, n, "years") for n in (1, 3, 5, 21)] == ["1 год", "3 года", "5 лет", "21 год"]
        assert [bounds(None, n, "years") for n in (1, 3, 21)] == ["до 1 года", "до 3 лет", "до 21 года"]
        assert bounds(0.5, 10, "years") == "от 6 месяцев до 10 лет"
        assert bounds(5, float("inf"), "years") == "от 5 лет до пожизненного"
        assert bounds(1.5, 1.5, "years") == "1,5 года"
        assert bounds(1000, 2000, "currency") == "от 1\u00a0000 до 2\u00a0000 (денежных единиц)"
    with speaking("fr"):
        assert bounds(3, 5, "years") == "de 3 à 5 ans"
    with speaking("kk"):
        assert bounds(3, 5, "years") == "3–5 жыл"


def test_dates_and_marks_are_as_the_language_has_them() -> None:
    assert forms.day("2006-03-02") == "2006-03-02"
    said = {}
    for lang in OTHERS:
        with speaking(lang):
            told = (forms.day("2006-03-02"), forms.quoted("x"), forms.percent(0.93), forms.language_name("ru"))
            said[lang] = tuple(" ".join(words.split()) for words in told)  # whichever space does not break
            assert forms.day("2006") == "2006"
            assert forms.day("2006-03") == "2006-03"
    assert said == {
        "es": ("2 de marzo de 2006", "«x»", "93 %", "ruso"),
        "fr": ("2 mars 2006", "« x »", "93 %", "russe"),
        "kk": ("2006 ж. 2 наурыз", "«x»", "93%", "орыс тілі"),
        "ru": ("2 марта 2006 г.", "«x»", "93 %", "русский"),
    }
    with speaking("fr"):
        assert forms.day("2015-01-01") == "1er janvier 2015"
        assert forms.country_name("kz") == "Kazakhstan"
    with speaking("es"):
        assert forms.country_name("zz") != ""
        assert forms.short_day("2015-01-31") == "31/1/2015"


def test_a_sentence_made_from_a_pattern_is_translated_with_its_parts() -> None:
    said = Sentence(
        "{explanation} The rule would say {value}, but is right too seldom to decide.",
        explanation="Nothing {x}",
        value="yes",
    )
    assert said == "Nothing {x} The rule would say yes, but is right too seldom to decide."
    assert pickle.loads(pickle.dumps(said)).parts == said.parts
    with speaking("ru"):
        assert (
            translated(said)
            == "Nothing {x} Правило ответило бы «да», но оно слишком редко бывает верным, чтобы на него полагаться."
        )
        assert translated("nobody has said this") == "nobody has said this"
        assert translated("") == ""


def test_one_language_at_a_time_and_english_after_it() -> None:
    assert spoken() == SOURCE
    with speaking("ru"), speaking("fr"):
        assert Message("Summary")() == "Résumé"
    assert spoken() == SOURCE
    with pytest.raises(UsageError, match="'xx'") as error, speaking("xx"):
        pass
    assert "en, es, fr, kk, ru" in str(error.value.expected)


@pytest.mark.parametrize("command", ["gaps", "matrix", "brief", "codebook"])
def test_the_commands_take_the_language_of_the_report(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    law = [] if command == "codebook" else [str(files("palermo") / "sample" / f"{NEW}.md")]
    for lang in languages():
        file = tmp_path / f"{lang}.docx"
        assert run([command, *law, "--report-lang", lang, "-o", str(file)]) == 0
        word = docx.Document(io.BytesIO(file.read_bytes()))
        assert word.core_properties.language.startswith(lang)
    assert run([command, *law, "--report-lang", "xx"]) == 2
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1
    assert "--report-lang en, es, fr, kk, ru" in told[0]


@pytest.mark.mirror
def test_kazakhstan_2005_to_2015_in_russian(mirror: Path) -> None:
    folder = mirror / "kz" / "criminal-code-1997"
    before, after = (
        Case(analyse([read_file(str(file)) for file in sorted((folder / day).glob("*.md"))], PROTOCOL), PROTOCOL, MADE)
        for day in ("2005-07-08", "2015-01-01")
    )
    with speaking("ru"):
        first = " ".join(as_markdown(gaps(before)).replace("\\", "").split())
        then = " ".join(as_markdown(change(compare_gaps(before.analysis, after.analysis), PROTOCOL, MADE)).split())
    for wanted in (
        "(Казахстан, русский), действует с 8 июля 2005\u00a0г.",
        "Не выполнен",
        "## Насколько это надёжно",
        "## Что делать дальше",
        "Из пяти деяний в законе не названы: укрывательство.",
        "## Открытые требования",
        "## Не определено, решать юристу",
        "## Источники и воспроизводимость",
    ):
        assert wanted.replace("\u00a0", " ") in first.replace("\u00a0", " "), wanted
    assert "Открытых требований: до изменения" in then
    assert re.search(r"Закрыты? \d пробел\w*: .*укрывательство", then)


def test_kinds_of_changes_and_of_penalties_that_are_called_the_same_are_two_messages() -> None:
    assert GapChangeKind.ALTERED.value == PenaltyKind.ALTERED.value
    with speaking("fr"):
        assert (KINDS[GapChangeKind.ALTERED](), PENALTY_KINDS[PenaltyKind.ALTERED]()) == ("modifié", "modifiée")
