"""`palermo.collections/1`, `palermo.collection/1` and `palermo.news/1`: collections and saved searches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypedDict

from palermo.kb.library.collections import Collection, KeptHit
from palermo.kb.search.search import SearchScope
from palermo.library.collections import ItemState, Member, Shelf
from palermo.library.saved_searches import News
from palermo.report.format.json_parts import IntervalJson, ProvisionJson, SourceJson, interval, provision, source
from palermo.report.library.search.as_json import CrumbJson, HitJson, hit, step

__all__ = ["listing", "news", "shelf"]


class CollectionNameJson(TypedDict):
    """A collection with the number of its provisions and its saved search."""

    name: str
    made: str
    items: int
    query: str | None


class CollectionsJson(TypedDict):
    """Result of `palermo collection list`: every collection."""

    schema: Literal["palermo.collections/1"]
    collections: list[CollectionNameJson]


class _ScopeJson(TypedDict):
    elements: list[str]
    across: bool
    jurisdiction: str | None
    lang: str | None
    at: str | None


class QueryJson(_ScopeJson):
    """A saved search with its filters."""

    query: str


class KeptQueryJson(QueryJson):
    """A saved search, since when it is kept (ISO), and how many hits it had then."""

    since: str
    hits: int


class MemberJson(TypedDict):
    """A provision in a collection, as it was `kept` and as its text has it now (`text`; null: not there any more).

    `newer` is a later text that has other words, or lacks the provision.
    """

    ref: str
    added: str
    title: str
    cite: str
    note: str
    sha256: str
    kept: str
    state: ItemState
    newer: str | None
    repealed: bool
    text: str | None
    place: list[CrumbJson]
    provision: ProvisionJson | None
    source: SourceJson | None
    in_force: IntervalJson | None


class CollectionJson(TypedDict):
    """Result of `palermo collection show`: a collection with its saved search and its provisions, in their order."""

    schema: Literal["palermo.collection/1"]
    name: str
    made: str
    search: KeptQueryJson | None
    items: list[MemberJson]


class GoneHitJson(TypedDict):
    """A hit that a saved search has no more; `removed` if its text was taken from the library."""

    ref: str
    title: str
    cite: str
    sha256: str
    removed: bool


class NewsJson(TypedDict):
    """Result of `palermo collection news`: the changes in the hits of a saved search since the day `since`.

    Hits are `added` if their text is new in the library, `changed` if their words are others now, `found` if neither.
    `total` counts all hits of now.
    """

    schema: Literal["palermo.news/1"]
    name: str
    search: QueryJson
    since: str
    total: int
    added: list[HitJson]
    changed: list[HitJson]
    found: list[HitJson]
    gone: list[GoneHitJson]


def listing(held: Sequence[Collection]) -> CollectionsJson:
    """Every collection."""
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


def shelf(of: Shelf) -> CollectionJson:
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


def news(report: News) -> NewsJson:
    """The changes in the hits of a saved search."""
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


def _scope(scope: SearchScope) -> _ScopeJson:
    return {
        "elements": list(scope.elements),
        "across": scope.across,
        "jurisdiction": scope.jurisdiction,
        "lang": scope.lang,
        "at": scope.at,
    }


def _member(member: Member) -> MemberJson:
    item, fragment = member.item, member.fragment
    return {
        "ref": item.ref,
        "added": item.added,
        "title": item.title,
        "cite": item.cite,
        "note": item.note,
        "sha256": item.sha256,
        "kept": item.words,
        "state": member.state,
        "newer": str(member.newer) if member.newer is not None else None,
        "repealed": member.repealed,
        "text": member.words or None,
        "place": [step(one) for one in member.place],
        "provision": provision(member.provision) if member.provision is not None else None,
        "source": source(fragment) if fragment is not None else None,
        "in_force": interval(fragment.in_force) if fragment is not None else None,
    }


def _gone(found: KeptHit, *, removed: bool) -> GoneHitJson:
    return {"ref": found.ref, "title": found.title, "cite": found.cite, "sha256": found.sha256, "removed": removed}
