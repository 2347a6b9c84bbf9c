"""Differences that are none of the law: print, an editor's notes, what a consolidation prints beside the act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from palermo.alignment.compare.model import EDITORS_NOTE, HISTORY_NOTE, Alignment, Pair
from palermo.amending.check.stretches import CheckedStretch
from palermo.amending.check.wording import bare
from palermo.corpus.amendments.working_text.draft import UNITS
from palermo.corpus.data_files import read_data
from palermo.corpus.model.text_model import EDITORS_NOTES, Provision, Span, Version
from palermo.kb.lexicon.change_words import words
from palermo.kb.lexicon.cues import fold

__all__ = ["aside", "history"]

_APPENDIX = "an appendix of the consolidation"
_TITLE = "the act's title"
_HEADING = "where the heading stands"
_JOINED, _SIGNS = "written together or apart", "punctuation or letter case"


def aside(stretch: CheckedStretch, result: Version, official: Version) -> str | None:
    """Why the two texts say the same although words of them differ; None where they do not."""
    pair = stretch.pair
    if any(_folded(p.heading) in _appendices(v.lang) for v, p in _both(pair, result, official)):
        return _APPENDIX
    reasons = {e.divergence.reason if e.divergence else "" for e in stretch.edits if e.real}
    if reasons <= {EDITORS_NOTE, HISTORY_NOTE}:
        return reasons.pop()
    notes = words(official.lang).notes
    was, now = (bare(notes.sub(" ", fold(text))) for text in (stretch.was, stretch.now))
    if "".join(was) == "".join(now):
        return _as_printed(stretch.was, stretch.now)
    titles = {" ".join(bare(v.title)) for v in (result, official) if v.title}
    if {" ".join(was), " ".join(now)} - {""} <= titles:
        return _TITLE
    if pair.left and pair.right and _headed(stretch):
        number = set(bare(pair.left[0].num)) | set(bare(pair.right[0].num))
        if Counter(w for w in was if w not in number) == Counter(w for w in now if w not in number):
            return _HEADING
    return None


def _as_printed(was: str, now: str) -> str:
    if bare(was) == bare(now):
        return _SIGNS
    return _JOINED if "".join(bare(was)) == "".join(bare(now)) else HISTORY_NOTE


def history(alignment: Alignment, official: Version) -> dict[str, list[str]]:
    """The notes on the history of each official section that the result's does not have, by the section's id."""
    found: dict[str, list[str]] = {}
    sections = list(official.root.outermost(UNITS))
    for pair in alignment.pairs:
        if not pair.right or pair.right[0].level not in EDITORS_NOTES:
            continue
        at = pair.right[0].span.start
        home = next((u for u in sections if u.span.start <= at < u.span.end), None)
        if home is not None:
            known = {line for p in pair.left for line in _lines(alignment.left[pair.left_source or 0], p.span)}
            new = [line for p in pair.right for line in _lines(official, p.span) if line not in known]
            found.setdefault(home.id, []).extend(new)
    return found


def _both(pair: Pair, result: Version, official: Version) -> Iterator[tuple[Version, Provision]]:
    yield from ((result, p) for p in pair.left)
    yield from ((official, p) for p in pair.right)


def _headed(stretch: CheckedStretch) -> bool:
    """Whether the stretch reaches into the beginning of the section: its number or its heading."""
    left, right = stretch.pair.left[0], stretch.pair.right[0]
    ends = [s.end for s in (left.num_span, left.heading_span) if s]
    others = [s.end for s in (right.num_span, right.heading_span) if s]
    return stretch.left.start < max(ends, default=0) or stretch.right.start < max(others, default=0)


def _lines(version: Version, span: Span) -> list[str]:
    read = version.reading(span, lines=True).text
    return [line.strip() for line in read.split("\n") if line.strip()]


@cache
def _appendices(lang: str) -> frozenset[str]:
    data = read_data(__package__, "consolidations.yaml")
    return frozenset(map(_folded, data["appendices"].get(lang, ())))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
