"""Items of lists: one more, one less, another; in running text and as provisions of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from alignment.clauses import Clause
from alignment.divergence.change import Change
from alignment.divergence.side import Side
from alignment.model import Divergence
from kb.divergence import Words

__all__ = ["LIST_ITEM", "is_item", "list_item"]

LIST_ITEM = "list-item"
_LONGEST = 30  # words of an item in running text
_NEAR = 120  # code points in which the rest of a list is looked for
_BREAK = re.compile(r"[.;:!?]\s|$")


def list_item(change: Change) -> Divergence | None:
    """Whether a list in running text has an item more, less or for another."""
    words = change.words
    gone, come = (_plain(some, words) for some in (change.gone, change.come))
    if max(len(gone), len(come)) > _LONGEST or not (gone or come):
        return None
    if gone and come:
        listed = all(_in_list(side, span, whole=True) for side, span in change.sides)
        few = max(len(gone), len(come)) <= _FEW
        return _found(change, "another item of a list") if listed and few else None
    side, span = change.sides[1 if come else 0]
    if _opens_clause(side.folded[slice(*span)], words) or not _in_list(side, span, whole=False):
        return None
    return _found(change, "an item of a list that only one of the texts has")


_FEW = 4


def _found(change: Change, reason: str) -> Divergence:
    return Divergence(LIST_ITEM, reason, change.old_text or None, change.new_text or None)


def _plain(some: Sequence[str], words: Words) -> list[str]:
    joins = words.connectives.values()
    return [w for w in some if not any(p.fullmatch(w) for p in joins) and not words.articles.fullmatch(w)]


def _opens_clause(text: str, words: Words) -> bool:
    text = text.lstrip(" ,;:—–-")
    for pattern in words.connectives.values():
        if match := pattern.match(text):
            text = text[match.end() :].lstrip(" ,")
    return words.openers.match(text) is not None


def _in_list(side: Side, span: tuple[int, int], *, whole: bool) -> bool:
    """Whether the span begins and ends where items do, and there are others. `whole`: it takes another's place."""
    start, end = span
    text = side.folded[start:end]
    before, after = side.folded[max(0, start - _NEAR) : start].rstrip(), side.folded[end : end + _NEAR].lstrip()
    opens = _ends_with_join(before, side.words) or _starts_with_join(text, side.words)
    closes = _starts_with_join(after, side.words) or _ends_with_join(text, side.words)
    stops = not after or after[0] in ".;:)" or after[0] in "—–"
    if opens and (closes or stops):
        return whole or _has_join(before[-_NEAR:] + " " + after, side.words)
    if whole:
        return False
    by_word = _word_join(text, side.words)
    if by_word in {"opens", "closes"}:
        return True
    rest = _BREAK.split(after)[0]
    return bool(closes) and _ends_with_join(text, side.words) and _has_join(rest, side.words)


def _ends_with_join(text: str, words: Words) -> bool:
    text = text.rstrip()
    return text.endswith((",", ";")) or any(
        match.end() == len(text)
        for p in words.connectives.values()
        for match in p.finditer(text[-20:] if len(text) > 20 else text)
        if match.end() == len(text[-20:])
    )


def _starts_with_join(text: str, words: Words) -> bool:
    text = text.lstrip()
    return text.startswith((",", ";")) or any(p.match(text) for p in words.connectives.values())


def _word_join(text: str, words: Words) -> str | None:
    """Whether a connective (no mere comma) opens or closes the text."""
    stripped = text.strip(" ,")
    for pattern in words.connectives.values():
        if pattern.match(stripped):
            return "opens"
        if any(match.end() == len(stripped) for match in pattern.finditer(stripped)):
            return "closes"
    return None


def _has_join(text: str, words: Words) -> bool:
    return "," in text or any(p.search(text) for p in words.connectives.values())


def is_item(clause: Clause, side: Sequence[Clause]) -> bool:
    """Whether a provision is an item of an enumeration: it goes on with its parent's sentence, or ends as items do."""
    if clause.parent < 0 or not clause.provision.num or not clause.spans:
        return False
    version = clause.version
    text = version.reading(clause.spans[0], lines=True).text
    num = clause.provision.num_span
    body = version.reading(clause.spans[0]).text if num is None else version.text[num.end : clause.spans[0].end]
    first = next((c for c in body if c.isalpha()), "")
    if first.islower() or text.rstrip().endswith((";", ",")):
        return True
    parent = side[clause.parent]
    chapeau = version.reading(parent.spans[0]).text.rstrip() if parent.spans else ""
    return chapeau.endswith((":", "—", "–", "-"))
