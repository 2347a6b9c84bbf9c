"""Two texts as one with tracked changes: whatever is accepted or rejected, one of the two is left, to the character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from palermo.alignment.compare.compare import compare
from palermo.corpus.model.text_model import Version
from palermo.report.redline.lines import LineChange, RedlineLine
from palermo.report.redline.paragraphs import blocks
from palermo.report.redline.pieces import PieceMark
from palermo.report.redline.tree import ParagraphTree
from palermo.report.redline.words import readable, runs
from palermo.report.texts.compare.as_tracked_changes import compared
from tests.support.small_laws import Layout, Rule, item, law, layouts, section, trees

_texts = st.text("ab ,.(«»\"'’-–ёе\0\x01", max_size=30).map(lambda text: " ".join(text.split()))


def lines(left: Version, right: Version) -> list[RedlineLine]:
    return compared(compare([left], [right]), ParagraphTree([left, right]))


def sides(found: list[RedlineLine]) -> tuple[list[str], list[str]]:
    left, right = ([text for line in found if (text := line.text(mark))] for mark in (PieceMark.OUT, PieceMark.IN))
    return left, right


@given(_texts, _texts)
def test_the_runs_of_a_paragraph_hold_both_texts(left: str, right: str) -> None:
    found = runs(left, right)
    assert "".join(run.text for run in found if run.change is not LineChange.INSERTED) == left
    assert "".join(run.text for run in found if run.change is not LineChange.DELETED) == right
    assert all(run.text for run in found)


@given(_texts, _texts)
def test_the_readable_ones_do_so_side_by_side(left: str, right: str) -> None:
    found = readable(left, right)
    assert "".join(run.on(PieceMark.OUT) for run in found) == left
    assert "".join(run.on(PieceMark.IN) for run in found) == right


def test_only_what_reads_otherwise_is_marked_where_both_texts_stand_whole() -> None:
    old, new = "Лицо - «ещё» не платит", "Лицо – “еще” не платит"
    assert [run.change for run in readable(old, new)] == [LineChange.NONE]
    assert any(run.change is LineChange.DELETED for run in runs(old, new))


def test_a_word_is_replaced_whole_and_the_space_behind_it_stays() -> None:
    found = [(run.change, run.text) for run in runs("pays five marks", "pays ten marks")]
    assert found == [
        (LineChange.NONE, "pays "), (LineChange.DELETED, "five"),
        (LineChange.INSERTED, "ten"), (LineChange.NONE, " marks"),
    ]  # fmt: skip


@given(trees, trees, layouts)
def test_of_any_two_laws_both_are_left(old: list[Rule], new: list[Rule], layout: Layout) -> None:
    left, right = law(*old), law(*new, layout=layout)
    before, after = sides(lines(left, right))
    assert before == [block.text for block in blocks(left)]
    assert after == [block.text for block in blocks(right)]


OLD = [
    section("1", "Boats", item("a", "A boat carries a lantern at night"), item("b", "A raft carries two oars")),
    section("2", "Dogs are kept on a leash wherever children play in the harbour"),
    section("3", "Bees are announced to the neighbours before the first of May"),
]


def test_what_moved_is_shown_at_both_places_with_what_changed_in_it() -> None:
    new = [OLD[1], section("3", "Bees are announced to all neighbours before the first of May"), OLD[0]]
    found = lines(law(*OLD), law(*new))
    away = [line for line in found if line.end is LineChange.MOVED_FROM]
    here = [line for line in found if line.end is LineChange.MOVED_TO]
    assert [line.text(PieceMark.OUT) for line in away] == [line.text(PieceMark.IN) for line in here]
    assert {line.move for line in away} == {line.move for line in here} == {1}
    assert away[0].text(PieceMark.OUT) == "1. Boats"
    assert any(run.change is LineChange.INSERTED and run.text == "all" for line in found for run in line.runs)


def test_a_paragraph_that_was_written_anew_is_not_mixed_with_the_old_one() -> None:
    new = [OLD[0], section("2", "Nets and ropes must be mended by somebody else"), OLD[2]]
    found = lines(law(*OLD), law(*new))
    assert [line.end for line in found if line.changed] == [LineChange.DELETED, LineChange.INSERTED]


def test_hundreds_of_paragraphs_without_numbers_find_each_other() -> None:
    old = [Rule(words=f"Paragraph {n} is about boat {n * 7} and harbour {n * 13}") for n in range(300)]
    new = [*old[:150], Rule(words="Something else stands here"), *old[150:]]
    found = lines(law(*old), law(*new))
    assert [line.end for line in found if line.changed] == [LineChange.INSERTED]
