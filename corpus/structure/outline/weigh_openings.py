"""Weighs how strongly layout suggests that a line opens a unit: 0 is a line that merely begins with a reference."""

from __future__ import annotations

import re
from collections.abc import Container

from palermo.corpus.structure.lines.lines import Line, Lines, in_lower_case
from palermo.corpus.structure.lines.markers import at_line_start
from palermo.corpus.structure.outline.opening_model import HEADING_LIMIT
from palermo.corpus.structure.traditions.grammar import NumberingRules

__all__ = ["below_title", "weigh", "weigh_bare"]

_END = re.compile(r"[.;:,!?…»”\"')\]—–।-]\s*$")
_ENDED = re.compile(r"[.;:!?][”\"')\]]*$")
_SUBSECTION = re.compile(r"\.?\s?[—–-]{0,2}\s?\(1\)\s")
_CITED = re.compile(r":\d")  # the rest of a citation (`Chapter 12:10`)
_TITLE = 100  # a title in the margin or above a number is short
_RUN_IN = re.compile(r"\[?[^\W\d_][^\n]{2,150}?[.:]\s?(?:—|–|--|-)")


def weigh(view: Lines, index: int, tradition: NumberingRules, kind: str, span: tuple[int, int]) -> float:
    """The weight of line `index` with a unit's word and number; `span` is from after them to the heading or text."""
    text, line = view.text, view.lines[index]
    after, rest = span
    stop = text[after:rest].strip()
    lower = in_lower_case(text[rest : rest + 1]) and not line.heading
    if _refers(text, tradition, span) or text[after : after + 1] in (",", ";", ")", "/"):
        return 0.0
    if kind == "article":
        refused = lower and not stop
    else:
        refused = (lower and not line.bold) or not _like_part(text, line, kind, span)
    if refused:
        return 0.0
    weight = 2.0 if line.heading else 1.5 if line.bold or line.strong else 1.0
    if (line.first and not line.parted) or index == 0:
        return weight
    before = view.lines[index - 1]
    if before.heading or _END.search(text[before.start : before.end]) or not text[before.end - 1].isalnum():
        return weight
    short = before.end - before.start < 60 and kind != "article"
    wrapped = before.end - before.start > 40 and rest != line.end
    if wrapped and not short and not line.heading and not (stop and _begins(text[rest : rest + 1])):
        return 0.0
    return weight - 0.3


def _begins(char: str) -> bool:
    return char.isupper() or char in "§("


def _refers(text: str, tradition: NumberingRules, span: tuple[int, int]) -> bool:
    """Whether the words after the number make it a reference (`§ 232 Abs. 1`, `Section 3 of the Act`)."""
    if tradition.referring is None or text[slice(*span)].strip().startswith((".", ":", "—", "–", "-")):
        return False
    return tradition.referring.match(text[span[1] : span[1] + 40]) is not None


def _like_part(text: str, line: Line, kind: str, span: tuple[int, int]) -> bool:
    """Whether a line with the word and number of a part or annex is set like a heading."""
    after, rest = span
    stop = text[after:rest].strip()
    if line.end - line.start > HEADING_LIMIT + 20 or _CITED.match(text, after):
        return False
    if line.heading or rest == line.end:
        return True
    last = text[line.end - 1]
    if last in ";,:" or (last == "." and (text[line.start] == "§" or not stop)):
        return False
    return kind != "annex" or bool(line.bold or stop or text[line.start : after].isupper())


def weigh_bare(view: Lines, index: int, match: re.Match[str]) -> float:
    """The weight of line `index` whose number (`match`) has no word before it."""
    text, line = view.text, view.lines[index]
    rest = text[match.end() : line.end].strip()
    if line.heading or line.bold or line.strong or (rest and _below_heading(view, index)):
        return 1.8 if line.heading else 1.5 if line.strong or line.bold else 1.2
    above = text[view.lines[index - 1].start : view.lines[index - 1].end] if index else ""
    after = view.lines[index + 1] if index + 1 < len(view.lines) else None
    titled = 0 < len(rest) <= HEADING_LIMIT and rest[-1] not in ";:," and not in_lower_case(rest[0])
    begins = after is not None and (text[after.start].isupper() or at_line_start(text, after.start, after.end))
    run_in = rest[:1].isupper() and _RUN_IN.match(text, match.end(), min(line.end + 80, len(text)))
    apart = line.first and (not line.parted or _END.search(above) or above.isupper())
    first = apart and _SUBSECTION.match(text, match.end("num"), line.end)
    if run_in or first or (titled and begins and _column_title(match, rest, above)):
        return 0.95
    if titled and rest[-1].isalpha() and after is not None and text.startswith("(1)", after.start):
        return 0.95 if line.first or not above or _END.search(above) or above.isupper() else 0.0
    if not line.first or not (after is None or after.first or begins):
        return 0.0
    if rest:
        return (0.5 if rest[-1] == "." else 0.9) if titled else 0.0
    return 0.9 if after is not None and text[after.start] in "-–—" else 0.0


def _column_title(match: re.Match[str], rest: str, above: str) -> bool:
    """Whether a bare number stands before a title, below a sentence or a heading in capitals."""
    plain = match["num"].isdecimal() and not match["sep"].strip() and not any(c.isdigit() for c in rest)
    return plain and len(rest) <= _TITLE and rest[-1].isalpha() and (bool(_ENDED.search(above)) or above.isupper())


def _below_heading(view: Lines, index: int) -> bool:
    before = view.lines[index - 1] if index else None
    if before is None or before.end - before.start > HEADING_LIMIT:
        return False
    return before.bold and view.lines[index].first


def below_title(view: Lines, index: int, match: re.Match[str], units: Container[int]) -> bool:
    """True if line `index` begins with a number and a full stop right below a title, which begins a block or stands
    below the number of a part (`units`: the lines that open one).
    """
    line, before = view.lines[index], view.lines[index - 1] if index else None
    if before is None or (line.first and not line.parted) or before.end - before.start > _TITLE:
        return False
    if not before.first and index - 2 not in units:
        return False
    begins = view.text[match.end() : match.end() + 1]
    return match["sep"].startswith(".") and (begins.isupper() or begins == "(") and _is_title(view, before)


def _is_title(view: Lines, line: Line) -> bool:
    """Whether a line is worded like a title: it begins with a capital, has no number and no stop at its end."""
    text = view.text[line.start : line.end]
    return text[0].isupper() and text[-1] not in ".;:,—–-" and not at_line_start(view.text, line.start, line.end)
