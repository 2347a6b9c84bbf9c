"""Collections of provisions: the use cases over a library."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from hashlib import sha256
from pathlib import Path

from palermo.corpus.citations.find import locate
from palermo.corpus.errors import UsageError
from palermo.corpus.model.reading_text import read_text
from palermo.corpus.model.refs import ProvisionRef, VersionRef
from palermo.corpus.model.text_model import Provision, Span
from palermo.kb.library.collections import Collection, CollectionItem, KeptSearch
from palermo.kb.library.in_force import find
from palermo.kb.library.library import Fragment, Library
from palermo.kb.search.results.breadcrumbs import Crumb, steps
from palermo.kb.search.search import SearchScope
from palermo.texts.library_texts import BODY_ID

__all__ = [
    "ItemState",
    "Member",
    "Shelf",
    "add",
    "annotate",
    "create",
    "delete",
    "ensure",
    "remove",
    "scope_of",
    "shelf",
    "shelves",
    "show",
    "today",
]

_WORDS = 500  # code points of a provision that are kept, to be shown where it is gone


class ItemState(StrEnum):
    """State of a provision since it was put in."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Member:
    """An item of a collection with what the library now has of it; `fragment` None and the rest empty where it is gone.

    `newer` is the newest text of the instrument, where that is another and has other words there, or (`repealed`) no
    such provision at all.
    """

    item: CollectionItem
    state: ItemState
    fragment: Fragment | None = None
    provision: Provision | None = None
    words: str = ""
    place: tuple[Crumb, ...] = ()
    newer: ProvisionRef | None = None
    repealed: bool = False


@dataclass(frozen=True, slots=True)
class Shelf:
    """A collection with its members in order; `scope` is that of its search, where it keeps one."""

    collection: Collection
    members: tuple[Member, ...]
    scope: SearchScope | None


def create(name: str, *, library: Path) -> Shelf:
    """Make an empty collection. Raises UsageError if there is one called so, or nothing can be."""
    with Library.open(library) as opened:
        opened.collections.create(_checked(name), today())
        return shelf(opened, name)


def shelves(library: Path) -> tuple[Collection, ...]:
    """Every collection of the library, by the alphabet."""
    with Library.open(library) as opened:
        return tuple(opened.collections.get(name) for name in opened.collections.names())


def show(name: str, *, library: Path) -> Shelf:
    """The collection, with what became of its provisions. Raises NotFoundError if there is none called so."""
    with Library.open(library) as opened:
        return shelf(opened, name)


def add(name: str, refs: Sequence[str], *, library: Path, note: str = "") -> Shelf:
    """Put provisions into a collection, which is made if it is not there; all or none. One that is there is taken as
    its text is now.

    Raises NotFoundError for a provision that the library does not have.
    """
    with Library.open(library) as opened:
        items = [_item(opened, ProvisionRef.parse(ref), note) for ref in refs]
        ensure(opened, name)
        opened.collections.put(name, items)
        return shelf(opened, name)


def remove(name: str, refs: Sequence[str], *, library: Path) -> Shelf:
    """Take provisions out, all or none: by reference, by a part of it that only one has, or by number."""
    with Library.open(library) as opened:
        collection = opened.collections.get(name)
        opened.collections.remove(name, [_meant(collection, ref) for ref in refs])
        return shelf(opened, name)


def annotate(name: str, ref: str, note: str, *, library: Path) -> Shelf:
    """Put a note in place of a provision's; a blank one takes it away."""
    with Library.open(library) as opened:
        collection = opened.collections.get(name)
        opened.collections.annotate(name, _meant(collection, ref), " ".join(note.split()))
        return shelf(opened, name)


def delete(name: str, *, library: Path) -> None:
    """Drop a collection with its notes and its search; the texts stay in the library."""
    with Library.open(library) as opened:
        opened.collections.delete(name)


