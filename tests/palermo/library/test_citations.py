"""Search results as citations: nothing in a title or a quotation may change what the file says."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.corpus.model.refs import InstrumentId, VersionRef
from palermo.corpus.model.text_model import Basis, Interval, Provision, Source, Span, Translation
from palermo.kb.library.library import Fragment
from palermo.report.library.search.as_bibtex import bibtex
from palermo.report.library.search.as_csl import csl
from palermo.report.library.search.as_csv import COLUMNS, citations
from palermo.report.library.search.as_markdown import markdown
from palermo.report.library.search.citations import SourceCitation, cited

WORDS = "Кто занят вербовкой & {прочим} 50 % №_1 ~ ^ \\ $5"


def citation(
    title: str = "Уголовный кодекс",
    words: str = WORDS,
    uri: str | None = "https://law.example/a b?x={1}&y=%20",
    retrieved: str | None = "2024-05-06T07:08:09Z",
    instrument: str = "/akn/kz/act/1997-07-16/167",
    note: str = "",
) -> SourceCitation:
    ref = VersionRef(InstrumentId.parse(instrument), "ru", "2006-03-02")
    source = Source("law.md", "0" * 64, None, retrieved, uri, translation=Translation.UNOFFICIAL)
    fragment = Fragment(1, ref, title, Interval("2006-03-02", "2010-01-01", Basis.CONSOLIDATED), source)
    provision = Provision("art_128__para_1", "paragraph", "1", "128(1)", "", Span(0, 5))
    return cited(fragment, provision, words, ("Глава 1", "Статья 128 Торговля людьми", "(1)"), "Статья 128", note)


def fields(entry: str) -> dict[str, str]:
    return dict(re.findall(r"^  (\w+) = \{(.*)\},$", entry, re.MULTILINE))


def test_bibtex_has_what_a_citation_needs() -> None:
    (entry,) = [bibtex([citation()])]
    assert entry.startswith("@legislation{kz-act-1997-07-16-167-rus-2006-03-02-art_128__para_1,\n")
    found = fields(entry)
    assert found["title"] == "{Уголовный кодекс}"
    assert (found["titleaddon"], found["number"]) == ("Статья 128", "167")
    assert (found["date"], found["year"], found["urldate"]) == ("1997-07-16", "1997", "2024-05-06")
    assert (found["location"], found["langid"], found["language"]) == ("kz", "russian", "ru")
    assert found["url"] == "https://law.example/a%20b?x=%7B1%7D&y=%20"
    assert "in force from 2006-03-02 until 2010-01-01 (consolidated); unofficial translation" in found["note"]
    assert found["abstract"].startswith(r"Кто занят вербовкой \& \textbraceleft{}прочим\textbraceright{} 50 \% №\_1 ")
    assert found["abstract"].endswith(r"\textasciitilde{} \textasciicircum{} \textbackslash{} \$5")


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(), st.text())
def test_no_text_breaks_bibtex_csv_or_csl(title: str, words: str) -> None:
    one = citation(title or "x", words, note=words)
    entry = bibtex([one])
    depth = 0
    for char in entry:  # BibTeX counts every brace
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert depth >= 0
    assert depth == 0
    assert entry.count("\n@") == 0
    (item,) = json.loads(csl([one]))
    assert item["title"] == one.title
    head, row = csv.reader(io.StringIO(citations([one])))
    assert tuple(head) == COLUMNS
    assert len(row) == len(COLUMNS)
    assert not [cell for cell in row if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}]


def test_two_provisions_never_have_one_key() -> None:
    same = [citation(), citation(), citation(instrument="/akn/kz/act/1997-07-16/іім-7")]
    keys = re.findall(r"^@legislation\{(.*),$", bibtex(same), re.MULTILINE)
    assert len(set(keys)) == 3
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", key) for key in keys)
    assert [item["id"] for item in json.loads(csl(same))] == keys


def test_csl_is_legislation_with_dates_in_parts() -> None:
    (item,) = json.loads(csl([citation(note="read this")]))
    assert item["type"] == "legislation"
    assert item["issued"] == {"date-parts": [[1997, 7, 16]]}
    assert item["accessed"] == {"date-parts": [[2024, 5, 6]]}
    assert (item["section"], item["number"], item["jurisdiction"]) == ("Статья 128", "167", "kz")
    assert item["annote"] == "read this"
    assert "128(1)" in item["note"]


def test_what_is_unknown_is_left_out() -> None:
    one = citation(uri=None, retrieved="some day in May", instrument="/akn/zz/doc/0123456789ab")
    (item,) = json.loads(csl([one]))
    assert {"URL", "accessed", "number", "annote"}.isdisjoint(item)
    assert item["issued"] == {"date-parts": [[2006, 3, 2]]}
    assert {"url", "urldate", "number"}.isdisjoint(fields(bibtex([one])))


@pytest.mark.parametrize("title", ["=1+1", "+7 701", "-5", "@SUM(A1)", "  =cmd", "\t=1"])
def test_a_spreadsheet_takes_nothing_for_a_formula(title: str) -> None:
    _, row = csv.reader(io.StringIO(citations([citation(title)])))
    assert row[1].startswith("'")


def test_markdown_quotes_and_escapes() -> None:
    text = markdown("Search: *x*", [citation("A_B_C <b>", "1. Первая # & [так](x)")], first=21, words=("7 hits.",))
    assert text.startswith(
        "# Search: \\*x\\*\n\n7 hits.\n\n21. **128(1)**, *A\\_B\\_C \\<b\\>* (kz, ru, in force from "
    )
    assert "\n    > 1\\. Первая \\# \\& \\[так\\](x)\n" in text
    assert "source: <https://law.example/a%20b?x={1}&y=%20>, accessed 2024-05-06T07:08:09Z" in text
