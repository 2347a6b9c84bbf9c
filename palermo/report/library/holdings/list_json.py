"""`palermo.list/1`, `palermo.add/1` and `palermo.bodies/1`: the holdings of a library, and additions to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypedDict

from palermo.kb.library.library import Body
from palermo.library.use_cases import Added, Held
from palermo.report.format.json_parts import IntervalJson, SourceJson, interval, source
from palermo.report.library.holdings.links_json import AmendedByJson, AmendsJson, HeldSourceJson, amended_by, amends

__all__ = ["HeldVersionJson", "added", "bodies", "listing", "version"]


class HeldVersionJson(TypedDict):
    """A version of an instrument, with one source for each file that it was added from."""

    ref: str
    title: str | None
    jurisdiction: str
    lang: str
    in_force: IntervalJson | None
    sources: list[SourceJson]


class ListJson(TypedDict):
    """Result of `palermo list`: every version in the library."""

    schema: Literal["palermo.list/1"]
    versions: list[HeldVersionJson]


class AddedSourceJson(HeldSourceJson):
    """A text that is new, with the acts that it amends and the texts that amend it."""

    amends: list[AmendsJson]
    amended_by: list[AmendedByJson]


class AddJson(TypedDict):
    """Result of `palermo add`: the texts that are new, and those that the library held already."""

    schema: Literal["palermo.add/1"]
    added: list[AddedSourceJson]
    known: list[HeldSourceJson]


class BodyJson(TypedDict):
    """A body of law with the texts that are read as one."""

    id: str
    title: str
    refs: list[str]


class BodiesJson(TypedDict):
    """Result of `palermo body`: the bodies of law."""

    schema: Literal["palermo.bodies/1"]
    bodies: list[BodyJson]


def listing(versions: Sequence[Held]) -> ListJson:
    """Everything in a library."""
    return {"schema": "palermo.list/1", "versions": [version(held) for held in versions]}


def added(result: Added) -> AddJson:
    """The texts that were added."""
    return {
        "schema": "palermo.add/1",
        "added": [
            {
                "ref": str(f.ref),
                "source": source(f),
                "amends": [amends(one) for one in result.amends if one.amending == f],
                "amended_by": [amended_by(one) for one in result.amended.get(f.ref, ())],
            }
            for f in result.new
        ],
        "known": [{"ref": str(v.ref), "source": source(v)} for v in result.known],
    }


def bodies(held: Sequence[Body]) -> BodiesJson:
    """The bodies of law."""
    return {
        "schema": "palermo.bodies/1",
        "bodies": [{"id": body.id, "title": body.title, "refs": [str(ref) for ref in body.refs]} for body in held],
    }


def version(held: Held) -> HeldVersionJson:
    """A version with its sources."""
    return {
        "ref": str(held.ref),
        "title": held.title or None,
        "jurisdiction": held.ref.instrument.country,
        "lang": held.fragments[0].lang,
        "in_force": interval(held.in_force),
        "sources": [source(fragment) for fragment in held.fragments],
    }
