"""A comparison narrowed to some kinds of difference, or to one provision."""

from __future__ import annotations

import pytest

from palermo.alignment.compare.compare import compare
from palermo.alignment.compare.model import RENUMBERING, Alignment, Pair
from palermo.corpus.errors import NotFoundError
from palermo.report.texts.compare.divergences import LABELS
from palermo.texts.filter_pairs import CHOICES, only, within
from tests.support.small_laws import item, law, section

OLD = [
    section("1", "Every boat longer than seven metres carries", item("a", "a lantern;"), item("b", "a bell.")),
    section("2", "Dogs are kept on a leash wherever children play in the open"),
    section("3", "Bees are announced to the neighbours before the first of May"),
    section("4", "Hay is brought in before the autumn rain begins"),
]
NEW = [
    OLD[0],
    section("3", "Bees are announced to the neighbours before the first of April"),
    section("5", "Hay is brought in before the autumn rain begins"),
    section("2", "Dogs are kept on a leash wherever children play in the open"),
]


@pytest.fixture(scope="module")
def alignment() -> Alignment:
    return compare([law(*OLD)], [law(*NEW)])


def _ids(pairs: tuple[Pair, ...]) -> list[tuple[str, str]]:
    return [("".join(p.id for p in pair.left), "".join(p.id for p in pair.right)) for pair in pairs]


def test_only_what_is_asked_for(alignment: Alignment) -> None:
    assert only(alignment, ()) is alignment
    for choice, test in CHOICES.items():
        chosen = only(alignment, [choice]).pairs
        assert all(map(test, chosen))
        assert all(pair in chosen for pair in alignment.pairs if pair.differs and test(pair))
    both = only(alignment, ["moved", "renumbered"])
    assert both.pairs == tuple(p for p in alignment.pairs if p.moved or p.renumbered)
    assert both.differs
    assert not both.material


def test_every_kind_of_divergence_may_be_asked_for() -> None:
    assert set(LABELS) - {RENUMBERING} <= set(CHOICES)
    alignment = compare(
        [law(section("1", "Whoever sells bees pays a fine of 10 marks"))],
        [law(section("1", "Whoever sells bees pays a fine of 20 marks"))],
    )
    assert only(alignment, ["number", "penalty"]).pairs == alignment.pairs
    assert only(alignment, ["modality"]).pairs == ()


def test_a_provision_is_taken_with_what_lies_in_it(alignment: Alignment) -> None:
    assert _ids(within(alignment, "n0").pairs) == [("n0", "n0"), ("n0_0", "n0_0"), ("n0_1", "n0_1")]


def test_a_provision_of_either_side_will_do(alignment: Alignment) -> None:
    """n1 stands for another provision on each side: both, with what they answer, are there."""
    assert sorted(_ids(within(alignment, "n1").pairs)) == [("n1", "n3"), ("n2", "n1")]


def test_an_unknown_provision_is_told_with_what_is_near(alignment: Alignment) -> None:
    with pytest.raises(NotFoundError, match="no provision 'n0_7'") as caught:
        within(alignment, "n0_7")
    assert "n0_" in str(caught.value.expected)
    assert "n9" not in str(caught.value.expected)
