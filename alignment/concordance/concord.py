"""The verb: from two sides to their concordance."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.alignment.concordance import weights
from palermo.alignment.concordance.answers import answers
from palermo.alignment.concordance.choose import choose, containers
from palermo.alignment.concordance.evidence import ShownEvidence, read_side
from palermo.alignment.concordance.likeness import Pair, likeness
from palermo.alignment.concordance.model import Concordance, Match, Strength
from palermo.alignment.concordance.vectors import measure
from palermo.corpus.errors import UsageError
from palermo.corpus.model.languages import UNDETERMINED
from palermo.corpus.model.text_model import Provision, Version
from palermo.kb.thesaurus import thesaurus

__all__ = ["concordance"]

_CODES = ("elements", "concepts")  # kinds of evidence that are codes


def concordance(left: Sequence[Version], right: Sequence[Version]) -> Concordance:
    """The concordance of two sides, each one text or several that are read together.

    Raises UsageError where a language is not known, or where the sides differ in it and one has no terms in the
    thesaurus.
    """
    _check_languages({version.lang for version in (*left, *right)})
    shown = read_side(left), read_side(right)
    one_language = len({version.lang for version in (*left, *right)}) == 1
    sides = measure(shown[0], answers(left, shown[0])), measure(shown[1], answers(right, shown[1]))
    alike = likeness(*sides, weights.INSIDE if one_language else weights.BETWEEN)
    chosen = choose(*shown, alike.scores, alike.definitions)
    matches = [
        _match(shown, pair, strength, alike.scores[pair], alike.parts(pair)) for pair, strength in chosen.items()
    ]
    whole = containers(*shown, chosen)
    matches += [_match(shown, pair, Strength.CORE, share, {"items": share}) for pair, share in whole.items()]
    order = {id(s.provision): s.index for side in shown for s in side}
    return Concordance(
        left=tuple(left),
        right=tuple(right),
        matches=tuple(sorted(matches, key=lambda m: (order[id(m.left)], order[id(m.right)]))),
        unmatched_left=_unmatched(shown[0], {i for i, _ in chosen}),
        unmatched_right=_unmatched(shown[1], {j for _, j in chosen}),
    )


def _check_languages(spoken: set[str]) -> None:
    if UNDETERMINED in spoken:
        raise UsageError("the language of a text is not known", expected="--left-lang, --right-lang or --lang")
    known = thesaurus.load().languages
    if len(spoken) > 1 and (strange := sorted(spoken - known)):
        raise UsageError(f"no thesaurus terms for {strange[0]!r}", expected="one of " + ", ".join(sorted(known)))


def _match(
    shown: tuple[Sequence[ShownEvidence], Sequence[ShownEvidence]],
    pair: Pair,
    strength: Strength,
    score: float,
    parts: dict[str, float],
) -> Match:
    left, right = shown[0][pair[0]], shown[1][pair[1]]
    shared = tuple(code for kind in _CODES for code in left.own[kind] if code in right.own[kind])
    return Match(left.provision, right.provision, left.source, right.source, strength, score, parts, shared)


def _unmatched(side: Sequence[ShownEvidence], matched: set[int]) -> tuple[tuple[int, Provision], ...]:
    return tuple(
        (s.source, s.provision)
        for s in side
        if s.law and s.words and not any(index in matched for index in range(s.index, s.end))
    )
