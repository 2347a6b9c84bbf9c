"""The objects that every contract repeats: a provision, a source, an interval. Offsets are code points, half-open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from palermo.corpus.model.text_model import Interval, Provision, Version

if TYPE_CHECKING:
    from palermo.kb.library.library import Fragment

__all__ = ["interval", "provision", "source"]


def provision(p: Provision) -> dict[str, object]:
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


def interval(i: Interval | None) -> dict[str, object] | None:
    """When a text is in force and what that rests on; None where it is not known."""
    return None if i is None else {"start": i.start, "end": i.end, "basis": i.basis.value}


def source(v: Version | Fragment) -> dict[str, object]:
    """Where a text comes from and what it is; unknown values are null."""
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
