"""From evidence to vectors: what a provision says, what it stands in, and what its article says as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from palermo.alignment.concordance import weights
from palermo.alignment.concordance.answers import Answers
from palermo.alignment.concordance.evidence import KINDS, Bag, Bags, ShownEvidence
from palermo.corpus.model.text_model import BASIC_UNITS
from palermo.kb.thesaurus import subjects

__all__ = ["Feature", "Vector", "VectorSide", "measure"]

Feature = tuple[str, str]  # kind and word, code or figure
Vector = dict[Feature, float]

_HEADING = 0.5  # what a heading adds to a word of its article


@dataclass(frozen=True, slots=True)
class VectorSide:
    """Vectors of a side: `own` and `context` of each provision by its index, `unit` the index of the article that it
    belongs to, `whole` the vectors of the articles; `used` are the provisions that may match, in order; `answers` the
    codes that provisions answer.
    """

    shown: Sequence[ShownEvidence]
    used: tuple[int, ...]
    own: Mapping[int, Vector]
    context: Mapping[int, Vector]
    unit: Mapping[int, int]
    whole: Mapping[int, Vector]
    answers: Answers


def measure(shown: Sequence[ShownEvidence], answers: Answers) -> VectorSide:
    """The vectors of a side, not yet weighed by rarity."""
    used = tuple(s.index for s in shown if s.law and s.words)
    said = [_weighed(s.own) for s in shown]
    cited = _with_cited(shown, said)
    unit = {i: _unit(shown, i) for i in used}
    own = {i: _own(shown, cited, i) for i in used}
    return VectorSide(
        shown=shown,
        used=used,
        own={i: _vector(bags) for i, bags in own.items()},
        context={i: _vector(_context(shown, said, i)) for i in used},
        unit=unit,
        whole={u: _vector(_whole(shown, own.get(u) or _own(shown, cited, u), u)) for u in set(unit.values())},
        answers=answers,
    )


def _weighed(bags: Bags) -> Bags:
    """Counts damped; concepts by what they count for."""
    return {
        kind: {
            word: sqrt(n) if kind == "words" else (1 + log(n)) * (weights.concept(word) if kind == "concepts" else 1)
            for word, n in bag.items()
        }
        for kind, bag in bags.items()
    }


def _with_cited(shown: Sequence[ShownEvidence], own_bags: Sequence[Bags]) -> list[Bags]:
    """What each provision says; what hardly names a concept of the field borrows those of what it cites."""
    by_cite = {(s.source, s.provision.cite.casefold()): s for s in reversed(shown) if s.provision.cite}
    found = []
    for s in shown:
        bags = {kind: dict(bag) for kind, bag in own_bags[s.index].items()}
        own = sum(weights.of_the_field(code) for code in s.own["concepts"])
        for cite in s.cites if own <= weights.CITED_UP_TO else ():
            other = by_cite.get((s.source, cite))
            if other is not None and not (s.index <= other.index < s.end or other.index <= s.index < other.end):
                for below in range(other.index, other.end):
                    for kind in ("concepts", "terms", "elements"):
                        _raise(bags[kind], own_bags[below][kind], weights.CITED)
        found.append(bags)
    return found


def _own(shown: Sequence[ShownEvidence], own_bags: Sequence[Bags], index: int) -> Bags:
    """What a provision says with its items, and as an item of its chapeau."""
    s = shown[index]
    bags = {kind: dict(own_bags[index][kind]) for kind in KINDS}
    for below in range(index + 1, s.end):
        if shown[below].law:
            for kind in KINDS:
                _raise(bags[kind], own_bags[below][kind], weights.ITEMS)
    if s.parent >= 0 and shown[s.parent].law and s.provision.level not in BASIC_UNITS:
        for kind in KINDS:
            _raise(bags[kind], own_bags[s.parent][kind], weights.CHAPEAU)
    about = subjects.about(_named(shown, bags["concepts"], index), least=weights.SUBJECT)
    bags["subjects"] = {code: sure * weights.subject(code) for code, sure in about.items()}
    return bags


def _named(shown: Sequence[ShownEvidence], concepts: Bag, index: int) -> Bag:
    """How surely a provision names each concept, 0 to 1; what its chapeau and headings name, it names for sure."""
    named = {code: min(1.0, x / weights.concept(code)) for code, x in concepts.items()}
    s = shown[index]
    if s.parent >= 0 and shown[s.parent].law and s.provision.level not in BASIC_UNITS:
        named |= dict.fromkeys(shown[s.parent].own["concepts"], 1.0)
    at = index
    while at >= 0 and shown[at].parent >= 0:
        named |= dict.fromkeys(shown[at].heading["concepts"], 1.0)
        at = -1 if shown[at].provision.level in BASIC_UNITS else shown[at].parent
    return named


def _context(shown: Sequence[ShownEvidence], own_bags: Sequence[Bags], index: int) -> Bags:
    """The heading, and the headings and words of what the provision stands in."""
    bags: Bags = {kind: dict(shown[index].heading[kind]) for kind in KINDS}
    share, at = 1.0, shown[index].parent
    while at >= 0 and shown[at].law:
        for kind in KINDS:
            _raise(bags[kind], own_bags[at][kind], share)
            _raise(bags[kind], shown[at].heading[kind], share)
        share, at = share * weights.UPWARDS, shown[at].parent
    return bags


def _whole(shown: Sequence[ShownEvidence], own: Bags, index: int) -> Bags:
    bags = {kind: dict(bag) for kind, bag in own.items()}
    for kind in KINDS:
        for word in shown[index].heading[kind]:
            bags[kind][word] = max(bags[kind].get(word, 0.0), 1.0) + _HEADING
    return bags


def _unit(shown: Sequence[ShownEvidence], index: int) -> int:
    """The article that a provision belongs to; where there is none, what stands highest below the root."""
    at = highest = index
    while at >= 0 and shown[at].parent >= 0:
        if shown[at].provision.level in BASIC_UNITS:
            return at
        at, highest = shown[at].parent, at
    return highest


def _raise(bag: Bag, other: Bag, share: float) -> None:
    for word, x in other.items():
        if share * x > bag.get(word, 0.0):
            bag[word] = share * x


def _vector(bags: Bags) -> Vector:
    return {(kind, word): x for kind, bag in bags.items() for word, x in bag.items()}
