"""Denials: where a statute speaks of a thing to deny it, so that the words for it make no yes.

A negation that belongs to the cue itself ("shall not be a defence") denies nothing; what is looked for here stands
around the cue, in its own clause, and is data (`kb/languages/LANG/negation.yaml`). All functions ask about the words at
`start` to
`end` of the text of the segment's unit.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from palermo.alignment.statute.memoise import memoised
from palermo.alignment.statute.segments import Segment
from palermo.kb.lexicon.cues import Cues
from palermo.kb.lexicon.negation import negation

__all__ = [
    "denies_aggravation",
    "denies_immunity",
    "denies_penalty",
    "is_conditional",
    "is_left_out",
    "is_unpunished",
    "makes_consent_matter",
    "requires_means",
]

_Spans = Sequence[tuple[int, int]]
_SIGNS = {"stop": re.compile(r"[.;:](?=\s|$)"), "sentence": re.compile(r"[.;](?=\s|$)")}


@memoised
def _spans(segment: Segment, kind: str, lang: str) -> _Spans:
    """Spans of the words of a kind in a segment, cached: a long list asks again for each of its words."""
    pattern = _SIGNS.get(kind) or getattr(negation(lang), kind)
    return [m.span() for m in pattern.finditer(segment.unit.folded, segment.start, segment.end)]


def _between(segment: Segment, kind: str, start: int, end: int, cues: Cues) -> _Spans:
    """The spans of the words of a kind that lie between two places."""
    spans = _spans(segment, kind, cues.lang)
    first = bisect_left(spans, (start,))
    return [span for span in spans[first : bisect_left(spans, (end,))] if span[1] <= end]


def _around(segment: Segment, kinds: Sequence[str], start: int, end: int, cues: Cues) -> tuple[int, int]:
    """End of the nearest words of the kinds before `start`, and start of the nearest behind `end`."""
    first, last = segment.start, segment.end
    for spans in (_spans(segment, kind, cues.lang) for kind in kinds):
        before = bisect_left(spans, (start,)) - 1
        if before >= 0 and spans[before][1] <= start:
            first = max(first, spans[before][1])
        after = bisect_left(spans, (end,))
        if after < len(spans):
            last = min(last, spans[after][0])
    return first, last


def _clause(segment: Segment, start: int, end: int, cues: Cues) -> tuple[int, int]:
    """The clause around the words: up to a sign stronger than a comma, or to a word that opens a contrast."""
    return _around(segment, ("stop", "contrast"), start, end, cues)


def _sentence(segment: Segment, start: int, end: int, cues: Cues) -> tuple[int, int]:
    """The sentence around the words, or their item of a list that is set off by semicolons."""
    return _around(segment, ("sentence",), start, end, cues)


def is_conditional(segment: Segment, start: int, end: int, cues: Cues) -> bool:
    """True if the sentence around the words holds for some cases only, or for lesser offences.

    The word of exception by which they are left out of a list is no condition.
    """
    words, folded = negation(cues.lang), segment.unit.folded
    first, last = _sentence(segment, start, end, cues)
    exceptions = _between(segment, "exceptions", first, start, cues)
    excepted = [span for span in exceptions if "," not in folded[span[1] : start]]
    return bool(_apart(words.condition.finditer(folded, first, last), excepted))


def requires_means(segment: Segment, start: int, end: int, cues: Cues) -> bool:
    """True if the sentence around words about means says that one of them is needed."""
    return negation(cues.lang).needed.search(segment.unit.folded, *_sentence(segment, start, end, cues)) is not None


def _nothing(segment: Segment, start: int, end: int, cues: Cues) -> bool:
    """True if the clause says before the words that nothing does so ("nothing in this section makes …")."""
    first, _ = _clause(segment, start, end, cues)
    found = _between(segment, "nothing", first, end, cues)[:1]
    return any(at < start and "," not in segment.unit.folded[to:start] for at, to in found)


def _closed(between: str) -> bool:
    """True if a bracket that was open before these words ends in them."""
    return between.count(")") > between.count("(")


_RELATIVE = 12  # code points before a negation in which a relative pronoun stands
_NEAR = 120  # code points between what is left out of a list and the words that say so
_TO_THE_LIST = 25  # code points from "does not include" to the colon before its items


def is_left_out(segment: Segment, start: int, end: int, cues: Cues) -> bool:
    """True if the words are taken out of a list ("but not …", "does not include …", "… are not included")."""
    folded, words = segment.unit.folded, negation(cues.lang)
    apart, _ = _around(segment, ("sentence", "contrast"), start, end, cues)
    for at, to in _between(segment, "excludes", segment.start, start, cues):
        aside = words.contrast.match(folded, at) or words.relative.search(folded, max(0, at - _RELATIVE), at)
        ended = _closed(folded[to:start]) or (aside and "," in folded[to:start])
        if not ended and (to >= apart or ":" in folded[to : to + _TO_THE_LIST]):
            return True
    first, last = _clause(segment, start, end, cues)
    exceptions = (folded[to:start] for _, to in _between(segment, "exceptions", first, start, cues))
    if any("," not in between and not _closed(between) for between in exceptions):
        return True
    after = words.excluded.search(folded, end, min(last, end + _NEAR))
    if after is None:
        return _nothing(segment, start, end, cues)
    whole = cues.term("exploitation").search(
        folded, first, start
    )  # "exploitation includes slavery, and begging is not"
    return whole is None or "," not in folded[end : after.start()]


def is_unpunished(segment: Segment, start: int, end: int, cues: Cues) -> bool:
    """True if the clause says that who or what the words name is not punishable.

    A statement that it is, between the words and the negation, leaves the negation to something else.
    """
    folded = segment.unit.folded
    denied, said = _punishability(segment, *_clause(segment, start, end, cues), cues)
    if not denied:
        return _nothing(segment, start, end, cues)

    def governs(position: int, to: int) -> bool:
        if position < end and start < to:
            return True
        between = (end, position) if position >= end else (to, start)
        if any(between[0] <= s < between[1] for s, _ in said):
            return False
        after = [s for s, _ in said if s >= max(to, end)]  # a predicate of the words' own, or of what a comma sets off
        return not after or (position >= end and "," in folded[to : after[0]])

    return any(governs(*span) for span in denied)


@memoised
def _punishability(segment: Segment, first: int, last: int, cues: Cues) -> tuple[_Spans, _Spans]:
    """Where a clause says that something is not punishable, and where it says otherwise or concedes it."""
    words, folded = negation(cues.lang), segment.unit.folded
    conceded = [m.span() for m in cues.term("concessive").finditer(folded, first, last)]
    spared = [m.span() for m in words.unfreed.finditer(folded, first, last)]
    denied = _apart(words.unpunished.finditer(folded, first, last), [*conceded, *spared])  # "whether or not punishable"
    return denied, [*conceded, *_apart(words.punished.finditer(folded, first, last), denied)]


def denies_penalty(segment: Segment, start: int, end: int, cues: Cues) -> bool:
    """True if words for a penalty are part of a statement that there is none ("is not punishable")."""
    denied = _unpunished(segment, *_clause(segment, start, end, cues), cues)
    at = bisect_right(denied, start, key=lambda span: span[1])
    return at < len(denied) and denied[at][0] < end


@memoised
def _unpunished(segment: Segment, first: int, last: int, cues: Cues) -> _Spans:
    """Where a clause has the words for "is not punishable", in order; each word for a penalty in it asks."""
    return [m.span() for m in negation(cues.lang).unpunished.finditer(segment.unit.folded, first, last)]


def _apart(found: Iterable[re.Match[str]], spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of the matches that touch none of the spans."""
    return [m.span() for m in found if not any(s < m.end() and m.start() < e for s, e in spans)]


