"""Spans of the source in the text that the rules read, also where the parts of several provisions interleave."""

from __future__ import annotations

from palermo.alignment.compare.divergence.side import DivergenceSide
from palermo.corpus.model.text_model import Span
from palermo.kb.lexicon.change_words import words
from tests.support.small_laws import Layout, law, section


def test_a_span_at_the_end_of_a_part_stays_in_it() -> None:
    version = law(section("1", "one two; or three four"), layout=Layout(stop=""))
    cut = version.text.index(" three")
    # As in a section split into itself and its item: the section's last words stand before the item's.
    side = DivergenceSide.of(version, [Span(0, 2), Span(cut, len(version.text)), Span(2, cut)], words("en"), None)
    start = version.text.index("; or")
    assert side.text[slice(*side.span(Span(start, start + 4)))] == "; or"
    start = version.text.index("three")
    assert side.text[slice(*side.span(Span(start, start + 5)))] == "three"


def test_markup_and_line_ends_are_not_read() -> None:
    version = law(section("1", "one two"), section("2", "three"), layout=Layout(bold="**", line="\r\n\r\n"))
    side = DivergenceSide.of(version, [version.root.span], words("en"), None)
    assert side.text == "1. one two\n2. three"
    start = version.text.index("two")
    assert side.text[slice(*side.span(Span(start, start + 3)))] == "two"
