"""What holds of any two texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from palermo.alignment.compare.compare import compare
from palermo.alignment.compare.model import PairKind, WordOp
from palermo.alignment.compare.words.edits import mirrored
from tests.support.small_laws import Layout, Rule, check, law, layouts, touched, trees


@given(trees, layouts, trees, layouts)
def test_edits_rebuild_and_every_character_has_its_pair(
    old: list[Rule], before: Layout, new: list[Rule], after: Layout
) -> None:
    check(compare([law(*old, layout=before)], [law(*new, layout=after)]))


@given(trees, layouts)
def test_a_text_does_not_diverge_from_itself(rules: list[Rule], layout: Layout) -> None:
    text = law(*rules, layout=layout)
    alignment = compare([text], [text])
    assert not alignment.differs
    for pair in alignment.pairs:
        assert pair.kind is PairKind.SAME
        assert [edit.op for edit in pair.edits] == [WordOp.EQUAL] * len(pair.edits)


@given(trees, trees, layouts)
def test_sides_swapped_mirror(old: list[Rule], new: list[Rule], layout: Layout) -> None:
    left, right = law(*old), law(*new, layout=layout)
    there, back = compare([left], [right]), compare([right], [left])
    assert len(there.pairs) == len(back.pairs)
    mirror = {(p.left, p.right): p for p in back.pairs}
    for pair in there.pairs:
        other = mirror[pair.right, pair.left]
        assert other.kind is pair.kind.mirrored
        assert (other.moved, other.renumbered, other.score) == (pair.moved, pair.renumbered, pair.score)
        assert touched(other.edits) == touched(mirrored(pair.edits))
        assert mirrored(mirrored(pair.edits)) == pair.edits


@given(trees, layouts)
def test_white_space_and_markup_are_no_divergence(rules: list[Rule], layout: Layout) -> None:
    alignment = compare([law(*rules)], [law(*rules, layout=layout)])
    assert not alignment.differs
    assert {pair.kind for pair in alignment.pairs} <= {PairKind.SAME}
    reasons = {e.divergence.reason for p in alignment.pairs for e in p.edits if e.divergence is not None}
    assert reasons <= {"white space", "markup"}


@given(trees, st.integers(0, 3))
def test_the_same_law_in_several_files_is_the_same(rules: list[Rule], at: int) -> None:
    parts = [law(*some) for some in (rules[:at], rules[at:])]
    alignment = compare(parts, parts)
    check(alignment)
    assert not alignment.differs
