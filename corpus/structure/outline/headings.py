"""Headings: after the number, below it, or above it in the margin; and headings without a number."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Sequence
from functools import cache

from palermo.corpus.grammar_words import any_word
from palermo.corpus.structure.lines.lines import Line, Lines, in_lower_case
from palermo.corpus.structure.lines.markers import at_line_start
from palermo.corpus.structure.lines.numbers import clean
from palermo.corpus.structure.outline.opening_model import HEADING_LIMIT, Habits, Opening
from palermo.corpus.structure.traditions.grammar import NumberingRules

__all__ = ["above", "bracketed", "cross_headings", "doubling", "heading", "stopped", "titling"]

_ENDED = re.compile(r"[.!?;:…»”\"')\]।]\s*$")
_RUN_IN = re.compile(r"([^\W\d_][^\n]{2,80}(?:\n?[^\n]{0,80}?)??)[.:][^\S\n]?(?:—|–|--|-)\s?")
_SENTENCE = re.compile(r"([^\n.:;]{4,150})\.[^\S\n]+(?=\S)")
_BEFORE_ONE = re.compile(r"([^\W\d_a-zà-ÿа-яё][^\n.:;()]{3,80}?)\s+(?=\(1\)\s+[\"“„«]?[^\W\d_a-zà-ÿа-яё])")
_SUBSECTION_ONE = re.compile(r"[(]1[)]\s?\S")
_FIRST_ITEM = re.compile(r"\W{0,3}[1aAаАiI]\W")
_NUMBER = re.compile(
    r"\s*(?P<num>\d+(?:[.\-‐‑]\d+)*[^\W\d_]{0,3}(?:[.\-‐‑]\d+)*)(?![\w°º])[ \xa0]*"
    r"(?P<sep>[.)।]?)(?=[\s—–(-]|$)\s*[—–-]*\s*"
)
_BRACKETED = re.compile(r"\(+([^\W\d_][^()\n]{3,150}?)\.?\)+\.?$")
_CAPITALS = re.compile(
    r"([^\W\d_a-zà-ÿа-я][^\W\d_a-zà-ÿа-я](?:[^\Wa-zà-ÿа-я]|[ ,;()“”\"/-]){3,140})\.\s(?=[^\W\d_]+[a-zà-ÿа-я])"
)
_SHORT = 100
_TITLE = 80  # a title before the text on its own line is shorter than a sentence


@cache
def _and_so_on() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_word(lambda words: words.and_so_on)})\.$", re.I)


def heading(view: Lines, unit: Opening, last: int, habits: Habits) -> tuple[int, tuple[int, int] | None]:
    """Where the text of a unit begins (`last`: the line after the unit), and the span of its heading."""
    if unit.inline:
        return unit.rest, None
    line = view.lines[unit.line]
    at, found = unit.rest, unit.above
    wrapped_heading = _over_lines(view, unit, last) if habits.wrapped and found is None and not line.heading else None
    stop = view.lines[last - 1].end
    run_in = None
    if found is None and not line.heading:
        run_in = _RUN_IN.match(view.text, unit.rest, stop) or _CAPITALS.match(view.text, unit.rest, line.end)
    if found is None and unit.kind == "container" and unit.num[0] == unit.num[1]:
        return line.end, (unit.start, line.end)
    bold_part = (unit.rest, line.strong_end)
    if found is None and unit.rest + 2 < line.strong_end < line.end and line.strong_end - unit.rest <= HEADING_LIMIT:
        return line.strong_end, bold_part
    if run_in is not None:
        found, at = run_in.span(1), run_in.end()
    elif found is None and (title := _before_text(view, unit, habits)) is not None:
        found, at = title
    elif wrapped_heading is not None:
        found, at = wrapped_heading, wrapped_heading[1]
    elif found is None and _after_number(view, unit, last, habits):
        found, at = (at, line.end), line.end
    elif found is None and at >= line.end and unit.line + 1 < last:
        following = view.lines[unit.line + 1]
        if habits.bracketed and (match := _BRACKETED.match(view.text, following.start, following.end)):
            found, at = match.span(1), following.end
        elif _below(view, unit, following, last):
            found = (following.start, following.end)
            at = following.end
            if unit.kind != "article":
                found, at = _joined(view, unit.line + 1, last)
    return _past_doubled(view, unit, at, last, doubles=habits.doubles), found


def _before_text(view: Lines, unit: Opening, habits: Habits) -> tuple[tuple[int, int], int] | None:
    """A heading before the text on the article's own line, ended by a full stop, and where that text begins.

    It is in capitals where the text is not, or such headings are the text's habit, or the text begins with "(1)".
    """
    end = view.lines[unit.line].end
    if unit.kind == "article" and (match := _BEFORE_ONE.match(view.text, unit.rest, end)) is not None:
        first = view.text[match.end() : end].partition("(2)")[0].rstrip()
        if first.endswith(
            "."
        ):  # a paragraph; what ends in a comma or "or" is an item, and the words before it its lead
            return match.span(1), match.end()
    match = _SENTENCE.match(view.text, unit.rest, end) if unit.kind == "article" else None
    if match is None or at_line_start(view.text, unit.rest, end):
        return None
    capitals = match[1].isupper() and not view.text[match.end() : end].isupper()
    return (match.span(1), match.end()) if capitals or (habits.titles and _like_title(match)) else None


def _like_title(match: re.Match[str]) -> bool:
    """Whether a sentence (a match of `_SENTENCE`) is short like a title, without figures, and another one follows."""
    title, text = match[1], match.string[match.end() : match.end() + 1]
    return len(title) <= _TITLE and title[0].isupper() and not any(c.isdigit() for c in title) and text.isupper()


def _over_lines(view: Lines, unit: Opening, last: int) -> tuple[int, int] | None:
    """A heading broken over lines: up to the first number or blank line, short and without a stop at its end."""
    index = unit.line
    if unit.rest >= view.lines[index].end or not view.text[unit.rest].isupper():
        return None
    while index + 1 < last and not view.lines[index + 1].first:
        following = view.lines[index + 1]
        if at_line_start(view.text, following.start, following.end):
            if not _FIRST_ITEM.match(view.text, following.start, following.end):
                return None
            break
        index += 1
        if view.lines[index].end - unit.rest > HEADING_LIMIT:
            return None
    end = view.lines[index].end
    if index == unit.line or index + 1 >= last or view.text[end - 1] in ".;:,—–-":
        return None
    return (unit.rest, end)


def _joined(view: Lines, line: int, last: int) -> tuple[tuple[int, int], int]:
    """A container's heading with its further lines in the same block."""
    begin, end = view.lines[line].start, view.lines[line].end
    while line + 1 < last and not view.lines[line + 1].first and end - begin < HEADING_LIMIT:
        following = view.lines[line + 1]
        if view.text[end - 1] in ".;:" or at_line_start(view.text, following.start, following.end):
            break
        line += 1
        end = following.end
    return (begin, end), end


