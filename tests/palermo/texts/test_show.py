"""A text as people and programs see it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.corpus.model.refs import VersionRef
from palermo.corpus.model.text_model import Basis, Interval, Provision, Source, Span, Version
from palermo.corpus.text.narrow import narrow
from palermo.corpus.text.reflow import line_width
from palermo.report.format.terminal import Screen
from palermo.report.redline.paragraphs import blocks
from palermo.report.texts.show.as_html import show as as_html
from palermo.report.texts.show.as_json import show as as_object
from palermo.report.texts.show.as_text import show as as_text

TEXT = """---
title: x
---
# Закон о торговле людьми

Статья 1. **Понятия**

В этом законе торговлей людьми считается вербовка, перевозка, передача,
укрывательство или получение людей:
1) путём угрозы силой;
2) путём обмана.

Примечание. Согласие не имеет значения.
"""


def _span(start: str, end: str) -> Span:
    return Span(TEXT.index(start), TEXT.index(end) + len(end))


def _version() -> Version:
    first = Provision("art_1__point_1", "point", "1", "1(1)", "", _span("1) путём", "силой;\n"))
    second = Provision("art_1__point_2", "point", "2", "1(2)", "", _span("2) путём", "обмана.\n\n"))
    note = Provision("art_1__note_1", "note", "", "1(n1)", "", _span("Примечание", "значения.\n"))
    article = Provision(
        "art_1",
        "article",
        "1",
        "1",
        "Понятия",
        _span("Статья 1", "значения.\n"),
        (first, second, note),
        num_span=_span("Статья 1", "Статья 1"),
        heading_span=_span("Понятия", "Понятия"),
    )
    root = Provision("", "act", "", "", "", Span(0, len(TEXT)), (article,))
    marks = [_span("---\ntitle", "x\n---"), _span("# ", "# ")] + [Span(*m.span()) for m in re.finditer(r"\*\*", TEXT)]
    ref = VersionRef.parse("/akn/zz/act/2001/1/rus@2001-02-03")
    in_force = Interval("2001-02-03", None, Basis.CONSOLIDATED)
    return Version(ref, "О торговле людьми", in_force, TEXT, root, Source("law.md", "0" * 64), (), tuple(marks))


def test_each_block_is_a_heading_or_a_paragraph_without_marks() -> None:
    found = [(b.provision.id, b.depth, b.heading, b.text) for b in blocks(_version())]
    assert found == [
        ("", 0, False, "Закон о торговле людьми"),
        ("art_1", 1, True, "Статья 1. Понятия"),
        (
            "art_1",
            1,
            False,
            "В этом законе торговлей людьми считается вербовка, перевозка, передача, "
            "укрывательство или получение людей:",
        ),
        ("art_1__point_1", 2, False, "1) путём угрозы силой;"),
        ("art_1__point_2", 2, False, "2) путём обмана."),
        ("art_1__note_1", 2, False, "Примечание. Согласие не имеет значения."),
    ]


@given(st.text(alphabet="aб.1 \n\r\t\u2028*", max_size=200), st.data())
def test_blocks_hold_all_that_a_person_reads(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=4)))
    children = tuple(
        Provision(f"p_{n}", "section", "", str(n), "", Span(a, b), heading_span=Span(a, (a + b) // 2))
        if n
        else Provision(f"p_{n}", "section", "", str(n), "", Span(a, b), num_span=Span(a, (a + b) // 2))
        for n, (a, b) in enumerate(pairwise(cuts))
    )
    marks = tuple(Span(*m.span()) for m in re.finditer(r"\*+", text))
    root = Provision("", "act", "", "", "", Span(0, len(text)), children)
    version = replace(_version(), text=text, root=root, marks=marks)
    shown = "".join(block.text for block in blocks(version))
    assert re.sub(r"\s", "", shown) == re.sub(r"[\s*]", "", text)


@pytest.mark.parametrize(
    ("lines", "width"),
    [([], 0), (["abc"], 3), (["x" * 70] * 60 + ["x" * 900], 70), (["x" * 900] * 3, 900)],
)
def test_the_width_is_what_most_lines_keep_within(lines: list[str], width: int) -> None:
    assert line_width("\n".join(lines)) == width


def test_for_programs_all_is_there_and_offsets_count_in_the_text_as_read() -> None:
    version = replace(_version(), unplaced=(Span(0, 3),))
    document = as_object(version)
    assert document["schema"] == "palermo.text/1"
    assert document["text"] == TEXT
    assert document["unplaced"] == [(0, 3)]
    root = document["root"]
    assert isinstance(root, dict)
    [article] = root["children"]
    assert [child["cite"] for child in article["children"]] == ["1(1)", "1(2)", "1(n1)"]
    assert TEXT[article["start"] : article["end"]].startswith("Статья 1.")
    assert set(article) == {"id", "level", "num", "cite", "heading", "start", "end", "children"}


def test_narrowed_to_a_provision_the_text_is_still_the_whole() -> None:
    version = replace(_version(), unplaced=(Span(0, 3), _span("обмана", "обмана")))
    document = as_object(narrow(version, "1(2)"))
    assert document["text"] == TEXT
    assert document["root"]["cite"] == "1(2)"
    assert document["unplaced"] == [_span("обмана", "обмана")]


def test_in_the_terminal_items_are_indented_and_no_line_is_too_long() -> None:
    lines = as_text(_version()).splitlines()
    assert max(map(len, lines)) <= 80
    assert "Статья 1. Понятия" in lines
    assert "  1) путём угрозы силой;" in lines
    assert not any("**" in line or line.startswith(("#", "---")) for line in lines)
    assert "\x1b" not in as_text(_version())
    assert "\x1b[1mСтатья 1. Понятия\x1b[0m" in as_text(_version(), Screen(80, colour=True))


def test_the_page_has_every_provision_as_an_anchor_and_closes_what_it_opens() -> None:
    page = as_html(_version())
    for provision in _version().root.walk():
        assert not provision.id or f'id="{provision.id}"' in page
    assert page.count("<section") == page.count("</section>") == 4
    assert '<article lang="ru">' in page
    assert "**" not in page


def test_law_is_text_and_never_markup() -> None:
    text = TEXT.replace("обмана", "<b>&amp;")
    page = as_html(replace(_version(), text=text, title="<i>"))
    assert "&lt;b&gt;&amp;amp;" in page
    assert "<b>" not in page
    assert "<i>" not in page
