"""The base while instructions are carried out: its sections apart, each with its text, its tree and its edits."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from palermo.corpus.amendments.model import Edit
from palermo.corpus.amendments.provision_layout import Annexes, ProvisionLayout
from palermo.corpus.amendments.working_text.edits import TextChanges
from palermo.corpus.amendments.working_text.provision_tree import Path, graft, shifted, spliced
from palermo.corpus.model.text_model import Provision, Span, Version
from palermo.corpus.structure.lines.numbers import clean

__all__ = ["ANNEXED", "WorkingBlock", "WorkingText", "section_key"]

UNITS = frozenset({"article", "section", "rule", "regulation", "schedule", "annex", "appendix", "attachment"})
ANNEXED = frozenset({"schedule", "annex", "appendix", "attachment"})  # numbered by themselves


@dataclass(eq=False)
class WorkingBlock:
    """A section (`unit` is its tree), or what stands between two (`unit` is None), from `start` of the base on."""

    changes: TextChanges
    unit: Provision | None
    start: int
    home: int
    """Where the section of the base begins that this is, or that it was put beside."""
    reading: str | None = None
    """The text that the tree was last read in by a layout."""
    headings: tuple[Span, ...] = ()
    """Between sections: the headings of the parts that begin here, as they stood."""

    @property
    def text(self) -> str:
        return self.changes.text

    def replace(self, span: Span, insert: str) -> Edit:
        """Change the text and move the tree with it; the edit is in the base's coordinates."""
        edit = self.changes.replace(span.start, span.end, insert)
        if self.unit is not None:
            self.unit = spliced(self.unit, span.start, span.end, len(insert))
        return Edit(Span(edit.base.start + self.start, edit.base.end + self.start), insert)

    def reread(self, layout: ProvisionLayout) -> None:
        """Give the section the tree that the layout reads in its text, if it finds one; not where that is known."""
        if self.unit is None or self.reading == self.text:
            return
        if self.unit.level in ANNEXED:
            unit = layout.annex(self.text, self.unit.num) if isinstance(layout, Annexes) else None
        else:
            unit = layout.section(self.text, self.unit.num)
        if unit is not None:
            self.unit = replace(unit, id=self.unit.id, cite=self.unit.cite, level=self.unit.level)
        self.reading = self.text

    def graft(self, path: Path, nodes: tuple[Provision, ...], by: int) -> None:
        """Put provisions (their spans begin `by` code points before their place here) among the children at `path`."""
        assert self.unit is not None
        self.unit = graft(self.unit, path, [shifted(node, by) for node in nodes])


@dataclass
class WorkingText:
    """`blocks` in order; `sections` finds them by number (in lower case), `annexes` schedules and the like."""

    blocks: list[WorkingBlock]
    whole: bool = True
    """Whether this is a whole act; otherwise one provision, and others are not addressed."""
    sections: dict[str, list[WorkingBlock]] = field(default_factory=lambda: defaultdict(list))
    annexes: dict[str, list[WorkingBlock]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, version: Version) -> WorkingText:
        """The draft of a whole act, or of as much of it as the version holds."""
        draft = cls([])
        at = 0
        for unit in version.root.outermost(UNITS):
            if unit.span.start > at:
                draft._add(version.text, at, unit.span.start, None)
            draft._add(version.text, unit.span.start, unit.span.end, unit)
            at = unit.span.end
        draft._add(version.text, at, len(version.text), None)
        spans = [p.heading_span for p in version.root.walk() if p.heading_span and p.level not in UNITS]
        for block in draft.blocks:
            if block.unit is None:
                end = block.start + len(block.text)
                inside = [
                    Span(s.start - block.start, s.end - block.start) for s in spans if block.start <= s.start < end
                ]
                block.headings = tuple(s for s in inside if s.end <= len(block.text))
        return draft

    @classmethod
    def single(cls, text: str, unit: Provision) -> WorkingText:
        """The draft of one section."""
        draft = cls([], whole=False)
        draft._add(text, 0, len(text), unit)
        return draft

    def _add(self, text: str, start: int, end: int, unit: Provision | None) -> None:
        if start == end:
            return
        block = WorkingBlock(TextChanges(text[start:end]), shifted(unit, -start) if unit else None, start, start)
        self.blocks.append(block)
        if unit is not None and unit.num and unit.level not in ANNEXED:
            self.sections[section_key(unit.num)].append(block)
        elif unit is not None and unit.level in ANNEXED:
            self.annexes[section_key(unit.num)].append(block)

    def heading_before(self, section: WorkingBlock) -> tuple[WorkingBlock, Span] | None:
        """The nearest heading over a section, which is no heading of its own; None where none is known."""
        at = self.blocks.index(section)
        before = self.blocks[at - 1] if at else None
        if before is None or before.unit is not None or not before.headings or before.changes.edits:
            return None
        return before, before.headings[-1]

    def insert(self, beside: WorkingBlock, text: str, unit: Provision, *, after: bool) -> Edit:
        """Put a new section behind or before another; its edit inserts between the two blocks."""
        at = self.blocks.index(beside) + after
        where = beside.start + (len(beside.changes.base) if after else 0)
        new = WorkingBlock(TextChanges(""), None, where, beside.home)
        insert = "\n" + text if after else text + "\n"
        edit = new.replace(Span(0, 0), insert)
        new.unit = shifted(unit, 1) if after else unit
        self.blocks.insert(at, new)
        self.sections[section_key(unit.num)].append(new)
        return edit

    def reread(self, layout: ProvisionLayout) -> None:
        """Read the changed sections anew."""
        for block in self.blocks:
            if block.changes.edits:
                block.reread(layout)

    @property
    def text(self) -> str:
        return "".join(block.text for block in self.blocks)

    def edits(self) -> list[Edit]:
        """The edits that turn the base into the text, in the base's coordinates, in order."""
        return [
            Edit(Span(edit.base.start + block.start, edit.base.end + block.start), edit.insert)
            for block in self.blocks
            for edit in block.changes.edits
        ]


def section_key(number: str) -> str:
    """A section's number as it is compared: "1er" is 1, "L. 214-3" is l214-3, "145 bis" is 145bis."""
    return re.sub(r"(?<=[a-z])\.(?=\d)", "", clean(number).casefold())
