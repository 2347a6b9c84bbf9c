"""The codebook: what a yes to each code means, how close calls go, and how its answers are rated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from palermo.corpus.data_files import read_data
from palermo.kb.frameworks.framework import Element, Framework

__all__ = ["Codebook", "CodebookEntry", "codebook", "common"]

_FILE = "codebook.yaml"


@dataclass(frozen=True, slots=True)
class CodebookEntry:
    """A code: `means` is what a yes means, `decisions` how close calls go."""

    element: Element
    means: str
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Codebook:
    """`values` and `extents` by name, with what each stands for."""

    framework: Framework
    values: Mapping[str, str]
    extents: Mapping[str, str]
    entries: tuple[CodebookEntry, ...]


def codebook(framework: Framework) -> Codebook:
    """The codebook of a framework; a code that the file has no words for has those of the framework's restatement."""
    data = _data()
    return Codebook(
        framework,
        data["values"],
        data["extents"],
        tuple(CodebookEntry(element, _means(element), _decisions(element.code)) for element in framework.elements),
    )


def common(entries: Sequence[CodebookEntry]) -> tuple[str, ...]:
    """The rules on close calls that hold for all of the codes, where there are several: to be said once."""
    if len(entries) < 2:
        return ()
    return tuple(d for d in entries[0].decisions if all(d in entry.decisions for entry in entries))


def _means(element: Element) -> str:
    return str(_data()["codes"].get(element.code, element.restatement))


def _decisions(code: str) -> tuple[str, ...]:
    group = code.partition(".")[0]
    return tuple(d["text"] for d in _data()["decisions"] if code in d["codes"] or group in d["codes"])


@cache
def _data() -> Any:
    return read_data(__package__, _FILE)
