"""Provisions that are similar to one: by elements, concepts and words, in its language and in others.

The index finds what shares any of them; how alike two are is then measured as the concordance measures it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import log
from pathlib import Path

from palermo.alignment.concordance import weights
from palermo.alignment.concordance.cosine import Weighed, alike, weigh
from palermo.alignment.concordance.evidence import read_side
from palermo.alignment.concordance.vectors import Vector, measure
from palermo.corpus.citations.find import locate
from palermo.corpus.errors import NotFoundError
from palermo.corpus.model.refs import ProvisionRef
from palermo.corpus.model.text_model import Provision, Version
from palermo.corpus.model.units import unit_of, units
from palermo.kb.library.in_force import find, in_force
from palermo.kb.library.library import Library
from palermo.kb.library.progress import Track, silent
from palermo.kb.search.index.contract import (
    ELEMENT,
    And,
    FieldKind,
    Filter,
    IndexView,
    Or,
    Query,
    ScoredDocument,
    SearchIndex,
    TermQuery,
)
from palermo.kb.search.index.keep_current import ask
from palermo.kb.search.query.other_languages import concepts, look
from palermo.kb.search.search import (
    EVERYWHERE,
    Hit,
    SearchResult,
    SearchScope,
    facet_counts,
    hit_of,
    query_of,
    terms_for,
)
from palermo.kb.thesaurus.thesaurus import content
from palermo.library.mark_elements import annotate

__all__ = ["similar"]

_WORDS = 12  # of the provision, those that few others have: by these, too, others are looked for
_MEASURED = 150  # of what the index finds, the best
_LEAST = 0.1  # likeness below which two share no more than any two articles on the same field
_NAMED = 8  # words that two have in common
_NO_LAW = frozenset({"toc", "act", "doc", "bill"})  # a table of contents names everything; an act's own words nothing


@dataclass(frozen=True, slots=True)
class _Passage:
    """A unit of a text, or what of it is asked about, with the codes of its elements; `found` is its document."""

    version: Version
    provision: Provision
    elements: tuple[str, ...]
    found: ScoredDocument


def similar(  # noqa: PLR0913 - what is asked, where, and how much of the answer
    ref: str,
    text: str = "",
    *,
    library: Path,
    scope: SearchScope = EVERYWHERE,
    limit: int = 20,
    offset: int = 0,
    track: Track = silent,
) -> SearchResult:
    """The articles and sections most like the provision `ref`, of the texts in force (on the day of the scope, else the
    newest), in every language or in the scope's; of those that `text` finds, where it is not blank. The score is the
    likeness, from 0 to 1; `shared` says by what.

    Raises NotFoundError for a provision that is not there, QueryError if `text` is no query.
    """
    wanted = ProvisionRef.parse(ref)
    if wanted.eid is None:
        raise NotFoundError(f"{ref} is a whole text", expected=f"one of its provisions, such as {ref}~art_1")

    def question(library: Library, index: SearchIndex) -> SearchResult:
        return _Search(library, index).answer(wanted, text, scope, limit, offset)

    with Library.open(library) as opened:
        return ask(opened, question, track, annotate)


class _Search:
    def __init__(self, library: Library, index: SearchIndex) -> None:
        self._library = library
        self._index = index
        self._fragments = {f.key: f for f in library.fragments()}
        self._text_of = cache(library.text)

    def answer(self, wanted: ProvisionRef, text: str, scope: SearchScope, limit: int, offset: int) -> SearchResult:
        own, unit = self._own(wanted, scope)
        within = self._within(scope)
        shares = self._shares(own, {self._fragments[key].lang for key in within})
        query: Query = Or(tuple(shares)) if shares else And(())
        terms = terms_for(self._fragments.values(), self._index, scope)
        if text.strip() or scope.elements:
            query = And((query_of(text, scope, terms), query))
        results = self._index.search(query, within, _MEASURED) if shares else None
        passages = [self._passage(found) for found in (results.best if results else ()) if found.weight >= 1]
        others = [p for p in passages if p.provision.level not in _NO_LAW and not _is_same(own, unit, p)]
        ranked = _ranked(own, others)
        hits = [
            self._hit(Or(tuple(shares)), other, score, shared)
            for score, other, shared in ranked[offset : offset + limit]
        ]
        counts = Counter(self._fragments[other.found.fragment] for _, other, _ in ranked)
        elements = Counter(code for _, other, _ in ranked for code in other.elements)
        said = " ".join([f"similar to {ProvisionRef(own.version.ref, own.provision.id)}", *text.split()])
        return SearchResult(
            *(said, len(ranked), tuple(hits), facet_counts(counts, elements), terms.corrected, terms.widened),
            offset=offset,
            unknown=terms.unknown,
            strict=len(ranked),
        )

    def _own(self, wanted: ProvisionRef, scope: SearchScope) -> tuple[_Passage, Provision]:
        """The provision that is asked about, and the unit that it is, or is in."""
        assert wanted.eid is not None
        held = {f.lang for f in self._fragments.values() if f.ref.instrument == wanted.version.instrument}
        fragments = find(self._library, wanted.version, lang=scope.lang if scope.lang in held else None, day=scope.at)
        versions = [(f, self._library.version(f.key)) for f in fragments]
        version, provision = locate([v for _, v in versions], wanted.eid)[0]
        fragment = next(f for f, v in versions if v is version)
        unit = next(u for u in units(version.root) if any(p is provision for _, p in u.provisions))
        everything = self._index.search(Filter("lang", fragment.lang), {fragment.key}, 1 << 30)
        found = next((f for f in everything.best if f.unit == unit.seq), ScoredDocument(fragment.key, unit.seq, 0.0))
        inside = {seq for seq, p in unit.provisions if provision.span.covers(p.span)}
        codes = tuple(dict.fromkeys(mark.code for mark in found.marks if mark.provision in inside))
        return _Passage(version, provision, codes, found), unit.top

    def _shares(self, own: _Passage, langs: Collection[str]) -> list[Query]:
        """What others may share with it: its elements, what names its concepts in these languages, its rarest words."""
        lang, words = own.version.lang, own.version.reading(own.provision.span).text
        shares: list[Query] = [Filter(ELEMENT, code) for code in own.elements]
        for code in concepts(words, lang):
            for other in sorted(langs):
                if terms := look(self._index, code, other, None):
                    shares.append(terms[0])
        size = max(self._index.size(lang), 1)
        keys = Counter(token.lemma for token in content(words, lang) if not token.text.isdigit())
        readings = {key: IndexView(lang, FieldKind.KEY, (key,)) for key in keys}
        worth = {
            key: count * log(size / (1 + self._index.frequency(readings[key], None))) for key, count in keys.items()
        }
        best = sorted(worth, key=lambda key: (-worth[key], key))[:_WORDS]
        return [*shares, *(TermQuery((readings[key],)) for key in best if worth[key] > 0)]

    def _within(self, scope: SearchScope) -> Collection[int]:
        chosen = in_force(self._fragments.values(), self._library.claims(), scope.at)
        return {f.key for f in chosen if scope.lang in (None, f.lang) and scope.jurisdiction in (None, f.jurisdiction)}

    def _passage(self, found: ScoredDocument) -> _Passage:
        fragment = self._fragments[found.fragment]
        top = unit_of(self._library.subtree(found.fragment, found.unit), found.unit).top
        text, marks = self._text_of(found.fragment)
        inside = tuple(
            marks[max(bisect_left(marks, (top.span.start, -1)) - 1, 0) : bisect_left(marks, (top.span.end, -1))]
        )
        version = Version(fragment.ref, fragment.title, fragment.in_force, text, top, fragment.source, marks=inside)
        return _Passage(version, top, tuple(dict.fromkeys(mark.code for mark in found.marks)), found)

    def _hit(self, query: Query, other: _Passage, score: float, shared: Mapping[str, tuple[str, ...]]) -> Hit:
        fragment = self._fragments[other.found.fragment]
        hit = hit_of(self._library, query, fragment, other.found, self._text_of)
        return replace(hit, score=score, shared=shared)


Ranked = tuple[float, _Passage, Mapping[str, tuple[str, ...]]]


def _ranked(own: _Passage, others: Sequence[_Passage]) -> list[Ranked]:
    """Those that are alike, the most alike first, each with what it shares."""
    vectors = dict(enumerate(_vectors([own, *others])))
    inside = weigh(vectors, vectors, weights.INSIDE)[0]
    between = weigh(vectors, vectors, weights.BETWEEN)[0]
    words = _spellings(own)
    ranked: list[Ranked] = []
    for number, other in enumerate(others, 1):
        weighed = inside if other.version.lang == own.version.lang else between
        score = alike(weighed, 0, weighed, number)
        if score >= _LEAST:
            ranked.append((score, other, _shared(weighed, number, own, other, words)))
    return sorted(ranked, key=lambda one: (-one[0], one[1].found.fragment, one[1].found.unit))


def _vectors(passages: Sequence[_Passage]) -> Iterator[Vector]:
    """What each says as a whole; elements as the index has them."""
    alone = [
        replace(p.version, root=Provision("", "doc", "", "", "", p.provision.span, (p.provision,)), unplaced=())
        for p in passages
    ]
    shown = read_side(alone)
    whole = measure(shown, {}).whole
    found: list[Vector] = [{} for _ in passages]
    for index, vector in whole.items():
        mine = found[shown[index].source]
        for feature, x in vector.items():
            if feature[0] != "elements":
                mine[feature] = max(mine.get(feature, 0.0), x)
    for passage, vector in zip(passages, found, strict=True):
        yield vector | {("elements", code): 1.0 for code in passage.elements}


def _shared(
    weighed: Weighed, number: int, own: _Passage, other: _Passage, words: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """What two have in common, by kind, what tells most first."""
    a, b = weighed.vectors[0], weighed.vectors[number]
    both = sorted(a.keys() & b.keys(), key=lambda feature: (-a[feature] * b[feature], feature))
    named = [words.get(word, word) for kind, word in both if kind == "words"]
    return {
        "elements": tuple(code for code in own.elements if code in other.elements),
        "concepts": tuple(code for kind, code in both if kind == "concepts"),
        "words": tuple(dict.fromkeys(named))[:_NAMED],
    }


def _spellings(own: _Passage) -> dict[str, str]:
    """The provision's words by their keys, as they first stand there."""
    spelled: dict[str, str] = {}
    for token in content(own.version.reading(own.provision.span).text, own.version.lang):
        spelled.setdefault(token.lemma, token.text.lower())
    return spelled


def _is_same(own: _Passage, unit: Provision, other: _Passage) -> bool:
    """Whether it is the article or section itself, at whatever date and in whatever language."""
    return own.version.ref.instrument == other.version.ref.instrument and other.provision.id == unit.id
