"""Amending links between texts, as `palermo.add/1`, `palermo.info/1` and `palermo.history/1` have them."""

from __future__ import annotations

from typing import TypedDict

from palermo.amending.amending_acts import Amends
from palermo.kb.library.links.links import Link
from palermo.report.format.json_parts import SourceJson

__all__ = ["AmendedByJson", "AmendsJson", "HeldSourceJson", "LinkJson", "amended_by", "amends", "instruction"]


class HeldSourceJson(TypedDict):
    """A text that the library holds."""

    ref: str
    source: SourceJson


class _CountsJson(TypedDict):
    instructions: int
    provisions: int
    refused: int


class AmendsJson(_CountsJson):
    """The act that a text amends: its name there, the acts that this may be, and the one that it certainly is.

    `instrument` is null where there are none or several `acts`. The counts are of instructions, of the provisions that
    they concern, and of the instructions that cannot be carried out.
    """

    name: str | None
    instrument: str | None
    acts: list[str]


class AmendedByJson(_CountsJson):
    """A text that amends another, with the ISO dates from which its instructions take effect.

    `undated` counts the instructions whose date is not known.
    """

    ref: str
    title: str | None
    commences: list[str]
    undated: int


class LinkJson(TypedDict):
    """An instruction; `start` and `end` lead into the amending text.

    `commences` is the ISO date from which it takes effect (`exact`, or from then at the latest), `why` what that rests
    on; null is not known.
    """

    order: int
    cite: str
    op: str | None
    target: str
    brings: str | None
    commences: str | None
    exact: bool
    why: str
    reason: str
    start: int
    end: int


def amends(one: Amends) -> AmendsJson:
    """The act that a text amends."""
    return {
        "name": one.name or None,
        "instrument": None if one.act is None else str(one.act),
        "acts": [str(act) for act in one.acts],
        **_counts(one),
    }


def amended_by(one: Amends) -> AmendedByJson:
    """The text that amends another."""
    return {
        "ref": str(one.amending.ref),
        "title": one.amending.title or None,
        "commences": sorted({link.commences for link in one.links if link.commences is not None}),
        "undated": sum(1 for link in one.links if link.commences is None),
        **_counts(one),
    }


def instruction(link: Link) -> LinkJson:
    """Instruction of an amending text."""
    return {
        "order": link.order + 1,
        "cite": link.place,
        "op": link.op or None,
        "target": link.target,
        "brings": link.brings or None,
        "commences": link.commences,
        "exact": link.exact,
        "why": link.why,
        "reason": link.reason,
        "start": link.span.start,
        "end": link.span.end,
    }


def _counts(one: Amends) -> _CountsJson:
    return {
        "instructions": len(one.links),
        "provisions": one.provisions,
        "refused": sum(1 for link in one.links if link.reason),
    }
