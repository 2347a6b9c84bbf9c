"""The outer sequence of articles: of all lines that may open one, those that count up; the rest are quoted or text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from palermo.corpus.structure.lines.numbers import article_step, value
from palermo.corpus.structure.outline.opening_model import Opening

__all__ = ["outer", "raised"]

_WINDOW = 24
_BACK_TO_TEXT = 1.0  # from a quoted article to one of the text's own, in its next part
_NEAR = 30  # articles: more are left out only between the parts of an extract
_BACK, _BACK_TITLED = 3.5, 2.6  # what a step back costs; 3.0 is the most an opening weighs


def outer(
    articles: list[Opening], cue: Callable[[Opening], bool], titled: Callable[[Opening], bool], resets: list[int]
) -> set[int]:
    """The indices of the articles of the text itself.

    The heaviest chain of openings, where a step to the next number costs nothing, a jump or a repetition a little, a
    step back much, except across a container or annex (`resets`: their lines). `cue` says whether a quotation may begin
    there, `titled` that a title or a sentence begins after its number, so that it is out of order rather than text.
    """
    best: list[float] = []
    back: list[int] = []
    cues = [cue(o) for o in articles]
    back_steps = [_BACK_TITLED if titled(o) else _BACK for o in articles]
    for i, opening in enumerate(articles):
        weight = opening.weight * (0.6 if cues[i] else 3.0)
        score, link = weight - 0.2, -1
        skipped = 0.0
        for j in range(i - 1, max(-1, i - _WINDOW), -1):
            total = best[j] + weight - _cost(articles[j], opening, resets, back_steps[i])
            if total > score:
                score, link = total, j
            skipped += 0.0 if cues[j] else 0.1
        best.append(score)
        back.append(link)
    if not best:
        return set()
    at = max(range(len(best)), key=lambda k: (best[k], k))
    chain: set[int] = set()
    while at >= 0:
        chain.add(at)
        at = back[at]
    return chain


_HIGH = 100  # a number of four figures right after one of three that begins it was printed with a raised figure


def raised(articles: Sequence[Opening]) -> list[Opening]:
    """The openings with the numbers that give their order: 1291 between 129 and 130 is 129-1, its raised figure lost.

    Only the order is told from it; what the text prints stays the article's number.
    """
    found: list[Opening] = []
    for i, opening in enumerate(articles):
        number = _raised(found[-1].number, opening.number, articles[i + 1 :]) if found else None
        found.append(replace(opening, number=number) if number else opening)
    return found


def _raised(before: str, number: str, later: Sequence[Opening]) -> str | None:
    match = re.match(r"\d{2,}", before)
    rest = number.removeprefix(match[0]) if match else number
    if match is None or not number.isdecimal() or rest == number or not 1 <= len(rest) <= 2 or rest[0] == "0":
        return None
    base = int(match[0])
    back = any(base < int(o.number) < int(number) for o in later if o.number.isdecimal())
    return f"{base}-{rest}" if back or base >= _HIGH else None


def _cost(before: Opening, after: Opening, resets: list[int], back: float) -> float:
    gap = article_step(before.number, after.number)
    different = 0.8 if before.level != after.level and before.bare == after.bare else 0.0
    restart = (gap is None or gap > _NEAR) and any(before.line < r < after.line for r in resets)
    if gap is None:
        keys = value(after.number)
        first = bool(keys and keys[0] and keys[0][0] <= 1)
        if restart and before.quoted and not after.quoted:
            return different + _BACK_TO_TEXT
        return different + (0.4 if restart and first else 2.2 if restart else back)
    if gap == 0:
        return different + 0.5
    if gap == 1:
        return different
    if gap <= 5:
        return different + 0.3
    return different + (0.9 if gap <= _NEAR or restart else 2.0)
