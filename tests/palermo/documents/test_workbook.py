"""Workbooks: types, filters, lists; words that are never formulae; what another program leaves of them."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from palermo.report.analysis.matrix.as_xlsx import matrix as as_workbook
from palermo.report.format.xlsx.cells import LONGEST, day, put, sheet_name
from tests.support.report_cases import MADE, PROTOCOL, case, hostile, matrix

AGREED = (
    "code", "body", "machine value", "machine extent", "reviewer value", "reviewer extent", "reviewer", "review date",
    "reason",
)  # fmt: skip


def opened(file: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(file))


def made() -> bytes:
    return as_workbook(matrix(case("criminal-code-2004.en"), case("criminal-code-2019.ru"), hostile()), MADE)


def records(sheet: Worksheet) -> list[dict[str, object]]:
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_a_sheet_a_body_has_what_the_analysis_says_and_room_for_a_reviewer() -> None:
    book = opened(made())
    assert book.sheetnames == ["Summary", "Matrix", "body-1", "body-2", "body-3", "Penalties", "Sources", "Codes"]
    analysis = case("criminal-code-2019.ru").analysis
    rows = records(book["body-2"])
    assert set(AGREED) <= set(rows[0])
    for row, finding in zip(rows, analysis.findings, strict=True):
        assert (row["code"], row["machine value"], row["machine extent"]) == (
            finding.code,
            finding.value.value,
            finding.extent,
        )
        assert row["body"] == "body-2"
        assert row["reviewer value"] is None


def test_types_are_right() -> None:
    book = opened(made())
    row = records(book["body-1"])[0]
    assert row["in force from"] == datetime(2004, 1, 1)
    assert isinstance(row["confidence"], float)
    summary = records(book["Summary"])[0]
    assert summary["absent"] == 14
    assert summary["open"] == 17
    penalty = records(book["Penalties"])[0]
    assert isinstance(penalty["to"], int)


def test_each_table_has_filters_a_frozen_head_widths_and_wrapped_words() -> None:
    for sheet in opened(made()):
        last = sheet.auto_filter.ref.partition(":")[2]
        assert sheet[last].column == len(next(sheet.iter_rows(max_row=1)))
        assert str(sheet.freeze_panes).endswith("2")
        assert sheet.column_dimensions["A"].width > 5
        assert sheet["B2"].alignment.wrap_text
        assert sheet.print_title_rows == "$1:$1"


def test_reviewers_columns_allow_what_a_review_may_say() -> None:
    sheet = opened(made())["body-1"]
    head = [cell.value for cell in next(sheet.iter_rows(max_row=1))]
    lists = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    found = {}
    for where, rule in lists.items():
        first, last = where.split(":")
        assert last.endswith(str(1 + len(PROTOCOL.elements)))
        found[head[sheet[first].column - 1]] = rule.formula1 if rule.type == "list" else rule.type
    assert found == {
        "reviewer value": '"yes,no,unclear"',
        "reviewer extent": '"full,some cases"',
        "review date": "date",
    }


def test_no_words_of_a_law_are_a_formula() -> None:
    book = opened(made())
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    dangerous = [cell for cell in cells if isinstance(cell.value, str) and cell.value[0] in "=+-@"]
    assert any(str(cell.value).startswith("=1+1 Exploitation") for cell in dangerous)
    assert all(cell.quotePrefix for cell in dangerous)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"])))
def test_any_words_are_kept_as_words(words: str) -> None:
    book = Workbook()
    cell = put(book.worksheets[0], 1, 1, words)
    out = io.BytesIO()
    book.save(out)
    kept = opened(out.getvalue()).worksheets[0]["A1"]
    assert kept.data_type == "s" or not words
    assert cell.data_type == "s" or not words
    if not any(ord(c) < 32 or c in "\ufffe\uffff\x7f" for c in words) and "_x" not in words:
        assert (kept.value or "") == words


def test_what_does_not_fit_into_a_cell_is_cut() -> None:
    cell = put(Workbook().worksheets[0], 1, 1, "😀" * 1_000_000)
    assert isinstance(cell.value, str)
    assert len(cell.value.encode("utf-16-le")) // 2 <= LONGEST
    assert cell.value.endswith("[…]")


def test_what_reads_like_an_escape_stays_words() -> None:
    assert put(Workbook().worksheets[0], 1, 1, "_x000D_ a_x0041_").value == "_x005F_x000D_ a_x005F_x0041_"


@given(st.lists(st.text(max_size=60), max_size=12))
def test_names_of_sheets_are_allowed_and_differ(wanted: list[str]) -> None:
    taken: set[str] = set()
    names = [sheet_name(name, taken) for name in wanted]
    assert len({name.lower() for name in names}) == len(names)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set("[]:*?/\\") & set(name)
        assert name.lower() != "history"
        assert name[0] != "'"
        assert name[-1] != "'"


def test_a_day_is_a_date_and_a_year_is_not() -> None:
    assert day("2015-01-01") == date(2015, 1, 1)
    assert day("2007") == "2007"
    assert day(None) is None


def test_the_same_matrix_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert made() == made()
    assert opened(made()).properties.modified == datetime(2023, 11, 14)


@pytest.mark.slow
def test_libreoffice_leaves_values_filters_and_lists_as_they_were(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "a.xlsx").write_bytes(made())
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", tmp_path / "out", tmp_path / "a.xlsx"],
        check=True,
        capture_output=True,
        timeout=180,
    )
    if not (tmp_path / "out" / "a.xlsx").exists():
        pytest.skip("LibreOffice has no Calc here")
    before, after = opened(made()), openpyxl.load_workbook(tmp_path / "out" / "a.xlsx")
    assert before.sheetnames == after.sheetnames
    for sheet in before:
        other = after[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                assert other[cell.coordinate].value == cell.value
                assert other[cell.coordinate].data_type == cell.data_type or cell.value is None
        assert other.auto_filter.ref == sheet.auto_filter.ref
        assert other.freeze_panes == sheet.freeze_panes
        lists = [{str(r.sqref): r.formula1 for r in s.data_validations.dataValidation} for s in (sheet, other)]
        assert lists[0] == lists[1]
