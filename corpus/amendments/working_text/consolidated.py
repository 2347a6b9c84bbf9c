"""From a draft to a Version: the same tree over the new text, with identifiers for what is new."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from palermo.corpus.amendments.model import Edit
from palermo.corpus.amendments.working_text.draft import UNITS, WorkingText
from palermo.corpus.amendments.working_text.provision_tree import shifted
from palermo.corpus.model.eids import step
from palermo.corpus.model.text_model import EDITORS_NOTES, Basis, Interval, Provision, Span, Version

__all__ = ["consolidated"]


def consolidated(base: Version, draft: WorkingText, date: str | None) -> Version:
    """The base as amended, in force from `date` (ISO; None: not known)."""
    text = draft.text
    moved = _Moves(draft.edits())
    children = tuple(_children(base.root, _sections(draft), moved, text))
    root = replace(base.root, span=Span(0, len(text)), children=children)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Version(
        ref=replace(base.ref, date=date),
        title=base.title,
        in_force=Interval(date, basis=Basis.BUILT) if date else None,
        text=text,
        root=root,
        source=replace(base.source, sha256=digest, official=False, uri=None),
        unplaced=tuple(s for span in base.unplaced if (s := moved.span(span)) is not None),
        marks=tuple(s for span in base.marks if (s := moved.span(span)) is not None),
    )


class _Moves:
    """Map of the base's offsets into the new text."""

    def __init__(self, edits: list[Edit]) -> None:
        self._edits = edits  # in order, disjoint
        self._starts = [edit.base.start for edit in edits]
        self._ends = [edit.base.end for edit in edits]
        grown = (len(edit.insert) - (edit.base.end - edit.base.start) for edit in edits)
        self._shifts = list(accumulate(grown, initial=0))

    def offset(self, position: int) -> int:
        """The new place of an offset outside of the edits; inside one, where the edit ends."""
        before = bisect_left(self._starts, position)
        if before:
            position = max(position, self._ends[before - 1])
        return position + self._shifts[before]

    def span(self, span: Span) -> Span | None:
        """The new place of a span, None where an edit touches it."""
        first = bisect_right(self._ends, span.start)
        if first < len(self._edits) and self._starts[first] < span.end:
            return None
        start = span.start + self._shifts[first]
        return Span(start, start + span.end - span.start)


def _sections(draft: WorkingText) -> dict[int, list[Provision]]:
    """The sections by their offset in the base: what stands there now, the new sections beside it with it, in order."""
    out: dict[int, list[Provision]] = {}
    at = 0
    for block in draft.blocks:
        here = out.setdefault(block.home, [])
        if block.unit is not None and block.text.strip():
            unit = shifted(block.unit, at)
            here.append(_named(unit, unit.id, unit.cite) if block.changes.edits else unit)
        at += len(block.text)
    return out


def _children(node: Provision, sections: dict[int, list[Provision]], moved: _Moves, text: str) -> Iterator[Provision]:
    for child in node.children:
        if child.level in UNITS and child.span.start in sections:
            yield from sections[child.span.start]
            continue
        below = tuple(_children(child, sections, moved, text))
        start, end = moved.offset(child.span.start), moved.offset(child.span.end)
        spans = [Span(start, max(start, end)), *(c.span for c in below)]
        heading = moved.span(child.heading_span) if child.heading_span else None
        if child.heading_span and heading is None:  # restated
            heading = Span(moved.offset(child.heading_span.start), moved.offset(child.heading_span.end))
        yield replace(
            child,
            span=Span(min(s.start for s in spans), max(s.end for s in spans)),
            heading=child.heading if heading is None else _folded(text[heading.start : heading.end]) or child.heading,
            heading_span=heading,
            num_span=moved.span(child.num_span) if child.num_span else None,
            children=below,
        )


def _folded(text: str) -> str:
    return " ".join(text.split())


def _named(node: Provision, eid: str, cite: str) -> Provision:
    """The provision with the identifiers that follow from its place; units without a number count from 1."""
    eid = eid or step(node.level, _short(node.num))
    cite = cite or node.num
    seen: Counter[str] = Counter()
    children = []
    for child in node.children:
        seen[child.level] += 1
        short = _short(child.num) or str(seen[child.level])
        below = f"{cite}({short})" if child.level not in EDITORS_NOTES else ""
        children.append(_named(child, f"{eid}__{step(child.level, short)}", below))
    return replace(node, id=eid, cite="" if node.level in EDITORS_NOTES else cite, children=tuple(children))


def _short(number: str) -> str:
    return re.sub(r"[\s/_|~]+", "-", number)
