"""Instructions from the formulae of American and European amending language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from palermo.corpus.amendments.model import Anchor, Instruction, Occurrence, Op, Part, Payload, Step, Target, Where
from palermo.corpus.amendments.reading.passages import HIDDEN
from palermo.corpus.amendments.reading.running_text import RunningText
from palermo.corpus.amendments.traditions.clausal.formulae import ClausalFormula, ClausalFormulae
from palermo.corpus.amendments.traditions.clausal.make_instructions import FormulaMaker, FormulaWork
from palermo.corpus.amendments.traditions.clausal.ranges import joined, single
from palermo.corpus.amendments.traditions.clausal.resolve_references import About, Saying
from palermo.corpus.amendments.traditions.us_eu.words import PartsWords
from palermo.corpus.structure.lines.numbers import clean

__all__ = ["PartsMaker"]

_QUOTED_TERM = re.compile(r"[“‘\"'«„]")


class PartsMaker(FormulaMaker):
    """Makes instructions from the formulae of Congress and of the Union."""

    def __init__(self, formulae: ClausalFormulae, layout: RunningText, data: PartsWords) -> None:
        super().__init__(formulae)
        self._layout = layout
        self._data = data

    def _places(self, saying: Saying, formula: ClausalFormula, about: About, last: About) -> About | None:
        if not any(place.steps for place in about) and any(place.steps for place in last):
            about = last[-1:]  # "Article 5(2) is deleted and paragraph 3 …"
        places = about
        for inside in formula.spans("in"):
            found = saying.resolve(inside, about, last)
            if found is None:
                return None
            places = found
        return places

    def _work(
        self, saying: Saying, formula: ClausalFormula, base: Instruction, places: About, units: About
    ) -> FormulaWork:
        return _Work(self.formulae, saying, formula, base, places, units, self._layout, self._data)

    def _placed(self, made: Instruction) -> Instruction:
        steps = made.target.steps or (made.anchor.steps if made.anchor else ())
        if made.reason or (steps and steps[0].level in (self._layout.level, "outside")):
            return made
        return replace(made, target=Target((), act=made.target.act), reason="which provision is meant is not said")

    def _renumbered(self, units: About) -> About:
        return units[:1]


@dataclass(frozen=True, slots=True)
class _Work(FormulaWork):
    layout: RunningText
    data: PartsWords

    @property
    def operations(self) -> Mapping[str, Callable[[], list[Instruction] | None]]:
        return {
            "substitute-text": self._substituted,
            "substitute-sign": self._sign_substituted,
            "insert-text": self._words_inserted,
            "insert-at-sign": self._inserted_at_sign,
            "delete-text": self._words_deleted,
            "end": self._at_end,
            "replace": self._replaced,
            "insert": self._inserted,
            "number": self._by_number,
            "delete": self._deleted,
            "renumber": self._renumbered,
            "not quoted": self._not_quoted,
        }

    def _numbers(self, text: str) -> dict[str, str]:
        """The number of the provision with which `text` begins, by the levels that it can be of."""
        found = ((level, pattern.match(text)) for level, pattern in self.data.heads.items())
        return {level: clean(match["num"]) for level, match in found if match is not None}

    def _sign(self, name: str) -> str | None:
        """A sign that is called by its name, or the words that are quoted in its place."""
        a, b = self.formula.match.span(name)
        if self.formula.match.string[a] == HIDDEN:
            return self._quote(name)
        return self.formulae.signs.get(self.formula.match.string[a:b].casefold())

    def _anchors(self) -> list[Anchor] | None:
        """The words that go: one passage, or (`more`) several."""
        old, which = self._quote("o"), self._occurrence()
        if not old or which is None:
            return None
        if self.formula.where == "end":
            return [Anchor(Where.END, text=old)] if which[0] is Occurrence.ONLY else None
        if "to" in self.formula.match.re.groupindex:
            to = self._to()
            return None if to is None or which[0] is not Occurrence.ONLY else [Anchor(text=old, to=to, signs=not to)]
        anchors = [Anchor(text=old, occurrence=which[0], count=which[1])]
        if "more" in self.formula.match.re.groupindex:
            a, b = (self.saying.start + at for at in self.formula.match.span("more"))
            anchors += [replace(anchors[0], text=text) for text in self.saying.words.inside(a, b)]
        return anchors

    def _to(self) -> str | None:
        """The words up to which, "" for the end of the place; None where the end of another one is meant."""
        match = self.formula.match
        if (at := self.formula.start("to")) is None:
            return ""
        if match.string[at] == HIDDEN:
            return self.saying.quoted(at)
        for a, b in self.formula.spans("level"):
            if any(not t.steps or self._level(match.string[a:b]) != t.steps[-1].level for t in self.places):
                return None
        for a, b in self.formula.spans("end"):
            if self.saying.resolve((a, b), self.places) != self.places:
                return None
        return ""

    def _substituted(self) -> list[Instruction] | None:
        new, anchors = self._quote("n"), self._anchors()
        if anchors is None or new is None or len(anchors) > 1:
            return None
        at = self.formula.start("n")
        lines = self.saying.structure(at) if at is not None else Payload(new)
        return self._each(Op.SUBSTITUTE_TEXT, anchors[0], lines)

    def _sign_substituted(self) -> list[Instruction] | None:
        old, new = self._sign("o"), self._sign("n")
        if not old or new is None:
            return None
        return self._each(Op.SUBSTITUTE_TEXT, Anchor(Where.END, text=old), Payload(new))

    def _inserted_at_sign(self) -> list[Instruction] | None:
        sign, new = self._sign("o"), self._quote("n")
        if not sign or not new:
            return None
        where = Where(self.formula.where)
        return self._each(Op.INSERT_TEXT, Anchor(where, text=sign, occurrence=Occurrence.CLOSING), Payload(new))

    def _words_deleted(self) -> list[Instruction] | None:
        anchors = self._anchors()
        return None if anchors is None else [one for a in anchors for one in self._each(Op.DELETE_TEXT, a, None)]

    def _at_end(self) -> list[Instruction] | None:
        """At the end of the place: a provision, a sentence, or words before the last sign."""
        at = self.formula.start("n")
        text = None if at is None else self.saying.quoted(at)
        if at is None or not text:
            return None
        payload = self.saying.structure(at)
        if levels := self._numbers(text):
            return self._each(Op.ADD, None, payload) if self._below(levels) else None
        said = self._said()
        if said in self.data.counted:
            anchor = Anchor(Where.ORDER, steps=(Step(said, ""),))
            return self._each(Op.INSERT, anchor, payload)
        if said or _QUOTED_TERM.match(text):
            return None
        if re.fullmatch(self.data.sentence, text, re.DOTALL):
            return self._each(Op.INSERT, Anchor(Where.ORDER, steps=(Step("sentence", ""),)), payload)
        return self._each(Op.INSERT_TEXT, Anchor(Where.END), Payload(text))

    def _said(self) -> str:
        """The level of what is said to be quoted ("the following sentence"); "" where it is not said."""
        words = [self.formula.match.string[a:b] for a, b in self.formula.spans("unit")]
        levels = {level for word in words for level in self._named(word)}
        if len(levels) > 1 and "alinea" in levels:  # a paragraph with a number, or one that is counted
            levels = levels - {"alinea"} if self._within_numbers() else {"alinea"}
        return levels.pop() if len(levels) == 1 else ""

    def _named(self, word: str) -> list[str]:
        levels = [*self.data.units.items(), *self.data.counted.items()]
        return [level for level, words in levels if re.fullmatch(f"(?i:{'|'.join(words)})", word)]

    def _level(self, word: str) -> str:
        return next(iter(self._named(word)), "")

    def _around_new(self) -> Target:
        """The provision in which a new one is named with its number: "in Article 4, paragraph 3a is inserted"."""
        for span in self.formula.spans("skip"):
            named = self.saying.resolve(span, ())
            if named and len(named) == 1 and len(named[0].steps) > 1:
                return replace(named[0], steps=named[0].steps[:-1])
        return Target(())

    def _counted_as(self) -> Step | None:
        """The place that a new provision is to have: "the following second subparagraph"."""
        for span in self.formula.spans("skip"):
            named = self.saying.resolve(span, ())
            if named and len(named) == 1 and named[0].steps and named[0].steps[-1].level in self.data.counted:
                return named[0].steps[-1]
        return None

    def _within_numbers(self) -> bool:
        at = self.formula.start("n") if self.formula.start("n") is not None else self.formula.start("s")
        return at is not None and bool(self._numbers(self.saying.quoted(at)))

    def _below(self, levels: Iterable[str]) -> str:
        """The one of the levels that a part of the places can have, the outermost of several; "" if none."""
        ladder = self.data.ladder
        around = max((ladder.index(t.steps[-1].level) for t in self.places if t.steps), default=-1)
        return next((level for level in levels if ladder.index(level) > around), "")

    def _replaced(self) -> list[Instruction] | None:
        at = self.formula.start("s")
        units = self.units
        if at is None or not units or not self.saying.quoted(at):
            return None
        payload = self.saying.structure(at)
        gone: list[Instruction] = []
        if len(units) > 1 and (rest := self._following(units)):
            gone, units = [replace(self.base, op=Op.DELETE, target=t) for t in reversed(rest)], units[:1]
        elif len(units) > 1:
            one = joined(units)
            if one is None:
                return None
            units = (one,)
        unit = units[0]
        if unit.part is Part.HEADING:
            return [replace(self.base, op=Op.TITLE, target=unit, payload=self._bare_title(payload))]
        if unit.steps and unit.steps[-1].level in self.data.counted and unit.through:
            return None
        return [*gone, replace(self.base, op=Op.REPLACE, target=unit, payload=payload)]

    def _following(self, units: Sequence[Target]) -> Sequence[Target]:
        """Counted provisions behind the first one, each the next; () where they are none."""
        for a, b in pairwise(units):
            if not a.steps or not b.steps or a.steps[:-1] != b.steps[:-1]:
                return ()
            one, other = a.steps[-1], b.steps[-1]
            if one.level not in self.data.counted or one.level != other.level:
                return ()
            if int(one.num) + 1 != int(other.num):
                return ()
        return units[1:]

    def _bare_title(self, payload: Payload) -> Payload:
        """The words of a heading without the number that may be quoted with it."""
        section = self.layout.section(payload.text, None)
        if section is None or section.heading_span is None or section.children:
            return payload
        return replace(payload, text=payload.text[slice(*section.heading_span)])

    def _inserted(self) -> list[Instruction] | None:
        """Insertion behind or before a provision that is named."""
        at = self.formula.start("s")
        if at is None or len(self.units) != 1 or not self.units[0].steps or not self.saying.quoted(at):
            return None
        unit, payload = self.units[0], self.saying.structure(at)
        if unit.part is not Part.WHOLE or (unit.through and self.formula.where == "before"):
            return None
        last = replace(unit.steps[-1], num=unit.through) if unit.through else unit.steps[-1]
        levels = self._numbers(payload.text)
        if last.level in self.data.counted if levels else last.level not in self.data.counted:
            return None
        if levels and last.level not in levels:
            return None
        parent = replace(unit, steps=unit.steps[:-1], through="")
        anchor = Anchor(Where(self.formula.where), steps=(last,))
        return [replace(self.base, op=Op.INSERT, target=parent, anchor=anchor, payload=payload)]

    def _by_number(self) -> list[Instruction] | None:
        """A new provision without a stated place: where its number says, or where it is counted to be."""
        at = self.formula.start("s")
        text = None if at is None else self.saying.quoted(at)
        if at is None or not text or len(self.places) > 1:
            return None
        place, payload = next(iter(self.places), self._around_new()), self.saying.structure(at)
        levels = self._numbers(text)
        step = self._counted_as() or Step(self._said(), "")
        if step.level in self.data.counted and not levels:
            anchor = Anchor(Where.ORDER, steps=(step,))
            return [replace(self.base, op=Op.INSERT, target=place, anchor=anchor, payload=payload)]
        level = self.layout.level if self.layout.level in levels else self._below(levels)
        if not level or step.level in self.data.counted or place.part is not Part.WHOLE:
            return None
        anchor = Anchor(Where.ORDER, steps=(Step(level, levels[level]),))
        if level == self.layout.level:
            target = Target((), act=place.act)
            return [replace(self.base, op=Op.INSERT, target=target, anchor=anchor, payload=payload)]
        return [replace(self.base, op=Op.INSERT, target=place, anchor=anchor, payload=payload)]

    def _deleted(self) -> list[Instruction] | None:
        if any(u.part in (Part.BEFORE, Part.OPENING) for u in self.units):
            return None
        op = Op.REPEAL if "repeal" in self.base.text.casefold() else Op.DELETE
        counted = [u for u in self.units if u.steps and u.steps[-1].level in self.data.counted]
        units = (
            self.units[::-1] if len(counted) > 1 else self.units
        )  # the first one gone, the second would be the first
        return [replace(self.base, op=op, target=u) for u in units]

    def _not_quoted(self) -> list[Instruction]:
        """Refuses what is quoted elsewhere, such as in an annex."""
        reason = "what comes in its place is not quoted"
        return [replace(self.base, target=target, reason=reason) for target in self.units]

    def _renumbered(self) -> list[Instruction] | None:
        found = self.saying.resolve(self.formula.match.span("new"), self.units[:1])
        if found is None:
            return None
        romans = self.data.roman
        old, new = single(self.units, romans), single(found, romans)
        if not old or not new or len(old) != len(new) or any(u.part is not Part.WHOLE or not u.steps for u in old):
            return None
        made = [
            replace(self.base, op=Op.RENUMBER, target=a, payload=Payload(b.steps[-1].num))
            for a, b in zip(old, new, strict=True)
        ]
        if any(a.steps[:-1] != b.steps[: len(a.steps) - 1] for a, b in zip(old, new, strict=True)):
            return None
        numbers = [t.steps[-1].num for t in old]
        return made[::-1] if new[0].steps[-1].num in numbers[1:] else made  # so that no number is there twice
