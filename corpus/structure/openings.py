"""Lines that open an article, a container or an annex, as their words and typography say; the sequence decides later."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.structure.grammar import NUMBER, Tradition, load, traditions
from corpus.structure.markers import at_line_start
from corpus.structure.numbers import article_step, clean, roman
from corpus.structure.view import Line, View

__all__ = ["HEADING_LIMIT", "Opening", "choose", "openings"]

HEADING_LIMIT = 160  # longer headings are text: measured on the mirror, the longest true heading has 158
_LONGEST = 400
_QUOTES = "“„«\"'‘‹”»"
_BARE = re.compile(rf"(?P<num>{NUMBER})(?P<sep>(?:[.:।]|\.\.)?(?:\s|$)|\.?\s?[—–-]|[.:]?(?=\())", re.I)
_LOOSE_NUMBER = re.compile(r"\d[\d.\s]{1,12}")
_ROMAN_HEADING = re.compile(r"([IVXLC]{1,7})(?:\.?$|\s?[.—–-]\s?(?=[^\W\d_]))")
_RUN_IN = re.compile(r"\[?[^\W\d_][^\n]{2,150}?[.:]\s?(?:—|–|--|-)")
_PUNCTUATION = re.compile(r"[\s.:।—–‒―-]*")
_END = re.compile(r"[.;:,!?…»”\"')\]—–।-]\s*$")


_Bare = tuple[int, "re.Match[str]", float, bool]  # line, match, weight, whether the number is said twice


@dataclass(slots=True)
class Opening:
    """A line that may open a unit. Offsets are of the view; `rest` is where the heading or text after the number begins.

    `weight` says how sure the typography is, `quoted` that the number may stand in a quotation, `start` is where the unit
    begins (a heading above the number included); `inline` is inside a line, after other text.
    """

    kind: str
    level: str
    rank: int
    line: int
    start: int
    num: tuple[int, int]
    number: str
    rest: int
    weight: float
    quoted: bool = False
    bare: bool = False
    above: tuple[int, int] | None = None
    inline: bool = False


def choose(view: View, lang: str) -> tuple[Tradition, ...]:
    """The traditions of a text, the likeliest first: its language's, or those whose words for articles it uses most."""
    own = load(lang)
    counts = {t.name: _count(view, t) for t in traditions()}
    special = [t for t in traditions() if t.requires and t.requires.search(view.text[:3000]) and lang in ("en", "und")]
    best = sorted(traditions(), key=lambda t: -counts[t.name])
    first = special or list(own)
    here = max((counts[t.name] for t in first), default=0)
    others = [t for t in best if t not in first and counts[t.name] >= max(5, here * 0.3)]
    chosen = [*first, *others[:1]] if first else others[:2] or best[:1]
    return tuple(chosen)


def _count(view: View, tradition: Tradition) -> int:
    if tradition.requires and not tradition.requires.search(view.text[:3000]):
        return 0
    count = 0
    for line in view.lines:
        if line.end - line.start < 400 and tradition.article.match(view.text, line.start, line.end):
            count += 1
    return count


def openings(view: View, chosen: Sequence[Tradition], quoted: Sequence[tuple[int, int]] = ()) -> list[Opening]:
    """Every line that may open a unit, in order; in `quoted` spans only those with a word."""
    found: list[Opening] = []
    for index, line in enumerate(view.lines):
        if line.end - line.start > _LONGEST and not line.heading:
            opening = _worded(view, index, line, chosen, articles_only=True)
        else:
            opening = _worded(view, index, line, chosen)
        if opening is not None and not _is_remark(view, line, chosen):
            found.append(opening)
    found = _with_bare_ones(view, chosen[0], found, quoted)
    found.sort(key=lambda o: (o.line, o.start))
    return _sections_as_containers(_without_doubles(view, found))


def _is_remark(view: View, line: Line, chosen: Sequence[Tradition]) -> bool:
    return any(t.remark is not None and t.remark.match(view.text, line.start, line.end) for t in chosen)


def _without_doubles(view: View, found: list[Opening]) -> list[Opening]:
    """A number said again in the next line is the same article (`1. Interpretation` / `1.— In this Act`)."""
    out: list[Opening] = []
    for opening in found:
        before = out[-1] if out else None
        again = (
            before is not None
            and before.kind == opening.kind == "article"
            and opening.line == before.line + 1
            and clean(before.number) == clean(opening.number)
        )
        if not again:
            out.append(opening)
    return out


