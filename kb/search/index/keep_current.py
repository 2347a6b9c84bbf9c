"""Bring the index of a library up to what the library holds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import groupby
from math import inf
from time import monotonic
from typing import TypeVar

from palermo.corpus.errors import LibraryError
from palermo.corpus.model.refs import VersionRef
from palermo.corpus.model.text_model import Version
from palermo.kb.library.file_errors import DamageError, NotWritableError
from palermo.kb.library.in_force import in_force
from palermo.kb.library.library import Fragment, Library
from palermo.kb.library.progress import Track, silent
from palermo.kb.library.stale_files import INDEX, sweep
from palermo.kb.search.index.contract import IndexDocument, IndexedMark, SearchIndex
from palermo.kb.search.index.documents import documents

__all__ = [
    "Annotate",
    "Followed",
    "follow",
    "open_index",
    "quiet",
    "rebuild",
    "state",
    "touched",
    "unmarked",
]

_FOREVER = inf
_BETWEEN = 0.5  # seconds between two looks whether another process is still writing, for the line that says so
_NEVER = "~"  # after every date
Answered = TypeVar("Answered")
Annotate = Callable[[Sequence[Version]], Sequence[Sequence[IndexedMark]]]
"""The elements in texts that are read together: the marks of each."""


def unmarked(versions: Sequence[Version]) -> Sequence[Sequence[IndexedMark]]:
    """The `Annotate` that knows no elements."""
    return [()] * len(versions)


@dataclass(frozen=True, slots=True)
class Followed:
    """The index of what a library holds under this stamp, and how many of its texts are missing in it, or are there as
    they were before; `why` says what keeps it from being brought up to date, None where it is.
    """

    index: SearchIndex
    stamp: str
    behind: int = 0
    why: LibraryError | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    """What has to be done: `make` the documents of these texts, drop those of the texts in `gone`, or start `afresh`.

    `mark` is the library's for what was out of date.
    """

    make: Collection[int]
    gone: Collection[int]
    mark: int
    afresh: bool


def open_index(library: Library, track: Track = silent, annotate: Annotate = unmarked) -> SearchIndex:
    """The library's index, with what the library holds; a damaged one is built again. Waits for others that write it.

    Raises NotWritableError if there is none and none can be made.
    """
    return follow(library, track, annotate).index


def follow(
    library: Library, track: Track = silent, annotate: Annotate = unmarked, timeout: float = _FOREVER
) -> Followed:
    """The library's index, brought up to what the library holds. One that another process has been writing for more
    than `timeout` seconds, or that cannot be written, is taken as it is. Where there is none it is waited for.

    Raises NotWritableError if there is none and none can be made.
    """
    while True:
        stamp = library.stamp
        index = _index(library, stamp)
        plan = _plan(library, index)
        if plan is None:
            return Followed(index, stamp)
        try:
            with _write_lock(index, track, _FOREVER if plan.afresh else timeout) as mine:
                if not mine:
                    why = LibraryError("another process is writing the index", file=str(library.path))
                    return Followed(index, stamp, len(plan.make), why)
                if _bring_up(library, stamp, index, track, annotate):
                    return Followed(index, stamp)
        except NotWritableError as error:
            if plan.afresh:
                raise
            return Followed(index, stamp, len(plan.make), error)
        index.close()


def ask(
    library: Library,
    question: Callable[[Library, SearchIndex], Answered],
    track: Track = silent,
    annotate: Annotate = unmarked,
    say: Callable[[str], object] = lambda line: None,
) -> Answered:
    """The answer to a question to the library and its index, both as of one moment.

    The index is brought up to date first. If that is not possible at once it is asked as it is, which is said. One that
    turns out to be damaged is built again. Raises NotWritableError if there is none and none can be made.
    """
    mended = False
    while True:
        followed = follow(library, track, annotate, timeout=0)
        if followed.why is not None:
            say(f"{followed.behind} of the library's texts cannot be found yet as they are now: {followed.why.message}")
        try:
            with closing(followed.index) as index, index.snapshot(), library.snapshot():
                if library.stamp == followed.stamp:  # else its content has just been replaced
                    return question(library, index)
        except DamageError:
            if mended:
                raise
            rebuild(library, track, annotate)
            mended = True


def rebuild(library: Library, track: Track = silent, annotate: Annotate = unmarked) -> int:
    """Make the index anew from the store, and drop what runs that were broken off have left; returns the number of its
    documents. Searches find the old one until the new one is there.

    Raises NotWritableError if it cannot be written.
    """
    while True:
        stamp = library.stamp
        index = _index(library, stamp)
        with _write_lock(index, track, _FOREVER):
            made = _remake(library, stamp, index, track, annotate)
            if made is not None:
                sweep(library.path, stamp)
                index.close()
                return made


def state(library: Library) -> tuple[int, bool]:
    """Number of texts that are missing in the index, or there as they were before, and whether it is being written.

    Raises DamageError if it is damaged.
    """
    with closing(_index(library, library.stamp)) as index:
        plan = _plan(library, index)
        if plan is not None and plan.afresh:
            index.fragments()  # raises if it is damaged
        busy = False
        with suppress(NotWritableError), index.write_lock() as mine:
            busy = not mine
        return len(plan.make) if plan else 0, busy


@contextmanager
def quiet(library: Library, track: Track = silent) -> Iterator[SearchIndex]:
    """The library's index as it stands, while others are kept from writing it where that is possible."""
    with closing(_index(library, library.stamp)) as index, ExitStack() as held:
        with suppress(NotWritableError):
            held.enter_context(_write_lock(index, track, _FOREVER))
        yield index


