"""`palermo.search/1`: what was found."""

from __future__ import annotations

from palermo.corpus.model.refs import ProvisionRef
from palermo.kb.search.results.breadcrumbs import Crumb
from palermo.kb.search.results.explain_score import Reason
from palermo.kb.search.search import Hit, SearchResult
from palermo.report.format import json_parts as common

__all__ = ["hit", "search", "step"]


def search(answer: SearchResult) -> dict[str, object]:
    """The object for an answer; the spans of `highlights` are code points of the snippet."""
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


def hit(found: Hit) -> dict[str, object]:
    """One hit; `why` and `shared` only where they were asked for."""
    fragment = found.fragment
    return {
        "ref": str(ProvisionRef(fragment.ref, found.provision.id or None)),
        "source": common.source(fragment),
        "provision": common.provision(found.provision),
        "place": [step(one) for one in found.place],
        "lang": fragment.lang,
        "jurisdiction": fragment.jurisdiction,
        "in_force": common.interval(fragment.in_force),
        "score": round(found.score, 4),
        "snippet": found.snippet,
        "highlights": [list(span) for span in found.highlights],
        "elements": list(found.elements),
        **({} if found.why is None else {"why": _why(found.why), "weight": round(found.weight, 4)}),
        **({} if found.shared is None else {"shared": {kind: list(names) for kind, names in found.shared.items()}}),
    }


def step(one: Crumb) -> dict[str, object]:
    """A step on the way to a provision; `label` is its number with its word, as printed."""
    p = one.provision
    return {"id": p.id, "level": p.level, "num": p.num, "label": one.label, "heading": p.heading}


def _why(reason: Reason) -> dict[str, object]:
    """The score of what has parts is their sum times the factor."""
    return {
        "for": reason.kind.value,
        "what": reason.said,
        "score": round(reason.score, 4),
        "factor": round(reason.factor, 4),
        "words": list(reason.words),
        "heading": round(reason.heading, 4),
        "parts": [_why(part) for part in reason.parts],
    }