def _sections_as_containers(found: list[Opening]) -> list[Opening]:
    """Sections with Roman numbers that hold articles are containers (`SECTION II` of a convention)."""
    arabic = Counter(o.level for o in found if o.kind == "article" and o.number[:1].isdigit() and not o.quoted)
    upper = [o for o in found if o.kind == "article" and not o.number[:1].isdigit() and roman(o.number) is not None]
    for opening in upper:
        if sum(arabic.values()) - arabic[opening.level] >= len(upper):
            opening.kind, opening.rank = "container", 90
    return found


def _worded(
    view: View, index: int, line: Line, chosen: Sequence[Tradition], *, articles_only: bool = False
) -> Opening | None:
    text = view.text
    if line.described:
        return None
    start, quoted = line.start, False
    while start < line.end and text[start] in _QUOTES + "[ ":
        quoted = quoted or text[start] in _QUOTES
        start += 1
    if text[start : start + 2] in ("- ", "– "):
        start += 2
    for tradition in chosen:
        for kind in ("article",) if articles_only else ("article", "annex", "container"):
            pattern: re.Pattern[str] | None = getattr(tradition, kind)
            match = pattern.match(text, start, line.end) if pattern else None
            if match is None:
                continue
            groups = match.groupdict()
            key = next(k for k, v in groups.items() if v is not None and k[0] in "kK")
            number = groups.get("n" + key[1:]) or groups.get("m" + key[1:]) or ""
            begin = match.start("n" + key[1:]) if groups.get("n" + key[1:]) else -1
            if begin < 0 and groups.get("m" + key[1:]):
                begin = match.start("m" + key[1:])
            if not _sound_number(number, tradition):
                continue
            end = begin + len(number) if begin >= 0 else match.end()
            rest = _PUNCTUATION.match(text, max(match.end(), end), line.end).end()  # type: ignore[union-attr]
            weight = _weight(view, index, line, tradition, kind, match.end(), rest)
            if weight <= 0:
                return None
            if kind == "article":
                level, rank = tradition.article_levels[int(key[1:])], 99
            elif kind == "annex":
                level, rank = tradition.annex_levels[int(key[1:])], 0
            else:
                container = tradition.containers[int(key[1:])]
                level, rank = container.level, container.rank
            span = (begin, end) if begin >= 0 else (match.start(), match.start())
            if kind == "article":
                rest = _past_again(text, rest, line.end, tradition)
            return Opening(
                kind, level, rank, index, match.start(), span, tradition.number(number), rest, weight, quoted
            )
    return _roman(view, index, line)


def _past_again(text: str, rest: int, end: int, tradition: Tradition) -> int:
    """Past the word and number where they are said again (`ARTICULO 2º— Artículo 2º: …`, `38.1. 38. 1 pants. …`)."""
    again = tradition.article.match(text, rest, end)
    after = again.end() if again is not None else 0
    if again is None and (number := _LOOSE_NUMBER.match(text, rest, end)) is not None:
        word = tradition.article_word.match(text, number.end(), end)
        after = word.end() if word is not None else 0
    stop = _PUNCTUATION.match(text, after, end) if after else None
    return stop.end() if stop is not None and stop.group().strip() else rest


def _roman(view: View, index: int, line: Line) -> Opening | None:
    """A Roman number alone, or before a title, in a marked heading (`## II. Protection of victims`)."""
    match = _ROMAN_HEADING.match(view.text, line.start, line.end) if line.heading else None
    if match is None or roman(match[1]) is None:
        return None
    rest = _PUNCTUATION.match(view.text, match.end(1), line.end).end()  # type: ignore[union-attr]
    return Opening("container", "part", 0, index, line.start, match.span(1), match[1], rest, 2.0)


def _sound_number(number: str, tradition: Tradition) -> bool:
    """Roman numbers are printed in capitals; a lower-case letter run is a word."""
    if not number or number[:1].isdigit() or number.lower() in tradition.numbers:
        return True
    if number[:1] in "LRDA" and any(c.isdigit() for c in number):
        return True
    if roman(number) is not None or len(number) == 1:
        return number.isupper()
    return number[:1].isupper() and roman(number[0]) is not None and len(number) <= 10


