"""Carry out one instruction on the draft, or refuse and change nothing."""

from __future__ import annotations

from collections.abc import Callable

from palermo.corpus.amendments.model import Edit, Instruction, Op, Part, Status, Step, Target
from palermo.corpus.amendments.operations import edit_words, renumber, repeal, replace
from palermo.corpus.amendments.operations.edit_context import EditContext
from palermo.corpus.amendments.operations.insert import insert
from palermo.corpus.amendments.operations.locate_target import locate, section_of
from palermo.corpus.amendments.operations.portions import check_end
from palermo.corpus.amendments.refusal import Refusal

__all__ = ["carry_out"]


_OPERATIONS: dict[Op, Callable[[EditContext, Instruction], Edit]] = {
    Op.REPLACE: replace.replace,
    Op.INSERT: insert,
    Op.ADD: insert,
    Op.DELETE: repeal.delete,
    Op.REPEAL: repeal.repeal,
    Op.RENUMBER: renumber.renumber,
    Op.TITLE: renumber.restate_title,
    Op.SUBSTITUTE_TEXT: edit_words.substitute,
    Op.INSERT_TEXT: edit_words.insert,
    Op.DELETE_TEXT: edit_words.delete,
    Op.GLOBAL: edit_words.substitute,
}
_WITH_PAYLOAD = frozenset({Op.REPLACE, Op.INSERT, Op.ADD, Op.TITLE, Op.SUBSTITUTE_TEXT, Op.INSERT_TEXT, Op.GLOBAL})


def carry_out(shop: EditContext, instruction: Instruction) -> Edit:
    """The edit, in the base's coordinates, after the draft was changed by it.

    Raises Refusal, before anything is changed, where the instruction cannot be carried out without a guess.
    """
    if instruction.op is Op.COMMENCE:
        raise Refusal("it says when or to what the amendments apply", Status.ELSEWHERE)
    if instruction.reason:
        if instruction.target.steps:
            section_of(shop.draft, instruction.target)  # it may be about another one than the given
        raise Refusal(instruction.reason)
    if instruction.payload is None and instruction.op in _WITH_PAYLOAD:
        raise Refusal("nothing is quoted")
    shop.record.check(shop.source, shop.day, instruction)
    _check_last(shop, instruction)
    parent = _parent(instruction)
    before = _numbers(shop, parent)
    edit = _OPERATIONS[instruction.op](shop, instruction)
    if shop.layout.rereads:
        shop.draft.reread(shop.layout)
    new = [parent.below([step]) for step in _numbers(shop, parent) if step not in before] if parent else []
    shop.record.note(shop.source, shop.day, instruction, new)
    return edit


def _check_last(shop: EditContext, instruction: Instruction) -> None:
    """Refuses words before or after parts that are quoted last in a bill, where they seem to break off."""
    payload, target = instruction.payload, instruction.target
    if payload is None or payload.span is None or not shop.end or payload.span.end < shop.end:
        return
    if instruction.op is Op.REPLACE and target.part in (Part.BEFORE, Part.OPENING):
        check_end(locate(shop.draft, target, shop.layout).text, payload.text)


def _parent(instruction: Instruction) -> Target | None:
    """Below what an instruction brings new provisions."""
    if instruction.op not in (Op.INSERT, Op.ADD) or not instruction.target.steps:
        return None
    steps = instruction.anchor.steps[:-1] if instruction.anchor else ()
    return instruction.target.below(steps)


def _numbers(shop: EditContext, parent: Target | None) -> list[Step]:
    if parent is None:
        return []
    return [Step(c.level, c.num) for c in locate(shop.draft, parent, shop.layout).node.children if c.num]
