"""Show why a unit was found: its best provision, a snippet of it, and the words that matched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from palermo.corpus.model.reading_text import Mapped, read_text
from palermo.corpus.model.text_model import Provision, Span
from palermo.corpus.model.units import PairUnit
from palermo.kb.lexicon import lemmatise as nlp
from palermo.kb.library.lru import Lru
from palermo.kb.search.index.contract import (
    ELEMENT,
    And,
    AtLeast,
    Cited,
    DisMax,
    Field,
    FieldKind,
    Filter,
    IndexedMark,
    IndexView,
    Not,
    Or,
    Query,
    TermQuery,
    looks,
)
from palermo.kb.search.index.documents import plain_cite
from palermo.kb.search.index.own_text import BREAK, kept_stretches, own_text

__all__ = ["Excerpt", "excerpt", "matches"]

_WIDTH = 320  # code points of a snippet: four lines of a terminal
_LEAD = 80  # of them before the first match
_REMEMBERED = 1_000_000  # code points of text whose words are kept for the next hit: some 50 MB
_ELLIPSIS = "…"
_BETWEEN = " ,;:"  # behind the words of an element: no part of them


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`highlights` are spans of the snippet, `spans` the same words in the text as read."""

    provision: Provision
    snippet: str
    highlights: tuple[Span, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Shown:
    provision: Provision
    own: Mapped
    matches: tuple[tuple[int | str, Span], ...]  # the number of the look or the element's code; the span of own.text


def excerpt(  # noqa: PLR0913 - what is shown, and why it was found
    query: Query, unit: PairUnit, text: str, marks: Sequence[Span], lang: str, *, elements: Sequence[IndexedMark] = ()
) -> Excerpt:
    """The provision of the unit that answers best: the one cited, else the one that shows most of what was asked.

    A word counts the more, the fewer provisions of the unit have it; of equals, the first. `marks` are what a person
    does not read of the text, `elements` those of the unit: the ones that are asked for are highlighted.
    """
    wanted = _sought(query, lang)
    codes = _facts(query, ELEMENT)
    asked = [mark for mark in elements if mark.code in codes]
    shown = [
        _show(p, parts, wanted, lang, [mark for mark in asked if mark.provision == seq])
        for seq, p in unit.provisions
        if (parts := kept_stretches(text, marks, p))
    ]
    if not shown:
        return Excerpt(unit.top, "", (), ())
    cited = _facts(query, "cite")
    levels = _facts(query, "level")
    choice = [s for s in shown if plain_cite(s.provision.cite) in cited]
    if choice:
        return _cited(choice[0].provision, text, marks)
    choice = [s for s in shown if s.provision.level.casefold() in levels] or shown
    best = max(choice, key=_value(shown))
    return _cut(best.provision, best.own, [span for _, span in best.matches])


def _show(
    provision: Provision, parts: Sequence[Mapped], wanted: _Sought, lang: str, elements: Sequence[IndexedMark]
) -> _Shown:
    found: list[tuple[int | str, Span]] = []
    start = 0
    for part in parts:
        passage = _read(part.text, lang)
        for number, first, last in wanted.places(passage):
            found.append((number, Span(start + passage.tokens[first].start, start + passage.tokens[last].end)))
        start += len(part.text) + len(BREAK)
    own = own_text(parts)
    for mark in elements:
        first, last = max(own.locate(mark.span.start), 0), max(own.locate(mark.span.end - 1), 0) + 1
        words = own.text[first:last].rstrip(_BETWEEN)
        found.append((mark.code, Span(first, first + len(words))))
    return _Shown(provision, own, tuple(found))


def matches(words: Sequence[tuple[str, str]], look: TermQuery, lang: str) -> Iterator[tuple[int, int]]:
    """The first and the last of `words` (keys and spellings) of each place where a reading of the look stands."""
    passage = _Passage([nlp.Token("", 0, 0, key, spelled) for key, spelled in words])
    for _, first, last in _Sought([look], lang).places(passage):
        yield first, last


class _Passage:
    """The words of a stretch, and where each of them stands."""

    def __init__(self, tokens: Sequence[nlp.Token]) -> None:
        self.tokens = tokens
        self.keys: dict[str, list[int]] = {}
        self.spellings: dict[str, list[int]] = {}
        for at, token in enumerate(tokens):
            self.keys.setdefault(token.lemma, []).append(at)
            self.spellings.setdefault(token.spelled, []).append(at)

    def stands(self, reading: IndexView, n: int, position: int) -> bool:
        """True if the n-th word of the reading is at this place."""
        if position >= len(self.tokens):
            return False
        if reading.kind is FieldKind.KEY:
            return self.tokens[position].lemma == reading.words[n]
        spelled = self.tokens[position].spelled
        return (
            spelled == reading.words[n] if reading.kind is FieldKind.SPELLED else spelled.startswith(reading.words[n])
        )


class _Sought:
    """The readings of looks in one language, by the word that they begin with."""

    def __init__(self, wanted: Iterable[TermQuery], lang: str) -> None:
        self._lang = lang
        self._by: dict[FieldKind, dict[str, list[tuple[int, IndexView]]]] = {kind: {} for kind in FieldKind}
        for number, look in enumerate(wanted):
            for reading in look.readings:
                if reading.lang == lang:
                    self._by[reading.kind].setdefault(reading.words[0], []).append((number, reading))

    def places(self, passage: _Passage) -> Iterator[tuple[int, int, int]]:
        """The number of the look, and the first and last word, of each place where a reading of it stands."""
        for standing, readings in self._begun(passage):
            for number, reading in readings:
                if reading.apart:
                    yield from ((number, at, at) for at in sorted(_apart(passage, reading)))
                    continue
                long = len(reading.words)
                for first in standing:
                    if not self._hidden(reading, passage.tokens[first]) and all(
                        passage.stands(reading, n, first + n) for n in range(1, long)
                    ):
                        yield number, first, first + long - 1

    def _begun(self, passage: _Passage) -> Iterator[tuple[list[int], list[tuple[int, IndexView]]]]:
        for kind, standing in ((FieldKind.KEY, passage.keys), (FieldKind.SPELLED, passage.spellings)):
            by = self._by[kind]
            for word in by.keys() & standing.keys() if by else ():
                yield standing[word], by[word]
        for beginning, readings in self._by[FieldKind.PREFIX].items():
            for word, at in passage.spellings.items():
                if word.startswith(beginning):
                    yield at, readings

    def _hidden(self, reading: IndexView, token: nlp.Token) -> bool:
        """The forms of a verb like être would be marked all over the text for the noun in êtres humains."""
        if reading.kind is not FieldKind.KEY or len(reading.words) > 1 or token.spelled == reading.words[0]:
            return False
        return token.spelled in nlp.common_words(self._lang)


def _apart(passage: _Passage, reading: IndexView) -> set[int]:
    """Where the words of a reading stand that may be apart, in stretches that have them all."""
    words = range(len(reading.words))
    held = [{at for at in range(len(passage.tokens)) if passage.stands(reading, n, at)} for n in words]
    needed = Counter(reading.words)
    found: set[int] = set()
    for start in set().union(*held):
        stretch = range(start, start + reading.apart + 1)
        inside = [at & set(stretch) for at in held]
        if all(len(inside[n]) >= needed[word] for n, word in enumerate(reading.words)):
            found.update(*inside)
    return found


@lru_cache(32)
def _sought(query: Query, lang: str) -> _Sought:
    return _Sought([look for look in looks(query) if look.field is not Field.TITLE], lang)


_passages = Lru(_REMEMBERED)


def _read(text: str, lang: str) -> _Passage:
    """The words of a stretch. Those of the same act under other dates are mostly the same."""
    return _passages.get((text, lang), lambda: _Passage(nlp.analyse(text, lang)), lambda _: len(text))


def _value(shown: Sequence[_Shown]) -> Callable[[_Shown], float]:
    holders: dict[int | str, int] = {}
    for s in shown:
        for number in {number for number, _ in s.matches}:
            holders[number] = holders.get(number, 0) + 1
    worth = {number: log(1 + len(shown) / count) for number, count in holders.items()}
    return lambda s: sum(worth[number] for number in {n for n, _ in s.matches})


def _cited(provision: Provision, text: str, marks: Sequence[Span]) -> Excerpt:
    """How the provision begins, with all that is under it; its number is what matched."""
    whole = read_text(text, *provision.span, marks)
    number: list[Span] = []
    if provision.num_span is not None:
        start, end = provision.num_span
        first, last = whole.locate(start), whole.locate(end - 1)
        if 0 <= first <= last and whole.offsets[first] == start:
            number.append(Span(first, last + 1))
    return _cut(provision, whole, number)


def _facts(query: Query, name: str) -> set[str]:
    """The values of a fact that is asked for; of citations, too."""
    match query:
        case Filter():
            return {query.value} if query.name == name else set()
        case Cited():
            return {query.cite} if name == "cite" else set()
        case AtLeast() | And() | Or():
            return set().union(*(_facts(part, name) for part in query.parts))
        case Not() | TermQuery() | DisMax():
            return set()


def _cut(provision: Provision, words: Mapped, highlights: Sequence[Span]) -> Excerpt:
    """The words around the highlights, cut between two of them."""
    merged = _merge(highlights)
    start, end = _window(words.text, merged)
    lead = f"{_ELLIPSIS} " if start else ""
    tail = f" {_ELLIPSIS}" if end < len(words.text) else ""
    inside = [span for span in merged if start <= span.start and span.end <= end]
    return Excerpt(
        provision,
        lead + words.text[start:end] + tail,
        tuple(Span(s - start + len(lead), e - start + len(lead)) for s, e in inside),
        tuple(Span(*words.source(s, e)) for s, e in inside),
    )


def _merge(spans: Sequence[Span]) -> list[Span]:
    """In order; of those that overlap, one that covers them."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _window(text: str, matches: Sequence[Span]) -> tuple[int, int]:
    """Where the snippet begins and ends: where most of the matches are, with some words before them."""
    if len(text) <= _WIDTH:
        return 0, len(text)
    start = 0
    if matches:
        reach = _WIDTH - _LEAD
        first = max(
            matches, key=lambda m: (sum(m.start <= o.start and o.end <= m.start + reach for o in matches), -m.start)
        )
        start = max(first.start - _LEAD, 0)
    start = text.find(" ", start) + 1 if start else 0
    if len(text) - start <= _WIDTH:
        return start, len(text)
    end = text.rfind(" ", start, start + _WIDTH)
    return start, end if end > start else start + _WIDTH
