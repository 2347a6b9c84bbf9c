"""The marks that stand in the place of quotations while statements are read."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["BEGIN", "INSIDE", "Q", "blotted"]

BEGIN, INSIDE = "\ue000", "\ue001"  # private use: each quotation is one of these and as many of those as it is long
Q = f"{BEGIN}{INSIDE}*"


def blotted(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the quotations at `spans` (code points, half-open, in order) replaced sign for sign."""
    out, at = [], 0
    for start, end in spans:
        out += [text[at:start], BEGIN, INSIDE * (end - start - 1)]
        at = end
    return "".join([*out, text[at:]])
