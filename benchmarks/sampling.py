"""What operations on a draft share: which clause they take, and what they do to its words and its place."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from benchmarks.speed.draft import Draft, Node, Piece, following
from palermo.alignment.compare.clauses import Clause
from palermo.corpus.model.text_model import Version

__all__ = [
    "SIDES_OF_A_SPLIT",
    "cuts",
    "first_word",
    "foreign",
    "heading_of",
    "inserted",
    "like",
    "listed",
    "pick",
    "pick_list",
    "reword_node",
    "shift",
]

SIDES_OF_A_SPLIT = 8  # words
_SENTENCE = re.compile(r"[.;]\s+(?=[^\W\d_])")


def pick(draft: Draft, rng: random.Random, nodes: Sequence[Node], fits: Callable[[Node], object] = bool) -> Node | None:
    """A node still in the draft that nothing was done to, and that fits."""
    free = [n for n in nodes if n not in draft.busy and (n in draft.parents or n is draft.root) and _in(draft, n)]
    for node in rng.sample(free, len(free)):
        if fits(node):
            draft.busy.add(node)
            return node
    return None


def pick_list(draft: Draft, rng: random.Random, least: int = 3, fits: Callable[[Node], object] = bool) -> Node | None:
    """A node with a numbered list; with heavy use several things are done to one list."""
    free = [n for n in draft.nodes if n in draft.in_turn and len(listed(n)) >= least and _in(draft, n)]
    free = [n for n in free if fits(n) and (draft.heavy or n not in draft.busy)]
    if not free:
        return None
    node = rng.choice(free)
    draft.busy.add(node)
    return node


def _in(draft: Draft, node: Node) -> bool:
    while node in draft.parents:
        node = draft.parents[node]
    return node is draft.root


def listed(node: Node) -> list[Node]:
    return [child for child in node.children if following(child.num)]


def reword_node(draft: Draft, node: Node, share: float, rng: random.Random) -> None:
    """Replace this share of its words by words from elsewhere in the act."""
    for piece in node.pieces:
        piece.text = re.sub(
            r"[^\W\d_]{2,}", lambda m: rng.choice(draft.vocabulary) if rng.random() < share else m.group(), piece.text
        )


def shift(draft: Draft, node: Node, k: int, to: int) -> bool:
    some = listed(node)
    child = some[k]
    if child.old is None or child in draft.busy:
        return False
    places = [node.content.index(c) for c in some]
    some.insert(to, some.pop(k))
    for place, other in zip(places, some, strict=True):
        node.content[place] = other
    draft.moved.add(child.old)
    draft.busy.add(child)
    child.apart = True
    draft.touched.add(child.old)
    return True


def like(draft: Draft, node: Node, num: str, words: str) -> Node:
    """A new clause with these words that begins on its line as the given one does."""
    start = node.pieces[0].text[: first_word(node.pieces[0].text)]
    level = draft.old[node.old].provision.level if node.old is not None else node.level
    return Node(None, node.lead, node.before, num, [Piece(start + words)], level=level)


def first_word(text: str) -> int:
    found = re.search(r"[^\W_]", text)
    return found.start() if found else len(text)


def foreign(donor: Sequence[Clause], rng: random.Random) -> str:
    """The words of a clause of the donor."""
    clause = rng.choice([c for c in donor if 12 <= c.words.total() <= 60 and not c.children])
    first = clause.tokens.starts[min(clause.label.stop, len(clause.tokens) - 1)]
    version: Version = clause.version
    return version.reading(clause.provision.span._replace(start=first)).text


def heading_of(draft: Draft, node: Node) -> str:
    clause = draft.clause(node)
    heading = clause.provision.heading if clause else ""
    return heading if len(heading) > 8 and heading in node.pieces[0].text else ""


def cuts(draft: Draft, node: Node) -> list[int]:
    if node.children or node in draft.busy or node.old is None:
        return []
    text = node.pieces[0].text
    ends = [m.end() for m in _SENTENCE.finditer(text)]
    return [e for e in ends if min(len(text[:e].split()), len(text[e:].split())) >= SIDES_OF_A_SPLIT]


def inserted(draft: Draft, node: Node, letter: str) -> str:
    """A number for an article put in after this one, as the language's drafters write it."""
    return node.num + ("-1" if draft.version.lang in {"fr", "ru", "uk"} else letter)
