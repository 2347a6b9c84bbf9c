"""Cohen's kappa, against figures worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.alignment.review.kappa import agreement
from palermo.corpus.model.findings import Value

YES, NO, UNCLEAR = Value.YES, Value.NO, Value.UNCLEAR
PAIRS = st.lists(st.tuples(st.sampled_from(Value), st.sampled_from(Value)), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("yes_yes", "yes_no", "no_yes", "no_no", "kappa"),
    [
        (20, 5, 10, 15, 0.4),  # observed 0.7, by chance 0.5
        (45, 15, 25, 15, 3 / 23),  # 0.6 and 0.54
        (25, 35, 5, 35, 7 / 27),  # 0.6 and 0.46
        (5, 0, 0, 5, 1.0),
        (0, 5, 5, 0, -1.0),
        (1, 1, 1, 1, 0.0),
    ],
)
def test_two_answers(yes_yes: int, yes_no: int, no_yes: int, no_no: int, kappa: float) -> None:
    found = agreement([(YES, YES)] * yes_yes + [(YES, NO)] * yes_no + [(NO, YES)] * no_yes + [(NO, NO)] * no_no)
    assert found.n == yes_yes + yes_no + no_yes + no_no
    assert found.agreed == yes_yes + no_no
    assert found.kappa == pytest.approx(kappa)


def test_three_answers() -> None:
    # Rows 4, 3, 3 and columns 4, 3, 3 of 10: by chance 0.34; observed 0.7.
    pairs = (
        [(YES, YES)] * 3 + [(YES, NO)] + [(NO, NO)] * 2 + [(NO, UNCLEAR)] + [(UNCLEAR, YES)] + [(UNCLEAR, UNCLEAR)] * 2
    )
    found = agreement(pairs)
    assert found.observed == pytest.approx(0.7)
    assert found.expected == pytest.approx(0.34)
    assert found.kappa == pytest.approx(6 / 11)


def test_it_is_not_defined_where_both_always_say_the_same_and_where_there_is_nothing() -> None:
    assert agreement([(NO, NO)] * 7).kappa is None
    empty = agreement([])
    assert (empty.n, empty.kappa, empty.observed, empty.expected, empty.constant) == (
        0,
        None,
        None,
        None,
        (False, False),
    )


def test_one_side_that_always_says_the_same_agrees_by_chance_only() -> None:
    found = agreement([(YES, YES)] * 9 + [(YES, NO)])
    assert found.kappa == 0
    assert found.constant == (True, False)


@given(PAIRS)
def test_it_lies_between_minus_one_and_one_and_is_the_same_from_either_side(pairs: list[tuple[Value, Value]]) -> None:
    found = agreement(pairs)
    turned = agreement([(b, a) for a, b in pairs])
    assert found.kappa == turned.kappa
    assert found.kappa is None or -1 <= found.kappa <= 1
    assert (found.kappa == 1) == (found.agreed == found.n and len(set(pairs)) > 1)
