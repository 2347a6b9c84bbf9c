"""The outline of a text: which lines open its articles, parts and annexes, which are contents, which are quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from palermo.corpus.structure.lines.lines import Line, Lines
from palermo.corpus.structure.lines.markers import at_line_start
from palermo.corpus.structure.outline.article_sequence import outer, raised
from palermo.corpus.structure.outline.find_openings import openings
from palermo.corpus.structure.outline.headings import above, bracketed, cross_headings, doubling, stopped, titling
from palermo.corpus.structure.outline.opening_model import HEADING_LIMIT, Habits, Opening
from palermo.corpus.structure.outline.quoted_units import bare_articles, inline_articles, inserted_section, quotations
from palermo.corpus.structure.outline.table_of_contents import contents
from palermo.corpus.structure.traditions.grammar import NumberingRules

__all__ = ["Outline", "outline"]

_SHORT_QUOTE = 20_000
_ANNOUNCES = re.compile(r"[:：]\s*[—–-]?\s*[“„«\"‘]?\s*$")


@dataclass(frozen=True, slots=True)
class Outline:
    """The habits and units of the text; the quoted spans, the openings inside them; the contents (line ranges)."""

    habits: Habits
    units: list[Opening]
    quotes: list[tuple[int, int]]
    inner: list[Opening]
    contents: list[tuple[int, int]]


def outline(view: Lines, chosen: Sequence[NumberingRules], habits: Habits) -> Outline:
    """Sort the lines that may open a unit."""
    found = openings(view, chosen, _plainly_quoted(view))
    listed = contents(view, found, chosen)
    found = [o for o in found if not any(a <= o.line < b for a, b in listed)]
    found = _outside_statements(found, [first for first, _ in listed])
    at = {o.start for o in found}
    opening_lines = {o.line for o in found}

    sections = chosen[0].levels == "section"

    def begins(start: int, line: int) -> bool:
        if start in at or at_line_start(view.text, start, view.lines[line].end):
            return True
        below = [i for i in (line + 1, line + 2) if i < len(view.lines)]
        for heads in below:
            words = view.text[start : view.lines[heads - 1].end]
            if heads in opening_lines and _like_heading(words):
                return True
            if sections and inserted_section(view, heads) and _like_heading(words.removesuffix(".")):
                return True
        return any(t.article.match(view.text, start, view.lines[line].end) for t in chosen)

    quotes = [
        q
        for q in quotations(view, begins, _walls(view, found))
        if _amends(view, q) and not _new_version(view, q, chosen)
    ]
    written_on, spans = inline_articles(view, chosen, quotes)
    inner = [o for o in found if _inside(quotes, o.start)] + written_on
    worded = {o.line for o in inner}
    unworded = [q for q in quotes if not any(q[0] <= o.start < q[1] and o.kind == "article" for o in inner)]
    inner += [o for o in bare_articles(view, unworded, chosen[0]) if o.line not in worded]
    rest = [o for o in found if not _inside(quotes, o.start)]
    articles = [o for o in rest if o.kind == "article"]
    resets = [o.line for o in rest if o.kind in ("annex", "container")]
    chain = outer(raised(articles), lambda o: _announced(view, o), lambda o: _titled(view, o), resets)
    kept = {id(articles[i]) for i in chain}
    units = [o for o in rest if o.kind != "article" or id(o) in kept]
    quotes += spans
    loose, spans, units = _unmarked(view, rest, units, chosen[0])
    habits = replace(
        habits, titles=titling(view, units), stops=stopped(view, units), bracketed=bracketed(view, units, chosen)
    )
    above(view, [*units, *inner], habits)
    units = sorted([*units, *cross_headings(view, units, chosen, habits)], key=lambda o: o.line)
    habits = replace(habits, doubles=doubling(view, units))
    return Outline(habits, units, sorted([*quotes, *spans]), sorted([*inner, *loose], key=lambda o: o.line), listed)


def _plainly_quoted(view: Lines) -> list[tuple[int, int]]:
    """Short quotations that begin with a number, as far as can be told before the articles are known."""

    def numbered(start: int, line: int) -> bool:
        return at_line_start(view.text, start, view.lines[line].end)

    return [q for q in quotations(view, numbered, ()) if q[1] - q[0] <= _SHORT_QUOTE and _amends(view, q)]


def _outside_statements(found: list[Opening], contents: Sequence[int]) -> list[Opening]:
    """The numbers of an explanatory statement are paragraphs, not articles of the text; `contents` in a line end it."""
    out: list[Opening] = []
    explained: int | None = None
    for opening in found:
        if opening.kind == "annex":
            explained = opening.line if opening.level == "statement" else None
        if explained is not None and any(explained < line < opening.line for line in contents):
            explained = None
        if explained is None or opening.kind != "article":
            out.append(opening)
    return out


def _like_heading(words: str) -> bool:
    return len(words) <= HEADING_LIMIT and words[-1:] not in ".;:," and not any(c in words for c in '“”«»";')


def _walls(view: Lines, found: Sequence[Opening]) -> list[int]:
    """Where the text's own articles begin, in a text that marks their headings."""
    articles = [o for o in found if o.kind == "article"]
    marked = [o.start for o in articles if view.lines[o.line].heading and not o.quoted]
    return marked if 2 * len(marked) >= len(articles) else []


