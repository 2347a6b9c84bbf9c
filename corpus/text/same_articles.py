"""Texts of one act that are read together though they have the same articles: two editions of it, or one file twice."""

from __future__ import annotations

from collections.abc import Iterable

from palermo.corpus.model.text_model import Version
from palermo.corpus.model.units import claims

__all__ = ["overlapping"]


def overlapping(versions: Iterable[Version]) -> tuple[tuple[Version, ...], ...]:
    """The texts of one instrument and language that share an article, in groups, each in the order given.

    Parts of a text, as articles in files of their own, do not overlap.
    """
    together: dict[tuple[object, str], list[Version]] = {}
    for version in versions:
        together.setdefault((version.ref.instrument, version.lang), []).append(version)
    return tuple(found for group in together.values() if len(group) > 1 and (found := _sharing(group)))


def _sharing(group: list[Version]) -> tuple[Version, ...]:
    own = [claims(version.root) for version in group]
    return tuple(
        version for n, version in enumerate(group) if any(own[n] & other for m, other in enumerate(own) if m != n)
    )
