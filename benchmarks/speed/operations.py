"""What drafters do to an act, one operation a function: each alters a draft, or returns False where nothing fits."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from benchmarks.sampling import (
    SIDES_OF_A_SPLIT,
    cuts,
    first_word,
    foreign,
    heading_of,
    inserted,
    like,
    listed,
    pick,
    pick_list,
    reword_node,
    shift,
)
from benchmarks.speed.draft import Draft, Node, following
from palermo.alignment.compare.clauses import Clause

__all__ = ["FAMILIES", "Operation"]

_SHARES = (0.05, 0.1, 0.2, 0.4, 0.6)  # of the words of a clause, replaced by words from elsewhere in the act
_FAR = 30  # clauses

Operation = Callable[[Draft, Sequence[Clause], random.Random], bool]


def reword(draft: Draft, donor: Sequence[Clause], rng: random.Random) -> bool:
    node = pick(draft, rng, draft.nodes, lambda n: draft.words(n) >= 10)
    if node is None or node.old is None:
        return False
    reword_node(draft, node, rng.choice(_SHARES), rng)
    draft.touched.add(node.old)
    return True


def replace_a_term(draft: Draft, donor: Sequence[Clause], rng: random.Random) -> bool:
    """One word becomes another wherever it stands, as when an authority has a new name."""
    spread = Counter(key for clause in draft.old for key in set(clause.tokens.keys) if key.isalpha() and len(key) > 5)
    common = [word for word, n in spread.items() if 3 <= n <= max(4, len(draft.old) // 4)]
    if not common:
        return False
    old, new = rng.choice(common), rng.choice(draft.vocabulary)
    for node in draft.nodes:
        for piece in node.pieces:
            text = re.sub(rf"(?i)\b{re.escape(old)}\b", new, piece.text)
            if text != piece.text and piece.origin is not None:
                draft.touched.add(piece.origin)
            piece.text = text
    return True


def retitle(draft: Draft, donor: Sequence[Clause], rng: random.Random) -> bool:
    """Another heading: its words are replaced by those of an article of the donor."""
    headed = [c.provision.heading for c in donor if c.provision.heading]
    node = pick(draft, rng, draft.blocks, lambda n: heading_of(draft, n))
    if node is None or node.old is None or not headed:
        return False
    piece, heading, node.heading = node.pieces[0], heading_of(draft, node), rng.choice(headed)
    piece.text = piece.text.replace(heading, node.heading, 1)
    draft.touched.add(node.old)
    return True


def insert_child(draft: Draft, donor: Sequence[Clause], rng: random.Random) -> bool:
    node = pick_list(draft, rng)
    if node is None:
        return False
    after = rng.choice(listed(node))
    draft.put_after(like(draft, after, following(after.num) or after.num, foreign(donor, rng)), after)
    return True


def delete_child(draft: Draft, donor: Sequence[Clause], rng: random.Random) -> bool:
    node = pick_list(draft, rng)
    if node is None:
        return False
    child = rng.choice(listed(node))
    draft.touch(child)
    draft.take_out(child)
    return True


def delete_child_leaving_a_gap(draft: Draft, donor: Sequence[Clause], rng: random.Random) -> bool:
    node = pick_list(draft, rng)
    if node is None or any(child.apart for child in node.children):
        return False
    node.keeps = True
    child = rng.choice(listed(node))
    draft.touch(child)
    draft.take_out(child)
    return True


def move_child(draft: Draft, donor: Sequence[Clause], rng: random.Random) -> bool:
    """Two places or more inside its list, to be seen as a move of this one only."""
    node = pick_list(draft, rng, least=4)
    if node is None:
        return False
    some = listed(node)
    k = rng.randrange(len(some))
    to = rng.choice([x for x in range(len(some)) if abs(x - k) >= 2])
    return shift(draft, node, k, to)


def swap_children(draft: Draft, donor: Sequence[Clause], rng: random.Random) -> bool:
    """Two neighbours change places: either may be said to have moved."""
    node = pick_list(draft, rng)
    if node is None:
        return False
    k = rng.randrange(len(listed(node)) - 1)
    draft.unsure.update(child.old for child in listed(node)[k : k + 2] if child.old is not None)
    return shift(draft, node, k, k + 1)


def move_child_and_reword(draft: Draft, donor: Sequence[Clause], rng: random.Random) -> bool:
    """As `move_child`, and a word or two of it are others."""
    before = set(draft.moved)
    if not move_child(draft, donor, rng):
        return False
    for node in (draft.nodes[k] for k in draft.moved - before):
        reword_node(draft, node, 0.1, rng)
    return True


def sort_children(draft: Draft, donor: Sequence[Clause], rng: random.Random) -> bool:
    """A list put in another order, as definitions sorted anew: which of them moved is anybody's choice."""
    node = pick_list(draft, rng, least=4)
    if node is None:
        return False
    some = listed(node)
    draft.unsure.update(child.old for child in some if child.old is not None)
    draft.busy.update(some)
    places = [node.content.index(child) for child in some]
    rng.shuffle(some)
    for place, child in zip(places, some, strict=True):
        node.content[place] = child
        child.apart = True
        draft.touch(child)
    return True