def _after_number(view: Lines, unit: Opening, last: int, habits: Habits) -> bool:
    """Whether what follows the number on its line is a heading rather than the text."""
    line = view.lines[unit.line]
    rest = view.text[unit.rest : line.end].strip()
    following = view.lines[unit.line + 1] if unit.line + 1 < len(view.lines) else None
    if not rest or len(rest) > HEADING_LIMIT or rest[-1] in ":;,—–-" or (rest[0] in '(“„«"' and not line.heading):
        return False
    if (
        unit.kind == "article"
        and following is not None
        and in_lower_case(view.text[following.start])
        and (rest[-1].isalpha() or (line.heading and rest[-1] == ")" and not following.first))
    ):
        return False
    apart = following is None or following.first or _SUBSECTION_ONE.match(view.text, following.start) is not None
    if line.heading or unit.kind != "article" or (line.bold and apart):
        return True
    if unit.line + 1 >= last:
        return len(rest) <= 80 and rest[-1] != "."
    ended = rest[-1] == "." and not _and_so_on().search(rest)
    return (apart or line.broken is False) and (not ended or (habits.stops and len(rest) < 90))


def _below(view: Lines, unit: Opening, line: Line, last: int) -> bool:
    """Whether the line below a bare number is its heading."""
    text = view.text[line.start : line.end]
    if len(text) > HEADING_LIMIT or text[-1] in ".;:,—–-" or at_line_start(view.text, line.start, line.end):
        return False
    if _past_doubled(view, unit, line.start, last, doubles=True) > line.start:
        return False
    if in_lower_case(text[0]) or line.broken:
        return False
    if line.heading or line.bold or unit.kind != "article":
        return True
    after = view.lines[unit.line + 2] if unit.line + 2 < last else None
    numbered = after is not None and line.first and at_line_start(view.text, after.start, after.end)
    if after is None or (view.lines[unit.line].heading and not numbered) or _goes_on(view, unit.line + 2, last):
        return False
    return len(text) <= _SHORT and text[0] not in '(„“«"'


