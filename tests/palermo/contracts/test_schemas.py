"""The published schemas come from the types of the writers, and require all that was promised to other programs."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import pytest

DOCS = Path(__file__).parents[3] / "docs"
SCHEMAS = {path.name.removesuffix(".json"): json.loads(path.read_text("utf-8")) for path in DOCS.glob("schemas/*.json")}
TOOL = runpy.run_path(str(DOCS / "tools" / "write_schemas.py"))

# The keys that programs outside rely on: of the whole object, and of the objects in it.
PROMISED = {
    "palermo.text.1": {"": "source text root unplaced"},
    "palermo.list.1": {"": "versions", "HeldVersion": "ref title jurisdiction lang in_force sources"},
    "palermo.compare.1": {
        "": "left right pairs counts",
        "Pair": "kind moved renumbered left right score parts edits",
        "WordEdit": "op left right divergence",
        "Divergence": "kind reason from to unit",
    },
    "palermo.concordance.1": {
        "": "left right pairs unmatched",
        "Match": "left right strength score parts shared",
        "Unmatched": "left right",
    },
    "palermo.define.1": {
        "": "term sources sides rows",
        "DefinedSide": "title sources",
        "DefinitionRow": "code label extra cells",
        "DefinitionCell": "side source value provision start end quote",
    },
    "palermo.gaps.1": {
        "": "sources framework findings penalties",
        "FrameworkVersion": "id version",
        "Finding": "code value extent rating confidence rule explanation would_change requires evidence",
        "Requirement": "article bindingness restatement quote",
        "Evidence": "source provision start end quote",
        "Penalty": "provision basic aggravation kind min max unit",
    },
    "palermo.matrix.1": {
        "": "framework bodies cells",
        "MatrixBody": "id title jurisdiction date sources",
        "MatrixCell": "body code value extent rating confidence evidence",
    },
    "palermo.amend.1": {
        "": "base amending status text outcomes",
        "Outcome": "instruction start end op target status reason edit",
        "Edit": "base insert",
    },
    "palermo.search.1": {
        "": "query total hits facets",
        "Hit": "ref source provision lang jurisdiction in_force score snippet highlights elements",
        "Interval": "start end basis",
    },
    "palermo.error.1": {"": "error message file line expected"},
}
EVERYWHERE = {
    "Provision": "id level num cite heading start end",
    "Source": "path sha256 lang title instrument in_force official retrieved uri",
}


def test_the_schemas_are_what_the_types_of_the_writers_say() -> None:
    there = {path.name: path.read_text("utf-8") for path in (DOCS / "schemas").iterdir()}
    assert there == TOOL["render"](), "a contract has changed: run `python docs/tools/write_schemas.py`"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_type_is_described_and_the_command_named(name: str) -> None:
    schema = SCHEMAS[name]
    for option in schema.get("anyOf", [schema]):
        assert option["description"].startswith("Result of ")
        assert "`palermo " in option["description"]
    for type_ in schema.get("$defs", {}).values():
        assert len(type_["description"]) > 10, type_


@pytest.mark.parametrize("name", SCHEMAS)
def test_what_was_promised_is_required(name: str) -> None:
    schema = SCHEMAS[name]
    promised = PROMISED.get(name, {}) | {n: keys for n, keys in EVERYWHERE.items() if n in schema.get("$defs", {})}
    for type_, keys in promised.items():
        for option in [schema["$defs"][type_]] if type_ else schema.get("anyOf", [schema]):
            assert set(keys.split()) <= set(option["required"]), type_


def test_a_promised_contract_is_published() -> None:
    assert PROMISED.keys() <= SCHEMAS.keys()


@pytest.mark.parametrize(("hint", "schema"), [
    (str, {"type": "string"}),
    (str | None, {"type": ["string", "null"]}),
    (list[int], {"type": "array", "items": {"type": "integer"}}),
    (tuple[str, str], {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2}),
    (dict[str, float], {"type": "object", "additionalProperties": {"type": "number"}}),
    (object, {}),
], ids=["text", "text or null", "list", "pair", "mapping", "anything"])  # fmt: skip
def test_a_type_becomes_a_schema(hint: Any, schema: dict[str, Any]) -> None:
    assert TOOL["_schema"](hint, {}) == schema


@pytest.mark.parametrize("hint", [bytes, set, complex], ids=["bytes", "set", "complex"])
def test_a_type_that_json_does_not_have_is_refused(hint: Any) -> None:
    with pytest.raises(TypeError, match="has no JSON Schema"):
        TOOL["_schema"](hint, {})
