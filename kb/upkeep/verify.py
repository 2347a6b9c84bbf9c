"""Verifies that a library is as it was left: its texts against their sums and spans, its links, bodies and index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise

from palermo.corpus.errors import NotFoundError, PalermoError
from palermo.corpus.model.text_model import Provision, Span, Version
from palermo.corpus.model.units import claims, units
from palermo.kb.library import records
from palermo.kb.library.file_errors import DamageError
from palermo.kb.library.in_force import find
from palermo.kb.library.library import Fragment, Library
from palermo.kb.library.progress import Track, silent
from palermo.kb.search.index.contract import SearchIndex
from palermo.kb.search.index.keep_current import quiet

__all__ = ["Fault", "faults"]

_RESTORE = "put a backup in the library's place: `palermo restore --replace FILE`"
_ADD_AGAIN = "remove it (`palermo remove`) and add its file again, or restore a backup"
_REINDEX = "`palermo reindex`"
_SHOWN = 5  # texts named in one line


@dataclass(frozen=True, slots=True)
class Fault:
    """`part` is "file", "text", "body", "link" or "index"; `place` says where, `what` is wrong, `remedy` what helps."""

    part: str
    place: str
    what: str
    remedy: str


def faults(library: Library, track: Track = silent) -> Iterator[Fault]:
    """Everything that is wrong, as of one moment. Waits for whoever writes the index."""
    with quiet(library, track) as index, library.snapshot():
        for line in library.faults():
            yield Fault("file", str(library.path), line, _RESTORE)
        try:
            fragments, seals, claimed = library.fragments(), library.seals(), library.claims()
        except PalermoError as error:
            yield Fault("file", str(library.path), error.message, _RESTORE)
            return
        seen: dict[int, set[int]] = {}
        for fragment in track(fragments, "verifying texts", len(fragments)):
            place = f"{fragment.ref} ({fragment.source.path})"
            try:
                version = library.version(fragment.key)
            except PalermoError as error:
                yield Fault("text", place, error.message, _ADD_AGAIN)
                continue
            except LookupError:
                yield Fault("text", place, "it has no provisions", _ADD_AGAIN)
                continue
            seen[fragment.key] = {unit.seq for unit in units(version.root)}
            for line in _of_text(version, seals.get(fragment.key), claimed.get(fragment.key, frozenset())):
                yield Fault("text", place, line, _ADD_AGAIN)
        yield from _of_bodies(library)
        yield from _of_links(library, fragments)
        for line in index.faults():
            yield Fault("index", str(library.path), line, _REINDEX)
        yield from _of_index(library, fragments, seen, index)


def _of_text(version: Version, seal: str | None, claimed: frozenset[str]) -> Iterator[str]:
    if records.seal(version) != seal:
        if sha256(version.text.encode("utf-8", errors="surrogatepass")).hexdigest() == version.source.sha256:
            yield "what is kept of it is not what was put in, though its text is that of its file"
        else:
            yield "its text, or what is kept of it, is not what was put in"
    if claimed != claims(version.root):
        yield "the articles that it is listed with are not those that it has"
    end = len(version.text)
    if version.root.span != Span(0, end):
        yield f"its text has {end} characters, its structure {version.root.span.end}"
    yield from (f"{p.cite or p.id or p.level} does not stand where its parent does" for p in _outside(version.root))
    for spans, name in ((version.marks, "what no person reads"), (version.unplaced, "what has no place")):
        if not _in_order(spans, end):
            yield f"the places of {name} in it cannot be"


def _outside(provision: Provision) -> Iterator[Provision]:
    """The provisions that are not within their parents or overlap those before them, outermost first."""
    at = provision.span.start
    for child in provision.children:
        start, end = child.span
        parts = [part for part in (child.num_span, child.heading_span) if part is not None]
        within = at <= start <= end <= provision.span.end
        if not within or any(not start <= part.start <= part.end <= end for part in parts):
            yield child
        else:
            yield from _outside(child)
        at = max(at, end)


def _in_order(spans: Sequence[Span], end: int) -> bool:
    inside = all(0 <= span.start <= span.end <= end for span in spans)
    return inside and all(one.end <= other.start for one, other in pairwise(spans))


def _of_bodies(library: Library) -> Iterator[Fault]:
    for body in library.bodies():
        for ref in body.refs:
            try:
                find(library, ref)
            except NotFoundError as error:
                yield Fault(
                    "body", body.id, error.message, f"add it, or `palermo body add {body.id} REF...` without it"
                )


def _of_links(library: Library, fragments: Sequence[Fragment]) -> Iterator[Fault]:
    ends = {f.key: (f, len(library.text(f.key)[0])) for f in fragments}
    for amended in library.links.amended():
        fragment, end = ends[amended.amending]
        for link in library.links.of(amended):
            if not 0 <= link.span.start <= link.span.end <= end:
                yield Fault("link", str(fragment.ref), f"instruction {link.order} stands outside its text", _REINDEX)


def _of_index(
    library: Library, fragments: Sequence[Fragment], there: Mapping[int, set[int]], index: SearchIndex
) -> Iterator[Fault]:
    """What the index holds against what the library does; `there` are the units of each sound text."""
    try:
        held = index.holdings()
    except DamageError:
        return  # said by `faults` of the index
    names = {f.key: str(f.ref) for f in fragments}
    stale, _ = library.out_of_date()
    strange = [key for key, own in held.items() if key in there and not (0 in own and own <= there[key])]
    for keys, what in (
        (names.keys() - held.keys(), "not in the index, so that no search finds it"),
        (held.keys() - names.keys(), "in the index, but not in the library any more"),
        (stale & held.keys() & names.keys(), "in the index as it was before something was removed"),
        (strange, "in the index with provisions that it has not"),
    ):
        if keys:
            named = ", ".join(names.get(key, f"text number {key}") for key in sorted(keys)[:_SHOWN])
            more = f" and {len(keys) - _SHOWN} more" if len(keys) > _SHOWN else ""
            yield Fault("index", str(library.path), f"{what}: {named}{more}", _REINDEX)