def _inside(spans: Sequence[tuple[int, int]], position: int) -> bool:
    return any(a <= position < b for a, b in spans)


def _titled(view: Lines, opening: Opening) -> bool:
    """Whether a word for articles opens the line, and after the number a title or a sentence begins."""
    line = view.lines[opening.line]
    title = view.text[opening.rest : line.end]
    return not opening.bare and not opening.quoted and (not title or title[0].isupper())


def _announced(view: Lines, opening: Opening) -> bool:
    """Whether the words before an opening may announce a quotation."""
    if opening.quoted:
        return True
    before = _line_before(view, opening.line)
    return before is not None and bool(_ANNOUNCES.search(view.text[max(before.start, before.end - 40) : before.end]))


def _amends(view: Lines, quote: tuple[int, int]) -> bool:
    """A quotation that holds whole lines or follows a colon; a phrase inside a sentence is none."""
    text = view.text
    at = quote[0] - 1
    while at > 0 and (text[at].isspace() or text[at] in '“„«"‘”[('):
        at -= 1
    return text[at] in ":：—–-" or "\n" in text[quote[0] : quote[1]] or text[at] in ".;»”)]"


def _new_version(view: Lines, quote: tuple[int, int], chosen: Sequence[NumberingRules]) -> bool:
    """A quotation right below an editor's remark is a later version of the same text, not a provision quoted in it; so
    is a whole article in quotation marks that no colon announces.
    """
    before = _line_before(view, bisect_right(view.lines, quote[0], key=lambda line: line.start) - 1)
    if before is None:
        return False
    if any(t.remark is not None and t.remark.match(view.text, before.start, before.end) for t in chosen):
        return True
    whole = any(t.article.match(view.text, quote[0], quote[1]) for t in chosen)
    return whole and view.text[before.end - 1] not in ":：—–-"


def _line_before(view: Lines, index: int) -> Line | None:
    """The line before, those without a letter or figure (a lone quotation mark) left out."""
    for line in reversed(view.lines[max(0, index - 4) : index]):
        if any(c.isalnum() for c in view.text[line.start : line.end]):
            return line
    return None


def _unmarked(
    view: Lines, rest: Sequence[Opening], units: Sequence[Opening], tradition: NumberingRules
) -> tuple[list[Opening], list[tuple[int, int]], list[Opening]]:
    """Quoted articles and parts without quotation marks: out of the sequence, announced by a colon, up to the next
    unit.

    Returns the quoted openings, their spans, and the units that are left.
    """
    kept = {id(o) for o in units}
    loose: list[Opening] = []
    spans: list[tuple[int, int]] = []
    left: list[Opening] = []
    begin: int | None = None
    within = False
    for opening in rest:
        announced = _announced(view, opening)
        part = opening.kind == "container" and within and announced and _amended(view, opening, tradition)
        if id(opening) in kept and not part:
            within = within or opening.kind == "article"
            left.append(opening)
            if begin is not None:
                spans.append((begin, _trimmed(view, opening.start)))
                begin = None
            continue
        if begin is None and announced:
            begin = opening.start
        if begin is not None:
            loose.append(opening)
    if begin is not None:
        spans.append((begin, _trimmed(view, len(view.text))))
    return loose, spans, left


def _amended(view: Lines, opening: Opening, tradition: NumberingRules) -> bool:
    """Whether the line before speaks of an amendment."""
    before = _line_before(view, opening.line)
    if before is None or tradition.amending is None:
        return False
    return bool(tradition.amending.match(view.text, before.start, before.end))


def _trimmed(view: Lines, position: int) -> int:
    while position > 0 and view.text[position - 1].isspace():
        position -= 1
    return position