class _Reader:
    """Reads provisions of a library, each text once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._text: Callable[[int], tuple[str, Sequence[Span]]] = cache(library.text)

    def provision(self, fragment: Fragment, eid: str | None) -> tuple[int, Provision] | None:
        """The provision and its place in document order."""
        seq = 0 if eid is None else self._library.place_of(fragment.key, eid)
        return None if seq is None else (seq, self._library.subtree(fragment.key, seq))

    def words(self, fragment: Fragment, provision: Provision) -> str:
        """All that a person reads of it."""
        text, marks = self._text(fragment.key)
        return read_text(text, *provision.span, marks).text

    def place(self, fragment: Fragment, seq: int, provision: Provision) -> tuple[Crumb, ...]:
        text, marks = self._text(fragment.key)
        way = (*self._library.above(fragment.key, seq), *([provision] if seq else []))
        return tuple(steps(way, text, marks))


def shelf(library: Library, name: str) -> Shelf:
    """The collection in an open library."""
    collection = library.collections.get(name)
    fragments = library.fragments()
    reader = _Reader(library)
    members = tuple(_member(library, reader, fragments, item) for item in collection.items)
    return Shelf(collection, members, scope_of(collection.kept) if collection.kept else None)


def _member(library: Library, reader: _Reader, fragments: Sequence[Fragment], item: CollectionItem) -> Member:
    ref = ProvisionRef.parse(item.ref)
    held = [(f, p) for f in fragments if f.ref == ref.version if (p := reader.provision(f, ref.eid)) is not None]
    newer, repealed = _newer(library, reader, ref, item, fragments)
    if not held:
        return Member(item, ItemState.GONE, newer=newer, repealed=repealed)
    # Undated texts may share a reference: the one that was put in comes first.
    same = [(f, p) for f, p in held if _hash(reader.words(f, p[1])) == item.sha256]
    fragment, (seq, provision) = (same or held)[0]
    words, place = reader.words(fragment, provision), reader.place(fragment, seq, provision)
    state = ItemState.SAME if same else ItemState.CHANGED
    return Member(item, state, fragment, provision, words, place, newer, repealed)


def _newer(
    library: Library, reader: _Reader, ref: ProvisionRef, item: CollectionItem, fragments: Sequence[Fragment]
) -> tuple[ProvisionRef | None, bool]:
    """The newest text of the instrument in the language, where it is later and says something else there; and whether
    it is that it has no such provision.
    """
    version = ref.version
    if not any(f.ref.instrument == version.instrument and f.ref.lang == version.lang for f in fragments):
        return None, False
    newest = find(library, VersionRef(version.instrument, version.lang), lang=version.lang)
    later = [f for f in newest if f.since is not None and f.since > (version.date or "")]
    for fragment in later:
        found = reader.provision(fragment, ref.eid)
        if found is not None:
            changed = _hash(reader.words(fragment, found[1])) != item.sha256
            return (ProvisionRef(fragment.ref, ref.eid) if changed else None), False
    if not later or any(reader.provision(f, ref.eid) is not None for f in newest):
        return None, False
    return ProvisionRef(max(later, key=lambda f: f.since or "").ref), True


def _item(library: Library, ref: ProvisionRef, note: str) -> CollectionItem:
    reader = _Reader(library)
    fragments = find(library, ref.version)
    for fragment in fragments:
        found = reader.provision(fragment, ref.eid)
        if found is not None:
            words = reader.words(fragment, found[1])
            kept = words if len(words) <= _WORDS else words[:_WORDS].rsplit(" ", 1)[0] + " …"
            title = fragment.title or fragment.source.path
            full = str(ProvisionRef(fragment.ref, ref.eid))
            return CollectionItem(full, today(), title, found[1].cite, _hash(words), kept, " ".join(note.split()))
    assert ref.eid is not None
    version, cited = locate([library.version(f.key) for f in fragments], ref.eid)[0]
    return _item(library, ProvisionRef(version.ref, cited.id), note)


def _meant(collection: Collection, given: str) -> str:
    """The reference of the item that is meant: itself, a number in the list, or what is left out of only one."""
    refs = [item.ref for item in collection.items]
    if given in refs:
        return given
    if given.isdecimal() and 0 < int(given) <= len(refs):
        return refs[int(given) - 1]
    near = [ref for ref in refs if ref.endswith(f"~{given}") or _without_text(ref) == given]
    return near[0] if len(near) == 1 else given  # the store says that it is not in it


def _without_text(ref: str) -> str:
    """The reference without language and date: /akn/kz/act/1997-07-16/167~art_128."""
    parsed = ProvisionRef.parse(ref)
    return str(ProvisionRef(VersionRef(parsed.version.instrument), parsed.eid))


def ensure(library: Library, name: str) -> None:
    """Make the collection if it is not there. Raises UsageError if nothing can be called so."""
    if name not in library.collections.names():
        library.collections.create(_checked(name), today())


def _checked(name: str) -> str:
    if not BODY_ID.fullmatch(name):
        raise UsageError(f"{name!r} cannot be the name of a collection", expected="letters, figures and @ . + - _")
    return name


def scope_of(kept: KeptSearch) -> SearchScope:
    """Where a kept search looks."""
    said = json.loads(kept.scope)
    return SearchScope(**(said | {"elements": tuple(said["elements"])}))


def _hash(words: str) -> str:
    return sha256(words.encode()).hexdigest()


def today() -> str:
    """The ISO date."""
    return date.today().isoformat()
