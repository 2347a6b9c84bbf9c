"""Instructions from the formulae of British amending language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from palermo.corpus.amendments.model import Anchor, Instruction, Occurrence, Op, Part, Payload, Step, Target, Where
from palermo.corpus.amendments.traditions.british.section_layout import BritishText
from palermo.corpus.amendments.traditions.clausal.formulae import ClausalFormula, ClausalFormulae
from palermo.corpus.amendments.traditions.clausal.make_instructions import FormulaMaker, FormulaWork
from palermo.corpus.amendments.traditions.clausal.ranges import joined
from palermo.corpus.amendments.traditions.clausal.reference import MARKED, QUOTE
from palermo.corpus.amendments.traditions.clausal.resolve_references import About, Saying
from palermo.corpus.model.text_model import Provision, Span
from palermo.corpus.structure.lines.numbers import step

__all__ = ["BritishMaker"]

_SUBSECTION = re.compile(r"(?:^|[.;:—]\s*|\n)\((\d+[A-Z]*)\)\s+[A-Z]")
_UNNUMBERED = ("section", "schedule", "part", "outside", "definition", "sentence")  # behind them anything may go in
_NUMBERED = re.compile(r"\(\w{1,5}\)\s|\d+[A-Z]{0,3}(?:\.\s?|\s|\.?\s?[—–-]\s?)(?:\(1\)\s|[A-Z“‘\"])")


class BritishMaker(FormulaMaker):
    """Makes instructions from the formulae of Parliaments."""

    def __init__(self, formulae: ClausalFormulae, layout: BritishText) -> None:
        super().__init__(formulae)
        self._layout = layout

    def _places(self, saying: Saying, formula: ClausalFormula, about: About, last: About) -> About | None:
        places = about
        for inside in formula.spans("in"):
            found = saying.resolve(inside, places, last)
            if found is None:
                return None
            places = found
        levels = {formula.match.string[a:b].replace("-", "").casefold() for a, b in formula.spans("level")}
        if levels and levels != {t.steps[-1].level for t in places if t.steps}:
            return None  # "at the end of the paragraph", of whatever else
        return places

    def _work(
        self, saying: Saying, formula: ClausalFormula, base: Instruction, places: About, units: About
    ) -> FormulaWork:
        return _Work(self.formulae, saying, formula, base, places, units, self._layout)

    def _placed(self, made: Instruction) -> Instruction:
        steps = made.target.steps or (made.anchor.steps if made.anchor else ())
        if made.reason or not steps or steps[0].level in ("section", "schedule", "outside"):
            return made
        return replace(made, target=Target((), act=made.target.act), reason="which section is meant is not said")


@dataclass(frozen=True, slots=True)
class _Work(FormulaWork):
    layout: BritishText

    @property
    def operations(self) -> Mapping[str, Callable[[], list[Instruction] | None]]:
        return {
            "substitute-text": self._substituted,
            "insert-text": self._inserted_words,
            "delete-text": self._deleted_words,
            "end": self._at_end,
            "start": self._at_start,
            "replace": self._replaced,
            "insert": self._inserted,
            "order": self._in_order,
            "before-end": self._before_end,
            "add-at-end": self._by_number,
            "delete": self._deleted,
            "renumber": self._renumbered,
            "restate-title": self._titled,
        }

    def _anchor(self) -> Anchor | None:
        old, which = self._quote("o"), self._occurrence()
        if self.formula.where == "start" and which == (Occurrence.ONLY, 0):
            return Anchor(Where.START, to=self._quote("t"))
        if not old or which is None:
            return None
        if self.formula.start("t") is None:
            return Anchor(text=old, occurrence=which[0], count=which[1])
        to = self._to()
        return None if to is None or which[0] is not Occurrence.ONLY else Anchor(text=old, to=to)

    def _to(self) -> str | None:
        """The words up to which, "" for the end of the place; None where the end of another one is meant."""
        a, b = self.formula.match.span("t")
        text = self.formula.match.string[a:b]
        if re.fullmatch(QUOTE, text):
            return self.saying.quoted(a)
        last = {t.steps[-1].level for t in self.places if t.steps}
        if mark := re.search(MARKED, text):
            found = self.saying.resolve((a + mark.start(), a + mark.end()), self.places)
            return "" if found == self.places else None
        level = re.search(r"(?:the|that) (sub-?section|section|sub-?paragraph|paragraph|definition)$", text)
        return "" if level is None or last == {level[1].replace("-", "")} else None

    def _substituted(self) -> list[Instruction] | None:
        if self.formula.start("sign") is not None:
            return self._sign()
        new, anchor = self._quote("n"), self._anchor()
        if anchor is None or new is None:
            return None
        return self._each(Op.SUBSTITUTE_TEXT, anchor, Payload(new))

    def _sign(self) -> list[Instruction]:
        """Signs that are called by their names: "for the full stop at the end … a semicolon"."""
        signs = self.formulae.signs
        match = self.formula.match
        new = signs.get(match["newsign"]) or self._quote("newsign") or ""
        made = self._each(Op.SUBSTITUTE_TEXT, Anchor(Where.END, text=signs[match["sign"]]), Payload(new))
        at, more = self.formula.start("n"), self._quote("n")
        if at is None or more is None:
            return made
        if not self._numbered(more):  # "and immediately thereafter there is added the following proviso"
            return made + self._each(Op.INSERT_TEXT, Anchor(Where.END), Payload(more))
        payload = self.saying.structure(at)
        behind = [(replace(t, steps=t.steps[:-1]), Anchor(Where.AFTER, steps=t.steps[-1:])) for t in self.places]
        return made + [replace(self.base, op=Op.INSERT, target=t, anchor=a, payload=payload) for t, a in behind]

    def _inserted_words(self) -> list[Instruction] | None:
        return None if self._numbered(self._quote("n") or "") else self._words_inserted()

    def _deleted_words(self) -> list[Instruction] | None:
        more = self.formula.match.span("more") if "more" in self.formula.match.re.groupindex else (0, 0)
        anchor = self._anchor()
        if anchor is None:
            return None
        anchors = [replace(anchor, where=Where.END) if self.formula.where == "end" else anchor]
        anchors += [
            Anchor(text=t) for t in self.saying.words.inside(self.saying.start + more[0], self.saying.start + more[1])
        ]
        return [one for a in anchors for one in self._each(Op.DELETE_TEXT, a, None)]

    def _at_end(self) -> list[Instruction] | None:
        name = "n" if self.formula.start("n") is not None else "m"
        text = self._quote(name) or ""
        at = self.formula.start(name)
        if not text or at is None:
            return None
        if self._numbered(text):
            payload = self.saying.structure(at)
            if not _in_sequence(payload.text):
                return None
            return [replace(self.base, op=Op.ADD, target=t, payload=payload) for t in self.places]
        if re.match(r"[“‘\"]", text):
            return None  # a definition, or several
        return self._each(Op.INSERT_TEXT, Anchor(Where.END), Payload(text))

    def _at_start(self) -> list[Instruction] | None:
        text = self._quote("n")
        if not text or self._numbered(text):
            return None
        return self._each(Op.INSERT_TEXT, Anchor(Where.START), Payload(text))

    def _payload(self) -> Payload | None:
        at = self.formula.start("s")
        payload = None if at is None else self.saying.structure(at)
        return payload if payload is not None and _in_sequence(payload.text) else None

    def _replaced(self) -> list[Instruction] | None:
        payload, units = self._payload(), self.units
        if payload is None or not units or not payload.text.strip():
            return None
        if len(units) > 1:
            one = joined(units)
            if one is None:
                return None
            units = (one,)
        if units[0].steps and units[0].steps[-1].level in ("schedule", "part"):
            return [replace(self.base, target=units[0], reason="palermo replaces no whole schedule or part")]
        if units[0].part is Part.HEADING:
            return self._title(units[0], payload)
        return [replace(self.base, op=Op.REPLACE, target=units[0], payload=payload)]

    def _inserted(self) -> list[Instruction] | None:
        payload = self._payload()
        if payload is None or len(self.units) != 1 or not self.units[0].steps or self.units[0].through:
            return None
        unit, where = self.units[0], Where(self.formula.where)
        if unit.part is not Part.WHOLE:
            return None
        level, text = unit.steps[-1].level, payload.text
        if text.strip().casefold() in self.layout.conjunctions and where is Where.AFTER:
            return [replace(self.base, op=Op.INSERT_TEXT, target=unit, anchor=Anchor(Where.END), payload=Payload(text))]
        if level not in _UNNUMBERED and not self._numbered(text):
            return None
        anchor = Anchor(where, steps=unit.steps[-1:])
        made = replace(self.base, op=Op.INSERT, target=unit, anchor=anchor, payload=payload)
        if level in ("schedule", "part"):
            made = replace(made, reason="palermo puts in no whole schedule or part")
        elif level != "outside":
            made = replace(made, target=replace(unit, steps=unit.steps[:-1]))
        return [made]

    def _before_end(self) -> list[Instruction] | None:
        """A new item before the conjunction that closes the one before it; that now closes the new one."""
        payload, word = self._payload(), self._quote("o")
        if payload is None or word is None or not self._numbered(payload.text) or len(self.units) != 1:
            return None
        words = Payload(f"{payload.text.rstrip()} {word}", payload.span)
        return [
            replace(self.base, op=Op.SUBSTITUTE_TEXT, target=t, anchor=Anchor(Where.END, text=word), payload=words)
            for t in self.units
        ]

    def _in_order(self) -> list[Instruction] | None:
        payload = self._payload()
        if payload is None:
            return None
        whole = Provision("", "", "", "", "", Span(0, len(payload.text)))
        spans = self.layout.definitions(payload.text, whole)
        if not spans or payload.text[: spans[0].start].strip():
            return None
        said = re.search(r"alphabetical|appropriate|proper", self.base.text) is not None
        anchor = Anchor(Where.ORDER, occurrence=Occurrence.ONLY if said else Occurrence.LAST)
        pieces = [replace(payload, text=payload.text[a:b]) for a, b in spans]
        return [
            replace(self.base, op=Op.INSERT, target=t, anchor=anchor, payload=p) for t in self.places for p in pieces
        ]

    def _by_number(self) -> list[Instruction] | None:
        """A new provision without a stated place: behind the one whose number comes before its own."""
        payload = self._payload()
        if payload is None or len(self.places) != 1:
            return None
        place = self.places[0]
        match = re.match(r"\((\w{1,5})\)\s", payload.text)
        if match is None or not place.steps or place.part is not Part.WHOLE:
            return None
        levels = ("section", *self.layout.levels)
        if place.steps[-1].level not in levels:
            return None
        at = levels.index(place.steps[-1].level) + 1
        level = "subsection" if match[1][0].isdigit() else levels[max(at, 2)] if at < len(levels) else ""
        before = _before(match[1])
        if not before or not level or (level == "subsection") != (at == 1 and match[1][0].isdigit()):
            return None
        anchor = Anchor(Where.AFTER, steps=(Step(level, before),))
        return [replace(self.base, op=Op.INSERT, target=place, anchor=anchor, payload=payload)]

    def _deleted(self) -> list[Instruction] | None:
        op = Op.REPEAL if "repeal" in self.base.text.casefold() else Op.DELETE
        units = [u for u in self.units if u.part is Part.WHOLE]
        if len(units) != len(self.units):
            return None
        return [replace(self.base, op=op, target=u) for u in units]

    def _renumbered(self) -> list[Instruction] | None:
        new = self.formula.match.span("new")
        if len(self.units) != 1:
            return None
        found = self.saying.resolve(new, self.units)
        if found is None or len(found) != 1:
            return None
        old, one = self.units[0], found[0]
        if one.steps[:-1] == old.steps:
            return [replace(self.base, op=Op.RENUMBER, target=old, anchor=Anchor(steps=one.steps[-1:]))]
        if one.steps[:-1] == old.steps[:-1] and old.steps:
            return [replace(self.base, op=Op.RENUMBER, target=old, payload=Payload(one.steps[-1].num))]
        return None

    def _titled(self) -> list[Instruction] | None:
        new = self._quote("n")
        if not new or len(self.units) != 1 or self.units[0].part is not Part.HEADING:
            return None
        return self._title(self.units[0], Payload(new))

    def _title(self, target: Target, payload: Payload) -> list[Instruction]:
        """The heading, without the number of the section where that is quoted, too."""
        made = replace(self.base, op=Op.TITLE, target=target)
        number = re.match(r"(\d+[A-Z]{0,3})\.?[\s—–]+(?=\S)", payload.text)
        if number is None:
            return [replace(made, payload=payload)]
        if not target.steps or number[1] != target.steps[0].num:
            return [replace(made, reason=f"what is quoted has the number {number[1]}")]
        return [replace(made, payload=replace(payload, text=payload.text[number.end() :]))]

    def _numbered(self, text: str) -> bool:
        return _NUMBERED.match(text) is not None


def _in_sequence(text: str) -> bool:
    """True if the subsections that are quoted, as far as their places show them, count up."""
    numbers = [m[1] for m in _SUBSECTION.finditer(re.sub(r"“[^“”]*”", lambda m: "x" * len(m[0]), text))]
    return all(b == "1" or step("decimal", a, b) for a, b in pairwise(numbers))


def _before(number: str) -> str:
    """The number that an inserted or a next one follows: 2 before 2A, 2A before 2B, b before ba; "" if none."""
    head, letter = number[:-1], number[-1]
    if number.isdigit():
        return str(int(number) - 1) if int(number) > 1 else ""
    if letter in "aA":
        return head
    return head + chr(ord(letter) - 1)
