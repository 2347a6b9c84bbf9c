"""The commencement of an amending act by its own clauses: as a whole, and of provisions that have another day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from palermo.corpus.amendments.commencement.dates import Day, Days, days, later
from palermo.corpus.amendments.model import Commencement, Instruction, Op, Timetable
from palermo.corpus.amendments.reading.passages import Passage, of_version
from palermo.corpus.amendments.working_text.draft import UNITS
from palermo.corpus.model.text_model import Basis, Provision, Span, Version

__all__ = ["timetable"]

_SHOWN = 160  # code points of a clause
_FULL_DATE = 10
_SENTENCE = re.compile(r"[.;:]\s+(?=[^\W\d_]|[(\d«“])")
_END = re.compile(r"\.(?=\s+[^\Wa-zа-яіїєґ\d_]|\s+\(?\d|\s*$)")


def timetable(act: Version, instructions: Sequence[Instruction] = ()) -> Timetable:
    """The commencement of the act. The text that its `instructions` quote is another act's and says nothing of it."""
    known = days(act.lang)
    if known is None:
        return Timetable(_own_date(act))
    clauses = [i.span for i in instructions if i.op is Op.COMMENCE]
    units = list(_units(act.root)) or list(_sections(instructions))
    reader = _Reader(act, known, units, [*_quoted(instructions)], clauses)
    for passage in of_version(act):
        reader.read(passage)
    return Timetable(reader.whole or _own_date(act), tuple(reader.parts.items()), tuple(reader.unread))


def _own_date(act: Version) -> Commencement:
    if act.in_force is None:
        return Commencement(None, "no clause on its commencement, and no date of the act, is known", told=False)
    return Commencement(act.in_force.start, "no clause on its commencement is known: the act's own date", told=False)


def _quoted(instructions: Sequence[Instruction]) -> Iterator[Span]:
    for instruction in instructions:
        if instruction.payload is not None and instruction.payload.span is not None:
            yield instruction.payload.span
        if instruction.op is not Op.COMMENCE and not instruction.reason:
            yield instruction.span


