"""Matching of the clauses of two sides: articles first, then the clauses inside them, then all others, anywhere.

Structure and order guide the search, words decide; numbers and headings are evidence, never proof.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from palermo.alignment.compare.assign import alone, assign, scattered
from palermo.alignment.compare.clauses import Clause
from palermo.alignment.compare.heaviest_chain import Edge, chain
from palermo.alignment.compare.similarity import Similarity, SimilarityScope
from palermo.corpus.model.text_model import BASIC_UNITS

__all__ = ["Matching", "blocks", "match"]

# The basic units of a statute, in which its law is counted and cited (Akoma Ntoso names and the field's).
_QUOTED = "qstr"
# A container answers another by so much of what lies in it, or by its heading where nothing in it is paired.
_CONTAINS, _SAME_HEADING = 0.3, 0.6
# One child that holds so much of the text of all is taken for a level of its own.
_WRAPS = 0.8
# Own texts of two linked clauses that share less than this are looked for elsewhere first.
_UNLIKE, _FEW_WORDS = 0.15, 4
# Several clauses of so many words in all that others have, too, went from one parent to another together.
_MANY_WORDS = 20

_Assign = Callable[[Sequence[int], Sequence[int], Similarity, SimilarityScope], list[tuple[int, int]]]


@dataclass(slots=True)
class Matching:
    """`nodes` links clauses that hold the same place in the structure; `own` links those whose own texts answer."""

    nodes: dict[int, int] = field(default_factory=dict)
    nodes_back: dict[int, int] = field(default_factory=dict)
    own: dict[int, int] = field(default_factory=dict)
    own_back: dict[int, int] = field(default_factory=dict)

    def link(self, i: int, j: int) -> None:
        """Link two clauses as nodes, unless one of them is linked."""
        if i not in self.nodes and j not in self.nodes_back:
            self.nodes[i], self.nodes_back[j] = j, i

    def answers(self, i: int) -> set[int]:
        """The right clauses that answer left clause `i` as a node or by its own text: none, one or two."""
        return {links[i] for links in (self.nodes, self.own) if i in links}

    def answers_back(self, j: int) -> set[int]:
        """The left clauses that answer right clause `j`."""
        return {links[j] for links in (self.nodes_back, self.own_back) if j in links}

    def pair(self, i: int, j: int) -> None:
        """Pair their own texts, unless one of them is paired."""
        if i not in self.own and j not in self.own_back:
            self.own[i], self.own_back[j] = j, i


@dataclass(frozen=True, slots=True)
class _Sides:
    left: Sequence[Clause]
    right: Sequence[Clause]
    like: Similarity

    def unlike(self, i: int, j: int) -> bool:
        """Whether one own text is only a number, or the two have next to nothing in common and another number, too, or
        words enough to tell.
        """
        if bool(self.left[i].words) != bool(self.right[j].words):
            return True
        tells = self.like.length(i, j, SimilarityScope.OWN) >= _FEW_WORDS or self.like.number(i, j) == 0
        return tells and self.like.words(i, j, SimilarityScope.OWN) < _UNLIKE


def match(left: Sequence[Clause], right: Sequence[Clause], like: Similarity) -> Matching:
    """The links between the clauses of two sides, one to one."""
    sides, found = _Sides(left, right, like), Matching()
    units = assign(blocks(left), blocks(right), like, SimilarityScope.WHOLE)
    for i, j in units:
        _descend(found, sides, i, j)
    _link_containers(found, sides)
    _pair_linked(found, sides)
    for i, j in units:
        _pair_rest(found, sides, range(i, left[i].end), range(j, right[j].end))
    _pair_elsewhere(found, sides, alone)
    _pair_in_place(found, sides)
    _pair_elsewhere(found, sides, scattered)
    return found


def blocks(side: Sequence[Clause]) -> list[int]:
    """The basic units, and whatever stands beside them and holds none.

    A section that holds articles is no basic unit; one that quotes some, to put them into another act, is one.
    """
    holds = [False] * len(side)
    for clause in reversed(side):
        if clause.parent >= 0 and not _quoted(clause, side[clause.parent]):
            holds[clause.parent] |= holds[clause.index] or clause.provision.level in BASIC_UNITS
    found: list[int] = []
    at = 0
    while at < len(side):
        clause = side[at]
        if holds[at] or (clause.parent < 0 and clause.children):
            at += 1
        else:
            found.append(at)
            at = clause.end
    return found


def _quoted(clause: Clause, parent: Clause) -> bool:
    """Whether it is a provision that its parent quotes; eIds say so (Akoma Ntoso: qstr)."""
    inner, outer = (c.provision.id.split("__").count(_QUOTED) for c in (clause, parent))
    return inner > outer


def _descend(found: Matching, sides: _Sides, i: int, j: int) -> None:
    """Link two clauses and, inside them, their children, and so on down."""
    found.link(i, j)
    if _same_inside(sides, i, j):
        for a, b in zip(range(i + 1, sides.left[i].end), range(j + 1, sides.right[j].end), strict=True):
            found.link(a, b)
        return
    lefts, rights = sides.left[i].children, sides.right[j].children
    great_left, great_right = _greatest(sides.left, lefts), _greatest(sides.right, rights)
    if great_left is None and great_right is not None and len(lefts) > 1:
        rights = _unwrapped(rights, sides.right[great_right])
    elif great_right is None and great_left is not None and len(rights) > 1:
        lefts = _unwrapped(lefts, sides.left[great_left])
    for a, b in assign(lefts, rights, sides.like, SimilarityScope.WHOLE):
        _descend(found, sides, a, b)


def _same_inside(sides: _Sides, i: int, j: int) -> bool:
    """Whether what lies in two clauses is word for word the same, number for number."""
    inside = sides.left[i + 1 : sides.left[i].end], sides.right[j + 1 : sides.right[j].end]
    return len(inside[0]) == len(inside[1]) and all(
        a.parent - i == b.parent - j and a.tokens.keys == b.tokens.keys for a, b in zip(*inside, strict=True)
    )


def _greatest(side: Sequence[Clause], children: Sequence[int]) -> int | None:
    """The child that holds nearly all of the text. If only one side has such a one, a level was put in, or taken out,
    between a clause and its parts.
    """
    mass = sum(side[k].size for k in children)
    return next((k for k in children if side[k].size >= _WRAPS * mass), None)


def _unwrapped(children: tuple[int, ...], wrapping: Clause) -> tuple[int, ...]:
    at = children.index(wrapping.index)
    if not wrapping.children:
        return children
    return (*children[:at], *wrapping.children, *children[at + 1 :])


def _link_containers(found: Matching, sides: _Sides) -> None:
    """Link parts, chapters and whole texts by the linked units that lie in both, else by their headings."""
    mass_left, mass_right = _inside(sides.left), _inside(sides.right)
    shared: Counter[tuple[int, int]] = Counter()
    for i, j in found.nodes.items():
        for a in _ancestors(sides.left, i):
            for b in _ancestors(sides.right, j):
                if a not in found.nodes and b not in found.nodes_back:
                    shared[a, b] += 1
    scored = []
    for (a, b), units in shared.items():
        overlap = 2 * units / (mass_left[a] + mass_right[b])
        backed = (sides.like.heading(a, b) or 0) + (sides.like.number(a, b) or 0)
        same = sides.left[a].provision.level == sides.right[b].provision.level
        if overlap >= _CONTAINS or (same and backed >= _SAME_HEADING):
            scored.append((-overlap - backed / 2 - same / 2, a, b))
    for _, a, b in sorted(scored):
        found.link(a, b)
    loose_left = [a for a in _containers(sides.left) if a not in found.nodes]
    loose_right = [b for b in _containers(sides.right) if b not in found.nodes_back]
    for a, b in assign(loose_left, loose_right, sides.like, SimilarityScope.OWN):
        if (sides.like.heading(a, b) or 0) >= _SAME_HEADING:
            found.link(a, b)
    roots_left, roots_right = _roots(sides.left), _roots(sides.right)
    if len(roots_left) == len(roots_right) == 1:
        found.link(roots_left[0], roots_right[0])


def _containers(side: Sequence[Clause]) -> list[int]:
    """Whatever holds blocks."""
    return sorted({a for block in blocks(side) for a in _ancestors(side, block)})


def _inside(side: Sequence[Clause]) -> list[int]:
    return [clause.end - clause.index - 1 for clause in side]


def _ancestors(side: Sequence[Clause], position: int) -> Iterator[int]:
    while (position := side[position].parent) >= 0:
        yield position


def _roots(side: Sequence[Clause]) -> list[int]:
    return [clause.index for clause in side if clause.parent < 0]


def _topmost(side: Sequence[Clause], linked: Iterable[int]) -> list[int]:
    """The clauses without a link whose parent has one."""
    known = set(linked)
    return [c.index for c in side if c.index not in known and (c.parent in known or c.parent < 0)]


def _pair_linked(found: Matching, sides: _Sides) -> None:
    """Pair the own texts of linked clauses, unless their words have nothing to do with each other."""
    for i, j in found.nodes.items():
        if sides.left[i].spans and sides.right[j].spans and not sides.unlike(i, j):
            found.pair(i, j)


def _pair_elsewhere(found: Matching, sides: _Sides, how: _Assign) -> None:
    """Pair what is left over anywhere: first whole clauses with all that is in them, then own texts."""
    for i, j in how(
        _topmost(sides.left, found.nodes), _topmost(sides.right, found.nodes_back), sides.like, SimilarityScope.WHOLE
    ):
        if _may_move(found, sides, i, j, SimilarityScope.WHOLE):
            _descend(found, sides, i, j)
    _pair_linked(found, sides)
    lefts, rights = _rest(found, sides, range(len(sides.left)), range(len(sides.right)))
    for i, j in how(lefts, rights, sides.like, SimilarityScope.OWN):
        if _may_move(found, sides, i, j, SimilarityScope.OWN):
            found.pair(i, j)
            found.link(i, j)


def _may_move(found: Matching, sides: _Sides, i: int, j: int, scope: SimilarityScope) -> bool:
    """Whether a clause can have come from one parent to another: both parents are still there, or its words tell it
    from all others. Formulas of an article that was removed do not go on in a new one that has them, too.
    """
    a, b = sides.left[i].parent, sides.right[j].parent
    return bool(found.answers(a) and found.answers_back(b)) or sides.like.distinct(i, j, scope)


def _pair_in_place(found: Matching, sides: _Sides) -> None:
    """Pair own texts that are left over between two that kept their order, as where an article was cut in two."""
    kept = chain(Edge(i, j, 1 + sides.left[i].words.total()) for i, j in found.own.items())
    a = b = 0
    for i, j, _ in [*kept, Edge(len(sides.left), len(sides.right), 1)]:
        lefts, rights = _rest(found, sides, range(a, i), range(b, j))
        families: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for x, y in assign(lefts, rights, sides.like, SimilarityScope.OWN) if lefts and rights else ():
            families[sides.left[x].parent, sides.right[y].parent].append((x, y))
        for parents, pairs in families.items():
            if parents[1] in found.answers(parents[0]) or _went_together(found, sides, parents, pairs):
                for x, y in pairs:
                    found.pair(x, y)
                    found.link(x, y)
        a, b = i + 1, j + 1


def _went_together(found: Matching, sides: _Sides, parents: tuple[int, int], pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether clauses went from one parent to another: one that is beyond doubt did, or there are many."""
    if any(sides.like.distinct(i, j, SimilarityScope.OWN) for i, j in pairs):
        return True
    if any(sides.right[found.own[k]].parent == parents[1] for k in _children(sides.left, parents[0]) if k in found.own):
        return True
    return len(pairs) > 1 and sum(sides.left[i].words.total() for i, _ in pairs) >= _MANY_WORDS


def _children(side: Sequence[Clause], position: int) -> Sequence[int]:
    return side[position].children if position >= 0 else ()


def _rest(found: Matching, sides: _Sides, lefts: range, rights: range) -> tuple[list[int], list[int]]:
    """The clauses of a stretch whose own texts are left over."""
    return (
        [i for i in lefts if i not in found.own and sides.left[i].spans],
        [j for j in rights if j not in found.own_back and sides.right[j].spans],
    )


def _pair_rest(found: Matching, sides: _Sides, lefts: range, rights: range) -> None:
    """Pair own texts that are left over in a stretch, whatever level they stand at on either side."""
    for i, j in assign(*_rest(found, sides, lefts, rights), sides.like, SimilarityScope.OWN):
        found.pair(i, j)
        found.link(i, j)
