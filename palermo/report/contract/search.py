"""`palermo.search/1`: what was found."""

from __future__ import annotations

from corpus.refs import ProvisionRef
from kb.search import Answer, Hit
from palermo.report.contract import common

__all__ = ["search"]


def search(answer: Answer) -> dict[str, object]:
    """The object for an answer; the spans of `highlights` are code points of the snippet."""
    return {
        "schema": "palermo.search/1",
        "query": answer.query,
        "total": answer.total,
        "hits": [_hit(hit) for hit in answer.hits],
        "facets": answer.facets,
        "corrected": dict(answer.corrected),
        "across": {lang: list(terms) for lang, terms in answer.widened.items()},
    }


def _hit(hit: Hit) -> dict[str, object]:
    fragment = hit.fragment
    return {
        "ref": str(ProvisionRef(fragment.ref, hit.provision.id or None)),
        "source": common.source(fragment),
        "provision": common.provision(hit.provision),
        "lang": fragment.lang,
        "jurisdiction": fragment.jurisdiction,
        "in_force": common.interval(fragment.in_force),
        "score": round(hit.score, 4),
        "snippet": hit.snippet,
        "highlights": [list(span) for span in hit.highlights],
        "elements": list(hit.elements),
    }
