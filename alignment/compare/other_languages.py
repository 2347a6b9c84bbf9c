"""Matching of the clauses of two sides in different languages: matches of the concordance, and clauses with the
same number inside them. Words of two languages are not held against each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from palermo.alignment.compare.clauses import Clause
from palermo.alignment.compare.match import Matching
from palermo.alignment.compare.splits_merges import ClauseGroup
from palermo.corpus.errors import UsageError
from palermo.corpus.model.text_model import Version

__all__ = ["Across", "across"]

_SURE = 0.3  # a concordance may say less surely what is near to what; here a text takes the place of another


@dataclass(frozen=True, slots=True)
class Across:
    """The links, one to one, and the score of each with its parts, by the indices of the clauses."""

    links: Matching
    scores: dict[tuple[int, int], tuple[float, dict[str, float]]]

    def groups(self, left: Sequence[Clause], right: Sequence[Clause]) -> list[ClauseGroup]:
        """Every clause with own text, in one group each."""
        made = [ClauseGroup((i,), (j,)) for i, j in sorted(self.links.own.items())]
        made.extend(ClauseGroup((c.index,), ()) for c in left if c.spans and c.index not in self.links.own)
        made.extend(ClauseGroup((), (c.index,)) for c in right if c.spans and c.index not in self.links.own_back)
        return made


def across(
    left: Sequence[Version], right: Sequence[Version], a: Sequence[Clause], b: Sequence[Clause]
) -> Across | None:
    """The links between the clauses `a` and `b` of two sides; None where the sides share a language, or where one of
    theirs is not known well enough for a concordance.
    """
    if not {v.lang for v in left}.isdisjoint(v.lang for v in right):
        return None
    from palermo.alignment.concordance import Strength, concordance

    try:
        found = concordance(left, right)
    except UsageError:
        return None
    at_left, at_right = ({id(c.provision): c.index for c in side} for side in (a, b))
    links: Matching = Matching()
    scores: dict[tuple[int, int], tuple[float, dict[str, float]]] = {}
    for match in sorted(found.matches, key=lambda m: -m.score):
        i, j = at_left[id(match.left)], at_right[id(match.right)]
        sure = match.strength is Strength.CORE and match.score >= _SURE
        if sure and _link(links, a[i], b[j]):
            scores[i, j] = match.score, dict(match.parts)
    _link_by_number(links, scores, a, b)
    return Across(links, scores)


def _link(links: Matching, one: Clause, other: Clause) -> bool:
    """Link the two unless one of them is linked; whether they are."""
    links.link(one.index, other.index)
    if links.nodes.get(one.index) != other.index:
        return False
    if one.spans and other.spans:
        links.pair(one.index, other.index)
    return True


def _link_by_number(
    links: Matching,
    scores: dict[tuple[int, int], tuple[float, dict[str, float]]],
    left: Sequence[Clause],
    right: Sequence[Clause],
) -> None:
    """What is left over inside two linked clauses, of one level and number, from above to below; what has no number
    answers the only one of its level.
    """
    roots = [[clause.index for clause in side if clause.parent < 0] for side in (left, right)]
    if [len(some) for some in roots] == [1, 1]:
        links.link(roots[0][0], roots[1][0])
    for clause in left:
        partner = links.nodes.get(clause.parent)
        if partner is None or clause.index in links.nodes:
            continue
        ours = [left[i] for i in left[clause.parent].children if _place(left[i]) == _place(clause)]
        theirs = [right[j] for j in right[partner].children if _place(right[j]) == _place(clause)]
        if len(ours) == len(theirs) == 1 and _link(links, clause, theirs[0]):
            scores[clause.index, theirs[0].index] = 1.0, {"number": 1.0}


def _place(clause: Clause) -> tuple[str, str]:
    return clause.provision.level, clause.number
