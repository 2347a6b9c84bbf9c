"""Redline of the words that a review rests on: their changes, and a little text around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palermo.alignment.compare.model import WordOp
from palermo.alignment.compare.words.diff import diff
from palermo.alignment.review.carry_over import ReviewedPassage

__all__ = ["redlined"]

_AROUND = 16  # tokens, spaces among them, that are shown on either side of a change
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


def redlined(passage: ReviewedPassage) -> Iterator[tuple[WordOp, str]]:
    """The pieces in order; what is the same and far from any change is left out (`…`)."""
    left = _TOKEN.findall(passage.then.text)
    right = _TOKEN.findall(passage.now.text if passage.now else "")
    runs = diff(left, right)
    for number, run in enumerate(runs):
        if run.op is WordOp.EQUAL:
            yield run.op, _short(left[run.left : run.left_end], first=number == 0, last=number == len(runs) - 1)
        elif run.op is WordOp.DELETE:
            yield run.op, "".join(left[run.left : run.left_end])
        else:
            yield run.op, "".join(right[run.right : run.right_end])


def _short(tokens: list[str], *, first: bool, last: bool) -> str:
    before, after = (0 if first else _AROUND), (0 if last else _AROUND)
    if len(tokens) <= before + after + 1:
        return "".join(tokens)
    return "".join([*tokens[:before], " … ", *(tokens[len(tokens) - after :] if after else [])])
