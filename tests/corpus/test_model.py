"""Spans: what is trimmed, overlaps and covers, held against the code points themselves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from palermo.corpus.model.text_model import Span

_TEXT = st.text(" \n\u00a0ab", max_size=8)
_SPANS = st.tuples(st.integers(0, 8), st.integers(0, 8)).map(lambda ends: Span(*sorted(ends)))


@given(text=_TEXT, span=_SPANS)
def test_a_trimmed_span_has_the_words_alone(text: str, span: Span) -> None:
    span = Span(min(span.start, len(text)), min(span.end, len(text)))
    trimmed = span.trimmed(text)
    assert span.covers(trimmed)
    assert text[slice(*trimmed)] == text[slice(*span)].strip()


@given(one=_SPANS, other=_SPANS)
def test_overlap_and_cover_are_of_code_points(one: Span, other: Span) -> None:
    assert one.overlaps(other) is other.overlaps(one)
    if one.start < one.end and other.start < other.end:
        assert one.overlaps(other) is bool({*range(*one)} & {*range(*other)})
        assert one.covers(other) is ({*range(*other)} <= {*range(*one)})
