"""Defined terms: where a body of law defines a term, and the clauses of that definition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from palermo.alignment.statute.body_of_law import Law
from palermo.alignment.statute.cue_hits import CueHit
from palermo.alignment.statute.segments import Segment, SegmentRole
from palermo.corpus.grammar_words import any_word
from palermo.kb.lexicon import lemmatise as nlp
from palermo.kb.lexicon.cues import Cues
from palermo.kb.thesaurus import thesaurus

__all__ = ["DefinitionClause", "clause_similarity", "clauses", "defined", "terms"]


@dataclass(frozen=True, slots=True)
class DefinitionClause:
    """A clause of a definition: its content words as keys of its language, and what it names in any language.

    `names` are codes of elements, concepts of the thesaurus and figures.
    """

    hit: CueHit
    lang: str
    words: frozenset[str]
    names: frozenset[str]


def terms(law: Law) -> list[str]:
    """The terms that the law defines, as it writes them, in the order of the text, each once."""
    return list(dict.fromkeys(_term(s) for s in _definitions(law)))


def defined(wanted: str, law: Law) -> list[Segment]:
    """The definitions of a term, in whatever language it is written.

    They are those of exactly its words, in any form; else those of the same concepts of the thesaurus; else those whose
    term has all of its words.
    """
    lang = law.cues.lang
    words, concepts = _words(wanted, lang), _concepts_anywhere(wanted)
    named = [(s, _words(s.term, lang)) for s in _definitions(law)]
    found = (
        [s for s, term in named if term == words]
        or sorted((s for s, _ in named if _concepts(s.term, lang) in concepts), key=lambda s: len(s.term))
        or [s for s, term in named if words and words <= term]
    )
    return [_with_items(segment, law) for segment in found]


_OF_TRAFFICKING = {"crime.trafficking"}  # the victim of an act on trafficking is a victim of trafficking


def _concepts(text: str, lang: str) -> frozenset[str]:
    """Concepts of the thesaurus that a term names."""
    found = {m.code for m in thesaurus.load().mentions(text, lang) if not m.code.startswith(thesaurus.FORMULAE)}
    return frozenset(found - _OF_TRAFFICKING or found)


def _concepts_anywhere(text: str) -> set[frozenset[str]]:
    """Concepts that a term names, read in each language of the thesaurus that knows it."""
    return {found for lang in thesaurus.load().languages if (found := _concepts(text, lang))}


def _with_items(segment: Segment, law: Law) -> Segment:
    """The definition with those of its items that are segments of their own, as its provision has them."""
    provision = segment.unit.version.at(segment.unit.offsets[segment.start])
    if provision is segment.unit.provision:
        return segment
    end = segment.end
    for after in law.parts(segment.unit):
        inside = segment.unit.offsets[after.start] < provision.span.end
        if after.start == end and inside and not after.term:
            end = after.end
    return replace(segment, end=end)


def clauses(segment: Segment, cues: Cues) -> list[DefinitionClause]:
    """The definition cut at its numbered items and semicolons."""
    return [
        DefinitionClause(
            CueHit(segment, start, end),
            cues.lang,
            _words(segment.unit.text[start:end], cues.lang),
            _names(segment, start, end, cues),
        )
        for start, end in _cuts(segment)
        if any(c.isalpha() for c in segment.unit.text[start:end])
    ]


def _definitions(law: Law) -> Iterator[Segment]:
    return (s for unit in law.units for s in law.parts(unit) if s.role is SegmentRole.DEFINITION)


def _term(segment: Segment) -> str:
    at = segment.text.find(segment.term)
    start = segment.start + max(at, 0)
    return segment.unit.text[start : start + len(segment.term)] if at >= 0 else segment.term


def _words(text: str, lang: str) -> frozenset[str]:
    common = nlp.common_words(lang)
    return frozenset(t.lemma for t in nlp.analyse(text, lang) if len(t.text) > 1 and t.spelled not in common)


@cache
def _semicolon() -> re.Pattern[str]:
    known = any_word(lambda words: words.conjunctions.between_clauses)
    return re.compile(rf";\s*(?:\b(?:{known})\b\s*)?")


def _cuts(segment: Segment) -> Iterator[tuple[int, int]]:
    text = segment.unit.text
    items = [at for at in segment.unit.starts.values() if segment.start < at < segment.end]
    borders = [
        *((at, at) for at in items),
        *(m.span() for m in _semicolon().finditer(text, segment.start, segment.end)),
    ]
    at = segment.start
    for before, after in [*sorted(borders), (segment.end, segment.end)]:
        words = text[at:before]
        if words.strip() and before > at:
            yield at + len(words) - len(words.lstrip()), at + len(words.rstrip())
        at = max(at, after)


_FIGURE = re.compile(r"\d+")


def _names(segment: Segment, start: int, end: int, cues: Cues) -> frozenset[str]:
    folded = segment.unit.folded
    codes = (code for code, pattern in cues.elements.items() if pattern.search(folded, start, end))
    concepts = _concepts(segment.unit.text[start:end], cues.lang)
    return frozenset((*codes, *concepts, *_FIGURE.findall(folded[start:end])))


def clause_similarity(a: DefinitionClause, b: DefinitionClause) -> float:
    """The share of what two clauses name that they have in common, 0 to 1; their words count in one language only."""
    left, right = (c.names | c.words if a.lang == b.lang else c.names for c in (a, b))
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0
