"""The inside of an article: paragraphs, points, alineas, notes, remarks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.structure.grammar import Tradition
from corpus.structure.lists import Placed, place
from corpus.structure.markers import find
from corpus.structure.numbers import is_first
from corpus.structure.tree import Node
from corpus.structure.view import View

__all__ = ["fill"]

_SENTENCE_END = re.compile(r"[.!?;…।]\s*[”\"»’')\]]*\s*(?:<\*>)?\s*[\d*]*$")
_STOP = re.compile(r"(?:[.,;:!?…।—–-]|\b(?:and|or|et|ou|und|oder|of|en|y|o|и|или|та|або))\s*[”\"»’')\]]*\s*$")
_QUOTE = "“„«\"‘'"
_UNITED_STATES = {"letter": "subsection", "decimal": "paragraph", "LETTER": "subparagraph", "roman": "clause", "ROMAN": "subclause"}
_SECTION = {"decimal": "subsection", "letter": "paragraph", "roman": "subparagraph", "LETTER": "clause", "ROMAN": "subclause"}


@dataclass(slots=True)
class _Block:
    """Lines that belong together: `start` to `end` of the view."""

    start: int
    end: int
    line: int


def fill(node: Node, view: View, lines: tuple[int, int], start: int, end: int, tradition: Tradition, wrapped: bool) -> None:
    """Give `node` its children from the lines (`lines`: first and last, exclusive) between `start` and `end` of the view."""
    parts = _segments(view, lines, start, tradition)
    holes = [(a, b) for kind, a, b, _ in parts if kind != "text"]
    main = Node(node.kind, node.level, start, end)
    _numbered(main, view, lines, start, end, tradition, wrapped, holes, node.level)
    node.children.extend(main.children)
    for kind, a, b, first in parts:
        if kind == "text":
            continue
        level = {"note": "note", "remark": "remark", "footnote": "authorialNote"}[kind]
        child = Node("note", level, a, b)
        if kind == "note":
            _number_note(child, view, tradition)
            last = next((i for i in range(first, lines[1]) if view.lines[i].start >= b), lines[1])
            begin = child.num[1] if child.num else a
            inner = Node("note", "note", begin, b)
            _numbered(inner, view, (first, last), begin, b, tradition, wrapped, [], "note")
            child.children = inner.children
        _insert(node, child)


def _number_note(child: Node, view: View, tradition: Tradition) -> None:
    match = tradition.note.match(view.text, child.start) if tradition.note else None
    if match is None:
        return
    after = re.compile(r"\s*(?:№\s*)?(\d{1,2}(?![.\d)])|[IVX]{1,4}\b|\d{1,2}(?=[.]?\s?[—–-]))?[\s.:—–-]*").match(view.text, match.end())
    child.num = (child.start, match.end())
    if after and after[1] and "\n" not in after.group()[: after.end(1) - after.start()]:
        child.number, child.num = after[1], (child.start, after.end(1))


def _insert(node: Node, child: Node) -> None:
    """Put a note where it stands: into the innermost unit that covers it, else beside its neighbours."""
    for other in node.children:
        if other.start <= child.start and child.end <= other.end and other.kind != "note":
            _insert(other, child)
            return
    for other in node.children:
        if other.start < child.start < other.end and child.end > other.end:
            child.start = other.end
    node.children.append(child)
    node.children.sort(key=lambda c: c.start)


def _segments(view: View, lines: tuple[int, int], start: int, tradition: Tradition) -> list[tuple[str, int, int, int]]:
    """Notes, remarks and footnotes among the lines: kind, start, end, first line."""
    out: list[tuple[str, int, int, int]] = []
    text = view.text
    open_note = False
    index = lines[0]
    while index < lines[1]:
        line = view.lines[index]
        at = max(line.start, start)
        if at >= line.end:
            index += 1
            continue
        lead = re.compile(r"[\s*>(\[“\"«]*").match(text, at, line.end)
        begin = lead.end() if lead else at
        kind = ""
        if line.footnote:
            kind = "footnote"
        elif tradition.history and tradition.history.match(text, at, line.end):
            if out and open_note:
                out[-1] = (out[-1][0], out[-1][1], _end_before(view, index, start), out[-1][3])
            out.append(("remark", at, view.lines[lines[1] - 1].end, index))
            break
        elif tradition.remark and (tradition.remark.match(text, at, line.end) or tradition.remark.match(text, begin, line.end)):
            kind = "remark"
        elif tradition.note and tradition.note.match(text, begin, line.end):
            kind = "note"
        if not kind:
            index += 1
            continue
        if out and open_note:
            out[-1] = (out[-1][0], out[-1][1], _end_before(view, index, start), out[-1][3])
        open_note = kind == "note"
        last = index + 1
        while last < lines[1] and not view.lines[last].first and kind != "note":
            last += 1
        stop = view.lines[lines[1] - 1].end if kind == "note" else view.lines[last - 1].end
        out.append((kind, begin if kind == "note" else at, stop, index))
        index = index + 1 if kind == "note" else last
    return [(k, a, b, i) for k, a, b, i in out if b > a]


def _end_before(view: View, index: int, start: int) -> int:
    return max(view.lines[index - 1].end, start)


def _blocks(view: View, lines: tuple[int, int], start: int, end: int, wrapped: bool, holes: list[tuple[int, int]]) -> list[_Block]:
    """The blocks of the lines; in hard-wrapped text only a blank line ends one."""
    out: list[_Block] = []
    for index in range(*lines):
        line = view.lines[index]
        a, b = max(line.start, start), min(line.end, end)
        if a >= b or any(x <= a < y for x, y in holes):
            continue
        if out and wrapped and not line.first:
            out[-1].end = b
        else:
            out.append(_Block(a, b, index))
    return out


def _numbered(
    unit: Node,
    view: View,
    lines: tuple[int, int],
    start: int,
    end: int,
    tradition: Tradition,
    wrapped: bool,
    holes: list[tuple[int, int]],
    level: str,
) -> None:
    placed = place(find(view, *lines, start, tradition, holes))
    blocks = _blocks(view, lines, start, end, wrapped, holes)
    stack: list[tuple[Node, bool]] = []
    alineas: dict[int, list[int]] = {}
    flows: dict[int, list[tuple[int, int]]] = {}
    queue = list(placed)
    owner: Node = unit
    previous_end = start
    counts: dict[int, int] = {}

    def close(depth: int, at: int) -> None:
        while len(stack) > depth:
            node, _ = stack.pop()
            node.end = max(node.start, at)

    for block in blocks:
        at = block.start
        here = [p for p in queue if p.marker.start < block.end]
        if not (here and here[0].marker.start <= at + 6 and not view.text[at : here[0].marker.start].strip("—–- \t“„«\"‘[0123456789_•.")):
            following = queue[0] if queue else None
            owner = _owner(view, unit, stack, owner, at, previous_end, following, wrapped)
            depth = next((i + 1 for i, (n, _) in enumerate(stack) if n is owner), 0)
            close(depth, previous_end)
            key = id(owner)
            fresh = _starts_alinea(view, at, previous_end) and previous_end > start
            if fresh or not flows.get(key):
                if fresh:
                    alineas.setdefault(key, []).append(at)
            flows.setdefault(key, []).append((at, block.end))
        for item in here:
            marker = item.marker
            close(min(item.depth, len(stack)), min(previous_end, marker.start) if marker.line == block.line and marker.strength >= 2 else _trim(view, marker.start))
            parent = stack[-1][0] if stack else unit
            intro = view.text[(parent.num[1] if parent.num and stack else parent.start) : marker.start].strip(" .)(—–-\n\t“„«\"") != ""
            if parent.children and parent.children[-1].kind == "item":
                intro = stack_intro(parent)
            node = Node("item", _level(tradition, level, item, stack, intro), marker.start, block.end, marker.token, marker.num)
            node.count = int(intro)
            parent.children.append(node)
            stack.append((node, intro))
            owner = node
        queue = queue[len(here) :]
        previous_end = block.end
        for node, _ in stack:
            node.end = max(node.end, block.end)
        counts[id(owner)] = counts.get(id(owner), 0) + 1
    close(0, min(previous_end, end))
    _alineas(unit, alineas, flows, view, tradition, start, previous_end)


def stack_intro(parent: Node) -> bool:
    return bool(parent.children[-1].count)


def _trim(view: View, at: int) -> int:
    while at > 0 and view.text[at - 1].isspace():
        at -= 1
    return at


def _owner(
    view: View, unit: Node, stack: list[tuple[Node, bool]], owner: Node, at: int, before: int, following: Placed | None, wrapped: bool
) -> Node:
    """The unit that an unnumbered block belongs to (see the module `body` for the cases)."""
    if not stack:
        return unit
    text = view.text
    tail = text[max(0, before - 12) : before]
    char = text[at]
    if not _STOP.search(tail) and not char.isupper() and char not in _QUOTE:
        return owner
    depth = len(stack) - 1
    lowest = following.depth if following is not None and _continues(following, stack) else -1
    if char.isupper() or char in _QUOTE or char in "¿¡":
        while depth >= 0 and stack[depth][1]:
            depth -= 1
    else:
        depth = next((i for i, (n, _) in enumerate(stack) if n is owner), depth + 1) - (1 if owner is stack[-1][0] else 0)
    depth = min(max(depth, lowest), len(stack) - 1)
    return stack[depth][0] if depth >= 0 else unit


def _continues(following: Placed, stack: list[tuple[Node, bool]]) -> bool:
    """Whether the next number goes on with an open list (rather than beginning one anew)."""
    return following.depth < len(stack) and not is_first(following.kind, following.marker.token)


def _starts_alinea(view: View, at: int, before: int) -> bool:
    text = view.text
    char = text[at]
    if not (char.isupper() or char in _QUOTE or char in "¿¡[" or not (char.islower() or char.isdigit())):
        return False
    return bool(_SENTENCE_END.search(text[max(0, before - 12) : before])) or char in "“„«\""


def _level(tradition: Tradition, unit: str, item: Placed, stack: list[tuple[Node, bool]], intro: bool) -> str:
    if tradition.levels == "united_states":
        return _UNITED_STATES.get(item.kind, "item") if item.marker.form == "paren" else "item"
    if unit in ("section", "rule", "regulation", "clause") and tradition.levels == "section":
        used = {n.level for n, _ in stack}
        level = _SECTION.get(item.kind, "item")
        if item.kind == "roman" and not stack:
            level = "paragraph"
        return level if level not in used else "item"
    if not stack and not intro and (item.kind in ("decimal", "ROMAN")):
        return "paragraph"
    return "point"


def _alineas(
    unit: Node,
    starts: dict[int, list[int]],
    flows: dict[int, list[tuple[int, int]]],
    view: View,
    tradition: Tradition,
    begin: int,
    last: int,
) -> None:
    """Make unnumbered paragraphs units of their own, where there is more than one."""
    for child in list(unit.children):
        if child.kind == "item":
            _alineas(child, starts, flows, view, tradition, child.start, child.end)
    cuts = starts.get(id(unit), [])
    if not cuts or (unit.kind == "item" and unit.level == "point"):
        return
    items = [c for c in unit.children if c.kind == "item"]
    if items and items[0].level in ("paragraph", "subsection") and not items[0].count:
        return
    edges = [*cuts, last if unit.kind != "item" else unit.end]
    own = (unit.num[1] if unit.num and unit.kind == "item" else begin)
    french = tradition.name == "french"
    made: list[Node] = []
    first_text = view.text[own : cuts[0]].strip(" .)(—–-\n\t")
    kept = [c for c in unit.children if c.start < cuts[0]]
    count = 0
    if first_text:
        count = 1 + (len(kept) if french else 0)
        if not kept:
            lead = own + len(view.text[own : cuts[0]]) - len(view.text[own : cuts[0]].lstrip(" .)—–-\n\t"))
            made.append(_alinea(view, tradition, lead, _trim(view, cuts[0]), 1))
    for a, b in zip(edges, edges[1:], strict=False):
        count += 1
        node = _alinea(view, tradition, a, _trim(view, b), count)
        node.children = [c for c in unit.children if a <= c.start < b]
        count += len(node.children) if french else 0
        made.append(node)
    unit.children = sorted([*kept, *made], key=lambda c: c.start)


def _alinea(view: View, tradition: Tradition, start: int, end: int, count: int) -> Node:
    level = "alinea"
    if view.text[start] in _QUOTE and tradition.definition:
        term = re.compile(r"[“„«\"‘']\s*[^”“„«»\"’]{1,80}[”“»\"’']").match(view.text, start, end)
        if term and tradition.definition.search(view.text, term.end(), min(end, term.end() + 200)):
            level = "definition"
    node = Node("alinea", level, start, end)
    node.count = count
    return node
