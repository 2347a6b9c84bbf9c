"""`palermo.info/1`: what a library knows of one instrument."""

from __future__ import annotations

from palermo.library.info import Info, Pending
from palermo.report.library.holdings.links_json import amended_by, amends, instruction
from palermo.report.library.holdings.list_json import version
from palermo.report.shared.links import why_pending

__all__ = ["info"]


def info(found: Info) -> dict[str, object]:
    """The object. `amended_by` has every instruction of every amending act that the library holds, `pending` those that
    the newest text in their language cannot have, or perhaps has not."""
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
        "pending": [_pending(one) for one in found.pending],
        "amends": [amends(one) for one in found.amends],
    }


def _pending(one: Pending) -> dict[str, object]:
    return {**amended_by(one.amends), "date": one.date, "after": one.newest, "reason": why_pending(one)}