def move_to_another_parent(draft: Draft, donor: Sequence[Clause], rng: random.Random) -> bool:
    node = pick_list(draft, rng, least=4)
    other = pick_list(draft, rng)
    if node is None or other is None or node is other or node in other.walk() or other in node.walk():
        return False
    child = rng.choice([c for c in listed(node) if draft.words(c) >= 8 and c not in draft.busy] or [None])
    if child is None or child.old is None:
        return False
    draft.take_out(child)
    draft.put_after(child, rng.choice(listed(other)))
    child.num = listed(other)[0].num if child.num.isdigit() != listed(other)[0].num.isdigit() else child.num
    draft.moved.add(child.old)
    draft.busy.add(child)
    draft.touch(child)
    return True


def split_child(draft: Draft, donor: Sequence[Clause], rng: random.Random) -> bool:
    node = pick_list(draft, rng, fits=lambda n: any(cuts(draft, child) for child in listed(n)))
    if node is None:
        return False
    child = rng.choice([child for child in listed(node) if cuts(draft, child)])
    piece, cut = child.pieces[0], rng.choice(cuts(draft, child))
    part = like(draft, child, following(child.num) or child.num, piece.text[cut:])
    part.pieces[-1].origin = child.old
    piece.text = piece.text[:cut].rstrip()
    draft.put_after(part, child)
    draft.busy.update((child, part))
    draft.touch(child)
    return True


def split_in_three(draft: Draft, donor: Sequence[Clause], rng: random.Random) -> bool:
    node = pick_list(draft, rng, fits=lambda n: any(len(cuts(draft, child)) >= 2 for child in listed(n)))
    if node is None:
        return False
    child = rng.choice([child for child in listed(node) if len(cuts(draft, child)) >= 2])
    piece = child.pieces[0]
    first, second = sorted(rng.sample(cuts(draft, child), 2))
    if min(len(piece.text[first:second].split()), len(piece.text[second:].split())) < SIDES_OF_A_SPLIT:
        return False
    for words in (piece.text[second:], piece.text[first:second].rstrip()):
        part = like(draft, child, following(child.num) or child.num, words)
        part.pieces[-1].origin = child.old
        draft.put_after(part, child)
        draft.busy.add(part)
    piece.text = piece.text[:first].rstrip()
    draft.busy.add(child)
    draft.touch(child)
    return True


def merge_children(draft: Draft, donor: Sequence[Clause], rng: random.Random) -> bool:
    """Two or three neighbours in one."""

    def plain(child: Node) -> bool:
        return not child.children and draft.words(child) >= 8 and child not in draft.busy

    def runs(node: Node) -> list[tuple[Node, Node]]:
        return [(a, b) for a, b in pairwise(listed(node)) if plain(a) and plain(b)]

    node = pick_list(draft, rng, fits=runs)
    if node is None:
        return False
    first, second = rng.choice(runs(node))
    for _ in range(rng.choice((1, 1, 2))):
        last = first.pieces[-1]
        last.text = last.text.rstrip() + " "
        rest = second.pieces[0]
        rest.text = rest.text[first_word(rest.text) :]
        first.content.append(rest)
        draft.touch(first)
        draft.touch(second)
        draft.take_out(second)
        draft.busy.update((first, second))
        after = listed(node)[listed(node).index(first) + 1 :][:1]
        if not after or not plain(after[0]) or len(listed(node)) < 3:
            break
        second = after[0]
    return True


def insert_article(draft: Draft, donor: Sequence[Clause], rng: random.Random) -> bool:
    node = pick(draft, rng, draft.blocks, lambda n: n.num[-1:].isdigit())
    if node is None:
        return False
    words = f"{foreign(donor, rng)} {foreign(donor, rng)}"
    draft.put_after(like(draft, node, inserted(draft, node, "d"), words), node)
    return True


