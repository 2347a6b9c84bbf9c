"""Lines to paragraphs, by what a reader's eye goes by: white between lines, indents, lines that stop short, type."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from palermo.corpus.model.text_model import Span
from palermo.corpus.readers.pdf.hyphens import Joiner
from palermo.corpus.readers.pdf.lines_columns import PageLine
from palermo.corpus.readers.shared.blocks import FileBlock

__all__ = ["paragraphs"]

_LARGER = 1.06  # of the size that most of the text has: a heading's type
_SMALLER = 0.93  # of it: a footnote's type
_WIDER = 1.2  # of the usual distance: white between paragraphs
_REACH = 2.5  # of the size: so near to the edge, a line is full
_FULL = 0.15  # of the lines, at least, where lines are broken because they are full
_USUAL = 1.3  # of the size: the distance between lines where too few tell it
_FEW = 4
_INDENT = 0.7  # of the size
_ALIKE = 0.05  # of the size: lines that begin so near to each other are indented alike
_LONGEST_HEADING = 400
_NUMBERED = re.compile(
    r"(?:[(\[«\"“]*(?:\d{1,4}(?:[-.]\d{1,3})*[.)\]]|[^\W\d_]{1,4}[.)\]]|§|№|[–—•*-]\s)|(?:[A-ZА-ЯЁІЇЄ][^\W\d_]+\s+){1,2}\d)"
)
_TITLED = re.compile(r"[“«\"„]?[^\W\d_]+\s+\d[\d.-]*\.?\s")
_NOTE = re.compile(r"(?P<sign>(?:[⁰¹²³⁴-⁹]+|\d{1,3}|[*†‡]{1,3})(?=[\s.)])|[⁰¹²³⁴-⁹]+(?=[^\W\d]))[\s.)]?")
_ENDED = re.compile(r"[.;:!?…—–,][»”\"')\]]*$")
_FULL_STOP = re.compile(r"[.;:!?…][»”\"')\]]*$|[—–]$")
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def paragraphs(lines: Sequence[PageLine]) -> list[FileBlock]:
    """The paragraphs of a document, headings ranked by their type; footnotes behind the paragraph that they cut in two
    or follow.
    """
    if not lines:
        return []
    body = _body_size(lines)
    text, notes = _without_footnotes(_with_edges(lines), body)
    joiner = Joiner(line.text for line in lines)
    steps = _steps(text)
    groups: list[list[PageLine]] = []
    for line in text:
        if groups and _goes_on(groups[-1], line, steps.get(_kind(line), line.size * _USUAL)):
            groups[-1].append(line)
        else:
            groups.append([line])
    ranks = _ranks(groups, body)
    signs = {page: {_sign(note[0].text) for note in found} for page, found in notes.items()}
    out: list[FileBlock] = []
    waiting = sorted(notes.items())
    for index, group in enumerate(groups):
        following = groups[index + 1][0].page if index + 1 < len(groups) else float("inf")
        out.append(_block(group, joiner, ranks.get(_look(group), 0), signs))
        while waiting and waiting[0][0] < following:
            out += (_note_block(note, joiner) for note in waiting.pop(0)[1])
    return out


def _body_size(lines: Iterable[PageLine]) -> float:
    counted: Counter[float] = Counter()
    for line in lines:
        counted[round(line.size, 1)] += len(line.text)
    return counted.most_common(1)[0][0]


def _with_edges(lines: Sequence[PageLine]) -> list[PageLine]:
    """Lines of a column in which little stands get the edge that columns at their place have elsewhere."""
    columns: dict[tuple[int, int], list[PageLine]] = defaultdict(list)
    for line in lines:
        columns[line.page, line.column].append(line)
    wide: dict[int, tuple[int, float]] = {}
    full = sum(line.right - line.x1 < _REACH * line.size for line in lines)
    unbroken = full < _FULL * len(lines)
    for found in columns.values():
        place = round(found[0].left / 6)
        wide[place] = max(wide.get(place, (0, 0.0)), (len(found), found[0].right))
    out = []
    for line in lines:
        few = len(columns[line.page, line.column]) < 6
        _, right = max(wide[p] for p in _near(line.left) if p in wide) if few else (0, line.right)
        if unbroken:  # hardly a line runs to the edge: it lies where the margin is as wide as the left one
            right = max(right, line.paper - line.left)
        out.append(replace(line, right=max(right, line.right)))
    return out


def _near(left: float) -> tuple[int, int, int]:
    place = round(left / 6)
    return place - 1, place, place + 1


def _without_footnotes(lines: list[PageLine], body: float) -> tuple[list[PageLine], dict[int, list[list[PageLine]]]]:
    """The text, and by page the notes in smaller type at the foot of its columns."""
    columns: dict[tuple[int, int], list[PageLine]] = defaultdict(list)
    for line in lines:
        columns[line.page, line.column].append(line)
    text: list[PageLine] = []
    notes: dict[int, list[list[PageLine]]] = defaultdict(list)
    for (page, _), column in columns.items():
        start = len(column)
        while start and column[start - 1].size < _SMALLER * body:
            start -= 1
        while start < len(column) and not _NOTE.match(column[start].text):
            start += 1
        text += column[:start]
        for line in column[start:]:
            if _NOTE.match(line.text) or not notes[page]:
                notes[page].append([line])
            else:
                notes[page][-1].append(line)
    return text, notes


def _kind(line: PageLine) -> tuple[float, bool]:
    return round(line.size, 1), line.bold


def _steps(lines: list[PageLine]) -> dict[tuple[float, bool], float]:
    """For each type, the distance between lines that stand closest."""
    found: dict[tuple[float, bool], list[float]] = defaultdict(list)
    for a, b in pairwise(lines):
        if a.page == b.page and a.column == b.column and _kind(a) == _kind(b) and 0 < a.y - b.y < 2.5 * a.size:
            found[_kind(a)].append(a.y - b.y)
    out = {}
    for kind, steps in found.items():
        if len(steps) < _FEW:
            continue
        steps.sort()
        low = steps[len(steps) // 10]
        out[kind] = median(s for s in steps if s < low * 1.1)
    return out


def _goes_on(group: list[PageLine], line: PageLine, step: float) -> bool:  # noqa: PLR0911 - one reason a return
    """Whether `line` belongs to the paragraph of `group`."""
    last = group[-1]
    if abs(last.size - line.size) > 0.05 * last.size or "\t" in last.text or "\t" in line.text:
        return False
    if Joiner.cuts(last.text, line.text):
        return True
    centred = _are_centred(last, line)
    if last.bold != line.bold and (last.bold or _is_short(last, line) or _FULL_STOP.search(last.text)):
        return False
    apart = last.page != line.page or last.column != line.column
    if not apart and last.y - line.y > max(_WIDER * step, step + 1.5):
        return False
    if _is_short(last, line) or (line.bold and last.bold and _TITLED.match(line.text)):
        return False
    indent = (line.x0 - line.left) - (last.x0 - last.left)
    if len(group) == 1 and indent < -_INDENT * line.size and not centred:
        return True  # the first line was indented, and this one goes on at the margin
    numbered = bool(_NUMBERED.match(line.text))
    if abs(indent) > _INDENT * line.size and not centred:
        return not (numbered or _FULL_STOP.search(last.text))
    if len(group) == 1 and line.x0 - line.left > _INDENT * line.size and _begins_sentence(last, line):
        return False
    if apart and not line.bold and _TITLED.match(group[0].text) and len(group) < 3 and line.text[:1].isupper():
        return False
    if apart:
        return not (numbered and _ENDED.search(last.text)) and not _ended_at_margin(group, line)
    return not (numbered and _FULL_STOP.search(last.text))


def _ended_at_margin(group: list[PageLine], line: PageLine) -> bool:
    """Over a break of pages: a full last line that ends a sentence, and a line that begins one where paragraphs do."""
    first = group[0].x0 - group[0].left
    return (
        _begins_sentence(group[-1], line)
        and abs((line.x0 - line.left) - first) < 0.3 * line.size
        and first > _INDENT * line.size
    )


def _begins_sentence(last: PageLine, line: PageLine) -> bool:
    return line.text.lstrip('“«"„(')[:1].isupper() and bool(_FULL_STOP.search(last.text))


def _is_short(last: PageLine, line: PageLine) -> bool:
    """Whether the next line's first word would have found room on the last: it was ended on purpose."""
    word = line.text.split(maxsplit=1)[0] if line.text.strip() else ""
    width = (line.x1 - line.x0) * len(word) / max(len(line.text), 1)
    centred = _are_centred(last, line)
    room = (last.right - last.left) - (last.x1 - last.x0) if centred else last.right - last.x1
    return room > width + 0.6 * last.size


