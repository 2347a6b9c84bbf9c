"""The words of a provision's own text, with their places: the same for the index as for what a hit shows."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from corpus.model import Provision, Span
from corpus.text import Mapped, read_text

__all__ = ["BREAK", "own_text", "stretches"]

BREAK = " … "  # where the provisions below a provision stand in its own text


def stretches(text: str, marks: Sequence[Span], provision: Provision) -> list[Mapped]:
    """What a person reads of each part of the provision's own text; blank ones left out."""
    read = (read_text(text, span.start, span.end, marks) for span in provision.own_spans())
    return [mapped for mapped in read if mapped.text]


def own_text(parts: Sequence[Mapped]) -> Mapped:
    """The stretches as one text, with BREAK between them; a break is read from the end of the stretch before it."""
    words: list[str] = []
    offsets = array("l")
    for part in parts:
        if words:
            words.append(BREAK)
            offsets.extend([offsets[-1]] * len(BREAK))
        words.append(part.text)
        offsets.extend(part.offsets)
    return Mapped("".join(words), offsets)
