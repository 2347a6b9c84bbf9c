"""Defined terms: another term in the place of one that the text defines, and definitions that only one text has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from palermo.alignment.compare.clauses import Clause
from palermo.alignment.compare.divergence.change import ClauseChange
from palermo.alignment.compare.divergence.side import DivergenceSide
from palermo.alignment.compare.divergence.stretch import spell
from palermo.alignment.compare.model import Divergence
from palermo.kb.lexicon.change_words import ChangeWords
from palermo.kb.lexicon.cues import fold

__all__ = ["DEFINED_TERM", "Terms", "collect", "defined_term", "definition"]

DEFINED_TERM = "defined-term"
_MOST_WORDS = 8
_LONGEST = 6  # words of a term
_SHORTEST_STEM = 4
_CITED = re.compile(r"\s*\((?:im sinne (?:von|des) )?(?:§|art|articles?|section|s\.|ст)\.?\s")

Terms = frozenset[tuple[str, ...]]


def collect(texts: Iterable[str], words: ChangeWords) -> Terms:
    """The terms that texts define, each as the stems of its words."""
    found: set[tuple[str, ...]] = set()
    for text in map(_lined, texts):
        for pattern in words.definitions:
            found.update(_stems(match["term"], words) for match in pattern.finditer(text))
    return frozenset(term for term in found if 0 < len(term) <= _LONGEST)


def _lined(text: str) -> str:
    """A text folded, with its line breaks and without marks of emphasis."""
    return "\n".join(filter(None, map(_folded, _blocks(text))))


def _blocks(text: str) -> Iterator[str]:
    """The text in blocks of whole lines: what is made of a block on the way takes many times its room."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _BLOCK) + 1 or len(text)
        yield text[start:end]
        start = end


def _folded(block: str) -> str:
    for sign in _EMPHASIS:
        block = block.replace(sign, "")
    lines = fold(_BLANKS.sub(" ", block).replace("\n", _BREAK)).split(_BREAK)
    return "\n".join(filter(None, map(str.strip, lines)))


_BLOCK = 1 << 16  # code points
_BLANKS = re.compile(r"[^\S\n](?:[^\S\n]+|(?<=[\t\r]))")
_BREAK = "\x1e"  # `fold` makes blanks of line breaks
_EMPHASIS = "*_\\"


def _stems(text: str, words: ChangeWords) -> tuple[str, ...]:
    return tuple(_stem(word) for word in spell(text) if not words.articles.fullmatch(word))


def _stem(word: str) -> str:
    return word[: max(_SHORTEST_STEM, len(word) - 3)]


def defined_term(change: ClauseChange, terms: Terms) -> Divergence | None:
    """Divergence if a term took the place of another, and the text defines either of them; else None."""
    gone, come = change.gone, change.come
    if not (change.old and change.new) or max(len(change.old_words), len(change.new_words)) > _MOST_WORDS:
        return None
    if not (gone and come):
        return None
    used = [_used(side, span, some, terms) for (side, span), some in zip(change.sides, (gone, come), strict=True)]
    cited = all(_CITED.match(side.folded, span[1]) for side, span in change.sides) or any(
        change.words.defined.search(text) for text in (change.old, change.new)
    )
    if not any(used) and not cited:
        return None
    return Divergence(DEFINED_TERM, "a term that the text defines", change.old_text, change.new_text)


def _used(side: DivergenceSide, span: tuple[int, int], changed: list[str], terms: Terms) -> bool:
    """Whether the span holds a word of a defined term that stands around it."""
    start, end = max(0, span[0] - 60), span[1] + 60
    around = [
        (_stem(m[0]), m.start(), m.end()) for m in re.finditer(r"[^\W_]+(?:['-][^\W_]+)*", side.folded[start:end])
    ]
    around = [w for w in around if not side.words.articles.fullmatch(side.folded[start + w[1] : start + w[2]])]
    stems = [w[0] for w in around]
    changed_stems = {_stem(w) for w in changed}
    for i in range(len(stems)):
        for size in range(1, _LONGEST + 1):
            some = tuple(stems[i : i + size])
            if len(some) == size and some in terms:
                inside = [w for w in around[i : i + size] if start + w[1] < span[1] and span[0] < start + w[2]]
                if any(w[0] in changed_stems for w in inside):
                    return True
    return False


def definition(clause: Clause, words: ChangeWords) -> Divergence | None:
    """Divergence if a provision that only one side has is a definition (it comes to its term at once); else None."""
    text = _lined("\n".join(clause.version.quote(span) for span in clause.spans))
    for pattern in words.definitions:
        if (match := pattern.search(text)) and match.start("term") <= _OPENING:
            return Divergence(DEFINED_TERM, "a definition that only one of the texts has")
    return None


_OPENING = 40  # code points in which a definition comes to its term