def _weight(view: View, index: int, line: Line, tradition: Tradition, kind: str, after: int, rest: int) -> float:
    """How far the typography speaks for an opening: 0 is a line that merely begins with a reference."""
    text = view.text
    following = text[rest : rest + 40]
    closed = rest == line.end
    stop = text[after:rest].strip()
    if tradition.referring and tradition.referring.match(following) and not stop.startswith((".", ":", "—", "–", "-")):
        return 0.0
    if text[after : after + 1] in (",", ";", ")", "/"):
        return 0.0
    weight = 1.0
    if line.heading:
        weight += 1.0
    elif line.bold or line.strong:
        weight += 0.5
    lower = following[:1].islower()
    if kind in ("container", "annex"):
        length = line.end - line.start
        if length > HEADING_LIMIT + 20 or (lower and not line.heading and not line.bold):
            return 0.0
        sign = text[line.start] == "§"
        ended = text[line.end - 1] in ";,:" or (text[line.end - 1] == "." and (sign or not stop))
        if ended and not line.heading and not closed:
            return 0.0
        if (
            kind == "annex"
            and not closed
            and not (line.heading or line.bold or stop or text[line.start : after].isupper())
        ):
            return 0.0
    elif lower and not stop and not line.heading:
        return 0.0
    if not line.first and index:
        before = view.lines[index - 1]
        if not _END.search(text[before.start : before.end]) and not before.heading and text[before.end - 1].isalnum():
            short = before.end - before.start < 60 and kind != "article"
            wrapped = before.end - before.start > 40 and not closed
            if wrapped and not short and not line.heading and not (stop and text[rest : rest + 1].isupper()):
                return 0.0
            weight -= 0.3
    return weight


def _with_bare_ones(
    view: View, tradition: Tradition, worded: list[Opening], quoted: Sequence[tuple[int, int]]
) -> list[Opening]:
    """Also the numbers without a word (`3. Heading`, `**3.** (1)`): where the text uses no word for its articles, hardly ever
    one (then those are references), or where a number is said twice."""
    taken = {o.line for o in worded}
    words = sum(1 for o in worded if o.kind == "article")
    candidates: list[_Bare] = []
    text = view.text
    for index, line in enumerate(view.lines):
        begin = line.start + (text[line.start] == "[")
        if not text[begin].isdecimal() or line.raised or any(a <= begin < b for a, b in quoted):
            continue
        match = _BARE.match(text, begin, line.end)
        if (
            match is None
            or len(match["num"]) > 12
            or "°" in match["num"]
            or "º" in match["num"]
            or (index in taken and not _numbered_twice(view, index, match))
        ):
            continue
        doubled = _doubled(view, index, match["num"])
        weight = max(_bare_weight(view, index, line, match), 1.5 if doubled else 0.0)
        if weight > 0:
            candidates.append((index, match, weight, doubled))
    strong = [c for c in candidates if c[2] >= 0.9]
    twice = [c for c in candidates if c[0] in taken]
    if (_steps(strong) > 2 * words or words == 0) and _articles_rather_than_paragraphs(view, strong, words):
        worded = _fitting(worded, strong, {c[0] for c in twice})
        marked = [c for c in strong if view.lines[c[0]].heading]
        if len(marked) >= 0.5 * len(strong):
            candidates = marked
        else:
            candidates = sorted([*candidates, *_missing(view, candidates, taken)], key=lambda c: c[0])
    elif not words and not strong and tradition.levels == "section":
        candidates = _paragraphs_as_sections(view, tradition, worded)
    else:
        numbers = [(o.line, clean(o.number)) for o in worded if o.kind == "article"]
        fits: list[_Bare] = []
        for candidate in candidates:
            index, match, weight, doubled = candidate
            between = weight >= 0.9 and _between(numbers, index, clean(match["num"]))
            if index not in taken and (doubled or (between and not _item(view, numbers, candidate, fits))):
                fits.append(candidate)
        candidates = fits if words else []
    for index, match, weight, _ in candidates:
        line = view.lines[index]
        rest = _PUNCTUATION.match(text, match.end("num"), line.end).end()  # type: ignore[union-attr]
        rest = _past_again(text, rest, line.end, tradition)
        span = match.span("num")
        worded.append(
            Opening("article", tradition.bare, 99, index, span[0], span, match["num"], rest, weight, bare=True)
        )
    return worded


def _missing(view: View, found: list[_Bare], taken: set[int]) -> list[_Bare]:
    """Numbers before a text that fill the gaps between sections whose numbers stand out (`12`, here `13.`, `14`)."""
    numbers = [(c[0], clean(c[1]["num"])) for c in found if c[2] >= 0.9]
    lines = {c[0] for c in found} | taken
    out: list[_Bare] = []
    for (first, before), (last, after) in zip(numbers, numbers[1:], strict=False):
        if (article_step(before, after) or 0) < 2:
            continue
        for index in range(first + 1, last):
            line = view.lines[index]
            match = _BARE.match(view.text, line.start, line.end) if line.first and index not in lines else None
            if match is None or not match["sep"].startswith("."):
                continue
            number = clean(match["num"])
            if article_step(before, number) == 1 and article_step(number, after):
                out.append((index, match, 0.9, False))
                before = number
    return out


