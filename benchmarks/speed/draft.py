"""An act as a tree that can be altered and written out again, each character with the clause that it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from palermo.alignment.compare.clauses import Clause, clauses
from palermo.alignment.compare.match import blocks
from palermo.corpus.model.text_model import Provision, Span, Version

__all__ = ["Draft", "Node", "Piece", "Written", "following"]


_NO_ROOT = Provision("", "", "", "", "", Span(0, 0))


@dataclass(eq=False)
class Piece:
    """Own text of a node; `origin` is the old clause that its words come from."""

    text: str
    origin: int | None = None


@dataclass(eq=False)
class Node:
    """A clause of the draft. `lead` is what stands before it on its line, `before` what stands before its number."""

    old: int | None
    lead: str = ""
    before: str = ""
    num: str = ""
    content: list[Piece | Node] = field(default_factory=list)
    printed: str = ""  # its number in the old text
    keeps: bool = False  # its children keep their numbers, whatever becomes of them
    apart: bool = False  # it was put where it stands, and needs lines of its own
    level: str = ""
    heading: str = ""

    @property
    def children(self) -> list[Node]:
        return [part for part in self.content if isinstance(part, Node)]

    @property
    def pieces(self) -> list[Piece]:
        return [part for part in self.content if isinstance(part, Piece)]

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()


class Written(NamedTuple):
    """The parts of a text, for each character the clause that it comes from, and the text's provisions at last."""

    parts: list[str]
    origins: list[int | None]
    root: Provision = _NO_ROOT

    def put(self, text: str, origin: int | None) -> None:
        self.parts.append(text)
        self.origins.extend([origin] * len(text))


@dataclass
class Draft:
    """`old` are the clauses of the version, `nodes` the node of each; `moved` are old clauses, `unsure` those of which
    nobody can say whether they moved; `touched` those whose words, place or existence were changed.
    """

    version: Version
    heavy: bool = False
    old: list[Clause] = field(init=False)
    nodes: list[Node] = field(init=False)
    parents: dict[Node, Node] = field(init=False)
    blocks: list[Node] = field(init=False)
    in_turn: set[Node] = field(init=False)
    starts: set[int] = field(init=False)
    leads: dict[int, str] = field(init=False)
    touched: set[int] = field(default_factory=set)
    moved: set[int] = field(default_factory=set)
    unsure: set[int] = field(default_factory=set)
    busy: set[Node] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.old = clauses([self.version])
        self.nodes = []
        self.starts, self.leads = {clause.provision.span.start for clause in self.old}, {}
        self._build(self.version.root)
        self.parents = {child: node for node in self.nodes for child in node.children}
        self.blocks = [self.nodes[b] for b in blocks(self.old) if self.old[b].size > 8 and self.nodes[b].num]
        self.in_turn = {node for node in self.nodes if self.numbered(node)}

    @property
    def root(self) -> Node:
        return self.nodes[0]

    @cached_property
    def vocabulary(self) -> list[str]:
        return [key for clause in self.old for key in clause.tokens.keys if key.isalpha()]

    def clause(self, node: Node) -> Clause | None:
        return None if node.old is None else self.old[node.old]

    def words(self, node: Node) -> int:
        """How many words its own text had; 0 for a new one."""
        return 0 if node.old is None else self.old[node.old].words.total()

    def numbered(self, node: Node) -> list[Node]:
        """The children that are numbered in turn; none if they are fewer than three or not in turn."""
        found = [child for child in node.children if following(child.num)]
        turn = all(following(a.num) == b.num for a, b in pairwise(found))
        return found if len(found) >= 3 and turn else []

    def touch(self, node: Node) -> None:
        self.touched.update(part.old for part in node.walk() if part.old is not None)

    def take_out(self, node: Node) -> None:
        self.parents.pop(node).content.remove(node)

    def put_after(self, node: Node, other: Node) -> None:
        parent = self.parents[other]
        parent.content.insert(parent.content.index(other) + 1, node)
        self.parents[node] = parent
        node.apart = True

    def write(self) -> Written:
        """The text with what it consists of, and for each of its characters the old clause that it comes from."""
        for node in self.in_turn:
            self._number(node)
        written = Written([], [])
        root = self._write(self.root, written, "n")
        return written._replace(root=root)

    def _build(self, provision: Provision) -> Node:
        node = Node(len(self.nodes), lead=self.leads.pop(provision.span.start, ""))
        self.nodes.append(node)
        (at, end), num = provision.span, provision.num_span
        if num is not None and num.end <= (provision.children[0].span.start if provision.children else end):
            node.before, node.num = self.version.text[at : num.start], self.version.quote(num)
            node.printed, at = node.num, num.end
        for child in provision.children:
            node.content.append(self._piece(at, child.span.start, node))
            node.content.append(self._build(child))
            at = child.span.end
        node.content.append(self._piece(at, end, node))
        return node

    def _piece(self, start: int, end: int, node: Node) -> Piece:
        """Own text, less the signs at its end that go with what follows, such as those of a heading or a list."""
        text = self.version.text[start:end]
        lead = self.version.text[self.version.text.rfind("\n", 0, end) + 1 : end]
        if end in self.starts and lead and text.endswith("\n" + lead) and not any(map(str.isalnum, lead)):
            self.leads[end] = lead
            text = text[: -len(lead)]
        return Piece(text, node.old)

    def _number(self, node: Node) -> None:
        """Number the children in turn again, from the number of what was the first."""
        if node.keeps or node.old is None:
            return
        olds = (self.nodes[k].printed for k in self.old[node.old].children)
        number = next(filter(following, olds))
        for child in node.children:
            if following(child.num) and number:
                child.num = number
                number = following(number) or ""

    def _quotes(self, parent: int, child: int) -> bool:
        outer, inner = (self.old[k].provision.id.count("qstr") for k in (parent, child))
        return inner > outer

    def _write(self, node: Node, written: Written, eid: str) -> Provision:
        if node.apart:
            written.put("\n\n", None)
        written.put(node.lead, None)
        start = len(written.origins)
        written.put(node.before, node.old)
        num_start = len(written.origins)
        written.put(node.num, node.old)
        num_end = len(written.origins)
        children: list[Provision] = []
        again = re.compile(rf"(?m)^(\W*){re.escape(node.printed)}(?=\W)") if node.num != node.printed else None
        for place, part in enumerate(node.content):
            if isinstance(part, Node):
                quoted = part.old is not None and node.old is not None and self._quotes(node.old, part.old)
                children.append(self._write(part, written, f"{eid}__{'qstr__' * quoted}n{len(children)}"))
            elif place == 0 and again and node.printed:  # some print the number again before the words
                written.put(again.sub(lambda found: found[1] + node.num, part.text), part.origin)
            else:
                written.put(part.text, part.origin)
        end = len(written.origins)
        if node.apart:
            written.put("\n\n", None)
        old = self.old[node.old].provision if node.old is not None else None
        level, heading = (old.level, node.heading or old.heading) if old else (node.level, node.heading)
        number = Span(num_start, num_end) if node.num else None
        return Provision(eid, level, node.num, eid, heading, Span(start, end), tuple(children), number)


def following(number: str, by: int = 1) -> str | None:
    """The number after it (or before it): 2 after 1, b after a; None where that is not plain."""
    if number.isdigit() and int(number) + by > 0:
        return str(int(number) + by)
    if len(number) == 1 and number.isalpha() and chr(ord(number) + by).isalpha():
        return chr(ord(number) + by)
    return None
