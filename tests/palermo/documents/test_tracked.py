"""An amended text paragraph by paragraph: all of both texts, and only what the edits did is marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from palermo.corpus.amendments import Edit
from palermo.corpus.model.text_model import Span
from palermo.corpus.readers import read_text
from palermo.report.redline.offsets import Moves
from palermo.report.redline.pieces import PieceMark
from palermo.report.redline.tracked import Tracked, tracked
from tests.support.small_laws import Layout, Rule, law, layouts, trees

_TITLE = len("The Harbour Act")
_inserts = st.lists(st.sampled_from(["лицо ", "2. ", "\n", "(a) ", "force ", "“child” ", "\n\n5. "]), max_size=4)


@st.composite
def edits(draw: st.DrawFn, first: int, length: int) -> list[Edit]:
    """Some edits of a text of that length from `first` on: disjoint, in order; several may insert at one place."""
    places = sorted(draw(st.lists(st.integers(first, length), max_size=6)))
    spans = [Span(a, b) for a, b in zip(places[::2], places[1::2], strict=False)]
    return [Edit(span, "".join(draw(_inserts))) for span in spans]


def _law(rules: list[Rule], layout: Layout) -> str:
    return "The Harbour Act\n\n" + law(*rules, layout=layout).text


def _amended(text: str, some: list[Edit]) -> str:
    for edit in reversed(some):
        text = text[: edit.base.start] + edit.insert + text[edit.base.end :]
    return text


def _tight(text: str) -> str:
    return "".join(text.split())


@given(trees, layouts, st.data())
def test_every_word_of_both_texts_is_there(rules: list[Rule], layout: Layout, data: st.DataObject) -> None:
    base = read_text(_law(rules, layout), name="law.md", lang="en")
    some = data.draw(edits(_TITLE, len(base.text)))
    version = read_text(_amended(base.text, some), name="law.md", lang="en")
    found = tracked(base, version, some)
    assert _tight("".join(p.text(PieceMark.IN) for p in found)) == _tight(base.reading().text)
    assert _tight("".join(p.text(PieceMark.OUT) for p in found)) == _tight(version.reading().text)


@given(trees, layouts, st.data())
def test_nothing_is_marked_where_no_edit_is(rules: list[Rule], layout: Layout, data: st.DataObject) -> None:
    base = read_text(_law(rules, layout), name="law.txt", lang="en")
    some = data.draw(edits(_TITLE, len(base.text)))
    version = read_text(_amended(base.text, some), name="law.txt", lang="en")
    moves = Moves(some)
    for p in tracked(base, version, some):
        if p.left is not None and moves.untouched(p.left):
            assert not p.changed
            assert p.right is not None
        if p.right is not None and p.left is None:
            assert any(p.right.start <= span.end and span.start <= p.right.end for span in moves.inserts())


def _replaced(text: str, old: str, new: str) -> list[Tracked]:
    start = text.index(old)
    base = read_text(text, name="law.txt", lang="en")
    version = read_text(text.replace(old, new, 1), name="law.txt", lang="en")
    return tracked(base, version, [Edit(Span(start, start + len(old)), new)])


def test_a_line_that_got_shorter_does_not_break_its_paragraph() -> None:
    text = (
        "1. Whoever keeps a very large number of bees in the middle of the town\n"
        "announces them to the neighbours before the first of May, in writing,\n"
        "and hangs the letter on the door of the town hall until the harvest.\n"
    )
    found = _replaced(text, "a very large number of bees", "bees")
    assert [p.text(PieceMark.OUT) for p in found if p.right] == [
        " ".join(text.replace("a very large number of bees", "bees").split())
    ]
    assert [p.text(PieceMark.IN) for p in found if p.left] == [" ".join(text.split())]


def test_quotation_marks_of_another_form_are_no_change_and_letters_are() -> None:
    assert not any(p.changed for p in _replaced("1. A “boat” floats.\n", "“boat”", "‘boat’"))
    assert any(p.changed for p in _replaced("1. Её лодка.\n", "Её", "Ее"))


def test_moves_tell_before_from_after() -> None:
    moves = Moves([Edit(Span(2, 2), "ab"), Edit(Span(2, 2), "c"), Edit(Span(4, 6), "")])
    assert (moves.before(2), moves.after(2)) == (2, 5)
    assert (moves.before(5), moves.after(5)) == (None, None)
    assert (moves.before(4), moves.after(6)) == (7, 7)
    assert moves.inserts() == [Span(2, 4), Span(4, 5), Span(7, 7)]
    assert moves.origin(3) == 2
