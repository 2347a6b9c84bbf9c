"""From a query to the documents that match and their scores, over the postings of any engine."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from palermo.kb.search.index.contract import (
    ELEMENT,
    And,
    AtLeast,
    Cited,
    DisMax,
    Field,
    Filter,
    IndexView,
    Not,
    Or,
    Query,
    TermQuery,
    rarity,
)

__all__ = ["BESIDE", "CITED", "HEADING", "LIKELIER", "Docs", "Postings", "Scored", "evaluate", "gather"]

Docs = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float64]

HEADING = 3.0  # what a word in the heading adds to the same word in the text, which holds the heading, too
CITED = 100.0  # above any sum of word scores: the provision that was asked for stands first
BESIDE = 0.1  # what each element beside the one asked for adds
LIKELIER = 20.0  # "§ 5" finds a German § 5 before a Ukrainian стаття 5, "article 5" an article before a section


class Scored(NamedTuple):
    """Documents, ascending and each once, and what each scores."""

    docs: Docs
    scores: Scores


class Postings(Protocol):
    """An engine's inverted lists. Documents are numbers of its own, all below `size`."""

    @property
    def size(self) -> int: ...

    def scores(self, reading: IndexView, field: Field) -> Scored:
        """The documents with these words in this field, with what they score there (BM25 or the like)."""

    def having(self, name: str, value: str) -> Docs:
        """The documents with a fact, ascending."""

    def values(self, name: str) -> Collection[str]:
        """The values that a fact has in any document."""

    def everything(self) -> Docs:
        """All documents that may be found, ascending."""


def evaluate(query: Query, postings: Postings) -> Scored:
    """The documents that match the query. Scores add up; facts and NOT give none."""
    match query:
        case TermQuery():
            found = _look(query, postings)
        case AtLeast():
            found = _some(query, postings)
        case And():
            found = _all([evaluate(part, postings) for part in query.parts], postings.size)
        case Or():
            found = gather(np.add, (evaluate(part, postings) for part in query.parts), postings.size)
        case DisMax():
            weighed = ((evaluate(part, postings), weight) for part, weight in query.parts)
            found = gather(np.maximum, (Scored(p.docs, weight * p.scores) for p, weight in weighed), postings.size)
        case Not():
            unwanted = evaluate(query.part, postings).docs
            everything = postings.everything()
            found = _unscored(everything[~_among(unwanted, everything, postings.size)])
        case Filter(name="element"):
            found = _element(query.value, postings)
        case Filter():
            docs = postings.having(query.name, query.value)
            found = Scored(docs, np.full(len(docs), query.score))
        case Cited():
            found = _cited(query, postings)
    return found


def gather(join: Callable[[Scores, Scores], Scores], parts: Iterable[Scored], size: int) -> Scored:
    """The documents of any of the parts, their scores joined: added up, or the highest."""
    scores = np.zeros(size)
    found = np.zeros(size, dtype=bool)
    for part in parts:
        scores[part.docs] = join(scores[part.docs], part.scores)
        found[part.docs] = True
    docs = np.flatnonzero(found)
    return Scored(docs, scores[docs])


def _unscored(docs: Docs) -> Scored:
    return Scored(docs, np.zeros(len(docs)))


def _among(some: Docs, docs: Docs, size: int) -> npt.NDArray[np.bool_]:
    """For each of the documents whether it is one of some."""
    marked = np.zeros(size, dtype=bool)
    marked[some] = True
    return marked[docs]


def _element(code: str, postings: Postings) -> Scored:
    """The documents with an element; where more of the definition stands together, it is more likely the definition."""
    docs = postings.having(ELEMENT, code)
    scores = np.ones(len(docs))
    for other in postings.values(ELEMENT) if len(docs) else ():
        scores[_among(postings.having(ELEMENT, other), docs, postings.size)] += BESIDE
    return Scored(docs, scores)


def _look(look: TermQuery, postings: Postings) -> Scored:
    """Of several readings the one that scores best counts: they are the same thing in other words."""
    parts = [_read(reading, look.field, postings) for reading in look.readings]
    return parts[0] if len(parts) == 1 else gather(np.maximum, parts, postings.size)


def _read(reading: IndexView, field: Field | None, postings: Postings) -> Scored:
    found = postings.scores(reading, field or Field.TEXT)
    if field is not None or not len(found.docs):
        return found
    heading = postings.scores(reading, Field.HEADING)
    if not len(heading.docs):
        return found
    return gather(np.add, (found, Scored(heading.docs, HEADING * heading.scores)), postings.size)


def _some(some: AtLeast, postings: Postings) -> Scored:
    """Each part adds its score; the sum counts by the share of the parts that the document has, by their rarity
    (coordination).
    """
    parts = [evaluate(part, postings) for part in some.parts]
    held = gather(np.add, (Scored(part.docs, np.ones(len(part.docs))) for part in parts), postings.size)
    number = len(postings.everything())
    weights = [rarity(len(part.docs), number) for part in parts]
    weighed = (Scored(p.docs, np.full(len(p.docs), w)) for p, w in zip(parts, weights, strict=True))
    share = gather(np.add, weighed, postings.size).scores / sum(weights)
    total = gather(np.add, parts, postings.size)
    enough = held.scores >= some.least
    if some.among is not None:
        telling = gather(np.add, (Scored(p.docs, np.ones(len(p.docs))) for p in parts[: some.among]), postings.size)
        asked = np.zeros(postings.size)
        asked[telling.docs] = telling.scores
        enough = asked[total.docs] >= some.least
    docs = total.docs[enough]
    scores = total.scores[enough] * share[enough]
    if some.bonus is not None and len(docs):
        bonus = np.zeros(postings.size)
        more = evaluate(some.bonus, postings)
        bonus[more.docs] = more.scores
        scores += bonus[docs]
    return Scored(docs, scores)


def _all(parts: list[Scored], size: int) -> Scored:
    number = np.zeros(size, dtype=np.int32)
    for part in parts:
        number[part.docs] += 1
    total = gather(np.add, parts, size)
    everywhere = number[total.docs] == len(parts)
    return Scored(total.docs[everywhere], total.scores[everywhere])


def _cited(cited: Cited, postings: Postings) -> Scored:
    docs = postings.having("cite", cited.cite)
    scores = np.full(len(docs), CITED)
    if cited.level:
        scores[_among(postings.having("level", cited.level), docs, postings.size)] += LIKELIER
    for lang in set(cited.langs):
        scores[_among(postings.having("lang", lang), docs, postings.size)] += LIKELIER
    return gather(np.add, (evaluate(cited.mention, postings), Scored(docs, scores)), postings.size)