@dataclass
class _Reader:
    act: Version
    days: Days
    units: Sequence[Provision]
    quoted: Sequence[Span]
    clauses: Sequence[Span]
    whole: Commencement | None = None
    parts: dict[Span, Commencement] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)

    def read(self, passage: Passage) -> None:
        """Take in every clause of a passage on when something comes into force."""
        text, words = passage.words.text, _patterns(self.days)
        for verb in words["verb"].finditer(text):
            if self._is_quoted(passage, verb.start()):
                continue
            begin = max((m.end() for m in _SENTENCE.finditer(text, 0, verb.start())), default=0)
            stop = _END.search(text, verb.end())
            end = stop.start() if stop else len(text)
            line = max((n for n in passage.line_starts() if n <= verb.start()), default=0)
            subject, said = text[begin : verb.start()], text[begin:end].strip()
            if line > begin and words["subject"].search(text[line : verb.start()].rstrip(" ,")):
                subject, said = text[line : verb.start()], text[line:end].strip()  # a heading stands before it
            self._clause(passage, subject, text[verb.end() : end], said)

    def _is_quoted(self, passage: Passage, position: int) -> bool:
        start = passage.words.source(position, position + 1)[0]
        if any(span.start <= start < span.end for span in self.clauses):
            return False
        if any(span.start <= position < span.end for span in passage.quoted):
            return True
        return any(span.start <= start < span.end for span in self.quoted) or _inside_quotes(
            passage.words.text[:position]
        )

    def _clause(self, passage: Passage, subject: str, tail: str, clause: str) -> None:
        words = _patterns(self.days)
        day = self.days.read(subject, anywhere=True) if self.days.data.verb_last else None
        about = words["subject"].search(subject.rstrip(" ,"))
        if about is None:
            about = words["act_first"].match(tail)  # "entrará en vigor la presente ley el …"
            if about is None:
                return
        turned = about.string is tail
        before = subject if turned else subject[: about.start()]
        if words["unless"].search(before) or (about["act"] and words["of"].search(before)):
            return
        tail = tail[about.end() if turned else 0 :].lstrip(" ,:")
        day = day or self.days.read(tail)
        said = self._said(day, clause)
        if about["act"]:
            self._set_whole(said)
            for rest in filter(None, (self._rest(about["but"] or "", None), self._rest(tail, day))):
                self._excepted(passage, rest, clause)
        else:
            found = [self._home(passage)] if about["here"] else self._provisions(passage, about["refs"])
            self._set(found, said, clause)

    def _set_whole(self, commencement: Commencement) -> None:
        if self.whole is not None and self.whole.date != commencement.date:
            commencement = Commencement(None, f"its clauses differ: {self.whole.reason}; {commencement.reason}")
        self.whole = commencement

    def _set(self, found: Sequence[Provision | None], commencement: Commencement, clause: str) -> None:
        if not found or None in found:
            self.unread.append(clause)
        for provision in found:
            if provision is not None:
                self.parts[provision.span] = commencement

    def _rest(self, tail: str, day: Day | None) -> str:
        """The exceptions behind the day."""
        match = _patterns(self.days)["but"].search(tail, day.end if day is not None else 0)
        return tail[match.end() :] if match else ""

    def _excepted(self, passage: Passage, rest: str, clause: str) -> None:
        """Provisions with another day: each said here, or in a clause of its own."""
        words = _patterns(self.days)
        at = 0
        while match := words["excepted"].match(rest, at):
            day = None
            at = match.end()
            if own := words["own"].match(rest, at):
                after = rest[own.end() :].lstrip()
                day = self.days.read(after)
                at = len(rest) - len(after) + (day.end if day else 0)
            said = self._said(day, clause) if day else Commencement(None, f"it is excepted: {_shown(clause)}")
            found = self._provisions(passage, match["refs"])
            for provision in found:
                if provision is not None and (day or provision.span not in self.parts):
                    self.parts[provision.span] = said
            if not found or None in found:
                self.unread.append(clause)
        if not at or rest[at:].strip(" ;,.)"):
            self.unread.append(clause)

    def _said(self, day: Day | None, clause: str) -> Commencement:
        shown = _shown(clause)
        if day is None:
            return Commencement(None, f"{shown}: not understood")
        if day.event == "date":
            return Commencement(day.date, shown if day.date else f"{shown}: not a date")
        own = self.act.in_force
        full = own.start if own is not None and len(own.start) == _FULL_DATE else None
        enacted = full if own is not None and own.basis is Basis.ENACTED else None
        if day.event == "open":
            return Commencement(None, f"{shown}: which day that is, the act does not say", after=enacted)
        if day.event == "published":
            return Commencement(None, f"{shown}: the day of publication is not known", near=full)
        if enacted is None:
            return Commencement(None, f"{shown}: the day of its enactment is not known")
        if day.event == "new year":
            found = f"{int(enacted[:4]) + 1}{day.date}"
        else:
            found = later(enacted, day.number, day.unit, day.extra)
        return Commencement(found, f"{shown}; enacted on {enacted}")

    def _home(self, passage: Passage) -> Provision | None:
        return next((u for u in self.units if passage.number and u.num == passage.number), None)

    def _provisions(self, passage: Passage, refs: str) -> list[Provision | None]:
        """The provisions that a reference to the act's own leads to; None for each that is not found once."""
        words = _patterns(self.days)
        groups = [(m["top"], m["list"]) for m in words["group"].finditer(refs)]
        if not groups:
            return []
        home: Provision | None = None
        if not groups[-1][0] and not re.match(r"\d", groups[-1][1]) and len(groups) == 1:
            home = self._home(passage)
            if home is None:
                return [None]
        for at, (_, listed) in enumerate(reversed(groups)):
            found = list(self._listed(listed, home))
            if at + 1 == len(groups):
                return found
            if len(found) != 1 or found[0] is None:
                return [None]
            home = found[0]
        return []

    def _listed(self, listed: str, home: Provision | None) -> Iterator[Provision | None]:
        words = _patterns(self.days)
        joins = self.days.data.joins
        last: Provision | None = None
        at = 0
        for item in words["item"].finditer(listed):
            found = self._one(item.group(), home)
            join = joins.get(" ".join(listed[at : item.start()].split()).casefold(), "and")
            at = item.end()
            if join == "to" and last is not None and found is not None:
                yield from self._between(last, found)
            yield found
            last = found

    def _between(self, first: Provision, last: Provision) -> Iterator[Provision | None]:
        rows = [self.units, *([*p.children] for p in self.act.root.walk())]
        row = next((r for r in rows if any(p is first for p in r) and any(p is last for p in r)), None)
        if row is None:
            yield None
            return
        start, end = (next(n for n, p in enumerate(row) if p is one) for one in (first, last))
        yield from row[start + 1 : end]

    def _one(self, number: str, home: Provision | None) -> Provision | None:
        path = [part for part in re.split(r"[()]+", number) if part]
        node = home
        for part in path:
            among = self.units if node is None else node.children
            found = [p for p in among if p.num.casefold() == part.casefold()]
            if len(found) != 1:
                return None
            node = found[0]
        return node


