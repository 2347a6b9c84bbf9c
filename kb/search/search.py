"""Search a library: from what was typed to hits that show where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from palermo.corpus.model.text_model import Provision, Span
from palermo.corpus.model.units import unit_of
from palermo.kb.lexicon.lemmatise import analyse
from palermo.kb.library.in_force import in_force
from palermo.kb.library.library import Fragment, Library
from palermo.kb.library.source_kinds import KINDS
from palermo.kb.library.source_kinds import facts as source_facts
from palermo.kb.search.index.contract import And, DisMax, Or, Query, ScoredDocument, SearchIndex
from palermo.kb.search.index.own_text import stretches
from palermo.kb.search.query.element_concepts import codes
from palermo.kb.search.query.interpret import Terms
from palermo.kb.search.query.parse import has_operators, parse
from palermo.kb.search.query.relax import relax
from palermo.kb.search.results.breadcrumbs import Crumb, path, steps
from palermo.kb.search.results.describe_query import QueryDescription
from palermo.kb.search.results.diversify import BLOCK, cites, diversify
from palermo.kb.search.results.explain_score import Doc, Reason, explain
from palermo.kb.search.results.highlight import excerpt
from palermo.kb.search.results.no_hits import Nothing, explain_no_hits

__all__ = [
    "EVERYWHERE",
    "Hit",
    "SearchResult",
    "SearchScope",
    "facet_counts",
    "fragments_in",
    "hit_of",
    "query_of",
    "search",
    "terms_for",
]

_TextOf = Callable[[int], tuple[str, Sequence[Span]]]


@dataclass(frozen=True, slots=True)
class Hit:
    """An article or section, `unit`, with its best `provision`.

    `highlights` are spans of the snippet, `spans` the same words in the text as read. `elements` are the codes of the
    elements that stand in the unit. `place` is the way from the act down to the provision, which is its last step.
    `weight` is what its words were multiplied by, `why` what the score is made of, where that was asked for; `shared`
    what it has in common with the provision that it is similar to: `elements`, `concepts`, `words`.
    """

    fragment: Fragment
    unit: Provision
    provision: Provision
    score: float
    snippet: str
    highlights: tuple[Span, ...]
    spans: tuple[Span, ...]
    elements: tuple[str, ...] = ()
    place: tuple[Crumb, ...] = ()
    weight: float = 1.0
    why: Reason | None = None
    shared: Mapping[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """`total` counts all that was found, `hits` are the best of them without the first `offset`. `facets` count the
    total by what it is from.

    `corrected` are words of the query that no text has, with those that were looked for in their place; `unknown` those
    that no text has nor any like them; `widened` the terms that were looked for, too, by language. `strict` counts what
    has all that was asked for: where it is little, what has a part of it was found, too. `nothing` says why nothing was
    found.
    """

    query: str
    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, dict[str, int]]
    corrected: Mapping[str, str] = field(default_factory=dict)
    widened: Mapping[str, Sequence[str]] = field(default_factory=dict)
    offset: int = 0
    unknown: tuple[str, ...] = ()
    strict: int = 0
    nothing: Nothing | None = None


@dataclass(frozen=True, slots=True)
class SearchScope:
    """Where to look; None is everywhere. `lang` is ISO 639-1, `at` an ISO date on which the text is in force.

    Of `elements`, by code or name (`palermo.kb.search.query.element_concepts`), what is found has each. With `across`
    the words are looked for in the other languages, too, by the terms of the thesaurus.
    """

    lang: str | None = None
    jurisdiction: str | None = None
    at: str | None = None
    elements: tuple[str, ...] = ()
    across: bool = False


EVERYWHERE = SearchScope()
_FEW = 10  # articles with all that was asked for: below that, what has a part of it is found, too


def search(  # noqa: PLR0913 - what is asked, where, and how much of the answer
    library: Library,
    index: SearchIndex,
    text: str,
    scope: SearchScope = EVERYWHERE,
    limit: int = 20,
    *,
    offset: int = 0,
    explained: bool = False,
) -> SearchResult:
    """The units that answer `text`, best first, without the first `offset`; with elements in the scope it may be blank.
    With `explained` each says why it was found.

    Raises QueryError if `text` is no query, UsageError for an unknown element.
    """
    fragments = {f.key: f for f in library.fragments()}
    terms = terms_for(fragments.values(), index, scope)
    query = query_of(text, scope, terms)
    within = fragments_in(library, fragments.values(), scope)
    needed = -(-(offset + limit) // BLOCK) * BLOCK  # whole blocks
    whole = index.search(query, within, _FEW)
    strict = whole.total
    needs = 1 if strict or not terms.strange else 2
    loosely = relax(query, needs)
    if loosely != query and strict < _FEW:
        results = index.search(DisMax(((query, 1.0), (loosely, 1.0))), within, needed + _FEW)
        barely = relax(query, needs, barely=True)
        if results.total < _FEW and barely != loosely:
            loosely = barely
            results = index.search(DisMax(((query, 1.0), (loosely, 1.0))), within, needed + _FEW)
        best = (*diversify(whole.best), *diversify(_others(results.best, whole.best)[:needed]))
    else:
        results = index.search(loosely, within, needed)
        best = tuple(results.best if cites(query) else diversify(results.best))
    query = loosely
    shown = best[offset : offset + limit]
    text_of = cache(library.text)
    hits = [hit_of(library, query, fragments[f.fragment], f, text_of) for f in shown]
    description = QueryDescription(text, terms.corrected)
    if explained:
        hits = _explained(index, query, hits, shown, text_of, description)
    why = None if results.total else explain_no_hits(index, query, within, description, _known(fragments.values()))
    if why is not None and not why.outside and scope.lang is not None:
        # Within a language the words were looked for as words of that language only.
        beyond = replace(scope, lang=None)
        anywhere = query_of(text, beyond, terms_for(fragments.values(), index, beyond))
        why = replace(why, outside=index.search(relax(anywhere, needs), None, 1).total)
    return SearchResult(
        " ".join([*text.split(), *(f"element:{code}" for code in scope.elements)]),
        results.total,
        tuple(hits),
        facet_counts({fragments[key]: n for key, n in results.counts.items()}, results.elements),
        terms.corrected,
        terms.widened,
        offset,
        terms.unknown,
        min(strict, results.total),
        why,
    )


def _others(best: Sequence[ScoredDocument], known: Iterable[ScoredDocument]) -> list[ScoredDocument]:
    """The best but for what is known."""
    there = {(found.fragment, found.unit) for found in known}
    return [found for found in best if (found.fragment, found.unit) not in there]


def terms_for(fragments: Collection[Fragment], index: SearchIndex, scope: SearchScope) -> Terms:
    """Interpreter of words in a scope of a library with these fragments."""
    paths = [f.source.path for f in fragments]
    whose = {f.jurisdiction for f in fragments}
    return Terms(index, scope.lang, across=scope.across, paths=paths, jurisdictions=whose)


def query_of(text: str, scope: SearchScope, terms: Terms) -> Query:
    """Query of the text and the elements of a scope; one of them may be blank."""
    terms.literally = has_operators(text)
    elements = [Or(tuple(terms.element(code) for code in codes(wanted))) for wanted in scope.elements]
    if not elements:
        return parse(text, terms)
    return And((parse(text, terms), *elements) if text.strip() else tuple(elements))


def fragments_in(library: Library, fragments: Collection[Fragment], scope: SearchScope) -> set[int]:
    """The fragments to look in: of those known here, as another process may just have added one to the index."""
    if scope.at is not None:
        fragments = in_force(fragments, library.claims(), scope.at)
    return {
        f.key
        for f in fragments
        if (scope.lang is None or scope.across or f.lang == scope.lang)
        and (scope.jurisdiction is None or f.jurisdiction == scope.jurisdiction)
    }


def hit_of(library: Library, query: Query, fragment: Fragment, found: ScoredDocument, text_of: _TextOf) -> Hit:
    """The hit that a document found by the query is; `text_of` is `Library.text`, or remembers it."""
    unit = unit_of(library.subtree(fragment.key, found.unit), found.unit)
    text, marks = text_of(fragment.key)
    shown = excerpt(query, unit, text, marks, fragment.lang, elements=found.marks)
    elements = tuple(dict.fromkeys(mark.code for mark in found.marks))
    way = (*library.above(fragment.key, found.unit), *path(unit.top, shown.provision))
    place = tuple(steps(way, text, marks))
    return Hit(
        *(fragment, unit.top, shown.provision, found.score, shown.snippet, shown.highlights, shown.spans),
        elements,
        place,
        found.weight,
    )


def _explained(  # noqa: PLR0913, PLR0917 - what the explanation is made of
    index: SearchIndex,
    query: Query,
    hits: Sequence[Hit],
    found: Sequence[ScoredDocument],
    text_of: _TextOf,
    description: QueryDescription,
) -> list[Hit]:
    units = {(f.fragment, f.unit): hit for f, hit in zip(found, hits, strict=True)}

    def words_of(doc: Doc) -> Iterator[list[tuple[str, str, str]]]:
        hit, (text, marks) = units[doc], text_of(doc[0])
        for _, provision in unit_of(hit.unit, doc[1]).provisions:
            for part in stretches(text, marks, provision):
                yield [(word.lemma, word.spelled, word.text) for word in analyse(part.text, hit.fragment.lang)]

    why = explain(index, query, {doc: hit.fragment.lang for doc, hit in units.items()}, words_of, description)
    return [replace(hit, why=why.get(doc)) for doc, hit in units.items()]


def _known(fragments: Iterable[Fragment]) -> dict[str, set[str]]:
    """The values that texts have by which they can be asked for."""
    known: dict[str, set[str]] = {"jurisdiction": set(), "lang": set(), "instrument": set(), "year": set()}
    for fragment in fragments:
        known["jurisdiction"].add(fragment.jurisdiction)
        known["lang"].add(fragment.lang)
        known["instrument"].add(str(fragment.ref.instrument))
        known["year"].update([fragment.since[:4]] if fragment.since else [])
    return known


def facet_counts(counts: Mapping[Fragment, int], elements: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """The facets of what was found, so many in each text and with each element: the largest first, equals by name."""
    facets: dict[str, Counter[str]] = {"jurisdiction": Counter(), "language": Counter(), "instrument": Counter()}
    facets["element"], facets["year"], facets["source"] = Counter(elements), Counter(), Counter()
    for fragment, count in counts.items():
        facets["jurisdiction"][fragment.jurisdiction] += count
        facets["language"][fragment.lang] += count
        facets["instrument"][str(fragment.ref.instrument)] += count
        if fragment.since is not None:
            facets["year"][fragment.since[:4]] += count
        facets["source"].update(dict.fromkeys(source_facts(fragment.source) & set(KINDS), count))
    return {name: dict(sorted(values.items(), key=lambda item: (-item[1], item[0]))) for name, values in facets.items()}
