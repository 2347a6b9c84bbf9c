"""Edits on an evolving text compose to disjoint edits of the text it began as."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from palermo.corpus.amendments.working_text.edits import TextChanges
from tests.support.failures.same_text import assert_same_text

EDITS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 8), st.text("xyz", max_size=4)), max_size=12)


@given(st.text("abcdef", max_size=30), EDITS)
def test_the_edits_rebuild_the_text_and_stay_apart(base: str, edits: list[tuple[int, int, str]]) -> None:
    changes, text = TextChanges(base), base
    for at, size, insert in edits:
        start = min(at, len(text))
        end = min(start + size, len(text))
        text = text[:start] + insert + text[end:]
        made = changes.replace(start, end, insert)
        assert made.insert == insert
        assert 0 <= made.base.start <= made.base.end <= len(base)
    assert_same_text(changes.text, text)
    rebuilt = base
    for edit in reversed(changes.edits):
        rebuilt = rebuilt[: edit.base.start] + edit.insert + rebuilt[edit.base.end :]
    assert rebuilt == text
    ends = [edit.base.end for edit in changes.edits]
    assert all(a < edit.base.start for a, edit in zip(ends, changes.edits[1:], strict=False))


def test_an_edit_of_what_an_earlier_one_brought_becomes_one_with_it() -> None:
    changes = TextChanges("the old harbour")
    changes.replace(4, 7, "brand new")
    made = changes.replace(4, 9, "quite")
    assert changes.text == "the quite new harbour"
    assert made.base == (4, 7)
    assert [(edit.base, edit.insert) for edit in changes.edits] == [((4, 7), "quite new")]
