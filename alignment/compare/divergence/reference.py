"""References to provisions and instruments: another one, one more, one less."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.alignment.compare.divergence.change import ClauseChange
from palermo.alignment.compare.divergence.side import DivergenceSide
from palermo.alignment.compare.divergence.stretch import outside, spell, touched
from palermo.alignment.compare.model import EDITORIAL, Divergence
from palermo.kb.lexicon.change_words import ChangeWords
from palermo.kb.lexicon.lemmatise import stem

__all__ = ["CROSS_REFERENCE", "cross_reference"]

CROSS_REFERENCE = "cross-reference"
# Words beside the reference itself: "as referred to in"; "in accordance with the procedure of" where it is all new.
_MOST_OTHER_WORDS, _MOST_ALONE = 4, 6


def cross_reference(change: ClauseChange) -> Divergence | None:
    """Divergence if the changed words are a reference, on each side that has words at all; else None."""
    named = [touched(side.references, span) for side, span in change.sides]
    inside = [_inside(side, span, found) for (side, span), found in zip(change.sides, named, strict=True)]
    if not any(inside) or all(_only_joins(words, change.words) for words in inside):
        return None
    other = [outside(side.folded, span, found) for (side, span), found in zip(change.sides, named, strict=True)]
    beside = [_only(other[0], other[1], change.words), _only(other[1], other[0], change.words)]
    most = _MOST_OTHER_WORDS if change.old and change.new else _MOST_ALONE
    if max(map(len, beside)) > most or any(2 * len(a) < len(b) for a, b in zip(inside, beside, strict=True)):
        return None  # the reference is not the greater part of what changed
    if all(named):
        told = [
            [word for s, e in found for word in _telling(side, s, e)]
            for (side, _), found in zip(change.sides, named, strict=True)
        ]
        if told[0] == told[1]:
            same = all(inside) and not any(beside)
            return Divergence(EDITORIAL, "the same reference in other words") if same else None
    names = [
        " … ".join(" ".join(side.text[s:e].split()) for s, e in found) or None
        for (side, _), found in zip(change.sides, named, strict=True)
    ]
    return Divergence(CROSS_REFERENCE, "what the text refers to", *names)


def _only(some: Sequence[str], others: Sequence[str], words: ChangeWords) -> list[str]:
    return [word for word in some if word not in others and not words.articles.fullmatch(word)]


def _telling(side: DivergenceSide, start: int, end: int) -> list[str]:
    """The words and numbers of a reference, abbreviations written out and plurals as singulars."""
    known = side.words
    words = [known.equivalents.get(w, w) for w in spell(side.folded[start:end]) if not known.articles.fullmatch(w)]
    return [word if word[0].isdigit() else stem(word, known.lang) for word in words]


def _inside(side: DivergenceSide, span: tuple[int, int], found: list[tuple[int, int]]) -> list[str]:
    return [word for s, e in found for word in spell(side.folded[max(s, span[0]) : min(e, span[1])])]


def _only_joins(some: Sequence[str], words: ChangeWords) -> bool:
    joins = words.connectives.values()
    return all(any(pattern.fullmatch(word) for pattern in joins) for word in some)
