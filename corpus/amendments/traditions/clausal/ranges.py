"""Provisions that follow each other: as a range, and each of a range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from palermo.corpus.amendments.model import Target
from palermo.corpus.structure.lines.numbers import kinds, roman, step

__all__ = ["joined", "single"]

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def joined(units: Sequence[Target]) -> Target | None:
    """Several provisions that follow each other as a range; None where they do not."""
    first, last = units[0], units[-1]
    for a, b in pairwise(units):
        if a.steps[:-1] != b.steps[:-1] or a.part is not b.part or a.through or not a.steps:
            return None
        ways = [step(kind, a.steps[-1].num, b.steps[-1].num) for kind in kinds(a.steps[-1].num)]
        if a.steps[-1].level == "definition" or 1 not in ways:
            return None
    return replace(first, through=last.through or last.steps[-1].num)


def single(targets: Sequence[Target], romans: Sequence[str]) -> list[Target]:
    """The targets with each range as its single provisions; [] where these cannot be told. `romans` are the levels
    with Roman numbers."""
    out: list[Target] = []
    for target in targets:
        if not target.through:
            out.append(target)
            continue
        last = target.steps[-1]
        numbers = _between(last.num, target.through, last.level in romans)
        if not numbers:
            return []
        out += [replace(target, steps=(*target.steps[:-1], replace(last, num=n)), through="") for n in numbers]
    return out


def _between(first: str, last: str, is_roman: bool) -> list[str]:
    """The numbers from `first` to `last`; [] where they do not count up."""
    if first.isdigit() and last.isdigit():
        return [str(n) for n in range(int(first), int(last) + 1)]
    lower = first.casefold(), last.casefold()
    if is_roman:
        a, b = roman(lower[0]), roman(lower[1])
        found = [_roman(n) for n in range(a, b + 1)] if a is not None and b is not None else []
    elif all(len(n) == 1 and n in _ALPHABET for n in lower):
        found = list(_ALPHABET[_ALPHABET.index(lower[0]) : _ALPHABET.index(lower[1]) + 1])
    else:
        return []
    return [n.upper() for n in found] if first.isupper() else found


def _roman(number: int) -> str:
    out = ""
    for value, sign in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            out, number = out + sign, number - value
    return out
