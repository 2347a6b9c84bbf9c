"""From the reference in an instruction to the one place that it means. More than one, or none, is a refusal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from palermo.corpus.amendments.model import Part, Status, Step, Target
from palermo.corpus.amendments.operations.list_punctuation import explains
from palermo.corpus.amendments.provision_layout import ProvisionLayout
from palermo.corpus.amendments.reading.definitions import opens
from palermo.corpus.amendments.reading.find_words import bullet
from palermo.corpus.amendments.refusal import Refusal
from palermo.corpus.amendments.working_text.draft import ANNEXED, WorkingBlock, WorkingText, section_key
from palermo.corpus.amendments.working_text.provision_tree import Path
from palermo.corpus.model.text_model import Provision, Span

__all__ = ["BLOCKS", "LocatedPlace", "locate", "section_of"]


_HEADINGS = frozenset({"part", "subpart", "chapter", "division", "crossHeading", "hcontainer"})
BLOCKS = frozenset({"alinea", "sentence"})  # levels that are counted, not numbered


@dataclass(frozen=True, slots=True)
class LocatedPlace:
    """`span` of the block's text is what is meant; `node` is the provision, at `path` of the block's tree.

    `path` is None where the provision is none of the tree's (a definition in running text), `last` the last provision
    where several are meant, `among` the
    siblings (and itself) among which it stands.
    """

    block: WorkingBlock
    node: Provision
    path: Path | None
    span: Span
    last: Provision | None = None
    among: tuple[Provision, ...] = ()

    @property
    def text(self) -> str:
        return self.block.text[self.span.start : self.span.end]


def locate(draft: WorkingText, target: Target, layout: ProvisionLayout) -> LocatedPlace:
    """The place of the target. Raises Refusal where it is not there, or there more than once."""
    block = section_of(draft, target)
    if layout.rereads:
        block.reread(layout)
    assert block.unit is not None
    if target.part is Part.HEADING_BEFORE:
        return _heading_before(draft, block, target)
    node, path, among = _descend(block, target, layout)
    last = _through(among, node, target) if target.through else None
    span = Span(node.span.start, (last or node).span.end)
    if target.part in (Part.BEFORE, Part.AFTER, Part.OPENING):
        span = _portion(block, node, target, layout)
    elif target.part is Part.HEADING:
        if node.heading_span is None:
            raise Refusal(f"{_name(target)} has no heading")
        span = node.heading_span
    return LocatedPlace(block, node, path, span, last, among)


def _heading_before(draft: WorkingText, section: WorkingBlock, target: Target) -> LocatedPlace:
    if not draft.whole:
        raise Refusal("a heading over sections is none of the provision given", Status.ELSEWHERE)
    found = draft.heading_before(section) if len(target.steps) == 1 else None
    if found is None:
        raise Refusal(f"no heading is known before {_name(target)}")
    block, span = found
    return LocatedPlace(block, Provision("", "heading", "", "", "", span), None, span)


def section_of(draft: WorkingText, target: Target) -> WorkingBlock:
    """The block of the target's section. Raises Refusal: not addressed where the base is another section only."""
    if not target.steps:
        raise Refusal("the instruction names no provision")
    if target.steps[0].level == "outside":
        raise Refusal(
            f"{target.steps[0].num}: palermo amends sections only", Status.REFUSED if draft.whole else Status.ELSEWHERE
        )
    number = target.steps[0].num
    if target.steps[0].level in ANNEXED:
        return _annex(draft, target)
    found = draft.sections.get(section_key(number), [])
    if target.codified and target.codified != number and (coded := draft.sections.get(section_key(target.codified))):
        if found:
            raise Refusal(
                f"there is a section {number}, and a section {target.codified}, which is its number in the code"
            )
        found = coded
    if len(found) > 1:
        raise Refusal(f"{_word(target.steps[0])} stands in the text more than once")
    if not found:
        if draft.whole:
            raise Refusal(f"{_word(target.steps[0])} is not in the text")
        raise Refusal(f"{_word(target.steps[0])} is not the provision given", Status.ELSEWHERE)
    return found[0]


def _annex(draft: WorkingText, target: Target) -> WorkingBlock:
    """The schedule or annex that is named; without a number, the only one."""
    step = target.steps[0]
    every = [block for blocks in draft.annexes.values() for block in blocks]
    found = draft.annexes.get(section_key(step.num), []) if step.num else every
    if len(found) > 1:
        raise Refusal(f"{step.level} {step.num} stands in the text more than once".replace("  ", " "))
    if not found:
        status = Status.REFUSED if draft.whole else Status.ELSEWHERE
        raise Refusal(f"{step.level} {step.num} is not in the text".replace("  ", " "), status)
    return found[0]


