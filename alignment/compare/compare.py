"""Compare any two texts clause by clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from palermo.alignment.compare.clauses import Clause, Said, clauses
from palermo.alignment.compare.divergence import Explainer, explain_alone
from palermo.alignment.compare.match import Matching, match
from palermo.alignment.compare.model import Alignment, Pair, PairKind, WordOp
from palermo.alignment.compare.moves import moved
from palermo.alignment.compare.other_languages import Across, across
from palermo.alignment.compare.similarity import Similarity
from palermo.alignment.compare.splits_merges import ClauseGroup, groups
from palermo.alignment.compare.words.edits import edits, mirrored, replaced, unchanged, whole
from palermo.alignment.compare.words.own_text import Own
from palermo.corpus.model.text_model import Version

__all__ = ["compare"]

# How much each part counts in the score of a pair; a part that neither provision has is left out.
_SCORE = {"words": 0.6, "heading": 0.15, "number": 0.1, "place": 0.15}


def compare(left: Sequence[Version], right: Sequence[Version]) -> Alignment:
    """The alignment of two sides, each of one or several versions (fragments of one text, or a body of law).

    Every provision whose own text (its span less its children's) is not blank is in exactly one pair. The sides swapped
    give the mirrored pairs, and a side compared with itself no divergence. Between sides that share no language
    provisions are paired as in their concordance, one to one, and each text is replaced as a whole.
    """
    # Ties are broken by what comes first; working from one end whichever way the sides are given makes a mirror of it.
    turned = [v.text for v in left] > [v.text for v in right]
    pairs = _pairs(right, left) if turned else _pairs(left, right)
    if turned:
        pairs = [_mirror(pair) for pair in pairs]
    return Alignment(tuple(left), tuple(right), tuple(_in_order(pairs)))


def _pairs(left: Sequence[Version], right: Sequence[Version]) -> list[Pair]:
    a, b = _sides(left, right)
    found, every, answering = _answering(left, right, a, b)
    explainer = Explainer(a, b)
    pairs = [_explained(pair, explainer, group, a, b) for group, pair in answering]
    beside, beside_back = _beside(found.own, a, b), _beside(found.own_back, b, a)
    for group in every:
        if not group.rights:
            pairs.extend(_removed(a[i], a, beside[i]) for i in group.lefts)
        if not group.lefts:
            pairs.extend(_mirror(_removed(b[j], b, beside_back[j])) for j in group.rights)
    return pairs


def _sides(left: Sequence[Version], right: Sequence[Version]) -> tuple[list[Clause], list[Clause]]:
    said: Said = {}
    return clauses(left, said), clauses(right, said)


def _answering(
    left: Sequence[Version], right: Sequence[Version], a: Sequence[Clause], b: Sequence[Clause]
) -> tuple[Matching, list[ClauseGroup], list[tuple[ClauseGroup, Pair]]]:
    """The links between the clauses, every group of them, and the pair that each group with both sides makes."""
    like = Similarity(a, b)
    strange = across(left, right, a, b)
    found = match(a, b, like) if strange is None else strange.links
    every = groups(found, a, b, like) if strange is None else strange.groups(a, b)
    both = [group for group in every if group.lefts and group.rights]
    gone = moved(both, a, b, found)
    places = _places(both)
    answering = []
    for group in both:
        lefts, rights = [a[i] for i in group.lefts], [b[j] for j in group.rights]
        pair = _both(lefts, rights, like, places[group], group in gone)
        answering.append((group, pair if strange is None else _counterparts(pair, strange, group, a, b)))
    return found, every, answering


def _explained(
    pair: Pair, explainer: Explainer, group: ClauseGroup, left: Sequence[Clause], right: Sequence[Clause]
) -> Pair:
    """The pair with the kind of each of its changes."""
    found = explainer.explain([left[i] for i in group.lefts], [right[j] for j in group.rights], pair.edits)
    return pair if found is pair.edits else replace(pair, edits=found)


def _both(lefts: Sequence[Clause], rights: Sequence[Clause], like: Similarity, place: float, gone: bool) -> Pair:
    found = unchanged(lefts, rights)
    if found is None:
        found = edits(Own.of(lefts), Own.of(rights))
    if len(rights) > 1:
        kind = PairKind.SPLIT
    elif len(lefts) > 1:
        kind = PairKind.MERGED
    else:
        kind = PairKind.CHANGED if any(edit.real for edit in found) else PairKind.SAME
    words = like.share(_words(lefts), _words(rights))
    heading, number = like.heading(lefts[0].index, rights[0].index), like.number(lefts[0].index, rights[0].index)
    parts = {"words": words, "heading": heading, "number": number, "place": place}
    there = {name: value for name, value in parts.items() if value is not None}
    return Pair(
        kind=kind,
        left=tuple(clause.provision for clause in lefts),
        right=tuple(clause.provision for clause in rights),
        left_source=lefts[0].source,
        right_source=rights[0].source,
        moved=gone,
        renumbered=number == 0,
        score=sum(_SCORE[name] * value for name, value in there.items()) / sum(_SCORE[name] for name in there),
        parts=there,
        edits=found,
    )


def _counterparts(
    pair: Pair, strange: Across, group: ClauseGroup, left: Sequence[Clause], right: Sequence[Clause]
) -> Pair:
    """The pair between two languages: scored as the concordance did, its text replaced as a whole."""
    [i], [j] = group
    score, parts = strange.scores[i, j]
    # Letters and words that number (а, a; Примечание, Note) say nothing between two languages.
    renumbered = pair.renumbered and all(any(map(str.isdecimal, p.num)) for p in (*pair.left, *pair.right))
    found = pair.edits if pair.kind is PairKind.SAME else replaced(Own.of([left[i]]), Own.of([right[j]]))
    return replace(pair, score=score, parts=parts, renumbered=renumbered, edits=found)


def _removed(clause: Clause, side: Sequence[Clause], elsewhere: int) -> Pair:
    return Pair(
        kind=PairKind.REMOVED,
        left=(clause.provision,),
        right=(),
        left_source=clause.source,
        right_source=None,
        moved=False,
        renumbered=False,
        score=0.0,
        parts={},
        edits=explain_alone(clause, side, whole(WordOp.DELETE, clause, elsewhere)),
    )


def _words(some: Sequence[Clause]) -> Counter[str]:
    """The words of their own texts, not to be changed."""
    if len(some) == 1:
        return some[0].words
    words: Counter[str] = Counter()
    for clause in some:
        words.update(clause.words)
    return words


def _places(both: Sequence[ClauseGroup]) -> dict[ClauseGroup, float]:
    """How near each group stands to its old rank among all groups, 0 to 1."""
    old = {group: rank for rank, group in enumerate(sorted(both, key=lambda group: group.lefts))}
    new = {group: rank for rank, group in enumerate(sorted(both, key=lambda group: group.rights))}
    return {group: 1 - abs(old[group] - new[group]) / len(both) for group in both}


def _beside(own: Mapping[int, int], here: Sequence[Clause], there: Sequence[Clause]) -> list[int]:
    """Where on the other side each clause would stand that is only here: after the partner of what stands before it."""
    places: list[int] = []
    place, source = 0, -1
    for clause in here:
        if clause.source != source:
            place, source = 0, clause.source
        places.append(place)
        if clause.index in own:
            place = there[own[clause.index]].spans[-1].end
    return places


def _mirror(pair: Pair) -> Pair:
    """The pair from the other side."""
    return replace(
        pair,
        kind=pair.kind.mirrored,
        left=pair.right,
        right=pair.left,
        left_source=pair.right_source,
        right_source=pair.left_source,
        edits=mirrored(pair.edits),
    )


def _in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """In the order of the right text; what was removed follows what it followed on the left."""

    def right(pair: Pair) -> tuple[int, int]:
        return (pair.right_source or 0, pair.right[0].span.start) if pair.right else (-1, -1)

    def left(pair: Pair) -> tuple[int, int]:
        return pair.left_source or 0, pair.left[0].span.start

    followers: dict[int, list[Pair]] = {}
    head = -1
    for pair in sorted((p for p in pairs if p.left), key=left):
        if not pair.right:
            followers.setdefault(head, []).append(pair)
        elif not pair.moved:
            head = id(pair)
    ordered = list(followers.get(-1, ()))
    for pair in sorted((p for p in pairs if p.right), key=right):
        ordered.append(pair)
        ordered.extend(followers.get(id(pair), ()))
    return ordered
