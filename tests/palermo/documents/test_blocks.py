"""A document as text, workbook and CSV: what is hostile stays words, what is wide stays on the screen."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import docx
import openpyxl
import pytest
import wcwidth

from palermo.report.format.csv import document as as_csv
from palermo.report.format.csv import rows
from palermo.report.format.document import Document, cell, text
from palermo.report.format.docx.report import report as as_docx
from palermo.report.format.html.blocks import document as as_page
from palermo.report.format.markdown import document as as_markdown
from palermo.report.format.parts import Block, Heading, Items, PageTurn, Paragraph, Picture, Quote, Run, Table
from palermo.report.format.terminal import Screen
from palermo.report.format.text import document as as_text
from palermo.report.format.xlsx.document_sheets import document as as_workbook
from tests.support.independent_docx_reader import settled

HOSTILE = "=1+1 \x07 <b> | a" + "b" * 90
LONG = Quote("1(2)", "a long boat", "en", ((2, 6),))
TABLE = Table(
    "Boats: all",
    ("Name", "Oars", "Since", "Words"),
    (
        (cell(Run("Heron", strong=True)), cell("4"), cell("2019-06-01"), cell(LONG)),
        (cell(HOSTILE), cell("10"), cell("2019"), cell("none", Paragraph(text("at all")))),
    ),
    (3, 1, 2, 4),
)  # fmt: skip
FACTS = Table("Facts", (), ((cell("Lake"), cell("deep")),), (1, 3))


def made(*blocks: Block, main: Table | None = None) -> Document:
    return Document("Boats of the lake", "Two boats", "2026-11-25", blocks, main=main)


EVERY = made(
    Heading("Boats"),
    Paragraph(text("Of ", Run("oak", strong=True), ".")),
    Items((text("first"), text("second")), numbered=True),
    Items((text("a point"),)),
    Quote("Article 1", "A boat\n\nhas oars", "en", ((12, 16),)),
    Picture("<svg/>", "a heron on a boat", "The heron"),
    PageTurn(wide=True),
    TABLE,
    FACTS,
)


def test_text_has_every_block_and_never_runs_over_the_screen() -> None:
    for width in (40, 80):
        lines = as_text(EVERY, Screen(width)).splitlines()
        assert max(map(wcwidth.width, lines)) <= width
    assert lines[:2] == ["Boats of the lake", "================="]
    assert [line for line in lines if line.startswith(("1. ", "2. ", "- "))] == ["1. first", "2. second", "- a point"]
    assert "  has *oars*" in lines
    assert "The heron. a heron on a boat" in lines
    at = lines.index("Heron")
    assert lines[at + 1 : at + 4] == ["  Oars: 4", "  Since: 2019-06-01", "  Words: 1(2) “a *long* boat”"]
    assert "Lake  deep" in lines


def test_a_table_that_fits_stands_in_columns() -> None:
    small = Table("T", ("Name", "n"), ((cell("Heron"), cell("4")), (cell("Gull"), cell("10"))), (1, 1))
    assert as_text(made(small)).splitlines()[-4:] == ["T", "Name   n", "Heron  4", "Gull   10"]


def test_a_table_without_rows_is_no_mistake() -> None:
    empty = made(Table("T", ("Name", "n"), (), (1, 1)))
    assert as_text(empty).endswith("T")
    assert as_csv(empty) == "Name,n\n"
    assert openpyxl.load_workbook(io.BytesIO(as_workbook(empty))).sheetnames == ["Summary", "T"]


def test_a_workbook_has_the_text_first_and_a_sheet_a_table() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_workbook(EVERY)))
    assert book.sheetnames == ["Summary", "Boats  all"]
    first, boats = book.worksheets
    said = [[cell.value for cell in row] for row in first.iter_rows()]
    assert said[0][0] == "Boats of the lake"
    assert ["Lake", "deep"] in said
    assert ["Article 1", "A boat\n\nhas oars"] in said
    [link] = [cell for row in first.iter_rows() for cell in row if cell.hyperlink]
    assert link.hyperlink is not None
    assert (link.value, link.hyperlink.location) == ("→ Boats  all", "'Boats  all'!A1")
    head, heron, hostile = boats.iter_rows()
    assert [cell.value for cell in head] == ["Name", "Oars", "Since", "Words"]
    assert (heron[1].value, heron[2].data_type == "d", heron[3].value) == (4, True, "1(2) “a long boat”")
    assert hostile[0].data_type == "s"
    assert hostile[0].quotePrefix
    assert hostile[0].value == HOSTILE.replace("\x07", "\ufffd")
    assert hostile[3].value == "none\nat all"


def test_csv_is_the_main_table_and_holds_no_formula() -> None:
    read = list(csv.reader(io.StringIO(as_csv(EVERY))))
    assert read[0] == ["Name", "Oars", "Since", "Words"]
    assert read[1] == ["Heron", "4", "2019-06-01", "1(2) “a long boat”"]
    assert read[2] == ["'" + HOSTILE.replace("\x07", "\ufffd"), "10", "2019", "none; at all"]
    other = Table("Other", ("x",), ((cell("y"),),), (1,))
    assert as_csv(made(TABLE, main=other)) == "x\ny\n"
    with pytest.raises(ValueError, match="without a table"):
        as_csv(made(FACTS))


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_a_spreadsheet_would_run_begins_with_an_apostrophe(sign: str) -> None:
    assert rows(["a", "b"], [[f"{sign}1", f"1{sign}"]]) == f"a,b\n'{sign}1,1{sign}\n"


def test_words_that_count_are_marked_in_every_format() -> None:
    assert "a **long** boat" in as_markdown(EVERY)
    assert "a <mark>long</mark> boat" in as_page(EVERY)
    assert "<p>has <mark>oars</mark></p>" in as_page(EVERY)
    plain = settled(as_docx(made(*(block for block in EVERY.blocks if not isinstance(block, Picture)))), accept=True)
    assert "1(2) “a long boat”" in plain


def test_a_quotation_in_pieces_loses_nothing() -> None:
    quote = Quote("", "one two\nthree", "en", ((0, 3), (2, 7), (8, 99)))
    assert list(quote.pieces()) == [("one", True), (" two", True), ("\n", False), ("three", True)]
    assert list(quote.lines()) == [(("one", True), (" two", True)), (("three", True),)]


def test_the_pages_of_a_wide_document_lie_wide_from_the_first_on() -> None:
    wide = replace(made(TABLE), wide=True)
    [section] = docx.Document(io.BytesIO(as_docx(wide))).sections
    assert (section.page_width or 0) > (section.page_height or 0)
    assert "A4 landscape" in as_page(wide).partition("@page wide")[2].partition("}")[2]
    [upright] = docx.Document(io.BytesIO(as_docx(made(TABLE)))).sections
    assert (upright.page_width or 0) < (upright.page_height or 0)