def _index(library: Library, stamp: str) -> SearchIndex:
    from palermo.kb.search.index.whoosh_index import WhooshIndex

    return WhooshIndex(library.path / INDEX / stamp)


@contextmanager
def _write_lock(index: SearchIndex, track: Track, timeout: float) -> Iterator[bool]:
    """Keeps others from writing, as soon as none does; False if that takes longer."""
    with ExitStack() as held:
        mine = held.enter_context(index.write_lock())
        if not mine:
            for _ in track(_until(monotonic() + timeout), "waiting for another process that writes the index"):
                mine = held.enter_context(index.write_lock(_BETWEEN))
                if mine:
                    break
        yield mine


def _until(end: float) -> Iterator[None]:
    while monotonic() < end:
        yield


def _bring_up(library: Library, stamp: str, index: SearchIndex, track: Track, annotate: Annotate) -> bool:
    """Do what is left to do now that others are kept from writing. False: the library's content has been replaced."""
    with library.snapshot():
        if library.stamp != stamp:
            return False
        plan = _plan(library, index)
        if plan is None:
            return True
        if not plan.afresh:
            try:
                index.update(_documents(library, plan.make, track, annotate), plan.gone)
            except DamageError:
                plan = replace(plan, afresh=True)
        if plan.afresh:
            index.rebuild(_documents(library, _keys(library), track, annotate))
    if plan.mark:
        library.refresh_index(plan.mark)
    return True


def _remake(library: Library, stamp: str, index: SearchIndex, track: Track, annotate: Annotate) -> int | None:
    """The number of documents; None if the library's content has been replaced meanwhile."""
    made = 0

    def counted(documents: Iterable[IndexDocument]) -> Iterator[IndexDocument]:
        nonlocal made
        for made, document in enumerate(documents, 1):  # noqa: B007 - counted for the caller
            yield document

    with library.snapshot():
        if library.stamp != stamp:
            return None
        _, mark = library.out_of_date()
        index.rebuild(counted(_documents(library, _keys(library), track, annotate)))
    library.refresh_index(mark)
    return made


def _plan(library: Library, index: SearchIndex) -> _Plan | None:
    """None if there is nothing to do."""
    with library.snapshot():
        fragments = library.fragments()
        stale, mark = library.out_of_date()
    stored = {fragment.key for fragment in fragments}
    try:
        indexed = index.fragments()
    except DamageError:
        return _Plan(stored, (), mark, True)
    make = touched(fragments, indexed) | (stale & stored)
    gone = make | (indexed - stored)
    return _Plan(make, gone, mark, not indexed) if gone or mark else None


def _keys(library: Library) -> set[int]:
    return {fragment.key for fragment in library.fragments()}


def touched(fragments: Iterable[Fragment], indexed: Collection[int]) -> set[int]:
    """Those that are not among the `indexed`, and what is read with them: the texts of the same instrument and language
    that have their date or a later one."""
    since: dict[tuple[object, str], str] = {}
    for fragment in fragments:
        if fragment.key not in indexed:
            since[_text(fragment)] = min(since.get(_text(fragment), _NEVER), fragment.ref.date or "")
    return {f.key for f in fragments if (f.ref.date or "") >= since.get(_text(f), _NEVER)}


def _text(fragment: Fragment) -> tuple[object, str]:
    return fragment.ref.instrument, fragment.lang


def _documents(library: Library, keys: Collection[int], track: Track, annotate: Annotate) -> Iterator[IndexDocument]:
    def made() -> Iterator[IndexDocument]:
        for _, editions in groupby(library.fragments(), _text):
            of_text = list(editions)
            claims = library.claims(of_text[0].ref.instrument) if len(of_text) > 1 else {}
            for ref, fragments in groupby(of_text, lambda fragment: fragment.ref):
                wanted = [fragment for fragment in fragments if fragment.key in keys]
                if wanted:
                    beside = _beside(ref, of_text, claims)
                    yield from _of_version(library, wanted, beside, annotate)

    return track(made(), "indexing articles")


def _beside(ref: VersionRef, editions: Sequence[Fragment], claims: Mapping[int, Collection[str]]) -> list[Fragment]:
    """The articles that a version leaves as they were: those of earlier editions, in force when it begins."""
    if ref.date is None or len(editions) == 1:
        return []
    return [f for f in in_force(editions, claims, ref.date) if f.ref != ref]


def _of_version(
    library: Library, fragments: Sequence[Fragment], beside: Sequence[Fragment], annotate: Annotate
) -> Iterator[IndexDocument]:
    """The documents of the fragments of one version, which is read with what stands beside it."""
    versions = [library.version(fragment.key) for fragment in (*fragments, *beside)]
    for fragment, version, marks in zip(fragments, versions, annotate(versions), strict=False):
        yield from documents(version, fragment.key, marks)
