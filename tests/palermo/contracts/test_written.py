"""The JSON that every command writes is what the published schemas say, and nothing else passes as it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import pytest

from palermo.cli.main import root
from tests.support.json_schema import faults
from tests.support.written_json import COMMANDS, WrittenJson, write_all

SCHEMAS = Path(__file__).parents[3] / "docs" / "schemas"
NAMES = sorted(path.name.removesuffix(".json") for path in SCHEMAS.glob("*.json"))
WRONG = {"surplus": [None]}  # no key of any contract has such a value


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, WrittenJson]:
    return write_all(tmp_path_factory.mktemp("contracts"))


def schema_of(document: Mapping[str, Any]) -> dict[str, Any]:
    name = document.get("schema", "palermo.amend-line/1").replace("/", ".")
    schema: dict[str, Any] = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    return schema


@pytest.mark.parametrize("command", COMMANDS, ids=list(COMMANDS))
def test_the_json_of_a_command_is_valid(command: str, written: dict[str, WrittenJson]) -> None:
    ran = written[command]
    assert ran.objects
    for document in ran.objects:
        assert faults(document, schema_of(document)) == []
    assert (ran.objects[0].get("schema") == "palermo.error/1") == (ran.code == 2) == (command in COMMANDS[-2:])


def test_every_contract_is_written_by_a_command(written: dict[str, WrittenJson]) -> None:
    found = {schema_of(document)["title"] for ran in written.values() for document in ran.objects}
    assert sorted(name.replace("/", ".") for name in found) == NAMES


def test_every_command_that_writes_json_is_among_them() -> None:
    with_json = set(_with_json(root, None))
    assert with_json
    for path in with_json:
        assert any(f"{command} ".startswith(f"{path} ") for command in COMMANDS), path


def _with_json(command: click.Command, parent: click.Context | None) -> Iterator[str]:
    """The paths of the commands whose `--format` can be json."""
    context = click.Context(command, parent=parent, info_name=command.name)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from _with_json(found, context)
    elif any("--format" in option.opts and "json" in getattr(option.type, "choices", ()) for option in command.params):
        yield context.command_path.partition(" ")[2]


@pytest.mark.parametrize("name", NAMES)
def test_a_changed_object_is_not_valid(name: str, written: dict[str, WrittenJson]) -> None:
    """In one object of each type: each required key removed, each value replaced, a key added."""
    documents = [d for ran in written.values() for d in ran.objects if schema_of(d)["title"].replace("/", ".") == name]
    seen: set[str] = set()
    for document in documents:
        schema = schema_of(document)
        for node, its in list(_objects(document, schema, schema)):
            if its["description"] in seen:
                continue
            seen.add(its["description"])
            alone = {**its, "$defs": schema.get("$defs", {})}
            for key, value in list(node.items()):
                del node[key]
                assert bool(faults(node, alone)) == (key in its["required"]), f"without {key}"
                node[key] = WRONG
                assert faults(node, alone) or its["properties"][key] == {}, f"{key} of another type"
                node[key] = value
            node["surplus"] = WRONG
            assert faults(document, schema), f"one more key beside {[*node]}"
            del node["surplus"]
        assert faults(document, schema) == []
    assert seen


def _objects(value: object, its: Mapping[str, Any], root: Mapping[str, Any]) -> Iterator[tuple[dict[str, Any], Any]]:
    """Every object in a valid value that has a type of its own, with the schema of that type."""
    if "$ref" in its:
        its = root["$defs"][its["$ref"].removeprefix("#/$defs/")]
    for option in its.get("anyOf", ()):
        if not faults(value, {**option, "$defs": root["$defs"]}):
            yield from _objects(value, option, root)
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, its.get("items", {}), root)
    if isinstance(value, dict):
        if "description" in its:
            yield value, its
        for key, item in value.items():
            yield from _objects(item, its.get("properties", {}).get(key, its.get("additionalProperties") or {}), root)