def _goes_on(view: Lines, index: int, last: int) -> bool:
    """Whether the line at `index` goes on with the sentence of the line before, and the block ends like a text."""
    line = view.lines[index]
    if line.first or not in_lower_case(view.text[line.start]):
        return False
    stops = [view.text[line.end - 1] in ".;:,"]
    while index + 1 < last and not view.lines[index + 1].first:
        index += 1
        stops.append(view.text[view.lines[index].end - 1] in ".;:,")
    return any(stops[-2:])  # a page number may stand below the last line


def stopped(view: Lines, units: Sequence[Opening]) -> bool:
    """True if the text's headings end with a full stop: most articles have a short first line that does."""
    articles = [o for o in units if o.kind == "article" and o.line + 1 < len(view.lines)]
    lines = {o.line for o in units}
    titled = 0
    for opening in articles:
        line = view.lines[opening.line]
        rest = view.text[opening.rest : line.end].strip()
        titled += (
            0 < len(rest) < (90 if len(articles) > 1 else 60)
            and rest[-1] == "."
            and rest.count(".") == 1
            and opening.line + 1 not in lines
        )
    return titled >= 0.6 * len(articles) > 0


def bracketed(view: Lines, units: Sequence[Opening], chosen: Sequence[NumberingRules]) -> bool:
    """True if the text's headings stand in brackets below the number (`(Tratta di persone).`)."""
    heads = [view.lines[o.line + 1] for o in units if o.kind == "article" and o.line + 1 < len(view.lines)]
    found = [line for line in heads if _BRACKETED.match(view.text, line.start, line.end)]
    remarks = [t.remark for t in chosen if t.remark is not None]
    told = [line for line in found if not any(r.match(view.text, line.start, line.end) for r in remarks)]
    return len(told) >= 0.6 * len(heads) > 0


def titling(view: Lines, units: Sequence[Opening]) -> bool:
    """True if the text's articles begin with a title on the line of their text: most that have both on it do."""
    lines = [(o.rest, view.lines[o.line].end) for o in units if o.kind == "article"]
    lines = [(a, b) for a, b in lines if b - a > _TITLE]
    matches = [_SENTENCE.match(view.text, a, b) for a, b in lines]
    return sum(1 for m in matches if m is not None and _like_title(m)) >= max(3, 0.8 * len(lines))


def doubling(view: Lines, units: Sequence[Opening]) -> bool:
    """True if articles usually repeat their number on the next line (judged by all but the first)."""
    others = [o for o in units if o.kind == "article" and o.number != "1" and o.line + 1 < len(view.lines)]
    said = 0
    for opening in others:
        again = _NUMBER.match(view.text, view.lines[opening.line + 1].start)
        said += again is not None and clean(again["num"]) == clean(opening.number)
    return said >= 0.3 * len(others) > 0


