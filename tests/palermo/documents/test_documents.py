"""Documents on gaps: what they say, in every format, and that nothing in a law does harm to them."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree, html

from palermo.alignment.compare.compare import compare
from palermo.alignment.gaps.gaps_change import change as compare_gaps
from palermo.alignment.gaps.history import history as tell
from palermo.corpus.model.findings import Evidence, Extent, Rating, Value
from palermo.corpus.model.text_model import Span
from palermo.kb.frameworks.accuracy import accuracy
from palermo.kb.frameworks.codebook import codebook as load_codebook
from palermo.kb.frameworks.headlines import headlines
from palermo.report.analysis.gaps.as_html import gaps as gaps_page
from palermo.report.analysis.memo.brief import brief
from palermo.report.analysis.memo.case import Case
from palermo.report.analysis.memo.change import change
from palermo.report.analysis.memo.codebook import codebook
from palermo.report.analysis.memo.gaps import gaps
from palermo.report.analysis.memo.history import history
from palermo.report.analysis.memo.matrix_memo import matrix as many
from palermo.report.format.document import Document
from palermo.report.format.docx.report import report
from palermo.report.format.html.blocks import document as as_page
from palermo.report.format.markdown import document as as_markdown
from palermo.report.format.parts import Heading, PageTurn
from palermo.report.shared.rating_signs import MARKS
from tests.support.failures.same_text import assert_same_text
from tests.support.report_cases import MADE, PROTOCOL, case, hostile, matrix, sample

OLD, NEW, VICTIMS = "criminal-code-2004.en", "criminal-code-2019.en", "victims-act-2022.en"


def _changed() -> Document:
    found = compare_gaps(case(OLD).analysis, case(NEW).analysis)
    return change(found, PROTOCOL, MADE, compare([sample(OLD)], [sample(NEW)]))


MADE_OF: dict[str, Callable[[], Document]] = {
    "gaps": lambda: gaps(case(NEW, VICTIMS)),
    "brief": lambda: brief(case(NEW, VICTIMS)),
    "matrix": lambda: many(matrix(case(OLD), case(NEW)), MADE),
    "change": _changed,
    "history": lambda: history(tell([case(OLD).analysis, case(NEW).analysis]), PROTOCOL, MADE),
    "codebook": lambda: codebook(load_codebook(PROTOCOL), MADE),
    "hostile": lambda: gaps(hostile()),
    "hostile brief": lambda: brief(hostile()),
}


def _flat(markdown: str) -> str:
    return " ".join(markdown.replace("\\", "").split())


def test_it_says_what_was_compared_what_was_found_how_sure_and_what_to_do_next() -> None:
    said = _flat(as_markdown(gaps(case(NEW, VICTIMS))))
    for wanted in (
        "7 of the 32 requirements are not met in full",
        "holds 2 texts, which are read together as one law, against: United Nations Protocol",
        "Where the victim is a child, one of the means still has to be proved",
        "Of the five acts, the law does not name: receipt.",
        "## How sure",
        f"on {accuracy().bodies} bodies of law",
        "## What to do next",
        "Read the 7 open requirements",
        "## Undecided",
        "## Penalties",
        "imprisonment 5 to 8 years",
        "## Method, limits and error rates",
        sample(NEW).source.sha256,
        sample(VICTIMS).source.sha256,
        "in force from 2019-06-01",
        "whether official is not known",
        "`palermo gaps law.md`",
        "palermo, version 1.0",
    ):
        assert wanted in said, wanted


def test_what_is_not_there_was_looked_for_and_a_number_in_brackets_is_told() -> None:
    said = _flat(as_markdown(gaps(case(NEW, VICTIMS))))
    assert "does not name: receipt.** (asked by art. 3(a), mandatory; looked for in: [1] 128, [1] 129)" in said
    assert "proved; the Protocol asks for none.** (asked by art. 3(c), mandatory; in the law: [1] 128(1))" in said
    assert "such as [1], is that of the text in this list" in said
    assert "such as [1]" not in _flat(as_markdown(gaps(case(NEW))))


def test_a_quotation_that_ends_inside_a_clause_says_that_it_goes_on() -> None:
    said = _flat(as_markdown(gaps(case(NEW))))
    assert "or through abuse …”" in said
    assert "“by abduction or deception”" in said


def test_the_page_and_the_document_say_alike_what_was_found() -> None:
    page: Any = html.fromstring(gaps_page(case(NEW, VICTIMS)))
    heads = {row.text_content() for row in page.xpath("//section[@class='findings']//th[@scope='row']")}
    assert any(head.startswith("not the case: movement required") for head in heads)
    assert "Searched: [1] 128, [1] 129." in page.text_content()
    sheet = page.xpath("//style")[0].text_content()
    for rating, sign in MARKS.items():
        if rating is not Rating.UNDECIDED:
            assert f'.rating-{rating.value.replace(" ", "-")}::before {{ content: "{sign} "; }}' in sheet


def test_the_table_has_what_was_asked_for_of_each_open_requirement() -> None:
    table: Any = next(b for b in gaps(case(NEW)).blocks if getattr(b, "caption", "").startswith("Open"))
    assert table.head == (
        "Requirement", "Bindingness", "The law", "Rating", "Explanation", "What would close the gap",
    )  # fmt: skip
    opened = [f for f in case(NEW).analysis.findings if f.rating in (Rating.CONTRARY, Rating.ABSENT, Rating.PARTLY)]
    assert len(table.rows) == len(opened)


def test_the_gravest_gaps_come_first_and_what_takes_no_conduct_out_last() -> None:
    analysis = case(OLD).analysis
    told = headlines(analysis)
    said = [f.code for h in told for f in h.findings]
    assert len(said) == len(set(said))
    assert said[0] == "scope.transnational_only"
    free = tuple(
        replace(f, value=Value.NO, rating=Rating.BROADER) if f.code == "means.essential_adult" else f
        for f in analysis.findings
    )
    last = headlines(replace(analysis, findings=free))[-1]
    assert last.moot
    assert {f.code.partition(".")[0] for f in last.findings} == {"means"}


def test_every_open_rating_of_every_code_has_a_sentence() -> None:
    analysis = case(NEW).analysis
    for element in PROTOCOL.elements:
        for value, extent in ((Value.YES, None), (Value.YES, Extent.SOME), (Value.NO, None)):
            rating = element.rate(value, extent)
            one = replace(analysis.finding(element.code), value=value, extent=extent, rating=rating)
            told = headlines(replace(analysis, findings=(one,)))
            opened = rating in (Rating.CONTRARY, Rating.ABSENT, Rating.NARROWER, Rating.PARTLY)
            assert len(told) == opened
            assert all(h.sentence != element.restatement for h in told), element.code


def test_a_law_without_trafficking_says_so_first_and_names_no_gaps() -> None:
    read = sample(NEW)
    article = read.find("6")
    none = replace(read, text=read.text[: article.span.end], root=replace(read.root, children=(article,)))
    from palermo.alignment.gaps.gaps import gaps as analyse

    said = _flat(as_markdown(gaps(Case(analyse([none], PROTOCOL), PROTOCOL, MADE))))
    assert "No provision on trafficking in persons was found in what was read." in said
    assert "matter most" not in said
    assert "Find the provision on trafficking" in said


@pytest.mark.parametrize("name", MADE_OF)
def test_the_same_document_gives_the_same_bytes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first, second = MADE_OF[name](), MADE_OF[name]()
    assert report(first) == report(second)
    assert_same_text(as_markdown(first), as_markdown(second))
    assert_same_text(as_page(first), as_page(second))


@pytest.mark.parametrize("name", MADE_OF)
def test_word_files_are_whole(name: str) -> None:
    made = MADE_OF[name]()
    word = docx.Document(io.BytesIO(report(made)))
    headings = [p.text for p in word.paragraphs if str(p.style and p.style.name).startswith("Heading")]
    assert len(headings) == 1 + sum(isinstance(b, Heading) for b in made.blocks)
    assert len(word.sections) == 1 + sum(isinstance(b, PageTurn) for b in made.blocks)
    for table in word.tables:
        columns = len(table._tbl.tblGrid.gridCol_lst)
        assert columns
        assert all(len(row._tr.tc_lst) == columns for row in table.rows)
        assert all(cell._tc.p_lst for row in table.rows for cell in row.cells)
    for picture in word.element.iter(qn("wp:docPr")):
        assert len(picture.get("descr")) > 40
    blips = list(word.element.iter(qn("a:blip")))
    svgs = [x.get(qn("r:embed")) for x in word.element.iter("{*}svgBlip")]
    assert len(blips) == len(svgs)
    for reference in svgs:
        etree.fromstring(word.part.related_parts[reference].blob)


def test_words_of_the_law_are_in_its_language() -> None:
    word = docx.Document(io.BytesIO(report(gaps(case("criminal-code-2019.ru")))))
    cyrillic = [r for r in word.element.iter(qn("w:r")) if re.search("[а-я]{4}", "".join(r.itertext()))]
    quoted = [r for r in cyrillic if "“" in "".join(r.itertext())]
    assert len(quoted) > 20
    assert all(next(r.iter(qn("w:lang"))).get(qn("w:val")) == "ru-RU" for r in quoted)


def test_nothing_in_a_law_is_markup_of_the_report() -> None:
    made = gaps(hostile())
    page: Any = html.fromstring(as_page(made))
    assert not page.xpath("//script|//b[text()='Code']|//a[starts-with(@href, 'javascript')]")
    assert any("<script>alert(1)</script>" in q.text_content() for q in page.iter("q"))
    said = as_markdown(made)
    assert "<script>" not in said
    assert "\\<script\\>" in said
    assert "\x0b" not in said
    assert said.count("\u2068") == said.count("\u2069") >= said.count("\u202e") > 0
    rows = [line for line in said.splitlines() if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} <= {3, 4, 5, 6, 7}
    word = "".join(docx.Document(io.BytesIO(report(made))).element.itertext())
    assert "<script>alert(1)</script>" in word
    assert "\ufffd" in word


def test_two_megabytes_in_a_quotation_are_cut() -> None:
    one = hostile()
    version = one.analysis.sources[0]
    grown = replace(version, text=version.text + "x y " * 500_000)
    whole = Evidence(0, version.root, Span(0, len(grown.text)), grown.text)
    findings = tuple(replace(f, evidence=(whole,)) for f in one.analysis.findings)
    big = replace(one, analysis=replace(one.analysis, sources=(grown,), findings=findings))
    assert len(as_markdown(gaps(big))) < 300_000
    assert len(report(gaps(big))) < 300_000


def test_right_to_left_words_run_that_way() -> None:
    version = replace(sample(NEW), ref=replace(sample(NEW).ref, lang="ar"))
    analysis = replace(case(NEW).analysis, sources=(version,))
    made = gaps(Case(analysis, PROTOCOL, MADE))
    word = docx.Document(io.BytesIO(report(made)))
    assert list(word.element.iter(qn("w:bidi")))
    assert list(word.element.iter(qn("w:rtl")))
    assert html.fromstring(as_page(made)).xpath("//q[@dir='rtl' and @lang='ar']")


def test_the_brief_quotes_the_articles_in_full() -> None:
    made = brief(case(NEW))
    said = _flat(as_markdown(made)).replace("> ", "")
    article = sample(NEW).find("129")
    words = " ".join(sample(NEW).reading(article.span).text.split())
    assert words in said
    assert "Country brief, XT: Criminal Code" in said


def test_a_change_says_what_it_closed_and_opened() -> None:
    said = _flat(as_markdown(_changed()))
    assert "Open requirements: 17 before, 7 after." in said
    assert "gaps were closed: transfer" in said
    assert "Articles that changed: 6, 7, 127, 128" in said
    assert "raised" in said


def test_the_codebook_has_every_code_with_its_scale() -> None:
    said = _flat(as_markdown(MADE_OF["codebook"]()))
    for entry in load_codebook(PROTOCOL).entries:
        assert f"### {entry.element.code.replace('_', '_')}: {entry.element.label}" in said
        assert " ".join(entry.means.split()) in said
    assert "yes gives met; yes in some cases gives partly; no gives contrary" in said
