"""Articles whose number has no word before it (`3. Heading`, `**3.** (1)`), told from numbered paragraphs.

They are articles where a text uses no word for its articles, or hardly ever one (then those are references); where a
number is said twice; and where one fills the gap between articles that have a word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from palermo.corpus.structure.lines.lines import Lines
from palermo.corpus.structure.lines.numbers import article_step, clean
from palermo.corpus.structure.outline.opening_model import HEADING_LIMIT, Opening, past_stops
from palermo.corpus.structure.outline.weigh_openings import below_title, weigh_bare
from palermo.corpus.structure.traditions.grammar import NUMBER, NumberingRules

__all__ = ["past_repeated_number", "with_unworded"]

_BARE = re.compile(rf"(?P<num>{NUMBER})(?P<sep>(?:[.:।]|\.\.)?(?:\s|$)|\.?\s?[—–-]|[.:]?(?=\())", re.I)
_COMPOUND = re.compile(r"\d{2,}(?:[.-]\d+|[A-Z]{1,2})[A-Z]?")
_LOOSE_NUMBER = re.compile(r"\d[\d.\s]{1,12}")
_DAY = re.compile(r"\d+(?:st|nd|rd|th)", re.I)  # "[13th January 2015]"
_STRONG = 0.9
_LONGEST_NUMBER = 12
_LOOK_BACK = 80


class _Bare(NamedTuple):
    """A number at the start of a line; `doubled` says that the next line says it again."""

    line: int
    match: re.Match[str]
    weight: float
    doubled: bool = False

    @property
    def number(self) -> str:
        return clean(self.match["num"])


def with_unworded(
    view: Lines, tradition: NumberingRules, worded: list[Opening], quoted: Sequence[tuple[int, int]]
) -> list[Opening]:
    """The openings with a word and, where they are articles, those without one outside `quoted` spans."""
    taken = {o.line for o in worded}
    words = [o for o in worded if o.kind == "article"]
    candidates = _candidates(view, taken, quoted, sections=tradition.levels == "section")
    strong = [c for c in candidates if c.weight >= _STRONG]
    if _articles(view, strong, len(words), tradition):
        twice = {c.line for c in candidates if c.line in taken}
        worded = [o for o in worded if o.kind != "article" or (o.line not in twice and _fits(o, strong))]
        marked = [c for c in strong if view.lines[c.line].heading]
        if len(marked) >= 0.5 * len(strong):
            candidates = marked
        else:
            candidates = sorted([*candidates, *_missing(view, candidates, taken, tradition)])
    elif not words and not strong and tradition.levels == "section":
        candidates = _paragraphs_as_sections(view, taken)
    else:
        candidates = _between_words(view, candidates, words, taken) if words else []
    return [*worded, *(_opening(view, c, tradition) for c in candidates)]


def _candidates(view: Lines, taken: set[int], quoted: Sequence[tuple[int, int]], *, sections: bool) -> list[_Bare]:
    found = []
    for index, line in enumerate(view.lines):
        begin = line.start + (view.text[line.start] == "[")
        if not view.text[begin : begin + 1].isdecimal() or line.raised or any(a <= begin < b for a, b in quoted):
            continue
        match = _BARE.match(view.text, begin, line.end)
        if (
            match is None
            or len(match["num"]) > _LONGEST_NUMBER
            or match["num"][-1] in "°º"
            or _DAY.fullmatch(match["num"])
        ):
            continue
        after = view.text[match.end() : match.end() + 1]
        if index in taken and not (match["sep"].startswith(".") and after.isdecimal()):
            continue
        doubled = _doubled(view, index, match["num"])
        weight = max(weigh_bare(view, index, match), 1.5 if doubled else 0.0)
        if line.note:
            weight = max(weight, 1.5)
        elif sections and index - 1 not in taken and below_title(view, index, match, taken):
            weight = max(weight, 1.0)
        if weight > 0:
            found.append(_Bare(index, match, weight, doubled))
    return found


def _doubled(view: Lines, index: int, num: str) -> bool:
    """Whether the next line begins with the same number."""
    if index + 1 >= len(view.lines):
        return False
    line, after = view.lines[index], view.lines[index + 1]
    if line.end - line.start > HEADING_LIMIT + 20 or not (line.first and after.first):
        return False
    match = _BARE.match(view.text, after.start, after.end)
    if match is None or clean(match["num"]) != clean(num) or view.text[line.end - 1] in ":;,":
        return False
    return match["num"][-1] not in "°º" and view.text[match.end("num") : match.end("num") + 1] not in ")°º"


def _articles(view: Lines, strong: list[_Bare], words: int, tradition: NumberingRules) -> bool:
    """Numbers are articles, not paragraphs, when enough of them are headings that count up."""
    steps = sum(1 for a, b in pairwise(strong) if 1 <= (article_step(a.number, b.number) or 99) <= 3)
    if words and steps <= 2 * words:
        return False
    if not words and strong and all(_plain(view, c, tradition) for c in strong):
        return True
    return steps >= 2 and steps >= len(strong) * 0.4


def _plain(view: Lines, bare: _Bare, tradition: NumberingRules) -> bool:
    """Whether a number is plainly an article's, even alone.

    It is when it is marked; in acts with sections also before (1) or a heading with a dash, when it is compound, and
    when the text begins with it and a heading.
    """
    line = view.lines[bare.line]
    if line.heading or line.strong or line.note:
        return True
    if tradition.levels != "section":
        return False
    titled = bare.line == 0 and view.text[line.end - 1].isalpha()
    return titled or bare.weight > _STRONG or _COMPOUND.fullmatch(bare.number) is not None


def _missing(view: Lines, found: list[_Bare], taken: set[int], tradition: NumberingRules) -> list[_Bare]:
    """Numbers before a text that fill the gaps between sections whose numbers stand out (`12`, here `13.`, `14`).

    After the last of them they go on where sections have no numbered paragraphs but in brackets.
    """
    numbers = {c.line: c.number for c in found}
    out: list[_Bare] = []
    ends: list[_Bare | None] = [*found]
    if tradition.levels == "section":
        ends.append(None)
    for a, b in pairwise(ends):
        back = b is not None and a is not None and article_step(a.number, b.number) is None  # after the contents
        if a is None or (b is not None and (article_step("0" if back else a.number, b.number) or 0) < 2):
            continue
        number = "0" if back else a.number
        for index in range(a.line + 1, b.line if b is not None else len(view.lines)):
            inside = tradition.levels == "section"  # whose paragraphs have their numbers in brackets
            if article_step(number, numbers.get(index, "")) == 1:
                number = numbers[index]
            match = _numbered(view, index, inside=inside) if index not in numbers and index not in taken else None
            if match is None:
                continue
            new = _Bare(index, match, _STRONG)
            step = article_step(number, new.number)
            rest = article_step(new.number, b.number) if b is not None else None
            if (step == 1 and (b is None or rest)) or (step and rest == 1):
                out.append(new)
                number = new.number
    return out


def _numbered(view: Lines, index: int, *, inside: bool = False) -> re.Match[str] | None:
    """A number with a full stop at the start of a block; with `inside` also before a sentence after a full stop."""
    line = view.lines[index]
    match = _BARE.match(view.text, line.start, line.end)
    if match is None or not match["sep"].startswith("."):
        return None
    begins = view.text[match.end() : match.end() + 1]
    follows = (
        inside and index > 0 and view.text[view.lines[index - 1].end - 1] == "." and (begins.isupper() or begins == "(")
    )
    return match if line.first or follows else None


def _paragraphs_as_sections(view: Lines, taken: set[int]) -> list[_Bare]:
    """In a bill whose sections have neither word nor heading, its numbered paragraphs are they, if they count up.

    They do so twice where its contents are set like the text.
    """
    runs: list[list[_Bare]] = [[]]
    for index in range(len(view.lines)):
        match = _numbered(view, index) if index not in taken else None
        if match is None or not _BEGINS.match(view.text, match.end()):
            continue
        number = clean(match["num"])
        if number == "1" and len(runs[0]) > 1 and len(runs) == 1:
            runs.append([])
        if number == str(len(runs[-1]) + 1):
            runs[-1].append(_Bare(index, match, 1.0))
    return [bare for run in runs for bare in run] if len(runs[-1]) >= 2 else []


_BEGINS = re.compile(r"\(1\)\s|[^\W\d_a-zà-ÿа-яё]")


def _between_words(view: Lines, candidates: list[_Bare], words: list[Opening], taken: set[int]) -> list[_Bare]:
    """Those that fill a gap between articles with a word, and those that are said twice."""
    numbers = [(o.line, clean(o.number)) for o in words]
    fits: list[_Bare] = []
    for candidate in candidates:
        between = candidate.weight >= _STRONG and _between(numbers, candidate.line, candidate.number)
        if candidate.line in taken or not (candidate.doubled or between):
            continue
        if candidate.doubled or not _item(view, numbers, candidate, {f.line for f in fits}):
            fits.append(candidate)
    return fits


def _item(view: Lines, articles: list[tuple[int, str]], candidate: _Bare, taken: set[int]) -> bool:
    """Whether the number goes on with numbered items of the article before it (`5.` / `5a.` in a list)."""
    first = articles[bisect_left(articles, (candidate.line, "")) - 1][0]
    for index in range(candidate.line - 1, max(first, candidate.line - _LOOK_BACK), -1):
        line = view.lines[index]
        match = _BARE.match(view.text, line.start, line.end)
        if match is not None and match["sep"].startswith("."):
            return index not in taken and article_step(clean(match["num"]), candidate.number) == 1
    return False


def _fits(opening: Opening, bare: list[_Bare]) -> bool:
    return _between([(c.line, c.number) for c in bare], opening.line, clean(opening.number))


def _between(numbers: list[tuple[int, str]], line: int, number: str) -> bool:
    """Whether a number lies between those of the lines around it."""
    at = bisect_left(numbers, (line, ""))
    if not 0 < at < len(numbers):
        return False
    before, after = article_step(numbers[at - 1][1], number), article_step(number, numbers[at][1])
    return before is not None and after is not None and 1 <= before <= 4 and 1 <= after <= 8


def _opening(view: Lines, candidate: _Bare, tradition: NumberingRules) -> Opening:
    text, line, match = view.text, view.lines[candidate.line], candidate.match
    rest = past_repeated_number(text, past_stops(text, match.end("num"), line.end), line.end, tradition)
    span = match.span("num")
    new = Opening("article", tradition.bare, 99, candidate.line, span[0], span, match["num"], rest, candidate.weight)
    new.bare = True
    if line.note:
        new.start, new.above = line.note[0][0], line.note[0]
    return new


def past_repeated_number(text: str, rest: int, end: int, tradition: NumberingRules) -> int:
    """Past the word and number where they are said again (`ARTICULO 2º— Artículo 2º: …`, `38.1. 38. 1 pants. …`)."""
    again = tradition.article.match(text, rest, end)
    after = again.end() if again is not None else 0
    if again is None and (number := _LOOSE_NUMBER.match(text, rest, end)) is not None:
        word = tradition.article_word.match(text, number.end(), end)
        after = word.end() if word is not None else 0
    stop = past_stops(text, after, end) if after else 0
    return stop if stop and text[after:stop].strip() else rest
