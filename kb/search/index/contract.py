"""Contract of a search engine: queries and answers, whichever engine it is.

A document is a unit of a text: an article or section with all that is in it, so that words joined by AND may stand in
different paragraphs of an article. Its words stand under their keys (lemmas) and as spelled. A passage is a stretch of
a provision's own text; no phrase runs across two.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from math import log
from typing import NamedTuple, Protocol

from palermo.corpus.model.text_model import Span

__all__ = [
    "ELEMENT",
    "SOURCE",
    "And",
    "AtLeast",
    "Cited",
    "DisMax",
    "Field",
    "FieldKind",
    "Filter",
    "IndexDocument",
    "IndexView",
    "IndexedMark",
    "IndexedWord",
    "Not",
    "Or",
    "Query",
    "Results",
    "ScoredDocument",
    "SearchIndex",
    "TermQuery",
    "looks",
    "rarity",
    "slips",
]


ELEMENT = "element"  # the fact that a document has a mark with this code
SOURCE = "source"  # the fact of what kind its text's source is, and of its path (`palermo.kb.library.source_kinds`)


_SHORT, _LONG = 4, 7  # letters of a word in which one slip of the pen is put right, and in which two are


class Field(StrEnum):
    """Where words are looked for. TEXT holds the headings, too."""

    TEXT = "text"
    HEADING = "heading"
    TITLE = "title"


class FieldKind(StrEnum):
    """Manner of matching a word: in any form, as spelled, or by how its spelling begins."""

    KEY = "key"
    SPELLED = "spelled"
    PREFIX = "prefix"


class IndexedWord(NamedTuple):
    """A word as it is indexed: its key, and its spelling folded."""

    key: str
    spelled: str


class IndexedMark(NamedTuple):
    """An element of a framework in the provision at this place in document order; `span` are the words."""

    code: str
    provision: int
    span: Span


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """A unit of fragment number `fragment`; `unit` is its place in that text's document order (the root is 0).

    `title` is the text's, and given with the root only. `facts` are the pairs of name and value that it can be filtered
    by: `("level", "article")`, `("cite", "5(2)")`; a document without any is never a hit.
    `weight` scales what its words score. `marks` come back with it; what is to be found by them stands in `facts`, too.
    """

    fragment: int
    unit: int
    lang: str
    title: Sequence[IndexedWord]
    heading: Sequence[IndexedWord]
    passages: Sequence[Sequence[IndexedWord]]
    facts: frozenset[tuple[str, str]]
    weight: float = 1.0
    marks: tuple[IndexedMark, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexView:
    """Typed words of one language: one word, or several that stand next to each other in this order; with
    `apart` (below the number of words between two passages), in any order, the last so many words behind the first.
    """

    lang: str
    kind: FieldKind
    words: tuple[str, ...]
    apart: int = 0


@dataclass(frozen=True, slots=True)
class TermQuery:
    """Any of the readings, in one field; None is the text, and its heading counts more."""

    readings: tuple[IndexView, ...]
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least `least` of the parts, of the first `among` if that is given; the more of all of them, and the rarer ones
    (`rarity`), the better. The bonus adds to the score and is not asked for.
    """

    parts: tuple[Query, ...]
    least: int
    bonus: Query | None = None
    among: int | None = None


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class DisMax:
    """Any of the parts; what counts is the one that scores best, after each was multiplied by its weight."""

    parts: tuple[tuple[Query, float], ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Query


@dataclass(frozen=True, slots=True)
class Filter:
    """Documents with this fact, which score so much; for ELEMENT the higher, the more elements a document has."""

    name: str
    value: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Cited:
    """The provision with this short citation before everything else, then the texts that mention it.

    Of several, one at this level and in one of these languages stands first.
    """

    cite: str
    level: str | None
    langs: tuple[str, ...]
    mention: TermQuery


Query = TermQuery | AtLeast | And | Or | DisMax | Not | Filter | Cited


class ScoredDocument(NamedTuple):
    """A document that matches. `weight` is what its words were multiplied by in the score."""

    fragment: int
    unit: int
    score: float
    marks: tuple[IndexedMark, ...] = ()
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Results:
    """The best, best first (ties in the order of fragments and units); how many there are in each fragment, and with
    each element.
    """

    best: tuple[ScoredDocument, ...]
    counts: Mapping[int, int]
    elements: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


class SearchIndex(Protocol):
    """An index that is derived from a library. Raises DamageError if it is damaged, NotWritableError if it cannot be
    written, LibraryError if another is writing it.
    """

    def fragments(self) -> frozenset[int]:
        """The fragments that it holds."""

    def languages(self) -> frozenset[str]:
        """The languages of its documents."""

    def frequency(self, reading: IndexView, field: Field | None) -> int:
        """The number of documents with the single word of `reading`; for a prefix, whether there is any (0 or 1)."""

    def spellings(self, lang: str, beginning: str) -> list[str]:
        """The words of the texts, as spelled, that begin so."""

    def near(self, lang: str, word: str) -> list[str]:
        """The words of the texts, as spelled, that a slip of the pen makes of `word`: one or two letters are others,
        the first is not. The nearest first, of those the most frequent.
        """

    def size(self, lang: str) -> int:
        """The number of documents in a language."""

    def update(self, documents: Iterable[IndexDocument], gone: Collection[int] = ()) -> None:
        """Add the documents and drop those of the fragments in `gone`, all or nothing."""

    def rebuild(self, documents: Iterable[IndexDocument]) -> None:
        """Start afresh with these documents; searches find the old ones until all the new ones are there."""

    def write_lock(self, timeout: float = 0.0) -> AbstractContextManager[bool]:
        """Keeps all others from writing, if none of them has done so any longer than `timeout` seconds; else it gives
        False. Raises NotWritableError if nobody can write.
        """

    def snapshot(self) -> AbstractContextManager[None]:
        """Reads inside the context see one snapshot, unaffected by concurrent writers."""

    def holdings(self) -> dict[int, set[int]]:
        """The units of each fragment that it has documents of."""

    def faults(self) -> list[str]:
        """Faults: files that are not as they were written, in words."""

    def search(self, query: Query, within: Collection[int] | None, limit: int) -> Results:
        """Documents that match, in the fragments of `within` (None: in all)."""

    def close(self) -> None:
        """Let go of its files."""


def rarity(having: int, number: int) -> float:
    """Weight of a part of a query that so many of a number of documents have.

    It is the square of its inverse document frequency: who asks whether a newspaper may print a photo of the woman is
    answered by what is said of newspapers. Counted alike, what every article has makes up for what was asked.
    """
    return (log(max(number, 1) / (having + 1)) + 1) ** 2


def slips(word: str) -> int:
    """Number of letters of a mistyped word that are taken to be wrong: none of a short one or of a number."""
    if not word.isalpha():
        return 0
    return 0 if len(word) < _SHORT else 1 if len(word) < _LONG else 2


def looks(query: Query) -> Iterator[TermQuery]:
    """The looks whose words a matching text may show: all but those of NoneOf."""
    match query:
        case TermQuery():
            yield query
        case Cited():
            yield query.mention
        case AtLeast() | And() | Or():
            for part in query.parts:
                yield from looks(part)
        case DisMax():
            for part, _ in query.parts:
                yield from looks(part)
        case Not() | Filter():
            return
