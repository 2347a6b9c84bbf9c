"""The codebook: what a yes to each code means, how close calls go, and how its answers are rated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from palermo.corpus.data_files import read_typed
from palermo.kb.frameworks.framework import Element, Framework, every, treatment

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


@dataclass(frozen=True, slots=True)
class _Answers:
    source: str
    values: Mapping[str, str]
    extents: Mapping[str, str]


def codebook(framework: Framework) -> Codebook:
    """The codebook of a framework; a code whose record says no `meaning` has the framework's restatement."""
    answers = read_typed(__package__, _FILE, _Answers)
    entries = (CodebookEntry(e, treatment(e).meaning or e.restatement, _decisions(e)) for e in framework.elements)
    return Codebook(framework, answers.values, answers.extents, tuple(entries))


def common(entries: Sequence[CodebookEntry]) -> tuple[str, ...]:
    """The rules on close calls that hold for all of the codes, where there are several: to be said once."""
    if len(entries) < 2:
        return ()
    return tuple(d for d in entries[0].decisions if all(d in entry.decisions for entry in entries))


def _decisions(element: Element) -> tuple[str, ...]:
    return tuple(d.text for d in every().decisions if element.code in d.codes or element.group in d.codes)
