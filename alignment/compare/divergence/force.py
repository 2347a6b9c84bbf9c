"""Words that decide what a provision demands: modality, negation, connectives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from palermo.alignment.compare.divergence.change import ClauseChange
from palermo.alignment.compare.divergence.stretch import spell
from palermo.alignment.compare.model import Divergence
from palermo.kb.lexicon.change_words import ChangeWords
from palermo.kb.lexicon.lemmatise import stem

__all__ = ["CONNECTIVE", "MODALITY", "NEGATION", "connective", "modality", "negation"]

MODALITY, NEGATION, CONNECTIVE = "modality", "negation", "connective"
_MOST_OTHER_WORDS = 3


def modality(change: ClauseChange) -> Divergence | None:
    """A duty, a power or an aim for another of them, or there for nothing of the kind."""
    found = [_modal(text, change.words) for text in (change.old, change.new)]
    kinds = [Counter(kind for kind, _ in some) for some in found]
    if kinds[0] == kinds[1] or _others(change, [word for some in found for _, word in some]) > _MOST_OTHER_WORDS:
        return None
    around = [Counter(kind for kind, _ in _modal(side.sentence(span), change.words)) for side, span in change.sides]
    if around[0] == around[1]:
        return None  # it only stands elsewhere in the sentence
    only = [[word for kind, word in some if kinds[n][kind] > kinds[1 - n][kind]] for n, some in enumerate(found)]
    told = sorted(" and ".join(sorted(kinds[n] - kinds[1 - n])) for n in (0, 1))
    reason = f"between {told[0]} and {told[1]}" if told[0] else f"whether there is a {told[1]}"
    return Divergence(MODALITY, reason, " ".join(only[0]) or None, " ".join(only[1]) or None)


def _modal(text: str, words: ChangeWords) -> list[tuple[str, str]]:
    """The modal words with their kinds, the longer phrases ("shall endeavour to") before the words in them."""
    found = []
    for kind in ("aim", "duty", "power"):
        if pattern := words.modality.get(kind):
            found += [(match.start(), kind, match[0]) for match in pattern.finditer(text)]
            text = pattern.sub(lambda match: " " * len(match[0]), text)
    return [(kind, word) for _, kind, word in sorted(found)]


def negation(change: ClauseChange) -> Divergence | None:
    """A negation that only one side has; a word such as "without" is one where it stands for another word."""
    patterns = [change.words.negation]
    if change.old and change.new:
        patterns.append(change.words.privative)
    found = [[match[0] for p in patterns for match in p.finditer(text)] for text in (change.old, change.new)]
    said = [*found[0], *found[1]]
    loose = bool(change.old and change.new) and not any(map(change.words.privative.fullmatch, said))
    if bool(found[0]) == bool(found[1]) or _others(change, said) > (_MOST_OTHER_WORDS if loose else 1):
        return None
    return Divergence(NEGATION, "whether it is negated", " ".join(found[0]) or None, " ".join(found[1]) or None)


def connective(change: ClauseChange) -> Divergence | None:
    """And for or, one of them for a comma, one more or less, and nothing else."""
    found = [_joined(text, change.words) for text in (change.old, change.new)]
    if found[0] is None or found[1] is None or found[0] == found[1]:
        return None
    return Divergence(CONNECTIVE, "how the parts are joined", change.old_text or None, change.new_text or None)


def _joined(text: str, words: ChangeWords) -> list[str] | None:
    """The kinds of connectives of a text that has nothing else; None of another."""
    kinds: list[tuple[int, str]] = []
    for name, pattern in words.connectives.items():
        kinds += [(match.start(), name) for match in pattern.finditer(text)]
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return None if re.search(r"\w", text) else [name for _, name in sorted(kinds)]


def _others(change: ClauseChange, known: Sequence[str]) -> int:
    """How many words of the longer side differ beside the known ones, forms of one word and articles left out."""
    mine = {word for phrase in known for word in spell(phrase)}
    words = change.words
    sides = [
        [stem(w, words.lang) for w in some if w not in mine and not words.articles.fullmatch(w)]
        for some in (change.gone, change.come)
    ]
    left = [Counter(sides[0]) - Counter(sides[1]), Counter(sides[1]) - Counter(sides[0])]
    return max(rest.total() for rest in left)
