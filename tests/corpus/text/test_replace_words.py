"""Words of a version changed: the text is as asked, and every provision keeps its own words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from palermo.corpus.model.text_model import Span, Version
from palermo.corpus.text.replace_words import replace_words
from tests.support.failures.same_text import assert_same_text
from tests.support.small_laws import law, section


def _act() -> Version:
    return law(section("1", "One rule stands here"), section("2", "Another rule stands there"))


def test_words_are_replaced_and_what_follows_moves() -> None:
    act = _act()
    at = act.text.index("rule")
    new = replace_words(act, [(Span(at, at + 4), "sentence")])
    assert_same_text(new.text, act.text.replace("rule", "sentence", 1))
    assert new.quote(new.root.children[1].span) == act.quote(act.root.children[1].span)


def test_words_put_in_at_the_end_of_a_provision_belong_to_it() -> None:
    act = _act()
    first = act.root.children[0]
    new = replace_words(act, [(Span(first.span.end, first.span.end), " and more")])
    assert new.quote(new.root.children[0].span) == act.quote(first.span) + " and more"


def test_a_span_that_a_deletion_swallows_is_empty_and_in_its_place() -> None:
    act = _act()
    first = act.root.children[0]
    new = replace_words(act, [(first.span, "")])
    assert new.root.children[0].span == Span(first.span.start, first.span.start)
    assert new.quote(new.root.children[1].span) == act.quote(act.root.children[1].span)


@given(st.data())
def test_the_text_is_as_asked_and_the_tree_nests(data: st.DataObject) -> None:
    act = _act()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(act.text)), min_size=2, max_size=6, unique=True)))
    spans = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    changes = [(span, data.draw(st.text("xy ", max_size=5))) for span in spans]
    new = replace_words(act, changes)
    wanted = act.text
    for span, words in reversed(changes):
        wanted = wanted[: span.start] + words + wanted[span.end :]
    assert_same_text(new.text, wanted)
    assert new.root.span == Span(0, len(wanted))
    ends = [0]
    for child in new.root.children:
        assert ends[-1] <= child.span.start <= child.span.end <= len(wanted)
        ends.append(child.span.end)


def test_no_change_changes_nothing() -> None:
    act = _act()
    assert replace_words(act, []) == act
