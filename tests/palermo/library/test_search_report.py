"""What a person sees of a search: marks, widths, what is said where something is missing."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import wcwidth

from palermo.corpus.model.refs import InstrumentId, VersionRef
from palermo.corpus.model.text_model import Interval, Provision, Source, Span
from palermo.kb.library.library import Fragment
from palermo.kb.search.search import Hit, SearchResult
from palermo.report.format.terminal import Screen
from palermo.report.library.search.as_html import search as as_page
from palermo.report.library.search.as_json import search as as_object
from palermo.report.library.search.as_text import search as as_text

TITLE = "Закон о противодействии торговле людьми и об оказании помощи потерпевшим от неё в государстве, которого нет"


def hit(snippet: str, *marked: str, dated: bool = True, eid: str = "art_1", cite: str = "1") -> Hit:
    spans = tuple(Span(snippet.index(word), snippet.index(word) + len(word)) for word in marked)
    provision = Provision(eid, "article", "1", cite, "", Span(0, len(snippet)))
    force = Interval("2006-03-02") if dated else None
    ref = VersionRef(InstrumentId("zy", "act", ("1",)), "ru", "2006-03-02" if dated else None)
    fragment = Fragment(1, ref, TITLE, force, Source("law.md", "0" * 64))
    return Hit(fragment, provision, provision, 1.5, snippet, spans, spans)


def answer(*hits: Hit, total: int | None = None) -> SearchResult:
    facets = {"jurisdiction": {"zy": 1}, "language": {"ru": 1}, "instrument": {}, "element": {}, "year": {}}
    return SearchResult("вербовка <i>", len(hits) if total is None else total, hits, facets)


LONG = "Тот, кто ради наживы занимается вербовкой людей обманом или силой, наказывается лишением свободы. " * 3


def test_marks_are_colour_on_a_terminal_and_asterisks_elsewhere() -> None:
    found = answer(hit("Кто занят вербовкой людей.", "вербовкой", "людей"))
    assert "занят *вербовкой* *людей*." in as_text(found)
    coloured = as_text(found, Screen(80, colour=True))
    assert "*" not in coloured
    assert re.search(r"\x1b\[33m\x1b\[1mвербовкой\x1b\[0m", coloured)


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_runs_over(width: int, colour: bool) -> None:
    text = as_text(answer(hit(LONG, "вербовкой")), Screen(width, colour=colour))
    assert all(wcwidth.width(line) <= width for line in text.splitlines())


def test_what_is_unknown_is_said() -> None:
    text = as_text(answer(hit("Слова.", dated=False, eid="", cite="")))
    assert "undated" in text
    assert " 1. article  Закон" in text
    assert "/akn/zy/act/1/rus\n" in text


def test_how_many_are_shown_of_how_many() -> None:
    assert as_text(answer(hit("Слова."), total=7)).startswith("7 articles and sections for вербовка <i>, the best 1\n")
    assert as_text(answer()).strip() == "0 articles and sections for вербовка <i>"


def test_it_is_said_how_many_have_all_that_was_asked_for() -> None:
    found = answer(hit("Слова."), hit("Слова."))
    assert "None has all that was asked for; what was found has a part of it." in as_text(found)
    assert "1 has all that was asked for; the others have a part of it." in as_text(replace(found, strict=1))
    assert "asked for" not in as_text(replace(found, strict=2))


def test_a_page_marks_and_escapes() -> None:
    page = as_page(answer(hit("Кто <занят> вербовкой & прочим.", "вербовкой")))
    assert '<blockquote lang="ru">Кто &lt;занят&gt; <mark>вербовкой</mark> &amp; прочим.</blockquote>' in page
    assert "вербовка &lt;i&gt;" in page
    assert page.count("<li>") == page.count("</li>") == 1


def test_the_object_has_its_spans_in_the_snippet() -> None:
    made = as_object(answer(hit("Кто занят вербовкой.", "вербовкой")))
    (found,) = made["hits"]
    assert [found["snippet"][s:e] for s, e in found["highlights"]] == ["вербовкой"]
    assert found["ref"] == "/akn/zy/act/1/rus@2006-03-02~art_1"
    assert found["in_force"] == {"start": "2006-03-02", "end": None, "basis": "first seen"}
