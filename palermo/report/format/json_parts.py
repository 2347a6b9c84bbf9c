"""Objects that every JSON contract repeats: a provision, a source, an interval. Offsets are code points, half-open.

The types of the contracts are TypedDicts: a writer returns the object itself, mypy holds its keys and values, and
`docs/tools/write_schemas.py` derives the published JSON Schemas from them.
"""

from __future__ import annotations

from typing import TypedDict

from palermo.corpus.model.text_model import Basis, Interval, Provision, Version
from palermo.kb.library.library import Fragment

__all__ = [
    "FrameworkVersionJson", "IntervalJson", "LeftOutJson", "PlaceJson", "ProvisionJson", "SourceJson", "interval",
    "provision", "source",
]  # fmt: skip


class ProvisionJson(TypedDict):
    """A provision without its children; `start` and `end` lead into the text of its source."""

    id: str
    level: str
    num: str
    cite: str
    heading: str
    start: int
    end: int


class IntervalJson(TypedDict):
    """The period in which a text is in force (ISO dates, half-open; no `end`: still), and what that rests on."""

    start: str
    end: str | None
    basis: Basis


class SourceJson(TypedDict):
    """The file or address that a text was read from, with the text's identity; unknown values are null."""

    path: str
    sha256: str
    lang: str
    title: str | None
    instrument: str
    in_force: IntervalJson | None
    official: bool | None
    retrieved: str | None
    uri: str | None


class PlaceJson(TypedDict):
    """A provision in the source of that number."""

    source: int
    provision: ProvisionJson


class FrameworkVersionJson(TypedDict):
    """The framework that a law is held against."""

    id: str
    version: str


class LeftOutJson(TypedDict):
    """A body of law that was left out, and why."""

    body: str
    reason: str


def provision(p: Provision) -> ProvisionJson:
    """The provision without its children, exactly the keys of the contract."""
    return {
        "id": p.id,
        "level": p.level,
        "num": p.num,
        "cite": p.cite,
        "heading": p.heading,
        "start": p.span.start,
        "end": p.span.end,
    }


def interval(i: Interval | None) -> IntervalJson | None:
    """The interval with its basis; None where it is not known."""
    return None if i is None else {"start": i.start, "end": i.end, "basis": i.basis}


def source(v: Version | Fragment) -> SourceJson:
    """The source of a text; unknown values are null."""
    return {
        "path": v.source.path,
        "sha256": v.source.sha256,
        "lang": v.lang,
        "title": v.title or None,
        "instrument": str(v.ref.instrument),
        "in_force": interval(v.in_force),
        "official": v.source.official,
        "retrieved": v.source.retrieved,
        "uri": v.source.uri,
    }
