"""One's own coding beside the machine's: what is read, what is counted, and what every format says."""

from __future__ import annotations

import csv
import io
import json
from functools import partial
from importlib.resources import files
from pathlib import Path

import pytest
from openpyxl import Workbook

from palermo.analysis.coding import CodedItem, Coding, against, read_coding
from palermo.corpus.errors import InputError, NotFoundError, PalermoError, UsageError
from palermo.corpus.model.findings import Value
from palermo.kb.frameworks.framework import load
from palermo.library.use_cases import resolve
from palermo.report.analysis.coding.as_csv import coding as as_table
from palermo.report.analysis.coding.as_html import coding as as_page
from palermo.report.analysis.coding.as_json import coding as as_object
from palermo.report.analysis.coding.as_text import coding as as_text

SAMPLE = Path(str(files("palermo") / "sample"))
OLD, NEW = SAMPLE / "criminal-code-2004.en.md", SAMPLE / "criminal-code-2019.en.md"
# palermo says of the old code: recruitment yes, receipt no; of the new one: recruitment yes, receipt no, consent yes.
LINES = """\
body,code,value,provision
old,act.recruitment,yes,art. 128
old,act.receipt,yes,art. 128(1)
new,act.recruitment,yes,
new,act.receipt,no,
new,consent.irrelevant,unclear,
new,means.fraud,,
"""


def coding(tmp_path: Path, text: str = LINES) -> str:
    path = tmp_path / "coding.csv"
    path.write_text(text, "utf-8")
    return str(path)


def held(tmp_path: Path, text: str = LINES, *sides: str, decided: bool = False) -> Coding:
    return against(
        coding(tmp_path, text),
        partial(resolve, library=tmp_path / "none"),
        load("palermo"),
        sides=sides or (f"old={OLD}", f"new={NEW}"),
        decided=decided,
    )


def test_the_figures_are_those_of_the_answers(tmp_path: Path) -> None:
    found = held(tmp_path)
    assert [(i.coded.body, i.coded.code) for i in found.disagreements] == [
        ("old", "act.receipt"),
        ("new", "consent.irrelevant"),
    ]
    assert (found.overall.n, found.overall.agreed, found.blank) == (5, 3, 1)
    receipt = dict(found.codes())["act.receipt"]
    assert receipt.counts == {(Value.YES, Value.NO): 1, (Value.NO, Value.NO): 1}
    assert receipt.kappa == 0
    assert dict(found.codes())["act.recruitment"].kappa is None


def test_a_workbook_says_the_same_as_a_csv_file(tmp_path: Path) -> None:
    book = Workbook()
    for line in csv.reader(io.StringIO(LINES)):
        book.worksheets[0].append(line)
    book.save(tmp_path / "coding.xlsx")
    assert read_coding(str(tmp_path / "coding.xlsx")) == read_coding(coding(tmp_path))


def test_an_error_in_a_workbook_names_the_sheet(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].title = "Mine"
    for line in (("body", "code", "value"), ("old", "act.receipt", "maybe")):
        book.worksheets[0].append(line)
    book.save(tmp_path / "coding.xlsx")
    with pytest.raises(InputError, match="sheet Mine: 'maybe' is no value"):
        read_coding(str(tmp_path / "coding.xlsx"))


def test_an_apostrophe_before_a_formula_is_not_part_of_the_name(tmp_path: Path) -> None:
    (row,), _ = read_coding(coding(tmp_path, "body,code,value\n'=old,act.receipt,yes\n"))
    assert row.body == "=old"


def test_what_is_unclear_can_be_left_out(tmp_path: Path) -> None:
    found = held(tmp_path, decided=True)
    assert (found.overall.n, found.passed_over) == (4, 1)
    assert found.overall.kappa == pytest.approx(0.5)  # observed 3/4; by chance (3·2 + 1·2) / 16 = 1/2


def test_every_format_has_the_disagreements_with_the_laws_words(tmp_path: Path) -> None:
    found = held(tmp_path)
    document = as_object(found)
    json.dumps(document)
    assert document["schema"] == "palermo.coding/1"
    assert [(d["body"], d["code"], d["value"]) for d in document["disagreements"]] == [
        ("old", "act.receipt", "yes"),
        ("new", "consent.irrelevant", "unclear"),
    ]
    rows = list(csv.DictReader(io.StringIO(as_table(found))))
    assert [row["agree"] for row in rows] == ["yes", "no", "yes", "yes", "no"]
    for text in (as_text(found), as_page(found)):
        assert "not defined" in text
        assert "consent.irrelevant" in text
        assert "art. 128(1)" in text
    assert max(map(len, as_text(found).splitlines())) <= 80


