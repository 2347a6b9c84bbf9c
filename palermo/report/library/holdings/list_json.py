"""`palermo.list/1`, `palermo.add/1` and `palermo.bodies/1`: what a library holds, and what was put into it."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.kb.library.library import Body
from palermo.library.use_cases import Added, Held
from palermo.report.format import json_parts as common
from palermo.report.library.holdings.links_json import amended_by, amends

__all__ = ["added", "bodies", "listing", "version"]


def listing(versions: Sequence[Held]) -> dict[str, object]:
    """Everything in a library; a version has one source for each file that it was added from."""
    return {"schema": "palermo.list/1", "versions": [version(held) for held in versions]}


def added(result: Added) -> dict[str, object]:
    """The sources that are new, with what each amends and what amends it, and those that were there already."""
    return {
        "schema": "palermo.add/1",
        "added": [
            {
                "ref": str(f.ref),
                "source": common.source(f),
                "amends": [amends(one) for one in result.amends if one.amending == f],
                "amended_by": [amended_by(one) for one in result.amended.get(f.ref, ())],
            }
            for f in result.new
        ],
        "known": [{"ref": str(v.ref), "source": common.source(v)} for v in result.known],
    }


def bodies(held: Sequence[Body]) -> dict[str, object]:
    """The bodies of law with the texts that each is read from."""
    return {
        "schema": "palermo.bodies/1",
        "bodies": [{"id": body.id, "title": body.title, "refs": [str(ref) for ref in body.refs]} for body in held],
    }


def version(held: Held) -> dict[str, object]:
    """A version with its sources."""
    return {
        "ref": str(held.ref),
        "title": held.title or None,
        "jurisdiction": held.ref.instrument.country,
        "lang": held.fragments[0].lang,
        "in_force": common.interval(held.in_force),
        "sources": [common.source(fragment) for fragment in held.fragments],
    }
