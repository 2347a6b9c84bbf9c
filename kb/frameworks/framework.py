"""Requirement catalogues: what an international instrument asks of national law, as validated data files.

A framework is one YAML file in `kb/frameworks/catalogues/`; its form is described in `docs/frameworks.md`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import TypeVar

from palermo.corpus.errors import InputError, NotFoundError
from palermo.kb.frameworks.read_framework import parse
from palermo.kb.frameworks.requirement import BINDINGNESS, Element, Framework, Obligation, Scale, Treatment

__all__ = [
    "BINDINGNESS",
    "Element",
    "Framework",
    "Obligation",
    "Scale",
    "defines",
    "every",
    "home",
    "is_wide",
    "load",
    "names",
    "parse",
    "treatment",
]

_T = TypeVar("_T")
_PROTOCOL = "palermo"  # whose records come first where frameworks have a code in common


def names() -> tuple[str, ...]:
    """The ids of the frameworks that palermo knows, sorted."""
    return tuple(sorted(f.name.removesuffix(".yaml") for f in _folder().iterdir() if f.name.endswith(".yaml")))


@cache
def load(name: str) -> Framework:
    """The framework with this id. Raises NotFoundError for an unknown one, InputError for a file that is not valid."""
    if name not in names():
        raise NotFoundError(f"unknown framework {name!r}", expected="one of " + ", ".join(names()))
    file = _folder() / f"{name}.yaml"
    framework = parse(file.read_text("utf-8"), file.name)
    if framework.id != name:
        raise InputError(f"the framework in this file is {framework.id!r}", file=file.name, expected=f"id: {name}")
    return framework


@cache
def every() -> Framework:
    """The Protocol's framework with what all others have beside it, each code once: what a search knows.

    Raises InputError where two frameworks treat a code differently, or give a group or a headline two meanings.
    """
    protocol = load(_PROTOCOL)
    frameworks = [protocol, *(load(name) for name in names() if name != _PROTOCOL)]
    elements: dict[str, Element] = {}
    for framework in frameworks:
        for element in framework.elements:
            known = elements.setdefault(element.code, element)
            if known.treatment == Treatment():
                elements[element.code] = replace(known, treatment=element.treatment)
            elif element.treatment not in (Treatment(), known.treatment):
                raise _twice(framework.id, f"elements, {element.code}")
    return replace(
        protocol,
        elements=tuple(elements.values()),
        groups=_joined("groups", {f.id: f.groups for f in frameworks}),
        definitions=tuple(dict.fromkeys(term for f in frameworks for term in f.definitions)),
        headlines=_joined("headlines", {f.id: f.headlines for f in frameworks}),
        decisions=tuple(decision for f in frameworks for decision in f.decisions),
    )


def _joined(key: str, tables: Mapping[str, Mapping[str, _T]]) -> Mapping[str, _T]:
    """The tables of the frameworks as one, in their order."""
    joined: dict[str, _T] = {}
    for framework, table in tables.items():
        for name, value in table.items():
            if joined.setdefault(name, value) != value:
                raise _twice(framework, f"{key}, {name}")
    return MappingProxyType(joined)


def _twice(framework: str, place: str) -> InputError:
    return InputError(
        f"{place}: a framework before this one says otherwise",
        file=f"{framework}.yaml",
        expected="how palermo treats a code, a group or a headline to be said once",
    )


def treatment(element: Element) -> Treatment:
    """Treatment of an element's code, whichever framework's record gives it."""
    return next((e.treatment for e in every().elements if e.code == element.code), element.treatment)


def is_wide(element: Element) -> bool:
    """True if provisions beside the offence are searched for the element, too, as its record or its group says."""
    group = every().groups.get(element.group)
    return treatment(element).wide or (group is not None and group.wide)


def defines(element: Element) -> frozenset[str]:
    """The terms to whose definitions the element belongs, as its record or its group says."""
    group = every().groups.get(element.group)
    return frozenset((*treatment(element).defines, *(group.defines if group else ())))


def home(element: Element) -> str:
    """The id of the framework whose record treats an element's code."""
    told = (
        name
        for name in names()
        for e in load(name).elements
        if (e.code, e.treatment) == (element.code, element.treatment)
    )
    return next(told, _PROTOCOL)


def _folder() -> Traversable:
    return files(__package__) / "catalogues"
