"""The smallest change of text found that turns an answer: each is tried, and the text so changed is read again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from palermo.alignment.gaps.gaps import analyse, rules
from palermo.alignment.scope.scope import Scope
from palermo.alignment.statute.cue_hits import CueHit
from palermo.corpus.model.findings import Value
from palermo.corpus.model.text_model import Span, Version
from palermo.corpus.text.replace_words import replace_words
from palermo.kb.frameworks.framework import Framework

__all__ = ["Counterfactual", "find_counterfactual"]

_TRIES = 12  # texts read again for one answer; a code of a megabyte takes a second each


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """Words at spans of the sources (by number) whose deletion makes the answer `becomes`."""

    deleted: tuple[tuple[int, Span], ...]
    becomes: Value


def find_counterfactual(
    code: str, scope: Scope, now: Value, versions: Sequence[Version], framework: Framework
) -> Counterfactual | None:
    """The shortest deletion that turns the answer for a code, `now` in these texts, which were read as `scope`; None
    where none of those tried does.
    """
    if not scope.core or code not in rules(scope):
        return None
    hits = rules(scope)[code]().hits
    for spans in _candidates(hits):
        changed = [_without(v, [span for s, span in spans if s == i]) for i, v in enumerate(versions)]
        then = analyse(changed, framework)[1].finding(code).value
        if then is not now:
            return Counterfactual(spans, then)
    return None


def _candidates(hits: Sequence[CueHit]) -> Iterator[tuple[tuple[int, Span], ...]]:
    """Deletions to try: each hit alone, the shortest first; then all of them; then the clauses that they stand in."""
    alone = sorted({_place(hit, hit.start, hit.end) for hit in hits}, key=lambda p: p[1].end - p[1].start)
    yield from ((place,) for place in alone[: _TRIES - 2])
    if len(alone) > 1:
        yield _disjoint(alone)
    whole = [_place(hit, hit.segment.start, hit.segment.end) for hit in hits]
    if whole:
        yield _disjoint(whole)


def _place(hit: CueHit, start: int, end: int) -> tuple[int, Span]:
    unit = hit.segment.unit
    return unit.source, unit.span(start, end)


def _disjoint(places: Sequence[tuple[int, Span]]) -> tuple[tuple[int, Span], ...]:
    kept: list[tuple[int, Span]] = []
    for source, span in sorted(set(places)):
        if not kept or kept[-1][0] != source or kept[-1][1].end <= span.start:
            kept.append((source, span))
    return tuple(kept)


_JOINT = re.compile(r"\s*,\s*$|\s+$")


def _without(version: Version, spans: Sequence[Span]) -> Version:
    """The version without the words, and without the comma before them that would stand alone."""
    cuts: list[tuple[Span, str]] = []
    for span in spans:
        joint = _JOINT.search(version.text, max(0, span.start - 3), span.start)
        follows = version.text[span.end : span.end + 1] in ",;.:"
        start = joint.start() if joint and follows else span.start
        cuts.append((Span(max(start, cuts[-1][0].end if cuts else 0), span.end), ""))
    return replace_words(version, cuts)