def _inside(node: Provision, *, through: bool) -> Iterator[tuple[Path, Provision, tuple[Provision, ...]]]:
    """The provisions below the node, each with its siblings; with `through` those under headings in it, too."""
    for n, child in enumerate(node.children):
        yield (n,), child, node.children
        if through and child.level in _HEADINGS:
            yield from (((n, *path), inner, among) for path, inner, among in _inside(child, through=True))


def _descend(
    block: WorkingBlock, target: Target, layout: ProvisionLayout
) -> tuple[Provision, Path | None, tuple[Provision, ...]]:
    assert block.unit is not None
    node = block.unit
    among: tuple[Provision, ...] = (node,)
    inner: Path | None = ()
    for at, step in enumerate(target.steps[1:], 1):
        if step.level == "definition":
            node, inner = _definition(block, node, inner, step, layout)
            among = ()
            continue
        if (spans := layout.counted(block.text, node, step)) is not None:
            node, inner, among = _counted(node, step, spans), None, ()
            continue
        through = block.unit.level in ANNEXED and (at == 1 or node.level in _HEADINGS)
        found = [one for one in _inside(node, through=through) if _is(one[1], step)]
        if len(found) > 1:
            raise Refusal(f"{_name(target, at)} stands in the text more than once")
        if not found:
            raise Refusal(f"{_name(target, at)} is not in the text")
        path, node, among = found[0]
        inner = (*inner, *path) if inner is not None else None
    return node, inner, among


def _definition(
    block: WorkingBlock, node: Provision, path: Path | None, step: Step, layout: ProvisionLayout
) -> tuple[Provision, Path | None]:
    spans = [s for s in layout.definitions(block.text, node) if opens(block.text, s, step.num)]
    if len(spans) != 1:
        count = "is not in the text" if not spans else "stands in the text more than once"
        raise Refusal(f"the definition of {step.num} {count}")
    for n, child in enumerate(node.children):
        if child.span == spans[0]:
            return child, (*path, n) if path is not None else None
    return layout.units(block.text, *spans[0], "definition")[0], None


def _counted(node: Provision, step: Step, spans: list[Span]) -> Provision:
    """The unit of those at `spans` that the step leads to by its place, with the numbered parts in it."""
    at = int(step.num)
    if not 0 < at <= len(spans) and at != -1:
        raise Refusal(f"there are only {len(spans)} of them: no {step.level} {step.num}")
    span = spans[at - 1 if at > 0 else -1]
    level = step.level if step.level in BLOCKS else "alinea"
    inside = tuple(c for c in node.children if span.start < c.span.start and c.span.end <= span.end)
    return Provision("", level, step.num, "", "", span, inside)


def _is(child: Provision, step: Step) -> bool:
    if step.level == "explanation" and explains(child):
        return True
    if child.num.casefold() != step.num.casefold():
        return False
    return not step.level or not child.level or step.level == child.level or child.level in ("item", "point")


def _through(among: tuple[Provision, ...], node: Provision, target: Target) -> Provision:
    """The sibling at the end of a range."""
    at = next(n for n, child in enumerate(among) if child is node) if among else 0
    found = [c for c in among[at:] if c.num.casefold() == target.through.casefold()]
    if len(found) != 1:
        raise Refusal(f"({target.through}), the end of the range, is not in the text once")
    return found[0]


def _portion(block: WorkingBlock, node: Provision, target: Target, layout: ProvisionLayout) -> Span:
    """The words of the provision before or after the child `edge`, or before its first child."""
    children = node.children
    if target.edge is not None and target.edge == Step("definition", ""):
        spans = layout.definitions(block.text, node)
        if not spans or target.part is not Part.BEFORE:
            raise Refusal(f"no definitions are found in {_name(target)}")
        return Span(node.span.start, spans[0].start).trimmed(block.text)
    if target.edge is None:  # before the first, or behind the last
        if not children:
            raise Refusal(f"{_name(target)} has no parts below it, so no words before or after them")
        edge = 0 if target.part is Part.OPENING else len(children) - 1
    else:
        found = [n for n, c in enumerate(children) if _is(c, target.edge)]
        if len(found) != 1:
            raise Refusal(f"{_word(target.edge)} is not in {_name(target)} once")
        edge = found[0]
    if target.part is Part.AFTER:
        if edge + 1 < len(children):
            raise Refusal(f"what follows {_word(target.edge) if target.edge else ''} are numbered parts")
        if children[edge].span.end >= node.span.end:
            raise Refusal("where the words after the last part begin cannot be told from the text")
        return Span(children[edge].span.end, node.span.end).trimmed(block.text)
    return Span(node.span.start, bullet(block.text, children[edge].span.start)).trimmed(block.text)


def _name(target: Target, position: int | None = None) -> str:
    steps = target.steps if position is None else target.steps[: position + 1]
    return f"{steps[-1].level or 'provision'} {Target(steps).cite}"


def _word(step: Step) -> str:
    return f"{step.level or 'provision'} {step.num}"
