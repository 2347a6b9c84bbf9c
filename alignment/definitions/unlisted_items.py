"""Extras: items of a definition's lists that no element of the framework answers to.

An item counts when the items on both sides of it (before it alone, for the last) are elements of one group, so that it
stands in the list of acts, of means or of purposes, and when something is left of it without function words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from palermo.alignment.scope.scope import Scope
from palermo.alignment.statute.cue_hits import CueHit, penalty_tail
from palermo.alignment.statute.segments import Segment, SegmentRole
from palermo.kb.lexicon import lemmatise as nlp
from palermo.kb.lexicon.cues import Cues

__all__ = ["GROUPS", "UnlistedItem", "item_similarity", "unlisted_items"]

GROUPS = ("act", "means", "purpose")

_BORDER = re.compile(r"[,;:()—–\n]")

# Words that belong to how a list is built, not to its items.
_FRAME = (
    "trafficking", "exploitation", "open_phrase", "open_verb", "open_means", "consent_irrelevant", "child_no_means",
    "concessive", "any_means", "purpose", "means_intro", "age", "subject", "refers_back", "penalty", "cite",
    "offence", "border", "inland", "own_scope",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class UnlistedItem:
    """An item of a list of `group` ("act", "means", "purpose"): its words, and the keys that they share with others."""

    group: str
    hit: CueHit
    keys: frozenset[str]


def item_similarity(a: UnlistedItem, b: UnlistedItem) -> float:
    """The share of their words that two items of one group have in common, 0 to 1."""
    return 2 * len(a.keys & b.keys) / (len(a.keys) + len(b.keys)) if a.group == b.group else 0.0


def unlisted_items(scope: Scope, groups: Sequence[str] = GROUPS) -> list[UnlistedItem]:
    """The items in the order of the text, each wording once."""
    found: dict[frozenset[str], UnlistedItem] = {}
    for segment in [*scope.role(SegmentRole.BASIC, SegmentRole.DEFINITION), *scope.definitions]:
        for extra in _in_segment(segment, scope.cues):
            if extra.group in groups:
                found.setdefault(extra.keys, extra)
    return list(found.values())


def _in_segment(segment: Segment, cues: Cues) -> Iterator[UnlistedItem]:
    items = list(_items(segment, cues))
    known = [_groups(segment, start, end, cues) for start, end in items]
    for i, (start, end) in enumerate(items):
        if not i or known[i]:
            continue
        around = known[i - 1] & (known[i + 1] if i + 1 < len(items) else known[i - 1])
        keys = _keys(segment, start, end, cues)
        if len(around) == 1 and keys:
            yield UnlistedItem(next(iter(around)), CueHit(segment, start, end), keys)


def _items(segment: Segment, cues: Cues) -> Iterator[tuple[int, int]]:
    """The items between the signs that divide a list, up to the penalty; spaces around them left out."""
    text, at, stop = segment.unit.text, segment.start, penalty_tail(segment, cues)
    borders = [(m.start(), m.end()) for m in _BORDER.finditer(text, at, stop)]
    for before, after in [*borders, (stop, stop)]:
        words = text[at:before]
        if words.strip():
            yield at + len(words) - len(words.lstrip()), at + len(words.rstrip())
        at = after


def _groups(segment: Segment, start: int, end: int, cues: Cues) -> set[str]:
    patterns: list[Mapping[str, re.Pattern[str]]] = [cues.elements, cues.weak]
    return {
        code.partition(".")[0]
        for some in patterns
        for code, pattern in some.items()
        if pattern.search(segment.unit.folded, start, end)
    } & set(GROUPS)


def _keys(segment: Segment, start: int, end: int, cues: Cues) -> frozenset[str]:
    """The content words of an item, as keys of their language; none where a word of the frame stands in it."""
    folded = segment.unit.folded
    if any(cues.term(name).search(folded, start, end) for name in _FRAME):
        return frozenset()
    words = cues.term("person").sub(" ", folded[start:end])
    common = nlp.common_words(cues.lang)
    return frozenset(
        token.lemma for token in nlp.analyse(words, cues.lang) if len(token.spelled) > 3 and token.spelled not in common
    )
