"""The gold of the alignment benchmark: what was not altered is as it was, and what was is told rightly."""

from __future__ import annotations

from importlib.resources import as_file, files

import pytest

from benchmarks.altered_acts import Altered, Recipe, alter
from benchmarks.speed.alignment import f1, judge, palermo
from benchmarks.speed.operations import FAMILIES


def altered(recipe: Recipe, seed: int = 0) -> Altered:
    with as_file(files("palermo") / "sample") as sample:
        act, donor = sample / "criminal-code-2004.en.md", sample / "victims-act-2022.en.md"
        return alter(str(act), str(donor), seed, recipe)


def test_an_act_that_nothing_was_done_to_is_written_as_it_was() -> None:
    case = altered(Recipe(times=0))
    assert case.after.text == case.before.text
    assert case.pairs == {(c.index, c.index) for c in case.old if c.words}
    assert not case.touched
    assert not case.moved | case.renumbered | case.split | case.merged


@pytest.mark.parametrize("family", FAMILIES)
def test_compare_finds_what_was_done(family: str) -> None:
    case = altered(Recipe(times=12, family=family))
    scores = {measure: f1(*counts) for measure, counts in judge(case, palermo(case)).items()}
    assert sum(case.done.values()) >= 6
    assert case.touched
    assert scores["pairs"] >= 0.85
    assert scores["renumbered"] >= 0.85


def test_the_same_seed_alters_in_the_same_way() -> None:
    first, again, other = (altered(Recipe(times=12), seed) for seed in (1, 1, 2))
    assert first.after.text == again.after.text != other.after.text
    assert first.pairs == again.pairs