def denies_immunity(segment: Segment, start: int, end: int, cues: Cues) -> bool:
    """True if the words about a victim's punishment say that the victim is not freed from it."""
    found = negation(cues.lang).unfreed.search(segment.unit.folded, _clause(segment, start, end, cues)[0], end)
    return (found is not None and found.end() > start) or _nothing(segment, start, end, cues)


def denies_aggravation(segment: Segment, start: int, end: int, cues: Cues) -> bool:
    """True if the clause of the words says that the penalty is not raised."""
    return negation(cues.lang).unraised.search(segment.unit.folded, *_clause(segment, start, end, cues)) is not None


def makes_consent_matter(segment: Segment, start: int, end: int, cues: Cues) -> bool:
    """True if words that say that a thing does not matter are denied themselves ("not irrelevant").

    A negation that is part of the words ("n'est pas tenu compte") denies nothing: it has to be whole before them.
    """
    words, folded = negation(cues.lang), segment.unit.folded
    first, last = _clause(segment, start, end, cues)
    for match in words.before.finditer(folded, first, end):
        denies = match.end() + (folded[match.end() : match.end() + 1] == " ")
        doubled = match.start() >= start and cues.term("consent_irrelevant").match(folded, denies, last)
        whole = match.start() < start <= denies and words.before.match(folded, match.start(), start)
        if whole or doubled:  # "no será irrelevante": its first words alone say that it does not matter
            return True
    after = words.after.match(folded, end + (folded[end : end + 1] == " "), last)
    return after is not None or _nothing(segment, start, end, cues)
