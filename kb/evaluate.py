"""From a query to the documents that match and their scores, over the postings of any engine."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from kb.index import ELEMENT, AllOf, AnyOf, BestOf, Cited, Fact, Field, Look, NoneOf, Query, Reading, SomeOf

__all__ = ["BESIDE", "CITED", "HEADING", "LIKELIER", "Postings", "evaluate"]

Scores = dict[int, float]

HEADING = 3.0  # what a word in the heading adds to the same word in the text, which holds the heading, too
CITED = 100.0  # above any sum of word scores: the provision that was asked for stands first
BESIDE = 0.1  # what each element beside the one asked for adds
LIKELIER = 20.0  # "§ 5" finds a German § 5 before a Ukrainian стаття 5, "article 5" an article before a section


class Postings(Protocol):
    """An engine's inverted lists. Documents are numbers of its own."""

    def scores(self, reading: Reading, field: Field) -> Scores:
        """The documents with these words in this field, with what they score there (BM25 or the like)."""

    def having(self, name: str, value: str) -> Collection[int]:
        """The documents with a fact."""

    def values(self, name: str) -> Collection[str]:
        """The values that a fact has in any document."""

    def everything(self) -> Collection[int]:
        """All documents."""


def evaluate(query: Query, postings: Postings) -> Scores:
    """The documents that match the query. Scores add up; facts and NOT give none."""
    match query:
        case Look():
            found = _look(query, postings)
        case SomeOf():
            found = _some(query, postings)
        case AllOf():
            found = _all([evaluate(part, postings) for part in query.parts])
        case AnyOf():
            found = _any([evaluate(part, postings) for part in query.parts])
        case BestOf():
            found = _best(query, postings)
        case NoneOf():
            unwanted = evaluate(query.part, postings)
            found = {doc: 0.0 for doc in postings.everything() if doc not in unwanted}
        case Fact(name="element"):
            found = _element(query.value, postings)
        case Fact():
            found = dict.fromkeys(postings.having(query.name, query.value), 0.0)
        case Cited():
            found = _cited(query, postings)
    return found


def _element(code: str, postings: Postings) -> Scores:
    """The documents with an element; where more of the definition stands together, it is more likely the definition."""
    found = dict.fromkeys(postings.having(ELEMENT, code), 1.0)
    for other in postings.values(ELEMENT) if found else ():
        for doc in found.keys() & set(postings.having(ELEMENT, other)):
            found[doc] += BESIDE
    return found


def _look(look: Look, postings: Postings) -> Scores:
    """Of several readings the one that scores best counts: they are the same thing in other words."""
    found: Scores = {}
    for reading in look.readings:
        scores = postings.scores(reading, look.field or Field.TEXT)
        if look.field is None and scores:
            for doc, score in postings.scores(reading, Field.HEADING).items():
                scores[doc] = scores.get(doc, 0.0) + HEADING * score
        for doc, score in scores.items():
            found[doc] = max(found.get(doc, 0.0), score)
    return found


def _some(some: SomeOf, postings: Postings) -> Scores:
    """Each part adds its score; the sum counts by the share of parts that the document has (coordination)."""
    total: Scores = {}
    parts: dict[int, int] = {}
    for part in some.parts:
        for doc, score in evaluate(part, postings).items():
            total[doc] = total.get(doc, 0.0) + score
            parts[doc] = parts.get(doc, 0) + 1
    found = {doc: score * parts[doc] / len(some.parts) for doc, score in total.items() if parts[doc] >= some.least}
    if some.bonus is not None and found:
        for doc, score in evaluate(some.bonus, postings).items():
            if doc in found:
                found[doc] += score
    return found


def _all(parts: list[Scores]) -> Scores:
    parts.sort(key=len)
    first, rest = parts[0], parts[1:]
    return {
        doc: score + sum(part[doc] for part in rest)
        for doc, score in first.items()
        if all(doc in part for part in rest)
    }


def _any(parts: list[Scores]) -> Scores:
    found: Scores = {}
    for part in parts:
        for doc, score in part.items():
            found[doc] = found.get(doc, 0.0) + score
    return found


def _best(best: BestOf, postings: Postings) -> Scores:
    found: Scores = {}
    for part, weight in best.parts:
        for doc, score in evaluate(part, postings).items():
            found[doc] = max(found.get(doc, 0.0), weight * score)
    return found


def _cited(cited: Cited, postings: Postings) -> Scores:
    found = evaluate(cited.mention, postings)
    level = set(postings.having("level", cited.level)) if cited.level else set()
    spoken = {doc for lang in cited.langs for doc in postings.having("lang", lang)}
    for doc in postings.having("cite", cited.cite):
        likelier = LIKELIER * ((doc in level) + (doc in spoken))
        found[doc] = found.get(doc, 0.0) + CITED + likelier
    return found
