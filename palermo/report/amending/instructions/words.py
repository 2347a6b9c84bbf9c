"""Words that every report of instructions shares: the place and the subject of an instruction, in short."""

from __future__ import annotations

from palermo.corpus.amendments import AmendingReading, Instruction, Op
from palermo.corpus.amendments.contenders import NOWHERE
from palermo.corpus.amendments.model import Anchor, Occurrence, Part, Where
from palermo.corpus.amendments.read_act import place
from palermo.corpus.amendments.working_text.draft import UNITS
from palermo.report.language.english import count
from palermo.report.language.forms import clipped

__all__ = ["act", "headline", "operation", "place", "short", "shown", "status", "summary", "target", "where"]

_BARE = 2  # words
_INSIDE = frozenset({Op.INSERT, Op.ADD, Op.SUBSTITUTE_TEXT, Op.INSERT_TEXT, Op.DELETE_TEXT, Op.GLOBAL})
_UNREAD = "not understood"
_PARTS = {
    Part.OPENING: "opening words",
    Part.HEADING: "heading",
    Part.HEADING_BEFORE: "heading before it",
}


def operation(instruction: Instruction) -> str:
    """The operation; empty where it is not understood what is to be done (`op` is then no more than a default)."""
    unread = instruction.op is Op.REPLACE and instruction.payload is None
    if instruction.reason and (unread or instruction.reason.startswith(_UNREAD)):
        return ""
    return instruction.op.value


def headline(i: Instruction) -> str:
    """Headline of an instruction: `replace 7`, `insert after 5(2)`, `substitute-text in 8(2), “raft”`."""
    if i.anchor and i.anchor.steps and i.anchor.where in (Where.AFTER, Where.BEFORE):
        return f"{operation(i)} {where(i)}".lstrip()  # the sibling's citation holds its parent's
    aim = f"in {target(i)}" if target(i) and i.op in _INSIDE and operation(i) else target(i)
    what = " ".join(filter(None, (operation(i), aim)))
    return ", ".join(filter(None, (what, where(i)))) or _UNREAD


def short(text: str, room: int) -> str:
    """The first words of `text` that have room, in code points, and … if there are more; spaces folded."""
    return clipped(" ".join(text.split()), room)


def shown(instruction: Instruction) -> str:
    """The words that it brings; where it is refused or edits nothing, its own."""
    if instruction.reason or instruction.op is Op.COMMENCE:
        return instruction.text
    return instruction.payload.text if instruction.payload else ""


def summary(reading: AmendingReading) -> str:
    """Counts of a reading: instructions, with the drafting tradition, those refused, and clauses that edit nothing."""
    done = [i for i in reading.instructions if i.op is not Op.COMMENCE]
    refused = sum(1 for i in done if i.reason)
    clauses = len(reading.instructions) - len(done)
    drafted = reading.tradition or NOWHERE
    said = f"{count(len(done), 'instruction')} ({drafted})" + (f", {refused} refused" if refused else "")
    return said + (f"; {count(clauses, 'clause edits', 'clauses edit')} nothing" if clauses else "")


def status(instruction: Instruction) -> str:
    """`understood`, or `refused`: whatever text it is carried out on."""
    return "refused" if instruction.reason else "understood"


def act(instruction: Instruction) -> str:
    """The act that is amended, as the drafter names it. Empty where that is not certain: an instruction that is not
    understood may be about another act than those before it, unless its own words name one or lead to a provision."""
    name, steps = instruction.target.act, instruction.target.steps
    # beside a section only bare words ("Schedule 2") lead to a part of the act before; longer ones may name their own
    led = bool(steps) and (steps[0].level in UNITS or len(steps[0].num.split()) <= _BARE)
    if instruction.reason and not led and " ".join(name.split()) not in " ".join(instruction.text.split()):
        return ""
    return name


def target(instruction: Instruction) -> str:
    """The citation of the target, and which part of it is meant: `5(2), heading`; empty where it is the whole act."""
    aim = instruction.target
    part = _PARTS.get(aim.part, "")
    if aim.part in (Part.BEFORE, Part.AFTER):
        part = f"words {aim.part.value} {aim.edge.level} {aim.edge.num}" if aim.edge else f"words {aim.part.value}"
    return ", ".join(filter(None, (aim.cite, part)))


def where(instruction: Instruction) -> str:
    """Where in the target: `after 5(2)`, `before “child”`, `each “child”`, `at the end`; empty where all is meant."""
    anchor = instruction.anchor
    if anchor is None:
        return ""
    if anchor.steps:
        unit = instruction.target.below(anchor.steps).cite
        if instruction.op is Op.RENUMBER:
            return f"as {unit}"
        return f"{anchor.where.value} {unit}" if anchor.where in (Where.AFTER, Where.BEFORE) else "in its order"
    words = _words(anchor)
    if not words:
        return {Where.START: "at the start", Where.END: "at the end", Where.ORDER: "in its order"}.get(
            anchor.where or Where.ORDER, ""
        )
    if anchor.where in (Where.AFTER, Where.BEFORE):
        return f"{anchor.where.value} {words}"
    return f"{words} at the end" if anchor.where is Where.END else words


def _words(anchor: Anchor) -> str:
    if not anchor.text and anchor.to is None:
        return ""
    first = f"“{anchor.text}”" if anchor.text else "the start"
    run = first if anchor.to is None else f"{first} to {f'“{anchor.to}”' if anchor.to else 'the end'}"
    if isinstance(anchor.occurrence, Occurrence):
        return {Occurrence.EACH: f"each {run}", Occurrence.LAST: f"the last {run}"}.get(anchor.occurrence, run)
    return f"{run}, no. {anchor.occurrence}"
