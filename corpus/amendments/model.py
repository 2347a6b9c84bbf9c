"""The instructions of an amending act, and what became of them.

Spans are code points, half-open: an instruction's into the amending text, an edit's into the base text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from palermo.corpus.model.text_model import Span, Version

__all__ = [
    "Amendment",
    "Anchor",
    "Commencement",
    "Edit",
    "Instruction",
    "Occurrence",
    "Op",
    "Outcome",
    "Part",
    "Payload",
    "Status",
    "Step",
    "Target",
    "Timetable",
    "Where",
]


class Op(StrEnum):
    """The operations of `palermo.amend/1`. Clauses on application and transition are COMMENCE, too."""

    REPLACE = "replace"
    INSERT = "insert"
    ADD = "add-at-end"
    DELETE = "delete"
    SUBSTITUTE_TEXT = "substitute-text"
    INSERT_TEXT = "insert-text"
    DELETE_TEXT = "delete-text"
    RENUMBER = "renumber"
    REPEAL = "repeal"
    TITLE = "restate-title"
    GLOBAL = "global-replace"
    COMMENCE = "commence"


class Status(StrEnum):
    APPLIED = "applied"
    REFUSED = "refused"
    ELSEWHERE = "not addressed"


class Part(StrEnum):
    """The part of the target that is meant. BEFORE and AFTER are its text before or after the step `edge`."""

    WHOLE = "whole"
    BEFORE = "before"
    AFTER = "after"
    OPENING = "opening"
    """The words before its first child (chapeau), however that is numbered."""
    HEADING = "heading"
    HEADING_BEFORE = "heading before"
    """The heading over the target and its neighbours."""


class Where(StrEnum):
    """The place where something goes. ORDER: by its number or by the alphabet, as the drafter leaves it."""

    BEFORE = "before"
    AFTER = "after"
    START = "start"
    END = "end"
    ORDER = "order"


class Occurrence(StrEnum):
    """The choice among the places where the words stand, if the drafter gives no number."""

    ONLY = "only"
    """There must be exactly one."""
    EACH = "each"
    LAST = "last"
    CLOSING = "closing"
    """The last one, behind which at most a conjunction follows."""


_APART = {"schedule": "sch", "annex": "annex", "part": "part"}  # numbered by themselves


@dataclass(frozen=True, slots=True)
class Step:
    """A step to a provision. `level` is Akoma Ntoso's (or `definition`, `sentence`, `alinea`, `entry`), "" for any.

    `num` is the number without its brackets; of a definition its term, of a sentence or alinéa its place from 1
    ("-1": the last).
    """

    level: str
    num: str


@dataclass(frozen=True, slots=True)
class Target:
    """The provision that an instruction is about: `steps` from the outermost in; none is the whole act.

    With `through`, everything from the last step up to its sibling with that number. `act` is the instrument's name as
    the drafter gives it ("" where he says "the Act"), `lang` the only language version addressed (None: all),
    `codified` the number that the first step has where the act is printed in a code.
    """

    steps: tuple[Step, ...]
    part: Part = Part.WHOLE
    edge: Step | None = None
    through: str = ""
    act: str = ""
    lang: str | None = None
    codified: str = ""

    @property
    def cite(self) -> str:
        """The short citation: `5(2)(a)`, `5(2)(a)-(c)`, `sch1/3(2)`; a definition's has its term: `2(1) “child”`."""
        out = ""
        for at, step in enumerate(self.steps):
            if step.level == "definition":
                out += f" “{step.num}”"
            elif step.level in _APART:
                out += f"{'/' if at else ''}{_APART[step.level]}{step.num}"
            elif at and self.steps[at - 1].level in _APART:
                out += f"/{step.num}"
            else:
                out += step.num if at == 0 else f"({step.num})"
        if self.through:
            out += f"-({self.through})" if len(self.steps) > 1 else f"-{self.through}"
        return out.strip()

    def below(self, steps: Iterable[Step]) -> Target:
        """The whole provision at `steps` under this one."""
        return Target((*self.steps, *steps), act=self.act, lang=self.lang, codified=self.codified)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place inside the target: words (`text`, and `to` where "the words from … to …" are meant; "" is to the end),
    or a unit at `steps` below the target. For SUBSTITUTE_TEXT and DELETE_TEXT `text` is what goes.
    """

    where: Where | None = None
    text: str = ""
    to: str | None = None
    steps: tuple[Step, ...] = ()
    occurrence: Occurrence | int = Occurrence.ONLY
    """Of ORDER, LAST is where no place is said: behind all others, if the alphabet says so, too."""
    count: int = 0
    """How often the words must be there (EACH: "in both places"); 0 where that is not said."""
    signs: bool = False
    """Of words up to the end (`to` is ""): whether its last signs go with them."""
    others: tuple[tuple[str, str], ...] = ()
    """Further words and what comes in their place (GLOBAL): at least one of all of them must be there."""


@dataclass(frozen=True, slots=True)
class Payload:
    """The words or the quoted structure that go in, without the quotation marks around them.

    `unless` is a number that a longer reading of what is quoted would bring as its next unit: the shorter one holds
    only where the base has a unit with that number already.
    """

    text: str
    span: Span | None = None
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Instruction:
    """An operation on one target. `text` are its words, at `span` of the amending text; one sentence may give several.

    `order` counts from 0 through the whole amending act; `section` is the amending provision's number. `reason`: why it
    cannot be carried out whatever the base says (not understood, conditional), "" otherwise.
    """

    op: Op
    target: Target
    anchor: Anchor | None
    payload: Payload | None
    span: Span
    order: int
    text: str = ""
    section: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """`base` of the base text becomes `insert`."""

    base: Span
    insert: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of an instruction; `source` counts in the amending texts. A refused one has no edit."""

    instruction: Instruction
    status: Status
    reason: str = ""
    edit: Edit | None = None
    source: int = 0


@dataclass(frozen=True, slots=True)
class Commencement:
    """An ISO date, or None where it is not known; `reason` is what that rests on, in words."""

    date: str | None
    reason: str
    told: bool = True
    """Whether a clause says it; else it is the date that the act itself has."""
    near: str | None = None
    """A date that is not far from it, where only the day of publication is missing."""
    after: str | None = None
    """The day of enactment, which it does not come before, where another authority fixes it."""


@dataclass(frozen=True, slots=True)
class Timetable:
    """`whole` is the act's commencement, `parts` are provisions of it that have one of their own. `unread` are clauses
    about provisions that are not understood: when those come into force is then not certain.
    """

    whole: Commencement
    parts: tuple[tuple[Span, Commencement], ...] = ()
    unread: tuple[str, ...] = ()

    def of(self, instruction: Instruction) -> Commencement:
        """The commencement of an instruction: that of the innermost provision of the act that has a day of its own."""
        at = instruction.span.start
        around = [(span, found) for span, found in self.parts if span.start <= at < span.end]
        return min(around, key=lambda item: item[0].end - item[0].start)[1] if around else self.whole


@dataclass(frozen=True, slots=True)
class Amendment:
    """`text` is the base's with every applied instruction in it; `edits` turn the one into the other (disjoint, in
    order). `status` is `applied` where every instruction addressed to the base was (at least one), `refused` where none
    was, else `partly`; `reason` says why where there is no outcome to say it. `tables` say of each amending act when it
    comes into force, `order` what the order rests on in which they were carried out.
    """

    status: str
    text: str
    outcomes: tuple[Outcome, ...]
    edits: tuple[Edit, ...] = ()
    reason: str = ""
    version: Version | None = None
    tables: tuple[Timetable, ...] = ()
    order: str = ""
