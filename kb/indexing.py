"""Bring the index of a library up to what the library holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from corpus.errors import LibraryError
from kb.documents import documents
from kb.index import Document, SearchIndex
from kb.library import Library

__all__ = ["Track", "open_index", "rebuild", "silent"]

_FOLDER = "index"
Item = TypeVar("Item")


class Track(Protocol):
    """Passes the items on while showing how far it is; `total` None is not known."""

    def __call__(self, items: Iterable[Item], label: str, total: int | None = None) -> Iterator[Item]: ...


def silent(items: Iterable[Item], label: str, total: int | None = None) -> Iterator[Item]:
    """The `Track` that shows nothing."""
    yield from items


def open_index(library: Library, track: Track = silent) -> SearchIndex:
    """The library's index, with exactly what the library holds; a damaged one is built again."""
    from kb.whoosh_index import WhooshIndex

    index = WhooshIndex(library.path / _FOLDER)
    stored = {fragment.key for fragment in library.fragments()}
    try:
        indexed = index.fragments()
    except LibraryError:
        rebuild(library, index, track)
        return index
    if indexed != stored:
        # What is added is dropped first: another process may have added it since we looked.
        index.update(_documents(library, sorted(stored - indexed), track), gone=stored ^ indexed)
    return index


def rebuild(library: Library, index: SearchIndex, track: Track = silent) -> None:
    """Make the index anew from the store."""
    index.rebuild(_documents(library, [fragment.key for fragment in library.fragments()], track))


def _documents(library: Library, keys: Iterable[int], track: Track) -> Iterator[Document]:
    made = (document for key in keys for document in documents(library.version(key), key))
    return track(made, "indexing articles")