def insert_article_and_renumber(draft: Draft, donor: Sequence[Clause], rng: random.Random) -> bool:
    """A new article that takes the number of the next; all that follow have another one."""
    present = [n for n in draft.blocks if n in draft.parents and n.num.isdigit()]
    if len(present) < 4:
        return False
    at = rng.randrange(len(present) - 2)
    for node in present[at + 1 :]:
        node.num = str(int(node.num) + 1)
    new = like(draft, present[at], str(int(present[at].num) + 1), f"{foreign(donor, rng)} {foreign(donor, rng)}")
    draft.put_after(new, present[at])
    return True


def delete_article(draft: Draft, donor: Sequence[Clause], rng: random.Random) -> bool:
    node = pick(draft, rng, draft.blocks)
    if node is None:
        return False
    draft.touch(node)
    draft.take_out(node)
    return True


def move_article(draft: Draft, donor: Sequence[Clause], rng: random.Random) -> bool:
    """Far away, with a number that stands between those there."""
    node = pick(draft, rng, draft.blocks)
    if node is None or node.old is None:
        return False
    here, level = node.old, draft.old[node.old].provision.level

    def far(other: Node) -> bool:
        there = other.old or 0
        return abs(there - here) >= _FAR and draft.old[there].provision.level == level and other.num[-1:].isdigit()

    target = pick(draft, rng, draft.blocks, far)
    if target is None:
        return False
    draft.take_out(node)
    node.num = inserted(draft, target, "c")
    draft.put_after(node, target)
    draft.moved.add(node.old)
    draft.touch(node)
    return True


def split_article(draft: Draft, donor: Sequence[Clause], rng: random.Random) -> bool:
    """The second half of its paragraphs becomes an article; whether they moved is anybody's choice."""
    node = pick(draft, rng, draft.blocks, lambda n: len(draft.numbered(n)) >= 4 and n.num[-1:].isdigit())
    if node is None:
        return False
    new = like(draft, node, inserted(draft, node, "e"), foreign(donor, rng).split(".")[0][:60] + "\n\n")
    some = listed(node)[len(listed(node)) // 2 :]
    for child in some:
        draft.take_out(child)
        new.content.append(child)
        draft.parents[child] = new
        draft.touch(child)
        draft.unsure.update(part.old for part in child.walk() if part.old is not None)
    for number, child in enumerate(some, 1):
        child.num = str(number) if child.num.isdigit() else chr(ord(some[0].printed[:1] or "a") + number - 1)
    draft.put_after(new, node)
    draft.busy.add(new)
    return True


def move_chapter(draft: Draft, donor: Sequence[Clause], rng: random.Random) -> bool:
    """A whole chapter goes after another; its articles keep their places in it, and their numbers."""
    holders = {draft.parents[b] for b in draft.blocks if b in draft.parents} - {draft.root}
    node = pick(draft, rng, sorted(holders, key=draft.nodes.index), lambda n: len(n.children) >= 2 and n.num)
    if node is None or node.old is None or node not in draft.parents:
        return False
    level = draft.old[node.old].provision.level
    others = [n for n in draft.parents[node].children if n is not node and n.old is not None and n.children]
    others = [n for n in others if draft.old[n.old or 0].provision.level == level and n not in draft.busy]
    siblings = draft.parents[node].children
    others = [n for n in others if not 0 <= siblings.index(node) - siblings.index(n) <= 1]
    if not others:
        return False
    target = rng.choice(others)
    here, there = siblings.index(node), siblings.index(target)
    passed = siblings[here + 1 : there + 1] if here < there else siblings[there + 1 : here]
    draft.take_out(node)
    draft.put_after(node, target)
    if len(passed) == 1:  # two neighbours: either may be said to have moved
        draft.unsure.update(n.old for n in (node, *passed) if n.old is not None)
    else:
        draft.moved.add(node.old)
    draft.touched.add(node.old)
    return True


_USUAL: list[Operation] = [
    reword, reword, reword, delete_child, delete_article, insert_child, insert_article, move_child, move_article,
    split_child, merge_children,
]  # fmt: skip
FAMILIES: dict[str, list[Operation]] = {
    "usual": _USUAL,
    "moves": [move_child, move_article, move_to_another_parent, swap_children, sort_children, move_chapter, reword],
    "rare": [
        retitle, delete_child_leaving_a_gap, split_article, swap_children, move_to_another_parent, insert_article,
        split_child, merge_children, reword,
    ],
    "others": [
        replace_a_term, split_in_three, split_in_three, move_child_and_reword, move_child_and_reword, merge_children,
        insert_child, insert_article, swap_children,
    ],
    "shifted": [insert_article_and_renumber, insert_child, delete_child, reword, split_child, merge_children],
}  # fmt: skip
