"""A validator for the part of JSON Schema (draft 2020-12) that palermo's schemas use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["faults"]

_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}
_KNOWN = frozenset({
    "$schema", "$defs", "$ref", "title", "description", "type", "enum", "const", "anyOf", "properties", "required",
    "additionalProperties", "items", "minItems", "maxItems",
})  # fmt: skip


def faults(value: object, schema: Mapping[str, Any]) -> list[str]:
    """The faults of a value, each with its place (`$.pairs[0].left`), none if it is valid.

    Raises KeyError if the schema has a keyword that is not checked here.
    """
    return list(_faults(value, schema, schema, "$"))


def _faults(value: object, schema: Mapping[str, Any], root: Mapping[str, Any], place: str) -> Iterator[str]:
    if unknown := schema.keys() - _KNOWN:
        raise KeyError(f"{place}: {sorted(unknown)}")
    if "$ref" in schema:
        yield from _faults(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, place)
    if "anyOf" in schema:
        found = [list(_faults(value, option, root, place)) for option in schema["anyOf"]]
        if all(found):
            yield from min(found, key=len)
    if "type" in schema and not _is(value, schema["type"]):
        yield f"{place}: {value!r:.40} is no {schema['type']}"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{place}: {value!r:.40} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: {value!r:.40} is none of {schema['enum']}"
    if isinstance(value, dict):
        yield from _of_object(value, schema, root, place)
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            yield f"{place}: {len(value)} items"
        for number, item in enumerate(value):
            yield from _faults(item, schema.get("items", {}), root, f"{place}[{number}]")


def _of_object(
    value: Mapping[str, Any], schema: Mapping[str, Any], root: Mapping[str, Any], place: str
) -> Iterator[str]:
    properties, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    yield from (f"{place}: lacks {key}" for key in schema.get("required", ()) if key not in value)
    for key, item in value.items():
        if key in properties:
            yield from _faults(item, properties[key], root, f"{place}.{key}")
        elif others is False:
            yield f"{place}: has {key}"
        elif others is not True:
            yield from _faults(item, others, root, f"{place}.{key}")


def _is(value: object, wanted: str | list[str]) -> bool:
    names = [wanted] if isinstance(wanted, str) else wanted
    if isinstance(value, bool):
        return "boolean" in names
    return any(isinstance(value, _TYPES[name]) for name in names)