@pytest.mark.parametrize(
    ("text", "error", "line", "says"),
    [
        ("body,code\nold,act.receipt\n", InputError, 1, "lacks the column value"),
        ("body,code,value\nold,act.receipt,maybe\n", InputError, 2, "'maybe' is no value"),
        ("body,code,value\nold,act.reciept,yes\n", NotFoundError, 2, "act.receipt"),
        ("body,code,value\nold,act.receipt,yes\n\nold,act.receipt,no\n", InputError, 4, "again"),
        ("body,code,value\n,act.receipt,yes\n", InputError, 2, "no body"),
        ('body,code,value\nold,"act.receipt,yes\n', InputError, None, "no table"),
    ],
)
def test_what_is_no_coding_is_said_with_its_line(
    tmp_path: Path, text: str, error: type[PalermoError], line: int | None, says: str
) -> None:
    with pytest.raises(error) as raised:
        held(tmp_path, text, f"old={OLD}")
    assert says in str(raised.value)
    if line is not None:
        assert raised.value.line == line


def test_separators_capitals_and_the_mark_of_the_encoding_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    for separator in ";\t,":
        line = separator.join(("Body", "Code", "Value"))
        path.write_text(f"{line}\r\n{separator.join(('x', 'act.receipt', 'YES'))}\r\n", "utf-8-sig", newline="")
        ((row,), blank) = read_coding(str(path))
        assert (row.body, row.code, row.value, row.line, blank) == ("x", "act.receipt", Value.YES, 2, 0)


def test_bodies_that_are_not_there_are_named_with_their_line(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError) as raised:
        against(coding(tmp_path), partial(resolve, library=tmp_path / "none"), load("palermo"))
    assert raised.value.line == 2
    assert "'old'" in str(raised.value)
    with pytest.raises(UsageError, match="no body of the coding"):
        held(tmp_path, LINES, "elsewhere")


def test_bodies_that_were_not_asked_for_are_left_out_and_one_alone_needs_no_name(tmp_path: Path) -> None:
    found = held(tmp_path, LINES, f"new={NEW}")
    assert {i.coded.body for i in found.items} == {"new"}
    assert found.left_out == (("old", "it is none of the bodies asked for"),)
    single = held(tmp_path, "body,code,value\nX,act.receipt,no\n", str(NEW))
    assert single.overall.agreed == 1


@pytest.mark.mirror
@pytest.mark.slow
def test_the_figures_on_the_gold_set_are_those_that_its_scoring_works_out(mirror: Path) -> None:
    gold = mirror.parent / "gold"
    if not (gold / "elements.tsv").is_file():
        pytest.skip("the gold set is not beside the real statutes")
    lines = (gold / "bodies.tsv").read_text("utf-8").splitlines()
    rows = read_coding(str(gold / "elements.tsv"))[0]
    names = {row.body for row in rows}
    bodies = [body for body in csv.DictReader(lines, delimiter="\t") if body["id"] in names]
    sides = [f"{b['id']}={','.join(str(mirror / f) for f in b['files'].split())}" for b in bodies]
    found = against(
        str(gold / "elements.tsv"),
        partial(resolve, library=mirror / "no-library"),
        load("palermo"),
        sides=sides,
        decided=True,
    )
    kappas = {code: _scored([(i.coded.value, i.finding.value) for i in _of(found, code)]) for code, _ in found.codes()}
    both = [code for code in kappas if len({i.coded.value for i in _of(found, code)}) == 2]
    mean, codes = found.mean_kappa
    assert (found.overall.n, codes) == (sum(row.value is not Value.UNCLEAR for row in rows), len(both))
    assert mean == pytest.approx(sum(kappas[code] for code in both) / len(both))
    assert mean is not None
    assert mean > 0.9
    assert found.overall.observed is not None
    assert found.overall.observed > 0.97


def _of(found: Coding, code: str) -> list[CodedItem]:
    return [item for item in found.items if item.coded.code == code]


def _scored(pairs: list[tuple[Value, Value]]) -> float:
    """As the gold set's own scoring has it: only what was coded yes or no, palermo's unclear being neither."""
    n = len(pairs)
    agreed = sum(a is b for a, b in pairs) / n
    chance = sum(sum(a is v for a, _ in pairs) / n * sum(b is v for _, b in pairs) / n for v in (Value.YES, Value.NO))
    return (agreed - chance) / (1 - chance) if chance < 1 else 0.0
