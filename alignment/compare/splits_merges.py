"""Provisions that were split in several, or merged into one: what is left over on one side explained by the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from palermo.alignment.compare.clauses import Clause
from palermo.alignment.compare.match import Matching
from palermo.alignment.compare.model import WordOp
from palermo.alignment.compare.similarity import Similarity, SimilarityScope
from palermo.alignment.compare.words.diff import diff

__all__ = ["ClauseGroup", "groups"]

# A clause is a part of another text if so much of it (by weight of words) comes from what the partner left over there,
# and that is so much of the whole text; or if it holds so much of what was left over, and that is a great share of
# both. Clauses shorter than this could be there by chance.
_EXPLAINED, _SHARE, _GREAT_SHARE, _LENGTH = 0.65, 0.12, 0.3, 4
# With the part in its place, so many more tokens of the text must stay as they are, for each word that the part shares.
_GAINED = 0.5
# Clauses in the same place answer each other by their number or by so many shared words, if nothing else answers them.
_A_FEW = 0.1


class ClauseGroup(NamedTuple):
    """Left and right clauses whose own texts answer each other: one to one, one to none, one to several."""

    lefts: tuple[int, ...]
    rights: tuple[int, ...]


def groups(found: Matching, left: Sequence[Clause], right: Sequence[Clause], like: Similarity) -> list[ClauseGroup]:
    """Every clause with own text, in one group each: first those of the left side, then what is only on the right."""
    parts = _parts(left, right, found.own, found.own_back, like)
    whole = {j: i for i, j in found.own.items() if i not in parts}
    joined = _parts(right, left, whole, {i: j for j, i in whole.items()}, like)
    used = {*_members(joined), *found.own}, {*_members(parts), *found.own_back}
    _pair_linked_rest(found, left, right, like, used)
    made = []
    for i, j in found.own.items():
        made.append(ClauseGroup(tuple(sorted((i, *joined.get(j, ())))), tuple(sorted((j, *parts.get(i, ()))))))
    used_left = {i for group in made for i in group.lefts}
    used_right = {j for group in made for j in group.rights}
    made.extend(ClauseGroup((c.index,), ()) for c in left if c.spans and c.index not in used_left)
    made.extend(ClauseGroup((), (c.index,)) for c in right if c.spans and c.index not in used_right)
    return made


def _parts(
    texts: Sequence[Clause],
    others: Sequence[Clause],
    pairs: Mapping[int, int],
    back: Mapping[int, int],
    like: Similarity,
) -> dict[int, list[int]]:
    """For a clause of `texts`, the unpaired clauses of `others` next to its partner that hold the rest of its words."""
    parts: dict[int, list[int]] = {}
    owning = [clause for clause in others if clause.spans]
    following: list[int | None] = []
    after: int | None = None
    for clause in reversed(owning):
        following.append(after)
        after = back.get(clause.index, after)
    before: int | None = None
    for clause, after in zip(owning, reversed(following), strict=True):
        if clause.index in back:
            before = back[clause.index]
            continue
        for text in dict.fromkeys((before, after, back.get(clause.parent))):
            if text is None or others[pairs[text]].source != clause.source:
                continue
            known = [others[k] for k in sorted((pairs[text], *parts.get(text, ())))]
            if _explains(texts[text], known, clause, like) and _in_order(texts[text], known, clause):
                parts.setdefault(text, []).append(clause.index)
                before = text
                break
    return parts


def _explains(text: Clause, known: Sequence[Clause], part: Clause, like: Similarity) -> bool:
    """Whether `part` is what the text has beyond its known parts."""
    if part.words.total() < _LENGTH:
        return False
    rest = text.words.copy()
    for clause in known:
        rest -= clause.words
    shared, mass = like.weight(rest & part.words), like.weight(part.words)
    if shared >= _EXPLAINED * like.weight(rest) and shared >= _GREAT_SHARE * max(mass, like.weight(text.words)):
        return True
    return shared >= _EXPLAINED * mass and shared >= _SHARE * like.weight(text.words)


def _in_order(text: Clause, known: Sequence[Clause], part: Clause) -> bool:
    """Whether the words of the text stand in the same order in its parts, so that they read as the text cut up."""
    shared = (text.words & part.words).total()
    gained = _kept(text, sorted((*known, part), key=lambda clause: clause.index)) - _kept(text, known)
    return gained >= _GAINED * shared


def _kept(text: Clause, parts: Sequence[Clause]) -> int:
    keys = [key for part in parts for key in part.tokens.keys]
    return sum(run.left_end - run.left for run in diff(text.tokens.keys, keys) if run.op is WordOp.EQUAL)


def _members(parts: Mapping[int, Sequence[int]]) -> Iterable[int]:
    return (clause for some in parts.values() for clause in some)


def _pair_linked_rest(
    found: Matching, left: Sequence[Clause], right: Sequence[Clause], like: Similarity, used: tuple[set[int], set[int]]
) -> None:
    """Clauses that hold the same place answer each other after all, if nothing better was found for either and their
    number or a few words say so, too.
    """
    for i, j in found.nodes.items():
        if i in used[0] or j in used[1] or not left[i].spans or not right[j].spans:
            continue
        alike = like.number(i, j) == 1 or like.words(i, j, SimilarityScope.OWN) >= _A_FEW
        if alike and bool(left[i].words) == bool(right[j].words):
            found.pair(i, j)
