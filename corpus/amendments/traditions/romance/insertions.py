"""New provisions: beside the one that is named, at the end, or where their number says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from palermo.corpus.amendments.model import Anchor, Instruction, Op, Part, Payload, Step, Target, Where
from palermo.corpus.amendments.traditions.romance.layout.provision_numbers import after
from palermo.corpus.amendments.traditions.romance.quoted_provisions import New, RomancePayloads
from palermo.corpus.amendments.traditions.romance.references import RomancePath
from palermo.corpus.amendments.traditions.romance.text.formula_match import Call

__all__ = ["Putting"]

_LINES = ("alinea", "indent")
_NUMBERED = ("item", "proviso")
# What a new provision of a kind may be put beside.
_BESIDE = {
    "item": _NUMBERED,
    "proviso": _NUMBERED,
    "sentence": ("sentence",),
    "alinea": ("alinea", "indent", "opening", "inciso", "item"),
    "indent": ("alinea", "indent", "opening", "inciso", "item"),
}
_WHOLE = (Step("alinea:whole", "1"),)


@dataclass(frozen=True, slots=True)
class _New:
    """A provision that is put in, as it is announced; `problem`: why it cannot be."""

    units: list[New]
    payload: Payload
    problem: str

    @property
    def kind(self) -> str:
        return self.units[0].kind

    @property
    def num(self) -> str:
        """The number of the first as the layout has it."""
        num = self.units[0].num
        return f"proviso {num}".strip() if self.kind == "proviso" else num


class Putting:
    """With `at_end` a new item goes to the end where no place is said, and not where its number says; with `lists` the
    items of a list belong to the paragraph above them."""

    def __init__(self, payloads: RomancePayloads, *, at_end: bool, lists: bool) -> None:
        self._payloads = payloads
        self._at_end = at_end
        self._lists = lists

    def inserted(self, call: Call) -> list[Instruction] | None:
        """Beside the one that is named."""
        new = self._announced(call)
        paths = call.named("r")
        if new is None or not paths or any(p.vague or p.outside or not p.units for p in paths):
            return None
        several = len(paths) > 1 and not call.found.has("between")
        path = paths[-1] if call.found.formula.where == "before" else paths[0]
        if several or len({p.units[:-1] for p in paths}) != 1 or path.units[-1].through:
            return None
        side = Where(call.found.formula.where or "after")
        place = self._beside(new.kind, path, side)
        if place is None:
            return None
        steps, anchor = place
        made = self._made(call, new)
        return [replace(made, target=Target(steps, act=call.act), anchor=Anchor(side, steps=anchor))]

    @staticmethod
    def _beside(kind: str, path: RomancePath, side: Where) -> tuple[tuple[Step, ...], tuple[Step, ...]] | None:
        """The steps to the parent and from there; None where what is new cannot stand there."""
        steps, beside = path.target().steps, path.units[-1].kind
        if kind == "article":
            return ((), steps) if beside == "article" and len(steps) == 1 else None
        if len(steps) < 2 or beside not in _BESIDE[kind]:
            return None
        if kind in _LINES and beside == "item":
            return (steps, _WHOLE) if side is Where.AFTER else None
        return steps[:-1], steps[-1:]

    def added(self, call: Call) -> list[Instruction] | None:
        """At the end, or where the number says."""
        new = self._announced(call)
        return None if new is None else self._put(call, call.named("r"), new)

    def added_itself(self, call: Call) -> list[Instruction] | None:
        """Named as they will be cited: "el inciso d) del artículo 9"."""
        paths = call.named("r")
        units = [p.units[-1] for p in paths if p.units]
        if len(units) != len(paths) or len({p.units[:-1] for p in paths}) != 1 or any(p.vague for p in paths):
            return None
        kinds = {"last": "alinea"}
        new = [New(kinds.get(u.kind, u.kind), "" if u.num.startswith("-") else u.num) for u in units]
        payload = call.payload()
        new = self._payloads.told(new, payload) if self._lists else new
        problem = self._payloads.problem(payload) or self._payloads.fits(payload, new)
        return self._put(call, (replace(paths[0], units=paths[0].units[:-1]),), _New(new, payload, problem))

    def _announced(self, call: Call) -> _New | None:
        new = self._payloads.announced(call.source.text(*call.found.span("u"))) if call.found.has("u") else None
        if new is None:
            return None
        payload = call.payload()
        new = self._payloads.told(new, payload) if self._lists else new
        return _New(new, payload, self._payloads.problem(payload) or self._payloads.fits(payload, new))

    @staticmethod
    def _made(call: Call, new: _New) -> Instruction:
        moves = call.found.has("moves") and new.kind not in (*_LINES, "sentence")
        problem = new.problem or ("it gives other provisions new numbers, too" if moves else "")
        return replace(call.base, op=Op.INSERT, payload=new.payload, reason=problem)

    def _put(self, call: Call, paths: tuple[RomancePath, ...], new: _New) -> list[Instruction] | None:
        made = self._made(call, new)
        if new.kind == "article":
            anchor = Anchor(Where.ORDER, steps=(Step("article", new.num),))
            return [replace(made, target=Target((), act=call.act), anchor=anchor)] if new.num else None
        if len(paths) != 1 or paths[0].vague or not paths[0].units or paths[0].outside:
            return None
        target = paths[0].target(call.act)
        somewhere = call.found.formula.where == "somewhere"  # "il est inséré": only a number can say where
        if target.part is not Part.WHOLE or target.through or (somewhere and not (new.num and new.kind == "item")):
            return None
        if new.kind in _NUMBERED:
            return [self._numbered(made, target, new.num, order=somewhere)]
        level = "sentence" if new.kind == "sentence" else "alinea"
        place = Step(level, new.num if self._lists and level == "alinea" else "")
        return [replace(made, target=target, anchor=Anchor(Where.ORDER, steps=(place,)))]

    def _numbered(self, made: Instruction, target: Target, num: str, *, order: bool) -> Instruction:
        last = target.steps[-1]
        if last.level == "alinea":  # a list stands below the paragraph
            target = replace(target, steps=(*target.steps[:-1], replace(last, level="alinea:list")))
        behind = after(num)
        if behind and not behind.isdigit():
            return replace(made, target=target, anchor=Anchor(Where.AFTER, steps=(Step("", behind),)))
        if (self._at_end and not order and not behind) or not num:
            return replace(made, op=Op.ADD, target=target, anchor=None)
        return replace(made, target=target, anchor=Anchor(Where.ORDER, steps=(Step("", num),)))
