"""Items of lists: one more, one less, another; in running text and as provisions of their own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from palermo.alignment.compare.clauses import Clause
from palermo.alignment.compare.divergence.change import ClauseChange
from palermo.alignment.compare.divergence.side import DivergenceSide
from palermo.alignment.compare.divergence.stretch import spell
from palermo.alignment.compare.model import Divergence
from palermo.kb.lexicon.change_words import ChangeWords

__all__ = ["LIST_ITEM", "is_item", "list_item"]

LIST_ITEM = "list-item"
_LONGEST = 30  # words of an item in running text
_NEAR = 120  # code points in which the rest of a list is looked for
_BREAK = re.compile(r"[.;:!?]\s|$")


def list_item(change: ClauseChange) -> Divergence | None:
    """Divergence if a list in running text has an item more, an item less or another item; else None."""
    words = change.words
    gone, come = (_plain(some, words) for some in (change.gone, change.come))
    if max(len(gone), len(come)) > _LONGEST or not (gone or come):
        return None
    if gone and come:
        listed = all(_takes_a_place(side, span) for side, span in change.sides)
        few = max(len(gone), len(come)) <= _FEW
        return _found(change, "another item of a list") if listed and few else None
    side, span = change.sides[1 if come else 0]
    places = [span] if change.old and change.new else _turned(side, span)
    return _found(change, _ONE_MORE) if any(_is_in_list(side, place) for place in places) else None


_ONE_MORE = "an item of a list that only one of the texts has"


def _turned(side: DivergenceSide, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The span, and where else it reads the same: "a [b or a] c" is "[a or b] a c", too."""
    start, end = span
    yield span
    while end < len(side.folded) and side.folded[start] == side.folded[end] and end - span[1] < span[1] - span[0]:
        start, end = start + 1, end + 1
        if not side.folded[start].isalnum() or not side.folded[start - 1].isalnum():
            yield start, end
    start, end = span
    while start > 0 and side.folded[start - 1] == side.folded[end - 1] and span[0] - start < span[1] - span[0]:
        start, end = start - 1, end - 1
        if not side.folded[start].isalnum() or not side.folded[start - 1].isalnum():
            yield start, end


_FEW = 4


def _found(change: ClauseChange, reason: str) -> Divergence:
    return Divergence(LIST_ITEM, reason, change.old_text or None, change.new_text or None)


def _plain(some: Sequence[str], words: ChangeWords) -> list[str]:
    joins = words.connectives.values()
    return [w for w in some if not any(p.fullmatch(w) for p in joins) and not words.articles.fullmatch(w)]


def _opens_clause(text: str, words: ChangeWords, *, joined: bool) -> bool:
    """Whether what is added is a clause or an adverbial; an adverbial that "or" joins to others may be an item."""
    text = text.lstrip(" ,;:—–-")
    for pattern in words.connectives.values():
        if match := pattern.match(text):
            text = text[match.end() :].lstrip(" ,")
    if words.openers.match(text):
        return True
    short = len(spell(text)) <= _SHORT and bool(words.articles.match(text))  # "der Verfall" is no relative clause
    return not joined and not short and words.adverbial.match(text) is not None


_SHORT = 3


def _is_in_list(side: DivergenceSide, span: tuple[int, int]) -> bool:
    """Whether the span begins and ends where items of a list do, and there are others."""
    text = side.folded[slice(*span)]
    before, after = _around(side, span)
    before_or = text.startswith(",") and _connective(after, side.words)
    by_word = _word_join(text, side.words)
    if _opens_clause(text, side.words, joined=by_word or before_or):
        return False
    several = text.startswith(",") and _has_connective(text, side.words)
    if by_word or before_or or several:
        return True
    opens = _ends_with_join(before, side.words) or _starts_with_join(text, side.words)
    closes = _starts_with_join(after, side.words) or _ends_with_join(text, side.words)
    if opens and (closes or _stops(after)):
        return _has_join(before + " " + after, side.words)
    rest = _BREAK.split(after)[0]
    return _ends_with_join(text, side.words) and _has_join(rest, side.words)


def _takes_a_place(side: DivergenceSide, span: tuple[int, int]) -> bool:
    """Whether the span is a whole item among others."""
    text = side.folded[slice(*span)]
    before, after = _around(side, span)
    opens = _ends_with_join(before, side.words) or _starts_with_join(text, side.words)
    closes = _starts_with_join(after, side.words) or _ends_with_join(text, side.words)
    return opens and (closes or _stops(after))


def _around(side: DivergenceSide, span: tuple[int, int]) -> tuple[str, str]:
    start, end = span
    return side.folded[max(0, start - _NEAR) : start].rstrip(), side.folded[end : end + _NEAR].lstrip()


def _stops(after: str) -> bool:
    return not after or after[0] in ".;:)—–"


def _ends_with_join(text: str, words: ChangeWords) -> bool:
    text = text.rstrip()
    end = text[-_JOIN:]
    return text.endswith((",", ";")) or any(
        match.end() == len(end) for pattern in words.connectives.values() for match in pattern.finditer(end)
    )


_JOIN = 20  # code points of the longest connective


def _starts_with_join(text: str, words: ChangeWords) -> bool:
    text = text.lstrip()
    return text.startswith((",", ";")) or _connective(text, words)


def _connective(text: str, words: ChangeWords) -> bool:
    """Whether a text begins with a connective."""
    return any(pattern.match(text) for pattern in words.connectives.values())


def _has_connective(text: str, words: ChangeWords) -> bool:
    return any(pattern.search(text) for pattern in words.connectives.values())


def _word_join(text: str, words: ChangeWords) -> bool:
    """Whether a connective, and no mere comma, opens or closes the text."""
    stripped = text.strip(" ,")
    return _connective(stripped, words) or any(
        match.end() == len(stripped) for pattern in words.connectives.values() for match in pattern.finditer(stripped)
    )


def _has_join(text: str, words: ChangeWords) -> bool:
    return "," in text or _has_connective(text, words)


def is_item(clause: Clause, side: Sequence[Clause]) -> bool:
    """True if a provision is an item of an enumeration: it goes on with its parent's sentence, or ends as items do."""
    keys = clause.tokens.keys[clause.label.stop :]
    if clause.parent < 0 or not clause.provision.num or not keys:
        return False
    if keys[0][0].islower() or keys[-1] in _ITEM_ENDS:
        return True
    parent = side[clause.parent]
    before = bisect_right(parent.tokens.ends, clause.provision.span.start)
    return before > 0 and parent.tokens.keys[before - 1] in _CHAPEAU_ENDS


_ITEM_ENDS, _CHAPEAU_ENDS = frozenset(";,"), frozenset(":-")  # as `tokens.normal` writes them
