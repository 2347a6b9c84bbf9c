"""The tables that ministries use: what stands in them, in Word and on a page."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.table import Table
from lxml import html as lxml_html
from openpyxl import Workbook

from palermo.alignment.compare.compare import compare
from palermo.alignment.concordance import concordance
from palermo.corpus.errors import InputError, UsageError
from palermo.corpus.model.refs import InstrumentId
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_text
from palermo.report.format.docx.docx_passages import sheet as as_docx
from palermo.report.format.html.html_passages import sheet as as_page
from palermo.report.format.passage_table import Sheet, TableLook
from palermo.report.language.speaking import languages
from palermo.report.texts.ministry_tables.comparative import of_amendment, of_comparison
from palermo.report.texts.ministry_tables.correlation import correlation
from palermo.report.texts.ministry_tables.justifications import read_justifications
from palermo.report.texts.ministry_tables.labels import Labels, english
from palermo.report.texts.ministry_tables.rivals import rivals
from palermo.report.texts.ministry_tables.three_columns import three_columns
from tests.support.sample_bill import account

_HEAD = "КОДЕКС РЕСПУБЛИКИ ТАЛМЕРИЯ о гаванях\n\n"
OLD = (
    _HEAD
    + """Статья 1. Лодки

1. Лодка длиннее семи метров несёт фонарь и колокол.

2. Плот идёт:
а) днём и в ясную погоду;
б) за лоцманом, которого назначил начальник гавани;
в) с двумя вёслами.

Статья 2. Пчёлы

Пчёл показывают соседям до первого мая.

Статья 3. Собаки

Собак держат на привязи там, где играют дети.
"""
)
NEW = (
    _HEAD
    + """Статья 1. Лодки

1. Лодка длиннее девяти метров несёт фонарь и колокол.

2. Плот идёт:
а) с двумя вёслами;
б) днём и в ясную погоду;
в) за лоцманом, которого назначил начальник гавани.

Статья 3. Собаки

Собак держат на привязи там, где играют дети.

Статья 4. Сети

Сети чинят только зимой.
"""
)
RIVAL = (
    _HEAD
    + """Статья 1. Лодки

1. Лодка длиннее семи метров несёт два фонаря и колокол.

2. Плот идёт:
а) днём и в ясную погоду;
б) за лоцманом, которого назначил начальник гавани;
в) с двумя вёслами.

Статья 2. Пчёлы

Пчёл показывают соседям до первого июня.

Статья 3. Собаки

Собак держат на привязи там, где играют дети.

Статья 4. Сети

Сети чинят только ночью.
"""
)


def law(text: str) -> Version:
    return read_text(text, lang="ru")


def table(sheet: Sheet) -> list[list[str]]:
    """The Word document's table as text, paragraphs on lines of their own."""
    document = docx.Document(io.BytesIO(as_docx(sheet)))
    found: Table = document.tables[0]
    return [[cell.text for cell in row.cells] for row in found.rows]


def looks(sheet: Sheet, row: int, column: int) -> list[tuple[TableLook, str]]:
    return [words for passage in sheet.rows[row][column] for words in passage.words]


@pytest.fixture(scope="module")
def comparative() -> Sheet:
    return of_comparison(compare([law(OLD)], [law(NEW)]), Labels("ru"))


def test_the_comparative_table_has_a_row_for_each_structural_element(comparative: Sheet) -> None:
    head, *rows = table(comparative)
    assert head == ["№ п/п", "Структурный элемент", "Действующая редакция", "Предлагаемая редакция", "Обоснование"]
    names = [row[1].split("\n")[0] for row in rows]
    assert names == ["Статья 1, часть 1", "Статья 1, часть 2", "Статья 2", "Статья 4"]
    assert [row[0] for row in rows] == ["1", "2", "3", "4"]
    assert rows[2][2:4] == ["Статья 2. Пчёлы\nПчёл показывают соседям до первого мая.", "Исключить."]
    assert rows[3][2:4] == ["Отсутствует.", "Статья 4. Сети\nСети чинят только зимой."]


def test_each_column_reads_as_its_text_does(comparative: Sheet) -> None:
    row = table(comparative)[2]
    assert [line[:1] for line in row[2].split("\n")] == ["2", "а", "б", "в"]
    assert row[2].split("\n")[3] == "в) с двумя вёслами."
    assert row[3].split("\n")[1] == "а) с двумя вёслами;"
    assert "Перемещено: 1(2)(в) → 1(2)(а)." in row[1]


def test_deletion_insertion_and_move_are_told_apart_without_colour(comparative: Sheet) -> None:
    assert (TableLook.OUT, "семи") in looks(comparative, 0, 2)
    assert (TableLook.IN, "девяти") in looks(comparative, 0, 3)
    assert any(look is TableLook.MOVED and "вёслами" in text for look, text in looks(comparative, 1, 2))
    document = docx.Document(io.BytesIO(as_docx(comparative)))
    runs = [run for cell in document.tables[0].columns[2].cells for p in cell.paragraphs for run in p.runs]
    assert any(run.text == "семи" and run.font.strike for run in runs)
    runs = [run for cell in document.tables[0].columns[3].cells for p in cell.paragraphs for run in p.runs]
    assert any(run.text == "девяти" and run.font.bold and run.font.underline for run in runs)
    assert any(run.font.italic and "вёслами" in run.text for run in runs)