def _paragraphs_as_sections(view: View, tradition: Tradition, worded: list[Opening]) -> list[_Bare]:
    """In a bill whose sections have neither word nor heading, its numbered paragraphs are the sections, if they count up."""
    taken = {o.line for o in worded}
    found: list[_Bare] = []
    for index, line in enumerate(view.lines):
        match = _BARE.match(view.text, line.start, line.end) if line.first and index not in taken else None
        if match is None or not match["sep"].startswith(".") or not view.text[match.end() : match.end() + 1].isupper():
            continue
        if clean(match["num"]) == str(len(found) + 1):
            found.append((index, match, 1.0, False))
    return found if len(found) >= 2 else []


def _fitting(worded: list[Opening], bare: list[_Bare], twice: set[int]) -> list[Opening]:
    """Of the openings with a word, in a text whose articles have none, those whose number fits between its neighbours."""
    numbers = [(c[0], clean(c[1]["num"])) for c in bare]
    return [
        o for o in worded if o.kind != "article" or (o.line not in twice and _between(numbers, o.line, clean(o.number)))
    ]


def _item(view: View, articles: list[tuple[int, str]], candidate: _Bare, fits: list[_Bare]) -> bool:
    """Whether the number goes on with numbered items of the article before it (`5.` / `5a.` in a list)."""
    taken = {f[0] for f in fits}
    first = articles[bisect_left(articles, (candidate[0], "")) - 1][0]
    for index in range(candidate[0] - 1, max(first, candidate[0] - 80), -1):
        line = view.lines[index]
        match = _BARE.match(view.text, line.start, line.end)
        if match is not None and match["sep"].startswith("."):
            if index in taken:
                return False
            return article_step(clean(match["num"]), clean(candidate[1]["num"])) == 1
    return False


def _between(numbers: list[tuple[int, str]], line: int, number: str) -> bool:
    at = bisect_left(numbers, (line, ""))
    if not 0 < at < len(numbers):
        return False
    before, after = article_step(numbers[at - 1][1], number), article_step(number, numbers[at][1])
    return before is not None and after is not None and 1 <= before <= 4 and 1 <= after <= 8


def _numbered_twice(view: View, index: int, match: re.Match[str]) -> bool:
    """`38.1. 38. 1 pants`: a number without a word before one with it."""
    return match["sep"].startswith(".") and view.text[match.end()].isdecimal()


def _steps(candidates: list[_Bare]) -> int:
    """How many of the numbers are followed by their next."""
    return sum(
        1
        for (_, a, _, _), (_, b, _, _) in zip(candidates, candidates[1:], strict=False)
        if 1 <= (article_step(clean(a["num"]), clean(b["num"])) or 99) <= 3
    )


def _bare_weight(view: View, index: int, line: Line, match: re.Match[str]) -> float:
    text = view.text
    rest = text[match.end() : line.end].strip()
    if line.heading:
        return 1.8
    if line.bold or line.strong:
        return 1.5
    before = view.lines[index - 1] if index else None
    if before is not None and before.bold and line.first and before.end - before.start <= HEADING_LIMIT and rest:
        return 1.2
    after = view.lines[index + 1] if index + 1 < len(view.lines) else None
    upper = after is not None and (text[after.start].isupper() or at_line_start(text, after.start, after.end))
    alone = line.first and (after is None or after.first or upper)
    if _RUN_IN.match(text, match.end(), min(line.end + 80, len(text))) and rest[:1].isupper():
        return 0.95
    if alone and not rest and after is not None and text[after.start] in "-–—":
        return 0.9
    if not alone or not rest or len(rest) > HEADING_LIMIT or rest[-1] in ";:," or rest[:1].islower():
        return 0.0
    return 0.9 if rest[-1] != "." else 0.5


def _doubled(view: View, index: int, num: str) -> bool:
    """Whether the next line begins with the same number."""
    if index + 1 >= len(view.lines):
        return False
    line, after = view.lines[index], view.lines[index + 1]
    if line.end - line.start > HEADING_LIMIT + 20 or not (line.first and after.first):
        return False
    match = _BARE.match(view.text, after.start, after.end)
    if match is None or clean(match["num"]) != clean(num) or view.text[line.end - 1] in ":;,":
        return False
    return (
        view.text[match.end("num") - 1] not in "°º" and view.text[match.end("num") : match.end("num") + 1] not in ")°º"
    )


def _articles_rather_than_paragraphs(view: View, strong: list[_Bare], words: int) -> bool:
    """Numbers are articles when enough of them are headings that count up."""
    marked = sum(1 for i, *_ in strong if view.lines[i].heading or view.lines[i].strong)
    if words == 0 and strong and marked == len(strong):
        return True
    steps = _steps(strong)
    return steps >= 2 and steps >= len(strong) * 0.4