def _past_doubled(view: Lines, unit: Opening, position: int, last: int, *, doubles: bool) -> int:
    """Past the number where it is said again at the beginning of the text (`279.04 Title` / `279.04 (1)`).

    Where the next number follows in the same form before line `last`, or where it is 1 and the text does not double its
    numbers, it numbers a paragraph.
    """
    number = clean(unit.number)
    match = _NUMBER.match(view.text, position) if unit.kind == "article" else None
    if match is None or clean(match["num"]) != number or match["sep"] == ")":
        return position
    if number == "1" and not doubles:
        return position
    if number.isdecimal():
        for line in view.lines[unit.line + 1 : last]:
            following = _NUMBER.match(view.text, line.start, line.end)
            if following and following["sep"] == match["sep"] and clean(following["num"]) == str(int(number) + 1):
                return position
    return match.end()


def above(view: Lines, found: Sequence[Opening], habits: Habits) -> None:
    """Give articles without a heading of their own the one that stands in bold or marked above their number."""
    taken = {o.line for o in found}
    taken |= {o.line + 1 for o in found if o.kind != "article" and o.rest >= view.lines[o.line].end}
    theirs = _level_above(view, found, taken)
    in_brackets = _brackets_above(view, found, taken)
    for unit in found:
        before = unit.line - 1
        if unit.kind != "article" or before < 0 or before in taken:
            continue
        if before in in_brackets:
            unit.start, unit.above = view.lines[before].start, in_brackets[before]
            continue
        line, head = view.lines[unit.line], view.lines[before]
        below = view.lines[unit.line + 1] if unit.line + 1 < len(view.lines) else None
        if below is not None and below.heading and unit.rest >= line.end and _below(view, unit, below, unit.line + 3):
            continue
        marked = head.heading and (head.heading >= (line.heading or 9) or (not line.heading and head.heading == theirs))
        if not (head.bold or marked):
            continue
        text = view.text[head.start : head.end]
        plain = len(text) <= HEADING_LIMIT and text[-1] not in ".;:," and not text[0].isdigit()
        if plain and line.first and head.first and not _after_number(view, unit, unit.line + 2, habits):
            first = before
            while first - 1 not in taken and first > 0 and not view.lines[first].first:
                first -= 1
            unit.start = view.lines[first].start
            while view.text[unit.start] in '“„«"‘ ':
                unit.start += 1
            unit.above = (unit.start, head.end)


def _brackets_above(view: Lines, found: Sequence[Opening], taken: Container[int]) -> dict[int, tuple[int, int]]:
    """The lines in brackets above the numbers, with what they say, where most articles have one of their own."""
    articles = [o.line for o in found if o.kind == "article" and o.line and o.line - 1 not in taken]
    lines = ((i - 1, view.lines[i - 1]) for i in articles)
    heads = {i: m.span(1) for i, x in lines if (m := _BRACKETED.match(view.text, x.start, x.end))}
    said = {view.text[slice(*span)] for span in heads.values()}
    titles = sum(not any(c.isdigit() for c in text) for text in said)  # what has figures is a note on amendments
    return heads if titles > 1 and titles >= 0.8 * len(heads) and len(heads) >= 0.6 * len(articles) else {}


def _level_above(view: Lines, found: Sequence[Opening], taken: Container[int]) -> int:
    """The level of the marked headings that stand right above most articles without one in their own line, else 0."""
    plain = [o.line for o in found if o.kind == "article" and not view.lines[o.line].heading]
    levels = Counter(view.lines[i - 1].heading for i in plain if i and i - 1 not in taken and view.lines[i - 1].heading)
    level, times = levels.most_common(1)[0] if levels else (0, 0)
    return level if times > 1 and times >= 0.6 * len(plain) else 0


