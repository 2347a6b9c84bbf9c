"""`palermo review` as a reviewer uses it: words, workbooks, and what goes wrong with them."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import zipfile
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from palermo.library.use_cases import add_body, add_files

SAMPLE = files("palermo") / "sample"
CODE, ACT = "/akn/xt/act/2003-06-12/63/eng", "/akn/xt/act/2022-02-22/18/eng"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("talmeria")
    laws = [str(SAMPLE / f"{name}.en.md") for name in ("criminal-code-2004", "criminal-code-2019", "victims-act-2022")]
    add_files(laws, library=home)
    add_body("xt", [CODE, ACT], library=home)
    return home


@pytest.fixture
def talmeria(palermo: Any, shelf: Path, tmp_path: Path) -> Any:
    shutil.copytree(shelf, tmp_path / "library")
    return palermo


def answers(palermo: Any) -> dict[str, Any]:
    ran = palermo("gaps", "xt", "--format", "json")
    assert ran.code == 0
    return {f["code"]: f for f in json.loads(ran.out)["findings"]}


def flat(text: str) -> str:
    return " ".join(text.split())


def filled(palermo: Any, folder: Path, code: str = "act.receipt", **cells: Any) -> Path:
    """The workbook that `gaps` writes, with cells of the row of a code filled in."""
    path = folder / "review.xlsx"
    assert palermo("gaps", "xt", "-o", path).code == 0
    book = load_workbook(path)
    for sheet in book.worksheets:
        head: dict[Any, Any] = {cell.value: cell.column for cell in sheet[1]}
        if "reviewer value" not in head:
            continue
        row = next(n for n in range(2, sheet.max_row + 1) if sheet.cell(n, head["code"]).value == code)
        for name, value in cells.items():
            sheet.cell(row, head[name.replace("_", " ")]).value = value
    book.save(path)
    return path


def test_a_word_is_said_shown_and_taken_back(talmeria: Any) -> None:
    assert "45 answers" not in talmeria("review", "list", "xt").out
    ran = talmeria(
        "review", "accept", "xt", "act.receipt", "child.no_means", "--by", "A. Lawyer", "--date", "2026-01-02"
    )
    assert ran.code == 0
    assert "no: absent, accepted by A. Lawyer, 2026-01-02" in ran.out
    assert "44 answers to look at" in talmeria("review", "list", "xt").out
    ran = talmeria(
        "review", "override", "xt", "act.receipt", "--value", "yes", "--extent", "some", "--by", "B. Other",
        "--reason", "who harbours receives", "--cite", "128(1)", "--quote", "harbouring", "--date", "2026-01-03",
    )  # fmt: skip
    assert "The reviewers differ" in ran.out
    queue = json.loads(talmeria("review", "list", "xt", "--limit", "1", "--format", "json").out)
    assert [(f["code"], f["waits"]) for f in queue["bodies"][0]["findings"]] == [("act.receipt", "conflict")]
    told = json.loads(talmeria("review", "show", "xt", "act.receipt", "--format", "json").out)
    assert [(r["reviewer"], r["value"], r["extent"]) for r in told["story"]] == [
        ("A. Lawyer", "no", None),
        ("B. Other", "yes", "some cases"),
    ]
    assert [e["quote"] for e in told["story"][1]["evidence"] if e["by_reviewer"]] == ["harbouring"]
    finding = answers(talmeria)["act.receipt"]
    assert (finding["value"], finding["rating"], finding["review"]["state"]) == ("no", "absent", "conflict")
    assert finding["review"]["rating"] is None
    assert talmeria("review", "withdraw", "xt", "act.receipt", "--by", "B. Other", "--date", "2026-01-04").code == 0
    assert answers(talmeria)["act.receipt"]["review"]["state"] == "accepted"
    assert "withdrawn 2026-01-04" in talmeria("review", "show", "xt", "act.receipt").out


def test_a_code_may_be_named_without_its_group(talmeria: Any) -> None:
    assert talmeria("review", "accept", "xt", "receipt", "ACT.RECEIPT", "transfer", "--by", "A").code == 0
    words = json.loads(talmeria("review", "export", "--format", "json").out)["words"]
    assert [w["code"] for w in words] == ["act.receipt", "act.transfer"]
    assert "1 word" in talmeria("review", "withdraw", "xt", "receipt", "--by", "A").out
    assert "withdrawn" in talmeria("review", "show", "xt", "receipt").out


def test_a_word_on_an_earlier_text_has_to_be_looked_at_again(talmeria: Any) -> None:
    codes = ("act.receipt", "offence.attempt")
    assert talmeria("review", "accept", CODE, *codes, "--by", "A", "--at", "2004-06-01").code == 0
    shown = talmeria("review", "show", CODE, "act.receipt")
    assert "Was reviewed on the text of 2004-01-01: look again" in shown.out
    assert "What changed since" in shown.out
    assert max(map(len, shown.out.splitlines())) <= 80
    changes = json.loads(talmeria("review", "show", CODE, "act.receipt", "--format", "json").out)["changes"]
    assert changes
    assert all(c["then"] != c["now"] for c in changes)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("accept", "xt", "act.receipt"), "--by"),
        (("accept", "xt", "act.nothing", "--by", "A"), "act.receipt"),
        (("accept", "xt", "act.receipt", "act.nothing", "--by", "A"), "no element 'act.nothing'"),
        (("accept", "nobody", "act.receipt", "--by", "A"), "no body 'nobody'"),
        (("accept", "xt", "act.receipt", "--by", " "), "needs a name"),
        (("accept", "xt", "act.receipt", "--by", "A", "--date", "2.1.2026"), "no date"),
        (("accept", "-", "act.receipt", "--by", "A"), "standard input"),
        (("override", "xt", "act.receipt", "--value", "yes", "--by", "A"), "needs a reason"),
        (
            ("override", "xt", "act.receipt", "--value", "no", "--extent", "full", "--by", "A", "--reason", "x"),
            "extent",
        ),
        (("withdraw", "xt", "act.receipt", "--by", "A"), "A has said nothing of act.receipt"),
        (("import", "nothing.xlsx"), "cannot be read"),
        (("compare", "nothing.csv"), "cannot be read"),
    ],
)
def test_a_mistake_is_one_line_and_nothing_is_kept(talmeria: Any, arguments: tuple[str, ...], says: str) -> None:
    ran = talmeria("review", *arguments)
    assert ran.code == 2
    assert len(ran.err.strip().splitlines()) == 1
    assert says in ran.err
    assert json.loads(talmeria("review", "export", "--format", "json").out)["words"] == []


def test_a_filled_in_workbook_is_read_back(talmeria: Any, tmp_path: Path) -> None:
    book = filled(
        talmeria, tmp_path, reviewer_value="yes", reviewer_extent="full", reviewer="C. Clerk",
        review_date=date(2026, 11, 24), reason="harbouring takes it in",
    )  # fmt: skip
    assert "dry run" in talmeria("review", "import", book, "--dry-run").out
    assert answers(talmeria)["act.receipt"]["review"] is None
    assert "1 word, 0 accepted, 1 answered otherwise" in flat(talmeria("review", "import", book).out)
    review = answers(talmeria)["act.receipt"]["review"]
    assert (review["state"], review["value"], review["rating"]) == ("overridden", "yes", "met")
    assert (review["words"][0]["reviewer"], review["words"][0]["date"]) == ("C. Clerk", "2026-11-24")
    assert "1 there already" in flat(talmeria("review", "import", book).out)


@pytest.mark.parametrize(
    ("cells", "column", "says"),
    [
        ({"reviewer_value": '=IF(1,"yes","no")'}, "reviewer value", "is a formula"),
        ({"reviewer_value": "ja"}, "reviewer value", "'ja' is no value"),
        ({"reviewer_value": "yes"}, "reason", "needs a reason"),
        ({"reviewer_value": "no", "reviewer": None}, "reviewer", "nobody is named"),
        ({"reviewer_value": "no", "review_date": "24.11.2026"}, "review date", "no date"),
        ({"reviewer_value": "no", "reviewer_extent": "full"}, "reviewer extent", "only a yes"),
        ({"reviewer_value": "no", "machine_value": "yes"}, "machine value", "palermo says no"),
        ({"reviewer_value": "no", "machine_extent": "full"}, "machine extent", "palermo says none"),
        ({"reviewer_value": "no", "body": "elsewhere"}, "body", "no body 'elsewhere'"),
        ({"reviewer_value": "no", "code": "act.nothing"}, "code", "no element"),
        ({"reason": "x"}, "reviewer value", "is empty beside a reason"),
        ({"reviewer_value": "no", "in_force_from": date(1999, 1, 1)}, "body", "1999-01-01"),
    ],
)
def test_what_is_wrong_in_a_workbook_is_said_with_its_cell_and_nothing_is_kept(
    talmeria: Any, tmp_path: Path, cells: dict[str, Any], column: str, says: str
) -> None:
    book = filled(talmeria, tmp_path, "act.recruitment", reviewer_value="yes", reviewer="C")
    sheet_and_cell = filled_more(book, {"reviewer": "C", **cells})
    ran = talmeria("review", "import", book)
    assert ran.code == 2
    assert f"{sheet_and_cell[column]}, {column}: " in ran.err
    assert says in ran.err
    assert json.loads(talmeria("review", "export", "--format", "json").out)["words"] == []


def test_a_reviewers_two_answers_to_one_question_are_seen_however_the_rows_name_the_text(
    talmeria: Any, tmp_path: Path
) -> None:
    book = filled(talmeria, tmp_path, reviewer_value="no", reviewer="C. Clerk")
    opened = load_workbook(book)
    sheet = opened["xt"]
    head: dict[Any, Any] = {cell.value: cell.column for cell in sheet[1]}
    for name, value in {"code": "act.receipt", "body": "xt", "reviewer value": "yes", "reason": "x"}.items():
        sheet.cell(sheet.max_row + (name == "code"), head[name]).value = value
    sheet.cell(sheet.max_row, head["reviewer"]).value = "c. clerk"
    opened.save(book)
    ran = talmeria("review", "import", book)
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert "gives another answer to act.receipt above" in ran.err


def test_a_sheet_that_lost_a_column_is_named(talmeria: Any, tmp_path: Path) -> None:
    book = filled(talmeria, tmp_path, reviewer_value="no", reviewer="C. Clerk")
    opened = load_workbook(book)
    cell = next(cell for cell in opened["xt"][1] if cell.value == "reviewer value")
    cell.value = "our value"
    opened.save(book)
    ran = talmeria("review", "import", book)
    assert ran.code == 2
    assert "sheet xt, row 1: lacks the column reviewer value" in ran.err


@pytest.mark.slow
def test_a_workbook_that_libreoffice_saved_sorted_and_moved_about_is_read_back(talmeria: Any, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    book = filled(talmeria, tmp_path, reviewer_value=" No", reviewer="Ö. Clerk", review_date=date(2026, 11, 24))
    opened = load_workbook(book)
    sheet = opened["xt"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    sheet.delete_rows(1, sheet.max_row)
    for at, row in enumerate([rows[0], *sorted(rows[1:], key=str, reverse=True)], 1):
        for column, value in enumerate(reversed(row), 2):  # the columns the other way round, an empty one first
            sheet.cell(at + (at > 5) * 2, column).value = value  # and two empty rows
    opened.save(book)
    start = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to"]
    subprocess.run([*start, "xlsx", "--outdir", tmp_path / "out", book], check=True, capture_output=True, timeout=180)
    if not (tmp_path / "out" / book.name).exists():
        pytest.skip("LibreOffice has no Calc here")
    assert "1 word, 1 accepted" in flat(talmeria("review", "import", tmp_path / "out" / book.name).out)
    assert answers(talmeria)["act.receipt"]["review"]["words"][0]["reviewer"] == "Ö. Clerk"


def filled_more(path: Path, cells: dict[str, Any]) -> dict[str, str]:
    """Fill the row of act.receipt, and say where each column of it is."""
    book = load_workbook(path)
    sheet = next(s for s in book.worksheets if any(c.value == "reviewer value" for c in s[1]))
    head: dict[str, Any] = {str(cell.value): cell.column for cell in sheet[1]}
    row = next(n for n in range(2, sheet.max_row + 1) if sheet.cell(n, head["code"]).value == "act.receipt")
    for name, value in cells.items():
        sheet.cell(row, head[name.replace("_", " ")]).value = value
    book.save(path)
    return {name: f"sheet {sheet.title}, cell {sheet.cell(row, column).coordinate}" for name, column in head.items()}


def test_what_is_exported_is_read_back_elsewhere(talmeria: Any, tmp_path: Path) -> None:
    talmeria("review", "accept", "xt", "child.no_means", "--by", "A", "--reason", "=1+1")
    talmeria("review", "override", "xt", "act.receipt", "--value", "yes", "--by", "B", "--reason", "so, he said")
    table = tmp_path / "reviews.csv"
    assert talmeria("review", "export", "-o", table).code == 0
    rows = list(csv.DictReader(io.StringIO(table.read_text("utf-8"))))
    assert rows[0]["reason"] == "'=1+1"
    before = [dict(r, sources=None) for r in json.loads(talmeria("review", "export", "--format", "json").out)["words"]]
    talmeria("review", "withdraw", "xt", "child.no_means", "--by", "A")
    talmeria("review", "withdraw", "xt", "act.receipt", "--by", "B")
    assert "2 words" in flat(talmeria("review", "import", table).out)
    after = [dict(r, sources=None) for r in json.loads(talmeria("review", "export", "--format", "json").out)["words"]]
    assert [(r["code"], r["reason"], r["value"]) for r in after] == [
        (r["code"], r["reason"], r["value"]) for r in before
    ]


def test_what_was_withdrawn_is_not_read_back(talmeria: Any, tmp_path: Path) -> None:
    said = ("review", "override", "xt", "act.receipt", "--value", "yes", "--by", "B", "--reason")
    talmeria(*said, "harbouring")
    talmeria("review", "withdraw", "xt", "act.receipt", "--by", "B")
    table = tmp_path / "reviews.csv"
    talmeria("review", "export", "--all", "-o", table)
    ran = talmeria("review", "import", table)
    assert ran.code == 0
    assert flat(ran.out).endswith("csv: no word that counts; 1 word passed over, withdrawn or replaced")
    assert json.loads(talmeria("review", "export", "--format", "json").out)["words"] == []
    talmeria("review", "accept", "xt", "act.receipt", "--by", "B")  # another answer of the same reviewer
    talmeria("review", "export", "--all", "-o", table)
    talmeria("review", "withdraw", "xt", "act.receipt", "--by", "B")
    found = json.loads(talmeria("review", "import", table, "--format", "json").out)
    assert (found["words"], found["ended"], [r["value"] for r in found["new"]]) == (1, 1, ["no"])


def test_a_table_of_few_columns_takes_the_rest_from_the_command(talmeria: Any, tmp_path: Path) -> None:
    table = tmp_path / "few.csv"
    table.write_text("Code;Reviewer_Value;reason\nact.receipt;no;\nact.transfer;;\n", "utf-8")
    assert "no body of law is named" in talmeria("review", "import", table).err
    ran = talmeria("review", "import", table, "--body", "xt", "--by", "A")
    assert "1 word, 1 accepted" in flat(ran.out)


def test_what_is_no_review_is_refused(talmeria: Any, tmp_path: Path) -> None:
    damaged, other, two = tmp_path / "a.xlsx", tmp_path / "b.xlsx", tmp_path / "c.csv"
    damaged.write_bytes(b"PK\x03\x04 and no more")
    open_document = tmp_path / "d.ods"
    with zipfile.ZipFile(open_document, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    book = Workbook()
    book.worksheets[0]["A1"] = "nothing"
    book.save(other)
    two.write_text("body,code,reviewer value,reviewer,reason\nxt,act.receipt,no,A,\nxt,act.receipt,yes,a,x\n", "utf-8")
    for file, says in (
        (open_document, "no Excel workbook"),
        (damaged, "damaged"),
        (other, "no sheet with the columns"),
        (two, "another answer"),
    ):
        ran = talmeria("review", "import", file)
        assert (ran.code, len(ran.err.strip().splitlines())) == (2, 1)
        assert says in ran.err
    assert json.loads(talmeria("review", "export", "--format", "json").out)["words"] == []


def test_a_coding_is_held_against_the_library(talmeria: Any, tmp_path: Path) -> None:
    coding = tmp_path / "coding.csv"
    coding.write_text("body,code,value\nxt,act.receipt,yes\nxt,act.recruitment,yes\n", "utf-8")
    found = json.loads(talmeria("review", "compare", coding, "--format", "json").out)
    assert (found["overall"]["n"], found["overall"]["agreed"]) == (2, 1)
    assert [d["code"] for d in found["disagreements"]] == ["act.receipt"]
    assert "not defined" in talmeria("review", "compare", coding).out
