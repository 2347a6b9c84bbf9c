"""Searches that are kept in collections, and what is new since: the use cases over a library."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from palermo.corpus.errors import UsageError
from palermo.corpus.model.refs import ProvisionRef
from palermo.kb.library.collections import KeptHit, KeptSearch
from palermo.kb.library.library import Library
from palermo.kb.library.progress import Track, silent
from palermo.kb.search.index.contract import Query, ScoredDocument, SearchIndex
from palermo.kb.search.index.keep_current import ask
from palermo.kb.search.search import EVERYWHERE, Hit, SearchScope, fragments_in, hit_of, query_of, terms_for
from palermo.library.collections import Shelf, ensure, scope_of, shelf, today
from palermo.library.mark_elements import annotate

__all__ = ["News", "keep", "news"]

_EVERYTHING = 1 << 30


@dataclass(frozen=True, slots=True)
class News:
    """News of a kept search since `kept.since`: hits in texts that were `added`, under a reference whose
    text is another now (`changed`), in texts that were there (`found`: palermo reads them otherwise now). `gone` is
    what it found then and finds no more; of these, `removed` are in texts that the library has no more.
    """

    name: str
    kept: KeptSearch
    scope: SearchScope
    total: int
    added: tuple[Hit, ...]
    changed: tuple[Hit, ...]
    found: tuple[Hit, ...]
    gone: tuple[KeptHit, ...]
    removed: frozenset[KeptHit]


def keep(name: str, text: str, *, library: Path, scope: SearchScope = EVERYWHERE, track: Track = silent) -> Shelf:
    """Keep a search, in place of the one that the collection has, with what it finds today; the collection is made if
    it is not there. Raises QueryError if `text` is no query.
    """

    def question(library: Library, index: SearchIndex) -> KeptSearch:
        return _Found(library, index, text, scope).kept(text, scope)

    with Library.open(library) as opened:
        kept = ask(opened, question, track, annotate)
        ensure(opened, name)
        opened.collections.keep(name, kept)
        return shelf(opened, name)


def news(name: str, *, library: Path, seen: bool = False, track: Track = silent) -> News:
    """New hits since a collection's search was kept, or since news was last `seen`: with that, what is found now is
    no news the next time. Raises UsageError if it keeps none.
    """
    with Library.open(library) as opened:
        kept = opened.collections.get(name).kept
        if kept is None:
            raise UsageError(
                f"the collection {name!r} keeps no search", expected=f"`palermo collection keep {name} QUERY` first"
            )
        scope = scope_of(kept)

        def question(library: Library, index: SearchIndex) -> tuple[News, KeptSearch]:
            found = _Found(library, index, kept.query, scope)
            return found.news(name, kept, scope), found.kept(kept.query, scope)

        told, now = ask(opened, question, track, annotate)
        if seen:
            opened.collections.keep(name, now)
        return told


class _Found:
    """Everything that a search finds."""

    def __init__(self, library: Library, index: SearchIndex, text: str, scope: SearchScope) -> None:
        self._library = library
        self._fragments = {f.key: f for f in library.fragments()}
        self._query: Query = query_of(text, scope, terms_for(self._fragments.values(), index, scope))
        within = fragments_in(library, self._fragments.values(), scope)
        self._found = index.search(self._query, within, _EVERYTHING).best
        self._citations = cache(library.citations)

    def kept(self, text: str, scope: SearchScope) -> KeptSearch:
        hits = tuple(self._hit(found) for found in self._found)
        texts = frozenset(f.source.sha256 for f in self._fragments.values())
        return KeptSearch(" ".join(text.split()), json.dumps(asdict(scope)), today(), hits, texts)

    def news(self, name: str, kept: KeptSearch, scope: SearchScope) -> News:
        then = {(hit.ref, hit.sha256) for hit in kept.hits}
        refs = {hit.ref for hit in kept.hits}
        fresh = [(hit, found) for found in self._found if _key(hit := self._hit(found)) not in then]
        now = {_key(self._hit(found)) for found in self._found}
        there = {f.source.sha256 for f in self._fragments.values()}
        replaced = {hit.ref for hit, _ in fresh if hit.ref in refs}
        gone = [hit for hit in kept.hits if _key(hit) not in now and hit.ref not in replaced]
        return News(
            name,
            kept,
            scope,
            len(self._found),
            added=self._made(f for hit, f in fresh if hit.ref not in refs and hit.sha256 not in kept.texts),
            changed=self._made(f for hit, f in fresh if hit.ref in refs),
            found=self._made(f for hit, f in fresh if hit.ref not in refs and hit.sha256 in kept.texts),
            gone=tuple(sorted(gone, key=_key)),
            removed=frozenset(hit for hit in gone if hit.sha256 not in there),
        )

    def _hit(self, found: ScoredDocument) -> KeptHit:
        fragment = self._fragments[found.fragment]
        eid, cite = self._citations(found.fragment)[found.unit]
        ref = str(ProvisionRef(fragment.ref, eid or None))
        return KeptHit(ref, fragment.source.sha256, fragment.title or fragment.source.path, cite)

    def _made(self, found: Iterable[ScoredDocument]) -> tuple[Hit, ...]:
        text_of = cache(self._library.text)
        return tuple(hit_of(self._library, self._query, self._fragments[f.fragment], f, text_of) for f in found)


def _key(hit: KeptHit) -> tuple[str, str]:
    return hit.ref, hit.sha256
