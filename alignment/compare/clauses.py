"""A side as clauses: every provision of its versions, in document order, with the words of its own text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from palermo.alignment.compare.words.tokens import Tokens, tokenize
from palermo.corpus.model.text_model import Provision, Span, Version

__all__ = ["Clause", "Said", "clauses", "plain_number"]

_STEM, _SHORT = 6, 4
_AROUND_NUMBER = frozenset("()[].,:;-°§№#'\"")  # as `tokens.normal` writes them


# The tokens of own texts, with the number of theirs that make the label, and what the clauses share that have them.
Said = dict[tuple[tuple[str, ...], range], tuple[tuple[str, ...], Counter[str]]]


@dataclass(frozen=True, slots=True)
class Clause:
    """A provision in its place. `index` counts in the side, `end` is the index after its last descendant.

    `spans` are its own text, empty if that is blank; `label` are the token numbers of its own number with the signs
    around it; `words` counts the words (by their stems) of its own text without the label; `size` is how many those
    are and those of all its descendants.
    """

    index: int
    end: int
    parent: int
    children: tuple[int, ...]
    source: int
    version: Version
    provision: Provision
    number: str
    spans: tuple[Span, ...]
    tokens: Tokens
    label: range
    words: Counter[str]
    size: int
    heading: Counter[str]


def clauses(side: Sequence[Version], seen: Said | None = None) -> list[Clause]:
    """The clauses of a side, in preorder; the parent of a version's root is -1.

    What was said on the side before, and is said here again, is held once if the same `seen` is given for both.
    """
    found: list[Clause | None] = []
    for source, version in enumerate(side):
        _collect(found, (source, version), version.root, -1, {} if seen is None else seen)
    return [clause for clause in found if clause is not None]


@lru_cache(1 << 12)
def plain_number(num: str) -> str:
    """A number as it is compared: letters and digits, what joins them, nothing that stands around."""
    return "".join(c for c in num.casefold() if c.isalnum() or c in "-./").strip("-./")


@lru_cache(1 << 14)
def _stem(word: str) -> str:
    """The beginning of a word: in inflected languages the same law is said in other cases and persons.

    Rough on purpose, as it only serves to find what answers what. A sign has none.
    """
    if not any(map(str.isalnum, word)):
        return ""
    return word if word[0].isdigit() else word.casefold()[: min(_STEM, max(_SHORT, len(word) - 1))]


def _collect(
    found: list[Clause | None], origin: tuple[int, Version], provision: Provision, parent: int, seen: Said
) -> Clause:
    source, version = origin
    index = len(found)
    found.append(None)
    own = tuple(provision.own_spans())
    if not any(version.text[s:e].strip() for s, e in own):
        own = ()
    tokens = tokenize(version, own)
    label = _label(provision, tokens)
    known = seen.get((tokens.keys, label))
    if known is None:
        counted = (*tokens.keys[: label.start], *tokens.keys[label.stop :])
        known = seen[tokens.keys, label] = tokens.keys, Counter(filter(None, map(_stem, counted)))
    keys, words = known
    below = [_collect(found, origin, child, index, seen) for child in provision.children]
    found[index] = made = Clause(
        index=index,
        end=len(found),
        parent=parent,
        children=tuple(clause.index for clause in below),
        source=source,
        version=version,
        provision=provision,
        number=plain_number(provision.num),
        spans=own,
        tokens=Tokens(keys, tokens.starts, tokens.ends),
        label=label,
        words=words,
        size=words.total() + sum(clause.size for clause in below),
        heading=_bag(provision.heading),
    )
    return made


@lru_cache(1 << 10)
def _bag(heading: str) -> Counter[str]:
    """The words of a heading; equal headings, most of all none, share one."""
    return Counter(heading.casefold().split())


def _label(provision: Provision, tokens: Tokens) -> range:
    """The tokens of the number, with the brackets before it and the signs after it."""
    if provision.num_span is None:
        return range(0)
    start, end = provision.num_span
    inside = range(bisect_right(tokens.ends, start), bisect_left(tokens.starts, end))
    if not inside:
        return range(0)
    first, last = inside[0], inside[-1] + 1
    while first > 0 and tokens.keys[first - 1] in _AROUND_NUMBER:
        first -= 1
    while last < len(tokens) and tokens.keys[last] in _AROUND_NUMBER and last - inside[-1] <= 2:
        last += 1
    return range(first, last)
