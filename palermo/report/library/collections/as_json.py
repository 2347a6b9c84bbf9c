"""`palermo.collections/1`, `palermo.collection/1` and `palermo.news/1`: what people put together, and what is new."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.kb.library.collections import Collection, KeptHit
from palermo.kb.search.search import SearchScope
from palermo.library.collections import Member, Shelf
from palermo.library.saved_searches import News
from palermo.report.format import json_parts as common
from palermo.report.library.search.as_json import hit, step

__all__ = ["listing", "news", "shelf"]


def listing(held: Sequence[Collection]) -> dict[str, object]:
    """The collections, each with the number of its provisions and its search."""
    return {
        "schema": "palermo.collections/1",
        "collections": [
            {
                "name": collection.name,
                "made": collection.made,
                "items": len(collection.items),
                "query": collection.kept.query if collection.kept else None,
            }
            for collection in held
        ],
    }


def shelf(of: Shelf) -> dict[str, object]:
    """The collection with its provisions in order."""
    kept = of.collection.kept
    return {
        "schema": "palermo.collection/1",
        "name": of.collection.name,
        "made": of.collection.made,
        "search": {"query": kept.query, **_scope(of.scope), "since": kept.since, "hits": len(kept.hits)}
        if kept is not None and of.scope is not None
        else None,
        "items": [_member(member) for member in of.members],
    }


def news(report: News) -> dict[str, object]:
    """What is new since `since`; hits are those of `palermo.search/1`."""
    return {
        "schema": "palermo.news/1",
        "name": report.name,
        "search": {"query": report.kept.query, **_scope(report.scope)},
        "since": report.kept.since,
        "total": report.total,
        "added": [hit(found) for found in report.added],
        "changed": [hit(found) for found in report.changed],
        "found": [hit(found) for found in report.found],
        "gone": [_gone(found, removed=found in report.removed) for found in report.gone],
    }


def _scope(scope: SearchScope) -> dict[str, object]:
    return {
        "elements": list(scope.elements),
        "across": scope.across,
        "jurisdiction": scope.jurisdiction,
        "lang": scope.lang,
        "at": scope.at,
    }


def _member(member: Member) -> dict[str, object]:
    """`state` is same, changed or gone; `newer` is a later text with other words, or without the provision."""
    item = member.item
    return {
        "ref": item.ref,
        "added": item.added,
        "title": item.title,
        "cite": item.cite,
        "note": item.note,
        "sha256": item.sha256,
        "kept": item.words,
        "state": member.state.value,
        "newer": str(member.newer) if member.newer is not None else None,
        "repealed": member.repealed,
        "text": member.words or None,
        "place": [step(one) for one in member.place],
        "provision": common.provision(member.provision) if member.provision is not None else None,
        "source": common.source(member.fragment) if member.fragment is not None else None,
        "in_force": common.interval(member.fragment.in_force) if member.fragment is not None else None,
    }


def _gone(found: KeptHit, *, removed: bool) -> dict[str, object]:
    return {"ref": found.ref, "title": found.title, "cite": found.cite, "sha256": found.sha256, "removed": removed}
