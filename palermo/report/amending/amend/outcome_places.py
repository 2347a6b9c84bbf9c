"""Beside which paragraph of an amended act an outcome stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from palermo.corpus.amendments import Amendment, Edit, Instruction, Outcome, Status, Target
from palermo.corpus.amendments.model import Step
from palermo.corpus.model.text_model import Span, Version
from palermo.report.redline.offsets import Moves
from palermo.report.redline.pieces import PieceMark
from palermo.report.redline.tracked import Tracked

__all__ = ["OutcomePlaces"]

_OPENING = "“„«‘\"' "


class OutcomePlaces:
    """Places of the outcomes: an applied one at its edit, a refused one at its target, if the act has that."""

    def __init__(self, amendment: Amendment, base: Version, version: Version, paragraphs: Sequence[Tracked]) -> None:
        self._amendment = amendment
        self._paragraphs = paragraphs
        self._moves = Moves(amendment.edits)
        self._left = [(p.left, n) for n, p in enumerate(paragraphs) if p.left is not None]
        self._right = [(p.right, n) for n, p in enumerate(paragraphs) if p.right is not None]
        self._cites = [(self._left, _cites(base)), (self._right, _cites(version))]

    def of(self, number: int) -> int | None:
        """The paragraph at which the place of outcome `number` begins; None where it has none."""
        outcome = self._amendment.outcomes[number]
        if outcome.status is Status.APPLIED:
            return self._edited(outcome)
        return self._aimed(outcome.instruction) if outcome.status is Status.REFUSED else None

    def _edited(self, outcome: Outcome) -> int | None:
        """The first paragraph of its edit that is part of what was brought or holds it, else the first changed one; of
        what replaces whole paragraphs, the first of them.
        """
        edit = outcome.edit
        whole = self._edits(edit) if edit is not None else []
        if edit is None or not whole:
            return None
        gone = [edit.base] if edit.base.end > edit.base.start else [self._amendment.edits[n].base for n in whole]
        old = sorted({at for span in gone for at in _touched(self._left, span)})
        new = [at for n in whole for at in _touched(self._right, self._moves.brought(n))]
        found = sorted({*old, *new})
        changed = [at for at in found if self._paragraphs[at].changed] or found
        words = "".join(edit.insert.split())
        fitting = [
            at for at in changed if words and _fits("".join(self._paragraphs[at].text(PieceMark.OUT).split()), words)
        ]
        first = next(iter(fitting or changed), None)
        if first is None or not old or edit.base.end == edit.base.start:
            return first
        left = self._paragraphs[old[0]].left
        replaced = left is not None and edit.base.covers(left)
        return min(old[0], first) if replaced else first

    def _edits(self, edit: Edit) -> list[int]:
        """The edits of the whole amendment that the outcome's is, became part of, or was made of."""
        start, end = edit.base
        every = list(enumerate(other.base for other in self._amendment.edits))
        around = [n for n, base in every if base.start <= start and end <= base.end]
        same = [n for n in around if edit.insert and edit.insert in self._amendment.edits[n].insert]
        return same[:1] or around[:1] or [n for n, base in every if start <= base.start and base.end <= end]

    def _aimed(self, instruction: Instruction) -> int | None:
        """The provision that it is about, or the nearest one around it."""
        steps = instruction.target.steps
        if instruction.anchor is not None:
            steps = (*steps, *instruction.anchor.steps)
        for length in range(len(steps), 0, -1):
            at = self._at(steps[:length])
            if at is not None:
                return at
        return None

    def _at(self, steps: tuple[Step, ...]) -> int | None:
        """The first paragraph of the provision; of a definition, which has no number, the one that begins with it."""
        term = steps[-1].num.casefold() if steps[-1].level == "definition" else ""
        cite = Target(steps[:-1] if term else steps).cite.casefold()
        for side, cites in reversed(self._cites):
            here = _touched(side, cites[cite]) if cite in cites else []
            found = (n for n in here if self._begins(n, term)) if term else iter(here)
            at = next(found, None)
            if at is not None:
                return at
        return None

    def _begins(self, number: int, term: str) -> bool:
        paragraph = self._paragraphs[number]
        read = paragraph.text(PieceMark.OUT) or paragraph.text(PieceMark.IN)
        return read.lstrip(_OPENING).casefold().startswith(term)


def _cites(version: Version) -> dict[str, Span]:
    """Where provisions stand, by citation; the first where there are several, none that the act quotes."""
    found: dict[str, Span] = {}
    for provision in version.root.walk():
        if provision.cite and "|" not in provision.cite:
            found.setdefault(provision.cite.casefold(), provision.span)
    return found


def _touched(side: Sequence[tuple[Span, int]], span: Span) -> list[int]:
    """The paragraphs that reach into the span, in order; the one at an empty span."""
    first = bisect_right(side, span.start, key=lambda item: item[0].start) - 1
    last = bisect_left(side, max(span.end, span.start + 1), key=lambda item: item[0].start)
    return [n for stands, n in side[max(first, 0) : last] if stands.end > span.start]


def _fits(text: str, words: str) -> bool:
    """Whether the paragraph is part of what was brought, or holds it."""
    return bool(text) and (text in words or words in text)
