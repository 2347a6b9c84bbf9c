"""The validator finds the fault that a wrong object has, and none in a right one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.json_schema import faults

PLACE: dict[str, Any] = {
    "$defs": {
        "Place": {
            "type": "object",
            "properties": {
                "id": {"type": "string"},
                "span": {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
                "value": {"anyOf": [{"enum": ["yes", "no"]}, {"type": "null"}]},
                "share": {"type": ["number", "null"]},
                "counts": {"type": "object", "additionalProperties": {"type": "integer"}},
                "inside": {"type": "array", "items": {"$ref": "#/$defs/Place"}},
            },
            "required": ["id"],
            "additionalProperties": False,
        }
    },
    "$ref": "#/$defs/Place",
}


@pytest.mark.parametrize("value", [
    {"id": "a"},
    {"id": "a", "span": [0, 3], "value": "yes", "share": 1, "counts": {"x": 1}},
    {"id": "a", "value": None, "share": 0.5, "inside": [{"id": "b", "inside": []}]},
], ids=["only what is required", "all keys", "nulls and objects inside"])  # fmt: skip
def test_a_right_object_has_no_fault(value: Any) -> None:
    assert faults(value, PLACE) == []


@pytest.mark.parametrize(("value", "fault"), [
    ([], "$: [] is no object"),
    ({}, "$: lacks id"),
    ({"id": 1}, "$.id: 1 is no string"),
    ({"id": "a", "more": 1}, "$: has more"),
    ({"id": "a", "span": [0]}, "$.span: 1 items"),
    ({"id": "a", "span": [0, 1, 2]}, "$.span: 3 items"),
    ({"id": "a", "span": [0, True]}, "$.span[1]: True is no integer"),
    ({"id": "a", "span": [0, 1.5]}, "$.span[1]: 1.5 is no integer"),
    ({"id": "a", "value": "maybe"}, "$.value: 'maybe' is none of ['yes', 'no']"),
    ({"id": "a", "share": "1"}, "$.share: '1' is no ['number', 'null']"),
    ({"id": "a", "counts": {"x": None}}, "$.counts.x: None is no integer"),
    ({"id": "a", "inside": [{"id": "b"}, {}]}, "$.inside[1]: lacks id"),
], ids=lambda x: x if isinstance(x, str) else "")  # fmt: skip
def test_a_wrong_object_has_its_fault(value: Any, fault: str) -> None:
    assert faults(value, PLACE) == [fault]


def test_a_constant_is_that_value() -> None:
    assert faults("palermo.gaps/1", {"const": "palermo.gaps/1"}) == []
    assert faults("palermo.gaps/2", {"const": "palermo.gaps/1"}) == ["$: 'palermo.gaps/2' is not 'palermo.gaps/1'"]


def test_a_keyword_that_is_not_checked_is_refused() -> None:
    with pytest.raises(KeyError, match="pattern"):
        faults("a", {"pattern": "b"})
