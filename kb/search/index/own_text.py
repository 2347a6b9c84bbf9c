"""The words of a provision's own text, with their places: the same for the index as for what a hit shows."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from palermo.corpus.model.reading_text import Mapped, read_text
from palermo.corpus.model.text_model import Provision, Span
from palermo.kb.library.lru import Lru

__all__ = ["BREAK", "kept_stretches", "own_text", "stretches"]

BREAK = " … "  # where the provisions below a provision stand in its own text


def stretches(text: str, marks: Sequence[Span], provision: Provision) -> list[Mapped]:
    """Reading text of each part of the provision's own text; blank ones left out."""
    read = (read_text(text, span.start, span.end, marks) for span in provision.own_spans())
    return [mapped for mapped in read if mapped.text]


def kept_stretches(text: str, marks: Sequence[Span], provision: Provision) -> list[Mapped]:
    """As `stretches`, of what is likely to be shown again: it is remembered."""
    read = (_read(text, span, marks) for span in provision.own_spans())
    return [mapped for mapped in read if mapped.text]


def _read(text: str, span: Span, marks: Sequence[Span]) -> Mapped:
    start, end = span
    first = max(bisect_right(marks, (start, -1)) - 1, 0)
    inside = tuple(marks[first : bisect_left(marks, (end, -1), first)])
    return _kept.get(
        (text[start:end], start, inside), lambda: read_text(text, start, end, inside), lambda _: end - start
    )


_REMEMBERED = 1_000_000  # code points: some 12 MB
_kept = Lru(_REMEMBERED)


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
