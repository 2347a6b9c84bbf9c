"""Filling frozen dataclasses from plain values, with errors that name the key."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from palermo.corpus.errors import InputError

__all__ = ["fill_typed"]

T = TypeVar("T")
_Kinds = tuple[Any, ...]

_PLAIN = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}


def fill_typed(data: object, kind: type[T], file: str) -> T:
    """Plain values (what YAML or JSON gives) as a value of `kind`, most often a frozen dataclass.

    A dataclass is filled from a mapping: a key for each field (for `in_` the key is `in`), none that is no field; a
    field with a default may be missing. Types may be str, int, float, bool, an enum, `Literal`, `re.Pattern[str]`
    (compiled), `X | None` and other unions (the first that fits), `tuple[X, ...]`, `tuple[X, Y]`, `frozenset[X]`,
    `Mapping[K, V]`, dataclasses, and `object` for any value.

    Raises InputError with `file`, the key (`rungs[2].kind`) and what was expected; also for a `__post_init__`'s
    ValueError.
    """
    return cast(T, _value(data, kind, _Place(file)))


@dataclass(frozen=True, slots=True)
class _Place:
    file: str
    key: str = ""

    def below(self, key: object) -> _Place:
        part = f"[{key}]" if isinstance(key, int) else f".{key}" if self.key else str(key)
        return _Place(self.file, self.key + part)

    def error(self, message: str, expected: str | None = None) -> InputError:
        return InputError(f"{self.key}: {message}" if self.key else message, file=self.file, expected=expected)

    def wrong(self, value: object, expected: str) -> InputError:
        shown = repr(value) if isinstance(value, str | int | float | NoneType) else f"a {type(value).__name__}"
        return self.error(f"is {shown if len(shown) < 60 else shown[:59] + '…'}", expected)


def _value(value: object, kind: Any, place: _Place) -> object:
    origin, inside = get_origin(kind) or kind, get_args(kind)
    if origin in _FILLED:
        return _FILLED[origin](value, origin, inside, place)
    if is_dataclass(origin):
        return _record(value, origin, place)
    if issubclass(origin, Enum):
        return origin(_chosen(value, origin, tuple(one.value for one in origin), place))
    if origin is not object and type(value) is not origin and (origin, type(value)) != (float, int):
        raise place.wrong(value, _PLAIN.get(origin, origin.__name__))
    return value


def _first_fitting(value: object, origin: Any, inside: _Kinds, place: _Place) -> object:
    if value is None and NoneType in inside:
        return None
    some = [kind for kind in inside if kind is not NoneType]
    for kind in some[:-1]:
        with suppress(InputError):
            return _value(value, kind, place)
    return _value(value, some[-1], place)


def _chosen(value: object, origin: Any, inside: _Kinds, place: _Place) -> object:
    if value not in inside:
        raise place.wrong(value, "one of " + ", ".join(map(str, inside)))
    return value


def _several(value: object, origin: Any, inside: _Kinds, place: _Place) -> object:
    if not isinstance(value, list):
        raise place.wrong(value, "a list")
    if inside in ((str, ...), (str,)) and all(type(one) is str for one in value):
        return origin(value)  # most lists are of words
    kinds = inside if origin is tuple and inside[-1] is not Ellipsis else (inside[0],) * len(value)
    if len(kinds) != len(value):
        raise place.wrong(value, f"a list of {len(kinds)}")
    return origin(_value(one, kind, place.below(at)) for at, (one, kind) in enumerate(zip(value, kinds, strict=True)))


def _mapping(value: object, origin: Any, inside: _Kinds, place: _Place) -> object:
    if not isinstance(value, dict):
        raise place.wrong(value, "a mapping")
    return {_value(k, inside[0], place.below(k)): _value(v, inside[1], place.below(k)) for k, v in value.items()}


def _pattern(value: object, origin: Any, inside: _Kinds, place: _Place) -> object:
    try:
        return re.compile(str(_value(value, str, place)))
    except re.error as error:
        raise place.error(f"{error.msg} at character {error.pos}", "a regular expression") from error


_FILLED: dict[Any, Callable[..., object]] = {
    **dict.fromkeys((Union, UnionType), _first_fitting),
    **dict.fromkeys((tuple, frozenset), _several),
    **dict.fromkeys((dict, Mapping), _mapping),
    Literal: _chosen,
    re.Pattern: _pattern,
}


def _record(value: object, kind: Any, place: _Place) -> object:
    if not isinstance(value, dict):
        raise place.wrong(value, "a mapping")
    known = {field.name.rstrip("_"): field for field in fields(kind) if field.init}
    for key in (key for key in value if key not in known):
        raise place.below(key).error("unknown key", "one of " + ", ".join(known))
    for key, field in known.items():
        if key not in value and field.default is MISSING and field.default_factory is MISSING:
            raise place.below(key).error("missing", "this key")
    hints = _hints(kind)
    filled = {known[k].name: _value(v, hints[known[k].name], place.below(k)) for k, v in value.items()}
    try:
        return kind(**filled)
    except ValueError as error:
        raise place.error(str(error)) from error


_hints = cache(get_type_hints)
