"""Quotations in French and Spanish amending text, told from each other by their marks.

Of several paragraphs each begins with an opening mark and only the last has a closing one (Lexique des règles
typographiques, Imprimerie nationale, "guillemets"; Ortografía de la lengua española, 3.4.8): such a mark opens nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from palermo.corpus.amendments.traditions.numbered.quotations import blotted
from palermo.corpus.model.text_model import Span

__all__ = ["Quotation", "Quotations", "quotations"]

_CLOSES = {"«": "»", "“": "”", "„": "”“", '"': '"'}
_SENTENCE = re.compile(r"[.;:!?»…]\s*$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation at `start` to `end` with its marks; `inner` is what it quotes, and `again` are the marks in it with
    which its further paragraphs begin. `broken`: it never ends; `bare`: it has no marks."""

    start: int
    end: int
    inner: tuple[int, int]
    again: tuple[int, ...] = ()
    broken: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Quotations:
    """`plain` is the text with its quotations blotted out, character for character."""

    plain: str
    found: tuple[Quotation, ...]

    def between(self, start: int, end: int) -> list[Quotation]:
        """The quotations that stand wholly between these places, in order."""
        return [q for q in self.found if start <= q.start and q.end <= end]


def quotations(
    text: str, lines: frozenset[int], known: Sequence[tuple[int, int]] = (), bare: Sequence[tuple[int, int]] = ()
) -> Quotations:
    """The quotations. `lines` are where lines begin; at `known` stands quoted structure, as the file's reader found
    it, at `bare` what is quoted without marks."""
    fixed = {a: (a, b, a in {x for x, _ in bare}) for a, b in [*known, *bare]}
    found: list[Quotation] = []
    at = 0
    while at < len(text):
        start = _next(text, at, fixed)
        if start is None:
            break
        if start in fixed:
            a, b, unmarked = fixed[start]
            one = Quotation(a, b, (a, b), bare=unmarked)
        else:
            one = _one(text, start, lines)
            inside = [span for a, span in fixed.items() if one.start < a < one.end]
            if inside and one.broken:
                one = Quotation(start, inside[0][1], (start + 1, inside[0][1]))
        found.append(one)
        at = one.end
    return Quotations(blotted(text, ((one.start, one.end) for one in found)), tuple(found))


def _next(text: str, position: int, fixed: dict[int, tuple[int, int, bool]]) -> int | None:
    starts = [a for a in fixed if a >= position]
    match = re.compile(r"[«“„\"]").search(text, position)
    if match is not None:
        starts.append(match.start())
    return min(starts, default=None)


def _one(text: str, start: int, lines: frozenset[int]) -> Quotation:
    mark = text[start]
    strict = _closed(text, start, mark, frozenset())
    again = _paragraphs(text, start, mark, lines)
    if again:
        loose = _closed(text, start, mark, again)
        every = loose is not None and all(
            n in again for n in lines if start < n < loose - 1 and text[n : n + 1] and not _closing(text, n, mark)
        )
        in_lines = any(n in lines for n in again)
        if loose is not None and (strict is None or loose < strict) and (strict is None or (in_lines and every)):
            inside = tuple(sorted(n for n in again if n < loose))
            return Quotation(start, loose, Span(start + 1, loose - 1).trimmed(text), inside)
    if strict is None:
        return Quotation(start, len(text), Span(start + 1, len(text)).trimmed(text), broken=True)
    return Quotation(start, strict, Span(start + 1, strict - 1).trimmed(text))


def _closing(text: str, position: int, mark: str) -> bool:
    return text[position] in _CLOSES[mark] and mark != '"'


def _paragraphs(text: str, start: int, mark: str, lines: frozenset[int]) -> frozenset[int]:
    """The opening marks behind `start` with which a further paragraph of what is quoted may begin."""
    found = set()
    for match in re.compile(re.escape(mark)).finditer(text, start + 1):
        at = match.start()
        if at in lines or (mark != '"' and _SENTENCE.search(text[max(0, at - 4) : at])):
            found.add(at)
    return frozenset(found)


def _closed(text: str, start: int, mark: str, again: frozenset[int]) -> int | None:
    """The offset behind the mark that closes the quotation; None where none does."""
    closes = _CLOSES[mark]
    depth, last, opened = 1, start, True
    for match in re.compile(f"[{mark}{closes}]").finditer(text, start + 1):
        at = match.start()
        if at in again:
            continue
        if mark == '"':
            opens = _opens(text, at, depth, opened if last == at - 1 else None)
            last, opened = at, opens
        else:
            opens = match.group() == mark
        depth += 1 if opens else -1
        if depth == 0:
            return at + 1
    return None


def _opens(text: str, position: int, depth: int, beside: bool | None) -> bool:
    """True if a straight mark opens a quotation inside of one, by the blanks around it."""
    if beside is not None:
        return beside
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    return (before.isspace() or before in "([") and bool(after) and not after.isspace() and depth < 2
