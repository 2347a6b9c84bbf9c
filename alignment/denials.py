"""Denials: where a statute speaks of a thing to deny it, so that the words for it make no yes.

A negation that belongs to the cue itself ("shall not be a defence") denies nothing; what is looked for here stands
around the cue, in its own clause, and is data (`kb/negation.yaml`). All functions ask about the words at `start` to
`end` of the text of the segment's unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from alignment.segments import Segment
from kb.cues import Cues
from kb.negation import negation

__all__ = ["conditional", "left_out", "mattering", "needed", "no_penalty", "unfreed", "unpunished", "unraised"]

_STOP = re.compile(r"[.;:](?=\s|$)")
_SENTENCE = re.compile(r"[.;](?=\s|$)")


def _clause(segment: Segment, start: int, end: int, cues: Cues) -> tuple[int, int]:
    """The clause around the words: up to a sign stronger than a comma, or to a word that opens a contrast."""
    folded, contrast = segment.unit.folded, negation(cues.lang).contrast
    before = [m.end() for p in (_STOP, contrast) for m in p.finditer(folded, segment.start, start)]
    after = [m.start() for p in (_STOP, contrast) if (m := p.search(folded, end, segment.end))]
    return max(before, default=segment.start), min(after, default=segment.end)


def _sentence(segment: Segment, start: int, end: int) -> tuple[int, int]:
    """The sentence around the words, or their item of a list that is set off by semicolons."""
    folded = segment.unit.folded
    first = max((m.end() for m in _SENTENCE.finditer(folded, segment.start, start)), default=segment.start)
    stop = _SENTENCE.search(folded, end, segment.end)
    return first, stop.start() if stop else segment.end


def conditional(segment: Segment, start: int, end: int, cues: Cues) -> bool:
    """Whether the sentence around the words holds for some cases only, or for lesser offences.

    The word of exception by which they are left out of a list is no condition.
    """
    words, folded = negation(cues.lang), segment.unit.folded
    first, last = _sentence(segment, start, end)
    excepted = [m.span() for m in words.exceptions.finditer(folded, first, start) if "," not in folded[m.end() : start]]
    return bool(_apart(words.condition.finditer(folded, first, last), excepted))


def needed(segment: Segment, start: int, end: int, cues: Cues) -> bool:
    """Whether the sentence around words about means says that one of them is needed."""
    return negation(cues.lang).needed.search(segment.unit.folded, *_sentence(segment, start, end)) is not None


def _nothing(segment: Segment, start: int, end: int, cues: Cues) -> bool:
    """Whether the clause says before the words that nothing does so ("nothing in this section makes …")."""
    first, _ = _clause(segment, start, end, cues)
    found = negation(cues.lang).nothing.search(segment.unit.folded, first, end)
    return found is not None and found.start() < start and "," not in segment.unit.folded[found.end() : start]


_NEAR = 120  # code points between what is left out of a list and the words that say so
_TO_THE_LIST = 25  # code points from "does not include" to the colon before its items


def left_out(segment: Segment, start: int, end: int, cues: Cues) -> bool:
    """Whether the words are taken out of a list ("but not …", "does not include …", "… are not included")."""
    words, folded = negation(cues.lang), segment.unit.folded
    for match in words.excludes.finditer(folded, segment.start, start):
        heads_a_list = ":" in folded[match.end() : match.end() + _TO_THE_LIST]
        if heads_a_list or not any(p.search(folded, match.end(), start) for p in (_SENTENCE, words.contrast)):
            return True
    first, last = _clause(segment, start, end, cues)
    if any("," not in folded[m.end() : start] for m in words.exceptions.finditer(folded, first, start)):
        return True
    after = words.excluded.search(folded, end, min(last, end + _NEAR))
    if after is None:
        return _nothing(segment, start, end, cues)
    whole = cues.term("exploitation").search(
        folded, first, start
    )  # "exploitation includes slavery, and begging is not"
    return whole is None or "," not in folded[end : after.start()]


def unpunished(segment: Segment, start: int, end: int, cues: Cues) -> bool:
    """Whether the clause says that who or what the words name is not punishable.

    A statement that it is, between the words and the negation, leaves the negation to something else.
    """
    words, folded = negation(cues.lang), segment.unit.folded
    first, last = _clause(segment, start, end, cues)
    conceded = [m.span() for m in cues.term("concessive").finditer(folded, first, last)]
    spared = [m.span() for m in words.unfreed.finditer(folded, first, last)]
    denied = _apart(words.unpunished.finditer(folded, first, last), [*conceded, *spared])  # "whether or not punishable"
    if not denied:
        return _nothing(segment, start, end, cues)
    said = [*conceded, *_apart(words.punished.finditer(folded, first, last), denied)]

    def governs(at: int, to: int) -> bool:
        if at < end and start < to:
            return True
        between = (end, at) if at >= end else (to, start)
        if any(between[0] <= s < between[1] for s, _ in said):
            return False
        after = [s for s, _ in said if s >= max(to, end)]  # a predicate of the words' own, or of what a comma sets off
        return not after or (at >= end and "," in folded[to : after[0]])

    return any(governs(*span) for span in denied)


def no_penalty(segment: Segment, start: int, end: int, cues: Cues) -> bool:
    """Whether words for a penalty are part of a statement that there is none ("is not punishable")."""
    clause = _clause(segment, start, end, cues)
    denied = negation(cues.lang).unpunished.finditer(segment.unit.folded, *clause)
    return any(m.start() < end and start < m.end() for m in denied)


def _apart(found: Iterable[re.Match[str]], spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where the matches stand that touch none of the spans."""
    return [m.span() for m in found if not any(s < m.end() and m.start() < e for s, e in spans)]


def unfreed(segment: Segment, start: int, end: int, cues: Cues) -> bool:
    """Whether the words about a victim's punishment say that the victim is not freed from it."""
    found = negation(cues.lang).unfreed.search(segment.unit.folded, _clause(segment, start, end, cues)[0], end)
    return (found is not None and found.end() > start) or _nothing(segment, start, end, cues)


def unraised(segment: Segment, start: int, end: int, cues: Cues) -> bool:
    """Whether the clause of the words says that the penalty is not raised."""
    return negation(cues.lang).unraised.search(segment.unit.folded, *_clause(segment, start, end, cues)) is not None


def mattering(segment: Segment, start: int, end: int, cues: Cues) -> bool:
    """Whether words that say that a thing does not matter are denied themselves ("not irrelevant")."""
    words, folded = negation(cues.lang), segment.unit.folded
    first, last = _clause(segment, start, end, cues)
    for match in words.before.finditer(folded, first, end):
        denies = match.end() + (folded[match.end() : match.end() + 1] == " ")
        doubled = match.start() >= start and cues.term("consent_irrelevant").match(folded, denies, last)
        if (
            match.start() < start <= denies or doubled
        ):  # "no será irrelevante": its first words alone say that it does not matter
            return True
    after = words.after.match(folded, end + (folded[end : end + 1] == " "), last)
    return after is not None or _nothing(segment, start, end, cues)
