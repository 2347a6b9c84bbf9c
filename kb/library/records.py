"""Versions as rows of the library, and back, without loss."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from palermo.corpus.model.refs import InstrumentId, VersionRef
from palermo.corpus.model.text_model import Basis, Interval, Provision, Source, Span, Translation, Version

__all__ = [
    "FRAGMENT_COLUMNS",
    "PROVISION_COLUMNS",
    "fragment_row",
    "in_force",
    "provision",
    "provision_rows",
    "reference",
    "seal",
    "source",
    "spans",
    "tree",
    "version",
]

FRAGMENT_COLUMNS = (
    "instrument", "lang", "date", "title", "force_start", "force_end", "force_basis", "path", "sha256", "official",
    "retrieved", "uri", "licence", "translation", "marks", "unplaced", "text",
)  # fmt: skip
PROVISION_COLUMNS = (
    "seq", "parent", "eid", "level", "num", "cite", "heading", "start", "stop", "num_start", "num_stop",
    "heading_start", "heading_stop",
)  # fmt: skip

Row = Sequence[Any]


def fragment_row(v: Version) -> tuple[object, ...]:
    """The values of FRAGMENT_COLUMNS."""
    force = (v.in_force.start, v.in_force.end, v.in_force.basis.value) if v.in_force else (None, None, None)
    s = v.source
    return (
        str(v.ref.instrument), v.ref.lang, v.ref.date, v.title, *force, s.path, s.sha256, s.official, s.retrieved,
        s.uri, s.licence, s.translation.value, json.dumps(v.marks), json.dumps(v.unplaced), v.text,
    )  # fmt: skip


def provision_rows(root: Provision) -> Iterator[tuple[object, ...]]:
    """The values of PROVISION_COLUMNS for every provision, in document order."""
    stack: list[tuple[Provision, int | None]] = [(root, None)]
    seq = 0
    while stack:
        p, parent = stack.pop()
        yield (
            seq, parent, p.id, p.level, p.num, p.cite, p.heading, *p.span,
            *(p.num_span or (None, None)), *(p.heading_span or (None, None)),
        )  # fmt: skip
        stack.extend((child, seq) for child in reversed(p.children))
        seq += 1


def seal(v: Version) -> str:
    """The sha256 of all that is stored of a version: its text, what is known of it, and its provisions."""
    digest = sha256(json.dumps(fragment_row(v), ensure_ascii=True).encode())
    for row in provision_rows(v.root):
        digest.update(repr(row).encode("utf-8", errors="surrogatepass"))
    return digest.hexdigest()


def version(fragment: Row, provisions: Sequence[Row]) -> Version:
    """The version that `fragment_row` and `provision_rows` were made from."""
    marks, unplaced, text = fragment[-3:]
    return Version(
        ref=reference(fragment),
        title=fragment[3],
        in_force=in_force(fragment),
        text=text,
        root=tree(provisions),
        source=source(fragment),
        unplaced=spans(unplaced),
        marks=spans(marks),
    )


def reference(fragment: Row) -> VersionRef:
    return VersionRef(InstrumentId.parse(fragment[0]), fragment[1], fragment[2])


def in_force(fragment: Row) -> Interval | None:
    return Interval(fragment[4], fragment[5], Basis(fragment[6])) if fragment[4] is not None else None


def source(fragment: Row) -> Source:
    path, sha256, official, retrieved, uri, licence, translation = fragment[7:14]
    known = None if official is None else bool(official)
    return Source(path, sha256, known, retrieved, uri, licence, Translation(translation))


def provision(row: Row, children: tuple[Provision, ...] = ()) -> Provision:
    _, _, eid, level, num, cite, heading, start, stop, num_start, num_stop, heading_start, heading_stop = row
    return Provision(
        eid, level, num, cite, heading, Span(start, stop), children, _span(num_start, num_stop),
        _span(heading_start, heading_stop),
    )  # fmt: skip


def tree(rows: Sequence[Row]) -> Provision:
    """The root. A parent stands before its children, so building backwards finds every child ready."""
    children: dict[int | None, list[Provision]] = {}
    for row in reversed(rows):
        below = children.pop(row[0], [])
        children.setdefault(row[1], []).append(provision(row, tuple(reversed(below))))
    return children[None][0]


def spans(text: str) -> tuple[Span, ...]:
    return tuple(map(Span._make, json.loads(text)))


def _span(start: int | None, stop: int | None) -> Span | None:
    return None if start is None or stop is None else Span(start, stop)