def test_the_page_says_the_same_and_escapes(comparative: Sheet) -> None:
    page: Any = lxml_html.fromstring(as_page(comparative))
    assert page.get("lang") == "ru"
    assert [cell.text_content() for cell in page.xpath("//thead//th")] == list(comparative.heads)
    assert page.xpath("//td//del/text()")[0] == "семи"
    hostile = of_comparison(compare([law(OLD)], [law(OLD.replace("мая", "<script>мая"))]), Labels("ru"))
    assert not lxml_html.fromstring(as_page(hostile)).xpath("//td//script")


def test_justifications_stand_beside_their_elements(tmp_path: Path) -> None:
    file = tmp_path / "why.csv"
    file.write_text(
        "﻿Provision;Justification\n1;Для всей статьи\n1(2)(a);\n4;=Зимой нет рыбы\n".replace("(a)", "(а)"), "utf-8"
    )
    made = of_comparison(compare([law(OLD)], [law(NEW)]), Labels("ru"), read_justifications(str(file)))
    assert [row[4] for row in table(made)[1:]] == ["Для всей статьи", "", "", "=Зимой нет рыбы"]


def test_justifications_may_stand_in_a_workbook(tmp_path: Path) -> None:
    book = Workbook()
    for line in (("provision", "justification"), (1, "Для всей статьи"), ("4", "Зимой нет рыбы")):
        book.worksheets[0].append(line)
    book.save(tmp_path / "why.xlsx")
    found = read_justifications(str(tmp_path / "why.xlsx"))
    assert found.texts == {"1": "Для всей статьи", "4": "Зимой нет рыбы"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("provision,why\n1,x\n", "lacks the column"),
        ("provision,justification\n3,x\n", "why.csv:2: nothing differs in '3'"),
        ("provision,justification\n,x\n", "why.csv:2: has no provision"),
        ("", "lacks the column"),
    ],
)
def test_a_justification_that_finds_no_place_is_refused(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "why.csv"
    file.write_text(content, "utf-8")
    with pytest.raises(InputError, match=said.replace("(", r"\(")):
        of_comparison(compare([law(OLD)], [law(NEW)]), Labels("ru"), read_justifications(str(file)))


@pytest.mark.parametrize(
    ("title", "lang", "name"),
    [
        ("Закон о гаванях", "ru", "Статья 1, пункт 1"),
        ("Закон о гаванях", "kk", "1-бап, 1-тармақ"),
        ("Кодекс о гаванях", "ru", "Статья 1, часть 1"),
        ("Harbour Code", "kk", "1-бап, 1-бөлік"),
        ("Кодекс о гаванях", "en", "Article 1(1)"),
        ("Кодекс о гаванях", "fr", "Article 1, paragraphe 1"),
    ],
)
def test_a_statute_of_kazakhstan_counts_points_and_a_code_parts(title: str, lang: str, name: str) -> None:
    old = law(OLD)
    kazakh = replace(old, title=title, ref=replace(old.ref, instrument=InstrumentId("kz", "act", ("2020", "1"))))
    assert table(of_comparison(compare([kazakh], [law(NEW)]), Labels(lang)))[1][1] == name


def test_rival_bills_stand_side_by_side_and_agree_on_their_rows() -> None:
    base = law(OLD)
    made = rivals(compare([base], [law(NEW)]), compare([base], [law(RIVAL)]), Labels("ru"))
    _, *rows = table(made)
    assert [row[0].split("\n")[0] for row in rows] == [
        "Статья 1, часть 1", "Статья 1, часть 2", "Статья 2", "Статья 4",
    ]  # fmt: skip
    assert rows[0][1] == "1. Лодка длиннее семи метров несёт фонарь и колокол."
    assert "семи девяти" in rows[0][2]
    assert "фонарь два фонаря" in rows[0][3]
    assert rows[1][3] == "Без изменений."
    assert (TableLook.OUT, "Статья 2. Пчёлы") in looks(made, 2, 2)
    assert "мая июня" in rows[2][3]
    assert rows[3][1] == "Отсутствует."
    assert ("зимой" in rows[3][2], "ночью" in rows[3][3]) == (True, True)


def test_the_table_of_an_amendment_and_its_three_columns() -> None:
    harbour = account()
    made = table(of_amendment(harbour, Labels("ru")))
    assert any(row[1].startswith("Статья 9-1") and row[2] == "Отсутствует." for row in made)
    columns = table(three_columns(harbour, Labels("en")))
    assert columns[0] == ["Text in force", "Instruction", "Amended text"]
    assert any("Not carried out" in row[2] for row in columns)
    assert columns[-1][0] == "Its place was not found."


def test_the_correlation_table_rates_every_provision() -> None:
    left = read_text("Article 1. A victim of trafficking receives compensation.\n\nArticle 2. Bees sleep.\n", lang="en")
    right = read_text("Статья 1. Жертва торговли людьми получает компенсацию.\n", lang="ru")
    made = table(correlation(concordance([left], [right]), Labels("en")))
    assert made[0][2:] == ["Rating", "Remarks"]
    assert {row[2] for row in made[1:]} <= {"core", "related", "none"}
    assert any(row[0].startswith("2") and row[1:3] == ["", "none"] for row in made)
    assert any("compensation" in row[3] for row in made if row[2] != "none")


def test_the_same_table_gives_the_same_bytes(comparative: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert as_docx(comparative) == as_docx(comparative)


def test_there_are_labels_in_every_language_of_reports() -> None:
    with pytest.raises(UsageError, match="ru"):
        Labels("de")
    titles = {Labels(lang)["comparative"] for lang in languages()}
    assert len(titles) == len(languages()) == 5
    assert Labels("es").said("moved", "1 → 2") == "Trasladado: 1 → 2."
    assert Labels.like("fr")["absent"] == "Néant."
    assert Labels.like("de")["absent"] == english()["absent"]
