"""Data files read into frozen dataclasses: their values, and one line with file and key for each mistake."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

import pytest

from palermo.corpus.data_files import read_typed
from palermo.corpus.errors import InputError
from palermo.corpus.fill_typed import fill_typed


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Leaf:
    word: str
    weight: float = 1.0

    def __post_init__(self) -> None:
        if self.weight < 0:
            raise ValueError("the weight is below 0")


@dataclass(frozen=True, slots=True)
class Tree:
    name: str
    in_: re.Pattern[str]
    leaves: tuple[Leaf, ...] = ()
    counts: Mapping[str, int] | None = None
    seen: frozenset[str] = frozenset()
    pair: tuple[str, int] = ("", 0)
    colour: Colour = Colour.RED
    side: Literal["left", "right"] = "left"
    evergreen: bool = False
    either: str | tuple[str, ...] = ""


WHOLE = {
    "name": "oak",
    "in": r"\d+",
    "leaves": [{"word": "a"}, {"word": "b", "weight": 2}],
    "counts": {"x": 1},
    "seen": ["a", "b"],
    "pair": ["c", 3],
    "colour": "blue",
    "side": "right",
    "evergreen": True,
    "either": ["d"],
}


def test_plain_values_become_the_types_that_the_dataclass_names() -> None:
    assert fill_typed(WHOLE, Tree, "t.yaml") == Tree(
        "oak",
        re.compile(r"\d+"),
        (Leaf("a"), Leaf("b", 2)),
        {"x": 1},
        frozenset("ab"),
        ("c", 3),
        Colour.BLUE,
        "right",
        evergreen=True,
        either=("d",),
    )


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"name": 5}, "t.yaml: name: is 5 (expected a text)"),
        ({"evergreen": 1}, "t.yaml: evergreen: is 1 (expected true or false)"),
        ({"in": "("}, "t.yaml: in: missing ), unterminated subpattern at character 0 (expected a regular expression)"),
        ({"leaves": {}}, "t.yaml: leaves: is a dict (expected a list)"),
        ({"leaves": [{"word": "a"}, {}]}, "t.yaml: leaves[1].word: missing (expected this key)"),
        ({"leaves": [{"word": "a", "wait": 1}]}, "t.yaml: leaves[0].wait: unknown key (expected one of word, weight)"),
        ({"leaves": [{"word": "a", "weight": -1}]}, "t.yaml: leaves[0]: the weight is below 0"),
        ({"counts": {"x": True}}, "t.yaml: counts.x: is True (expected a whole number)"),
        ({"counts": {1: 1}}, "t.yaml: counts[1]: is 1 (expected a text)"),
        ({"seen": "ab"}, "t.yaml: seen: is 'ab' (expected a list)"),
        ({"pair": ["c"]}, "t.yaml: pair: is a list (expected a list of 2)"),
        ({"colour": "green"}, "t.yaml: colour: is 'green' (expected one of red, blue)"),
        ({"side": "up"}, "t.yaml: side: is 'up' (expected one of left, right)"),
        ({"either": 7}, "t.yaml: either: is 7 (expected a list)"),
    ],
    ids=[
        *("no text", "no truth value", "no regular expression", "no list", "a key is missing", "an unknown key"),
        *("a value that its class refuses", "no whole number", "a key that is no text", "a text for a list"),
        *("one of two", "no member", "no literal", "neither of a union"),
    ],
)
def test_a_mistake_is_told_in_one_line_with_file_key_and_what_was_expected(
    changes: dict[str, object], line: str
) -> None:
    with pytest.raises(InputError) as told:
        fill_typed(WHOLE | changes, Tree, "t.yaml")
    assert str(told.value) == line


def test_a_file_that_is_no_mapping_is_told_by_its_name_alone() -> None:
    with pytest.raises(InputError, match=re.escape("t.yaml: is None (expected a mapping)")):
        fill_typed(None, Tree, "t.yaml")


def test_a_file_of_a_package_is_named_by_its_path() -> None:
    months = read_typed("palermo.kb", "languages/en/commencement.yaml", Mapping[str, object])  # type: ignore[type-abstract]
    assert "months" in months
    with pytest.raises(InputError, match=r"^kb/languages/en/commencement\.yaml: .*: unknown key"):
        read_typed("palermo.kb", "languages/en/commencement.yaml", Leaf)
    with pytest.raises(InputError, match=r"^corpus/amendments/xx\.yaml: there is no such data file"):
        read_typed("palermo.corpus.amendments", "xx.yaml", Leaf)


def test_broken_yaml_is_told_with_its_line(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("palermo.corpus.data_files.files", lambda package: tmp_path)
    tmp_path.joinpath("broken.yaml").write_text("a: 1\nb: [\n", encoding="utf-8")  # type: ignore[attr-defined]
    with pytest.raises(InputError, match=r"^shop/broken\.yaml:3: .*\(expected YAML\)$"):
        read_typed("a.shop", "broken.yaml", Leaf)
