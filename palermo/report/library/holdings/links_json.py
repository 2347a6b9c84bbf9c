"""What amends what, as `palermo.add/1`, `palermo.info/1` and `palermo.history/1` say it."""

from __future__ import annotations

from palermo.amending.amending_acts import Amends
from palermo.kb.library.links.links import Link

__all__ = ["amended_by", "amends", "instruction"]


def amends(one: Amends) -> dict[str, object]:
    """What a text amends: the act as it names it, and the one that it certainly is (null: none or several `acts`)."""
    return {
        "name": one.name or None,
        "instrument": None if one.act is None else str(one.act),
        "acts": [str(act) for act in one.acts],
        **_counts(one),
    }


def amended_by(one: Amends) -> dict[str, object]:
    """What amends a text: the amending text, and since when its instructions take effect (null: not known)."""
    return {
        "ref": str(one.amending.ref),
        "title": one.amending.title or None,
        "commences": sorted({link.commences for link in one.links if link.commences is not None}),
        "undated": sum(1 for link in one.links if link.commences is None),
        **_counts(one),
    }


def instruction(link: Link) -> dict[str, object]:
    """One instruction; `start` and `end` lead into the amending text. `why` says what `commences` rests on."""
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


def _counts(one: Amends) -> dict[str, object]:
    return {
        "instructions": len(one.links),
        "provisions": one.provisions,
        "refused": sum(1 for link in one.links if link.reason),
    }
