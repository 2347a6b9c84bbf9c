"""Why a document was found, and what each part of the query gave to its score, asked of the index itself.

The index is asked for every part of the query as for a query of its own, so that what is told holds for any engine.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from palermo.kb.search.index.contract import (
    ELEMENT,
    And,
    AtLeast,
    Cited,
    DisMax,
    Field,
    Filter,
    Not,
    Or,
    Query,
    SearchIndex,
    TermQuery,
    rarity,
)
from palermo.kb.search.results.describe_query import QueryDescription
from palermo.kb.search.results.highlight import matches

__all__ = ["Doc", "Reason", "ReasonKind", "explain"]

Doc = tuple[int, int]  # the fragment and the unit
_EVERYTHING = 1 << 30
_FORMS = 5  # of a word that are named


class ReasonKind(StrEnum):
    """Kind of a part of a score."""

    WORDS = "words"
    IN_A_ROW = "in a row"
    NEAR = "near each other"
    SHARE = "share"
    SUM = "sum"
    OTHER = "other term"
    ELEMENT = "element"
    CITED = "cited"
    FACT = "fact"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Reason:
    """Contribution of a part of the query, called `said`, to the score of what stands above it.

    Where there are `parts`, `score` is their sum times `factor`: for SHARE the share of the words that are there, each
    by its rarity, of `asked` words; for OTHER what another term for the same counts. `words` are the forms in the text,
    `heading` what of the score is due to their standing in the heading, too.
    """

    kind: ReasonKind
    said: str
    score: float
    factor: float = 1.0
    words: tuple[str, ...] = ()
    heading: float = 0.0
    parts: tuple[Reason, ...] = ()
    asked: int = 0


Reasons = dict[Doc, Reason]
Words = Sequence[tuple[str, str, str]]
"""The words of a document: key, folded spelling, and as they stand there."""


def explain(
    index: SearchIndex,
    query: Query,
    docs: Mapping[Doc, str],
    words_of: Callable[[Doc], Iterable[Words]],
    description: QueryDescription,
) -> Mapping[Doc, Reason]:
    """Why each of `docs`, which are given with their languages, was found by `query`.

    `words_of` gives the passages of a document. The scores are those that the index gives, so that they add up.
    """
    return _Explainer(index, docs, {doc: list(words_of(doc)) for doc in docs}, description).reasons(query)


class _Explainer:
    def __init__(
        self,
        index: SearchIndex,
        docs: Mapping[Doc, str],
        words: Mapping[Doc, Sequence[Words]],
        description: QueryDescription,
    ) -> None:
        self._index = index
        self._docs = docs
        self._within: Collection[int] = frozenset(fragment for fragment, _ in docs)
        self._words = words
        self._description = description

    def reasons(self, query: Query) -> Reasons:
        match query:
            case TermQuery():
                found = self._look(query)
            case AtLeast():
                found = self._some(query)
            case And() | Or():
                found = self._sum(query)
            case DisMax():
                found = self._best(query)
            case Cited():
                found = self._cited(query)
            case Filter() | Not():
                found = self._plain(query)
        return found

    def _scores(self, query: Query) -> dict[Doc, float]:
        results = self._index.search(query, self._within, _EVERYTHING)
        scores = {(found.fragment, found.unit): found.score for found in results.best}
        return {doc: scores[doc] for doc in self._docs if doc in scores}

    def _look(self, look: TermQuery) -> Reasons:
        scores = self._scores(look)
        in_text = self._scores(replace(look, field=Field.TEXT)) if look.field is None and scores else scores
        row = any(len(reading.words) > 1 for reading in look.readings)
        kind = (
            ReasonKind.NEAR
            if any(reading.apart for reading in look.readings)
            else ReasonKind.IN_A_ROW
            if row
            else ReasonKind.WORDS
        )
        said = self._description.of(look)
        return {
            doc: Reason(
                kind,
                said,
                score,
                words=self._forms(doc, look),
                heading=max(score - in_text.get(doc, 0.0), 0.0),
            )
            for doc, score in scores.items()
        }

    def _forms(self, doc: Doc, look: TermQuery) -> tuple[str, ...]:
        """The words of the document that were found, each form once."""
        if look.field is Field.TITLE:
            return ()
        forms: dict[str, str] = {}
        for passage in self._words[doc]:
            keys = [(key, spelled) for key, spelled, _ in passage]
            for first, last in matches(keys, look, self._docs[doc]):
                form = " ".join(text for _, _, text in passage[first : last + 1])
                forms.setdefault(form.casefold(), form)
        return tuple(forms.values())[:_FORMS]

    def _some(self, some: AtLeast) -> Reasons:
        parts = [self.reasons(part) for part in some.parts]
        bonus = self.reasons(some.bonus) if some.bonus is not None else {}
        number = sum(map(self._index.size, self._index.languages()))
        weights = [rarity(self._index.search(part, None, 1).total, number) for part in some.parts]
        found: Reasons = {}
        for doc, score in self._scores(replace(some, bonus=None)).items():
            there = tuple(part[doc] for part in parts if doc in part)
            had = sum(weight for part, weight in zip(parts, weights, strict=True) if doc in part)
            factor = had / sum(weights)
            share = Reason(ReasonKind.SHARE, self._description.of(some), score, factor, parts=there, asked=len(parts))
            whole = share if len(there) < len(parts) or len(parts) > 1 else there[0]
            if doc in bonus:
                whole = Reason(ReasonKind.SUM, share.said, whole.score + bonus[doc].score, parts=(whole, bonus[doc]))
            found[doc] = whole
        return found

    def _sum(self, query: And | Or) -> Reasons:
        parts = [self.reasons(part) for part in query.parts]
        found: Reasons = {}
        for doc, score in self._scores(query).items():
            there = tuple(part[doc] for part in parts if doc in part)
            found[doc] = (
                there[0] if len(there) == 1 else Reason(ReasonKind.SUM, self._description.of(query), score, parts=there)
            )
        return found

    def _best(self, best: DisMax) -> Reasons:
        found: Reasons = {}
        for part, weight in best.parts:
            for doc, reason in self.reasons(part).items():
                score = weight * reason.score
                if doc not in found or score > found[doc].score:
                    other = Reason(ReasonKind.OTHER, self._description.of(best), score, weight, parts=(reason,))
                    found[doc] = reason if part is best.parts[0][0] and weight == 1.0 else other
        return found

    def _cited(self, cited: Cited) -> Reasons:
        mentions = self._look(cited.mention)
        found: Reasons = {}
        for doc, score in self._scores(cited).items():
            mention = mentions.get(doc)
            rest = score - (mention.score if mention else 0.0)
            itself = Reason(ReasonKind.CITED, cited.cite, rest)
            if mention is None or rest <= 0:
                found[doc] = mention if mention is not None and rest <= 0 else itself
            else:
                found[doc] = Reason(ReasonKind.SUM, cited.cite, score, parts=(itself, mention))
        return found

    def _plain(self, query: Filter | Not) -> Reasons:
        kind = (
            ReasonKind.NOT
            if isinstance(query, Not)
            else ReasonKind.ELEMENT
            if query.name == ELEMENT
            else ReasonKind.FACT
        )
        said = query.value if kind is ReasonKind.ELEMENT and isinstance(query, Filter) else self._description.of(query)
        return {doc: Reason(kind, said, score) for doc, score in self._scores(query).items()}
