"""Compares two texts of a provision as to whether they read the same in law."""

from __future__ import annotations

import re
from collections import Counter

from palermo.alignment.compare.compare import compare
from palermo.corpus.model.text_model import Version

__all__ = ["same_in_law"]

_NOTE = re.compile(r"[a-z]\d+")  # F4: the mark of a note in the revised acts of Ireland and the United Kingdom


def same_in_law(one: Version | None, other: Version | None) -> bool:
    """True if the two do not differ in law: only in print, in notes, or in where the heading and the number stand."""
    if one is None or other is None:
        return one is other
    roots = {one.root.id, other.root.id}
    material = [pair for pair in compare([one], [other]).pairs if pair.material]
    return all(p.id in roots for pair in material for p in (*pair.left, *pair.right)) and (
        not material or not _other_words(one, other)
    )


def _other_words(one: Version, other: Version) -> bool:
    """Whether the provisions' own words are others, in whatever order; a heading that only one text has is none."""
    ours, theirs = _own_words(one), _own_words(other)
    aside = set(_words(f"{one.root.num} {other.root.num}"))
    if not (one.root.heading and other.root.heading):
        aside |= set(_words(f"{one.root.heading} {other.root.heading}"))
    rest = (ours - theirs) + (theirs - ours)
    return any(word not in aside and not _NOTE.fullmatch(word) for word in rest)


def _own_words(version: Version) -> Counter[str]:
    return Counter(word for span in version.root.own_spans() for word in _words(version.reading(span).text))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
