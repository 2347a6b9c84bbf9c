"""`palermo.search/1`: the provisions that a search found, as a JSON object."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from palermo.corpus.model.refs import ProvisionRef
from palermo.corpus.model.text_model import Span
from palermo.kb.search.results.breadcrumbs import Crumb
from palermo.kb.search.results.explain_score import Reason, ReasonKind
from palermo.kb.search.search import Hit, SearchResult
from palermo.report.format.json_parts import IntervalJson, ProvisionJson, SourceJson, interval, provision, source

__all__ = ["CrumbJson", "HitJson", "hit", "search", "step"]

_For = TypedDict("_For", {"for": ReasonKind})


class CrumbJson(TypedDict):
    """A step on the way to a provision; `label` is its number with its word, as printed."""

    id: str
    level: str
    num: str
    label: str
    heading: str


class ReasonJson(_For):
    """A reason for a score; the score of a reason that has parts is their sum times the factor."""

    what: str
    score: float
    factor: float
    words: list[str]
    heading: float
    parts: list[ReasonJson]


class HitJson(TypedDict):
    """A provision that was found; the spans of `highlights` are code points of the snippet.

    `why` and `weight` are there if they were asked for (`--explain`), `shared` in a search for similar provisions.
    """

    ref: str
    source: SourceJson
    provision: ProvisionJson
    place: list[CrumbJson]
    lang: str
    jurisdiction: str
    in_force: IntervalJson | None
    score: float
    snippet: str
    highlights: list[Span]
    elements: list[str]
    why: NotRequired[ReasonJson]
    weight: NotRequired[float]
    shared: NotRequired[dict[str, list[str]]]


class NoHitsJson(TypedDict):
    """The reasons why nothing was found.

    `absent` are the filters whose value no text has, each with similar values, and citations that lead nowhere;
    `without` counts the hits when a part of the query is left out, `outside` those outside the filters.
    """

    absent: dict[str, list[str]]
    without: dict[str, int]
    outside: int


class SearchJson(TypedDict):
    """Result of `palermo search`: the best hits, and how many there are in all.

    `strict` is the number of hits that have everything asked for. `facets` count all hits by jurisdiction, language,
    instrument, element, year and source. `corrected` are the words of the query that no text has, with those that were
    looked for instead, `unknown` those without any like them, `across` the terms added, by language.
    """

    schema: Literal["palermo.search/1"]
    query: str
    total: int
    strict: int
    offset: int
    hits: list[HitJson]
    facets: dict[str, dict[str, int]]
    corrected: dict[str, str]
    across: dict[str, list[str]]
    unknown: list[str]
    nothing: NoHitsJson | None


def search(answer: SearchResult) -> SearchJson:
    """The whole object."""
    return {
        "schema": "palermo.search/1",
        "query": answer.query,
        "total": answer.total,
        "strict": answer.strict,
        "offset": answer.offset,
        "hits": [hit(found) for found in answer.hits],
        "facets": answer.facets,
        "corrected": dict(answer.corrected),
        "across": {lang: list(terms) for lang, terms in answer.widened.items()},
        "unknown": list(answer.unknown),
        "nothing": None
        if answer.nothing is None
        else {
            "absent": {asked: list(near) for asked, near in answer.nothing.absent.items()},
            "without": dict(answer.nothing.without),
            "outside": answer.nothing.outside,
        },
    }


def hit(found: Hit) -> HitJson:
    """Hit with its source, its place and its score."""
    fragment = found.fragment
    made: HitJson = {
        "ref": str(ProvisionRef(fragment.ref, found.provision.id or None)),
        "source": source(fragment),
        "provision": provision(found.provision),
        "place": [step(one) for one in found.place],
        "lang": fragment.lang,
        "jurisdiction": fragment.jurisdiction,
        "in_force": interval(fragment.in_force),
        "score": round(found.score, 4),
        "snippet": found.snippet,
        "highlights": list(found.highlights),
        "elements": list(found.elements),
    }
    if found.why is not None:
        made["why"], made["weight"] = _why(found.why), round(found.weight, 4)
    if found.shared is not None:
        made["shared"] = {kind: list(names) for kind, names in found.shared.items()}
    return made


def step(one: Crumb) -> CrumbJson:
    """Step on the way to a provision."""
    p = one.provision
    return {"id": p.id, "level": p.level, "num": p.num, "label": one.label, "heading": p.heading}


def _why(reason: Reason) -> ReasonJson:
    return {
        "for": reason.kind,
        "what": reason.said,
        "score": round(reason.score, 4),
        "factor": round(reason.factor, 4),
        "words": list(reason.words),
        "heading": round(reason.heading, 4),
        "parts": [_why(part) for part in reason.parts],
    }