@cache
def _patterns(known: Days) -> dict[str, re.Pattern[str]]:
    data = known.data
    join = "|".join(rf"\s?{re.escape(word)}\s" for word in sorted(data.joins, key=len, reverse=True))
    item = data.number
    unit = rf"(?:(?P<top>{data.units.top})|(?P<below>{data.units.below}))\s?"
    bare = re.sub(r"\(\?P<\w+>", "(?:", unit)
    group = rf"{bare}(?:{item})(?:(?:{join})(?:{item}))*"
    refs = rf"{group}(?:\s{data.of}{group})*"
    ours = rf"(?:\s{data.of}(?:{data.ours}))?"
    about = rf"(?P<act>{data.act})(?P<but>,?\s?{data.but}.*)?|(?P<here>{data.here})|(?P<refs>{refs}){ours}"
    texts = {
        "verb": rf"(?<!\w)(?:{data.verb})(?!\w)",
        "subject": rf"(?<!\w)(?:{about})" + (r"(?!\w)" if data.verb_last else "$"),
        "act_first": rf"\s(?P<act>{data.act})(?P<but>(?!))?(?P<here>(?!))?(?P<refs>(?!))?(?!\w)",
        "but": data.but,
        "excepted": rf"[\s:;,]*(?:\d+\)\s)?(?P<refs>{refs}){ours}",
        "own": data.own,
        "group": rf"{unit}(?P<list>(?:{item})(?:(?:{join})(?:{item}))*)",
        "item": item,
        "unless": data.unless,
        "of": rf"\b{data.of}$" if data.of else r"(?!)",
    }
    return {name: re.compile(text, re.IGNORECASE) for name, text in texts.items()}


def _units(node: Provision) -> Iterator[Provision]:
    for child in node.children:
        if child.level in UNITS and "|" not in child.cite:
            yield child
        else:
            yield from _units(child)


def _sections(instructions: Sequence[Instruction]) -> Iterator[Provision]:
    """The sections of an act whose structure no reader saw, as far as they instruct something."""
    spans: dict[str, Span] = {}
    for one in instructions:
        if one.section and one.op is not Op.COMMENCE:
            start, end = spans.get(one.section, one.span)
            spans[one.section] = Span(min(start, one.span.start), max(end, one.span.end))
    for number, span in spans.items():
        yield Provision("", "section", number, number, "", span)


def _inside_quotes(before: str) -> bool:
    return any(before.count(opens) > before.count(closes) for opens, closes in ("“”", "«»"))


def _shown(clause: str) -> str:
    words = " ".join(clause.split())
    return f"“{words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(' ', 1)[0] + ' …'}”"
