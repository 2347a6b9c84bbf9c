"""Writes docs/schemas/ from the types of the JSON writers: `python docs/tools/write_schemas.py`, where palermo is.

A contract is a TypedDict with a `schema` in `palermo/report/` or `corpus/errors.py`. Each becomes a JSON Schema (draft
2020-12): its docstring is the description, the types below it are `$defs`. Types with one `schema` are alternatives.
"""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from importlib import import_module
from inspect import cleandoc
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

import palermo.report
from palermo.corpus import errors
from palermo.report.amending.amend import as_json as amend_json

SCHEMAS = Path(__file__).parents[1] / "schemas"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
LINES = {"palermo.amend-line/1": amend_json.AmendLineJson}  # objects that bear no `schema`
_SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}
_HEAD = """\
# JSON Schemas

One schema (draft 2020-12) for each object that palermo writes with `--format json`. Do not edit this folder:
`python docs/tools/write_schemas.py` makes it from the types of the writers.

The key `schema` of an object names its contract. The schemas are exact: every key is named, those that are always there
are required, and no other is allowed. Text offsets are code points, half-open. A later palermo may add a key under the
same number, so a program that reads these objects should pass over keys that it does not know; a change that would
break such a program gets a new number.

The types are TypedDicts and not dataclasses: a writer returns the object itself, so there is no second representation
and no encoder between them that could differ, mypy holds the keys and the types of their values, and `pairs` of a
comparison can stay an iterator that is written item by item. A value that is one of a closed list is a `StrEnum` in the
program and an `enum` here.

| contract | command | result |
|---|---|---|
"""


def render() -> dict[str, str]:
    """The text of every file in the folder, by its name."""
    files, rows = {}, []
    for name, types in sorted(contracts().items()):
        file = name.replace("/", ".") + ".json"
        files[file] = json.dumps(_document(name, types), ensure_ascii=False, indent=2) + "\n"
        about = cleandoc(types[0].__doc__ or "").split("\n\n")[0].replace("\n", " ")
        command, _, result = about.removeprefix("Result of ").partition(": ")
        rows.append(f"| [`{name}`]({file}) | {command} | {result} |")
    files["README.md"] = _HEAD + "\n".join(rows) + "\n"
    return files


def contracts() -> dict[str, list[Any]]:
    """The types of each contract, by its name; the most general one first."""
    found: dict[str, list[Any]] = {name: [type_] for name, type_ in LINES.items()}
    for module in _modules():
        for type_ in vars(module).values():
            if is_typeddict(type_) and type_.__module__ == module.__name__ and "schema" in get_type_hints(type_):
                (name,) = get_args(get_type_hints(type_)["schema"])
                found.setdefault(name, []).append(type_)
    return found


def _modules() -> Iterator[Any]:
    yield errors
    for module in pkgutil.walk_packages(palermo.report.__path__, "palermo.report."):
        if "json" in module.name.rpartition(".")[2].split("_"):
            yield import_module(module.name)


def _document(name: str, types: Sequence[Any]) -> dict[str, Any]:
    defs: dict[str, Any] = {}
    made = [_object(type_, defs) for type_ in types]
    head = {"$schema": DRAFT, "title": name}
    whole = made[0] if len(made) == 1 else {"anyOf": made}
    return {**head, **whole, **({"$defs": dict(sorted(defs.items()))} if defs else {})}


def _object(type_: Any, defs: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(type_, include_extras=True)
    if "schema" in hints:
        hints = {"schema": hints["schema"], **hints}  # first, also where the other keys are inherited
    return {
        "description": cleandoc(type_.__doc__).replace("\n\n", "\0").replace("\n", " ").replace("\0", "\n"),
        "type": "object",
        "properties": {key: _schema(hint, defs) for key, hint in hints.items()},
        "required": [key for key in hints if get_origin(hints[key]) is not NotRequired],
        "additionalProperties": False,
    }


def _schema(hint: Any, defs: dict[str, Any]) -> dict[str, Any]:  # noqa: PLR0911 - one return a kind of type
    origin, args = get_origin(hint), get_args(hint)
    if origin is NotRequired:
        return _schema(args[0], defs)
    if is_typeddict(hint):
        name = hint.__name__.removesuffix("Json")
        if name not in defs:
            defs[name] = {}  # before its keys are seen: a type may contain itself
            defs[name] = _object(hint, defs)
        return {"$ref": f"#/$defs/{name}"}
    if origin in (Union, UnionType):
        return _union([_schema(arg, defs) for arg in args])
    if origin is Literal:
        return {"const": args[0]} if len(args) == 1 else {"enum": list(args)}
    if hint is object:
        return {}
    if hint in _SIMPLE:
        return {"type": _SIMPLE[hint]}
    if origin is dict:
        return _map(args[0], _schema(args[1], defs))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"enum": [member.value for member in hint]}
    if origin is tuple or (isinstance(hint, type) and issubclass(hint, tuple)):
        items = args or tuple(get_type_hints(hint).values())  # a NamedTuple names its fields
        return {"type": "array", "items": _schema(items[0], defs), "minItems": len(items), "maxItems": len(items)}
    if isinstance(origin, type) and issubclass(origin, Iterable):
        return {"type": "array", "items": _schema(args[0], defs)}
    raise TypeError(f"{hint} has no JSON Schema")


def _union(options: Sequence[dict[str, Any]]) -> dict[str, Any]:
    if all(option.keys() == {"type"} for option in options):
        return {"type": [option["type"] for option in options]}
    return {"anyOf": list(options)}


def _map(key: Any, value: dict[str, Any]) -> dict[str, Any]:
    """An object with any keys; a map whose keys are an enumeration has every member of it."""
    if key is str:
        return {"type": "object", "additionalProperties": value}
    names = [member.value for member in key]
    return {
        "type": "object",
        "properties": dict.fromkeys(names, value),
        "required": names,
        "additionalProperties": False,
    }


if __name__ == "__main__":
    SCHEMAS.mkdir(exist_ok=True)
    wanted = render()
    for file in SCHEMAS.iterdir():
        if file.name not in wanted:
            file.unlink()
    for name, text in wanted.items():
        SCHEMAS.joinpath(name).write_text(text, encoding="utf-8")