def cross_headings(
    view: Lines, found: Sequence[Opening], chosen: Sequence[NumberingRules], habits: Habits
) -> list[Opening]:
    """Headings without a number that stand between articles and end the one before.

    Where many articles without a heading have one right above them, those are theirs (`sumillas`).
    """
    by_line = {o.line: o for o in found}
    taken = set(by_line)
    taken |= {o.line + 1 for o in found if o.rest >= view.lines[o.line].end and o.num[0] < o.num[1]}
    for unit in found:
        if unit.above is not None:
            taken |= {i for i in range(max(0, unit.line - 3), unit.line) if view.lines[i].start >= unit.start}
    levels = sorted(view.lines[o.line].heading for o in found if o.kind == "article")
    usual = levels[len(levels) // 2] if levels else 0
    first = min((o.line for o in found), default=len(view.lines))
    out: list[Opening] = []
    for index in range(len(view.lines) - 1, first, -1):
        line = view.lines[index]
        capitals = _capitals(view, index, by_line.get(index + 1), habits)
        if index in taken or line.end - line.start > _SHORT + 20 or not (line.first or capitals):
            continue
        following = by_line.get(index + 1)
        if any(t.remark is not None and t.remark.match(view.text, line.start, line.end) for t in chosen):
            continue
        opened = index - 1 in by_line or index - 1 in taken
        if _titles(view, line) and (
            0 < line.heading < usual
            or (following is not None and (capitals or _stands_between(view, index, following, opened=opened)))
        ):
            opening = Opening(
                "cross", "crossHeading", 98, index, line.start, (line.start, line.start), "", line.start, 1.0
            )
            out.append(opening)
            by_line.update({index: opening} if line.first else {})
    edges = sorted([*(o.line for o in found), *(o.line for o in out), len(view.lines)])
    bare = [
        o
        for o in found
        if o.kind == "article"
        and o.above is None
        and not _after_number(view, o, edges[bisect_right(edges, o.line)], habits)
    ]
    owners = {o.line: o for o in bare}
    theirs = [c for c in out if c.line + 1 in owners]
    if len(theirs) < max(
        2, 0.8 * len(bare)
    ):  # a marked one heads a group of articles, unless nearly all have their own
        theirs = [c for c in theirs if not view.lines[c.line].heading]
    if len(theirs) >= 0.2 * len(bare):
        for cross in theirs:
            _take(view, owners[cross.line + 1], cross.line)
            out.remove(cross)
        for at, unit in owners.items() if theirs else ():
            head = view.lines[at - 1] if at and at - 1 not in taken and unit.above is None else None
            directly = at == first or not view.lines[at].first or view.lines[at].parted
            if head is None or not (directly and head.first):
                continue
            if head.end - head.start <= _SHORT and _titles(view, head):
                _take(view, unit, at - 1)
    return out[::-1]


def _capitals(view: Lines, index: int, below: Opening | None, habits: Habits) -> bool:
    """Whether line `index` is in capitals and stands above an article that has its text, and no title, in its line."""
    line = view.lines[index]
    if below is None or below.kind != "article" or below.rest >= view.lines[below.line].end:
        return False
    return view.text[line.start : line.end].isupper() and not _after_number(view, below, below.line + 2, habits)


def _take(view: Lines, unit: Opening, index: int) -> None:
    """Make line `index` the heading of the unit below it."""
    line = view.lines[index]
    unit.start, unit.above = line.start, (line.start, line.end)


def _titles(view: Lines, line: Line) -> bool:
    """Whether a line is worded like a heading."""
    text = view.text[line.start : line.end]
    if text[-1] in ".;:,—–-" or at_line_start(view.text, line.start, line.end):
        return False
    return text[0].isupper() or text[0] == "[" or (text[0] == "(" and line.heading > 0)


def _stands_between(view: Lines, index: int, following: Opening, *, opened: bool) -> bool:
    """Whether line `index` stands alone between the text before and the unit that follows; `opened`: a unit opens
    before.
    """
    line = view.lines[index]
    if line.end - line.start > _SHORT or (not view.lines[index + 1].first and following.kind != "article"):
        return False
    before = view.lines[index - 1]
    ended = before.heading or bool(_ENDED.search(view.text[before.start : before.end]))
    return bool(line.bold or line.heading or ended or opened)
