"""Bring the index of a library up to what the library holds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Protocol, TypeVar

from corpus.errors import LibraryError
from corpus.model import Version
from corpus.refs import VersionRef
from kb.dating import in_force
from kb.documents import documents
from kb.index import Document, Mark, SearchIndex
from kb.library import Fragment, Library

__all__ = ["Annotate", "Track", "open_index", "rebuild", "silent", "unmarked"]

_FOLDER = "index"
_NEVER = "~"  # after every date
Item = TypeVar("Item")
Annotate = Callable[[Sequence[Version]], Sequence[Sequence[Mark]]]
"""The elements in texts that are read together: the marks of each."""


class Track(Protocol):
    """Passes the items on while showing how far it is; `total` None is not known."""

    def __call__(self, items: Iterable[Item], label: str, total: int | None = None) -> Iterator[Item]: ...


def silent(items: Iterable[Item], label: str, total: int | None = None) -> Iterator[Item]:
    """The `Track` that shows nothing."""
    yield from items


def unmarked(versions: Sequence[Version]) -> Sequence[Sequence[Mark]]:
    """The `Annotate` that knows no elements."""
    return [()] * len(versions)


def open_index(library: Library, track: Track = silent, annotate: Annotate = unmarked) -> SearchIndex:
    """The library's index, with exactly what the library holds; a damaged one is built again."""
    from kb.whoosh_index import WhooshIndex

    index = WhooshIndex(library.path / _FOLDER)
    fragments = library.fragments()
    stored = {fragment.key for fragment in fragments}
    try:
        indexed = index.fragments()
    except LibraryError:
        rebuild(library, index, track, annotate)
        return index
    if indexed != stored:
        again = _touched(fragments, indexed)
        # What is added is dropped first: another process may have added it since we looked.
        index.update(_documents(library, again, track, annotate), gone=again | (indexed - stored))
    return index


def rebuild(library: Library, index: SearchIndex, track: Track = silent, annotate: Annotate = unmarked) -> None:
    """Make the index anew from the store."""
    index.rebuild(_documents(library, {fragment.key for fragment in library.fragments()}, track, annotate))


def _touched(fragments: Iterable[Fragment], indexed: Collection[int]) -> set[int]:
    """What is new, and what is read with it: the texts of its instrument that have its date or a later one."""
    since: dict[tuple[object, str], str] = {}
    for fragment in fragments:
        if fragment.key not in indexed:
            since[_text(fragment)] = min(since.get(_text(fragment), _NEVER), fragment.ref.date or "")
    return {f.key for f in fragments if (f.ref.date or "") >= since.get(_text(f), _NEVER)}


def _text(fragment: Fragment) -> tuple[object, str]:
    return fragment.ref.instrument, fragment.lang


def _documents(library: Library, keys: Collection[int], track: Track, annotate: Annotate) -> Iterator[Document]:
    def made() -> Iterator[Document]:
        for _, editions in groupby(library.fragments(), _text):
            of_text = list(editions)
            for ref, fragments in groupby(of_text, lambda fragment: fragment.ref):
                wanted = [fragment for fragment in fragments if fragment.key in keys]
                if wanted:
                    beside = _beside(library, ref, of_text)
                    yield from _of_version(library, wanted, beside, annotate)

    return track(made(), "indexing articles")


def _beside(library: Library, ref: VersionRef, editions: Sequence[Fragment]) -> list[Fragment]:
    """The articles that a version leaves as they were: those of earlier editions, in force when it begins."""
    if ref.date is None or len(editions) == 1:
        return []
    return [f for f in in_force(editions, library.claims(ref.instrument), ref.date) if f.ref != ref]


def _of_version(
    library: Library, fragments: Sequence[Fragment], beside: Sequence[Fragment], annotate: Annotate
) -> Iterator[Document]:
    """The documents of the fragments of one version, which is read with what stands beside it."""
    versions = [library.version(fragment.key) for fragment in (*fragments, *beside)]
    for fragment, version, marks in zip(fragments, versions, annotate(versions), strict=False):
        yield from documents(version, fragment.key, marks)