def _centred(line: PageLine) -> bool:
    left, right = line.x0 - line.left, line.right - line.x1
    return min(left, right) > line.size and abs(left - right) < line.size


def _are_centred(last: PageLine, line: PageLine) -> bool:
    """Whether both are, rather than indented alike and short by chance."""
    indent = (line.x0 - line.left) - (last.x0 - last.left)
    return _centred(last) and _centred(line) and abs(indent) > _ALIKE * line.size


def _look(group: list[PageLine]) -> tuple[float, bool]:
    return round(max(line.size for line in group), 1), all(line.bold for line in group)


def _ranks(groups: list[list[PageLine]], body: float) -> dict[tuple[float, bool], int]:
    """The levels of headings by their look: larger type, or type that is bold where the text is not."""
    looks = {_look(group) for group in groups if sum(len(line.text) for line in group) <= _LONGEST_HEADING}
    most_bold = sum(len(g) for g in groups if _look(g)[1]) * 2 > sum(map(len, groups))
    found = [
        look for look in looks if look[0] > _LARGER * body or (look[1] and look[0] > _SMALLER * body and not most_bold)
    ]
    return {look: rank for rank, look in enumerate(sorted(found, reverse=True), 1)}


def _sign(text: str) -> str:
    match = _NOTE.match(text)
    return match["sign"].translate(_FIGURES) if match else ""


def _block(group: list[PageLine], joiner: Joiner, heading: int, signs: dict[int, set[str]]) -> FileBlock:
    text, marks = "", []
    for line in group:
        before = joiner.join(text, line.text) if text else line.text
        start = len(before) - len(line.text)
        for a, b in line.raised:
            if line.text[a:b].translate(_FIGURES) in signs.get(line.page, ()):
                marks.append(Span(start + a, start + b))
        text = before
    long = len(text) > _LONGEST_HEADING
    return FileBlock(" ".join(text.split(" ")), 0 if long else heading, marks=tuple(marks))


def _note_block(note: list[PageLine], joiner: Joiner) -> FileBlock:
    text = note[0].text
    for line in note[1:]:
        text = joiner.join(text, line.text)
    match = _NOTE.match(text)
    marks = (Span(*match.span("sign")),) if match else ()
    return FileBlock(text, 0, True, marks)
