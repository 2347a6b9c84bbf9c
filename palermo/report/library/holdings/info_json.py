"""`palermo.info/1`: the facts that a library has on one instrument."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypedDict

from palermo.library.info import Info
from palermo.report.library.holdings.links_json import (
    AmendedByJson,
    AmendsJson,
    LinkJson,
    amended_by,
    amends,
    instruction,
)
from palermo.report.library.holdings.list_json import HeldVersionJson, version
from palermo.report.shared.links import why_pending

__all__ = ["info"]


class AmendedByListJson(AmendedByJson):
    """A text that amends the instrument, with its instructions in `list`."""

    list: Sequence[LinkJson]


class PendingJson(AmendedByJson):
    """An amending text that the newest text in its language (of `after`) cannot contain, or perhaps does not.

    `date` is that from which it takes effect; null is not known.
    """

    date: str | None
    after: str | None
    reason: str


class InfoJson(TypedDict):
    """Result of `palermo info`: the versions of an instrument, its bodies of law, and the acts that amend it or that it
    amends."""

    schema: Literal["palermo.info/1"]
    instrument: str
    title: str | None
    jurisdiction: str
    versions: list[HeldVersionJson]
    bodies: list[str]
    amended_by: list[AmendedByListJson]
    pending: list[PendingJson]
    amends: list[AmendsJson]


def info(found: Info) -> InfoJson:
    """The whole object."""
    return {
        "schema": "palermo.info/1",
        "instrument": str(found.instrument),
        "title": found.title or None,
        "jurisdiction": found.instrument.country,
        "versions": [version(held) for held in found.held],
        "bodies": list(found.bodies),
        "amended_by": [
            {**amended_by(one), "list": [instruction(link) for link in one.links]} for one in found.amended_by
        ],
        "pending": [
            {**amended_by(one.amends), "date": one.date, "after": one.newest, "reason": why_pending(one)}
            for one in found.pending
        ],
        "amends": [amends(one) for one in found.amends],
    }
