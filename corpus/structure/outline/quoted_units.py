"""Provisions quoted by amending acts: where a quotation begins with a number or a heading, and where it ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache

from palermo.corpus.grammar_words import any_word
from palermo.corpus.structure.lines.lines import Lines, in_lower_case
from palermo.corpus.structure.lines.numbers import article_step, clean
from palermo.corpus.structure.outline.opening_model import Opening
from palermo.corpus.structure.traditions.grammar import NumberingRules

__all__ = ["bare_articles", "inline_articles", "inserted_section", "quotations"]

_PAIRS = {"“": "”", "«": "»", "„": "“”", "‘": "’", '"': '"', "”": "”", "‟": "”"}
_LIMIT = 120_000
_START = re.compile(r"(?:[\s\[(]|\d{1,2}\[)*(?P<quote>[“«„‘\"”])\s*(?P<second>[“«„‘\"'])?\s*")
_INLINE = re.compile(r"[:：]\s*[—–-]?\s*(?P<quote>[“«„‘\"”])\s*(?=\S)")
_RUN_ON = re.compile(r"[:：.;»”“]\s*[“«\"]?\s*(?=[^\W\d_]|§)|(?<=[a-zà-ÿ])(?=[A-Z][a-z]{2,})")
_SECTION = re.compile(r"(?P<num>\d{1,4}[A-Za-z]{0,3})\.\s*[—–-]*\s*")
_TEXT_FOLLOWS = re.compile(r"\s*(?:[.:—–-]+\s*(?=[^\W\d_]|[(“«\"])|(?=\(\d))")


@cache
def _tail() -> re.Pattern[str]:
    """What may stand behind the closing quotation mark of a provision up to the end of its line."""
    known = any_word(lambda words: words.conjunctions.after_quotation)
    return re.compile(rf"[\s.,;:)»”\"’\]*]*(?:(?:{known})?[\s.,;:—–-]*)(?:<\*>|\(\*\)|\\)?\s*(?=\n|\Z)")


def quotations(view: Lines, begins: Callable[[int, int], bool], walls: Sequence[int]) -> list[tuple[int, int]]:
    """The quoted provisions, in order, none inside another: from after the opening to before the closing quotation
    mark.

    `begins(at, line)` says whether a number or heading begins at `at`, in that line; `walls` are the places (sorted)
    that no quotation reaches over: headings of the text's own articles.
    """
    found: list[tuple[int, int]] = []
    until = -1
    for index, line in enumerate(view.lines):
        if line.start < until:
            continue
        for start in _starts(view, index):
            if start[1] < until or not begins(start[1], index):
                continue
            end = _end(view.text, start[0], start[1])
            wall = bisect_right(walls, start[1])
            if end is not None and start[1] < end and (wall == len(walls) or end <= walls[wall]):
                found.append((start[1], end))
                until = end
                break
    return found


def _starts(view: Lines, index: int) -> list[tuple[int, int]]:
    """Where a quotation may begin in a line: (its mark, its first character)."""
    line = view.lines[index]
    out = []
    if match := _START.match(view.text, line.start, line.end):
        out.append((match.start("quote"), match.end("quote") + _blanks(view.text, match.end("quote"))))
    for match in _INLINE.finditer(view.text, line.start, line.end):
        out.append((match.start("quote"), match.end()))
    return out


def _blanks(text: str, position: int) -> int:
    count = 0
    while position + count < len(text) and text[position + count].isspace():
        count += 1
    return count


def _end(text: str, mark: int, start: int) -> int | None:
    """Where the quotation that opens at `mark` ends: at a closing mark that balances it and ends a line."""
    opening = text[mark]
    closing = _PAIRS[opening]
    stop = min(len(text), start + _LIMIT)
    if opening in '"‘”':
        for match in re.compile(re.escape(closing[0])).finditer(text, start, stop):
            if _tail().match(text, match.end()) and text[match.start() - 1] not in "\n(":
                return match.start()
        return None
    depth = 1
    marks = re.compile(f"[{opening}{closing}]")
    last = None
    for match in marks.finditer(text, start, stop):
        char = match.group()
        if char == opening and char not in closing:
            depth += not _repeated(text, match.start(), closing)
            continue
        depth -= 1
        if depth <= 0:
            if _tail().match(text, match.end()) or text[match.end() : match.end() + 1] in ".;," or depth < -2:
                return match.start()
            last = match.start()
            depth = 1
    return last


def _repeated(text: str, position: int, closing: str) -> bool:
    """Whether an opening mark only repeats that the quotation goes on (before each paragraph), as it never closes
    itself.
    """
    begin = text.rfind("\n", 0, position) + 1
    if text[begin:position].strip():
        return False
    end = text.find("\n", position)
    line = text[position : end if end >= 0 else len(text)]
    return not any(c in line for c in closing)


def bare_articles(view: Lines, quotes: Sequence[tuple[int, int]], tradition: NumberingRules) -> list[Opening]:
    """Quoted sections that have a number and no word (`"111A. Heading`), where that is how sections are numbered."""
    found: list[Opening] = []
    if tradition.levels != "section":
        return found
    for start, end in quotes:
        last = ""
        first = bisect_right(view.lines, start, key=lambda line: line.start) - 1
        for index in range(max(first, 0), len(view.lines)):
            line = view.lines[index]
            if line.start >= end:
                break
            at = max(line.start, start)
            match = _SECTION.match(view.text, at, line.end)
            if match is None or not (last or at == start or index <= first + 2):
                continue
            if last and (article_step(last, clean(match["num"])) != 1 or not line.first):
                continue
            last = clean(match["num"])
            span = match.span("num")
            found.append(
                Opening("article", tradition.bare, 99, index, at, span, match["num"], match.end(), 1.0, True, bare=True)
            )
    return found


def inserted_section(view: Lines, index: int) -> bool:
    """True if a line begins with the number of a section that was inserted (`4A.—`)."""
    line = view.lines[index]
    match = _SECTION.match(view.text, line.start, line.end)
    return match is not None and match["num"][-1].isalpha()


def inline_articles(
    view: Lines, chosen: Sequence[NumberingRules], quotes: Sequence[tuple[int, int]]
) -> tuple[list[Opening], list[tuple[int, int]]]:
    """Articles that are quoted inside a line, after a colon (`… les dispositions suivantes: Art. 382-1.(1) …`).

    Returns their openings and the quoted spans, from the first such article to the end of its line.
    """
    found: list[Opening] = []
    spans: list[tuple[int, int]] = []
    for index, line in enumerate(view.lines):
        if line.end - line.start < 60 or any(a <= line.start < b for a, b in quotes):
            continue
        here: list[Opening] = []
        for lead in _RUN_ON.finditer(view.text, line.start + 20, line.end):
            if in_lower_case(view.text[lead.end() : lead.end() + 1]) or not (
                here or _amends(view, chosen[0], line.start, lead)
            ):
                continue
            opening = _inline(view, chosen[0], lead.end(), index)
            if opening is not None:
                here.append(opening)
        if here:
            spans.append((here[0].start, line.end))
            found += here
    return found, spans


def _amends(view: Lines, tradition: NumberingRules, start: int, lead: re.Match[str]) -> bool:
    """Whether the words of the line up to here say that something is amended, and announce how it reads."""
    if tradition.amending is None or lead.group()[:1] not in ("", ":", "：", "“", "«"):
        return False
    return bool(tradition.amending.match(view.text, start, lead.start() + 1))


def _inline(view: Lines, tradition: NumberingRules, position: int, index: int) -> Opening | None:
    line = view.lines[index]
    match = tradition.article.match(view.text, position, line.end)
    if match is None:
        return None
    number = next((k for k, v in match.groupdict().items() if v is not None and k[0] in "nm"), None)
    if number is None or not match[number][:1].isdigit():
        return None
    text = _TEXT_FOLLOWS.match(view.text, match.end(), line.end)
    if text is None or match.start(number) < position:
        return None
    level = tradition.article_levels[int(number[1:])]
    opening = Opening("article", level, 99, index, position, match.span(number), match[number], text.end(), 1.0, True)
    opening.inline = True
    return opening
