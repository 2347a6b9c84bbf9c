"""Canadian amending language: where the sentences that instruct begin, what they quote, and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from palermo.corpus.amendments.provision_layout import ProvisionLayout
from palermo.corpus.amendments.reading.passages import HIDDEN
from palermo.corpus.amendments.traditions.canadian.references import CanadianReferences
from palermo.corpus.amendments.traditions.canadian.words import CanadianWords
from palermo.corpus.structure.lines.numbers import step

__all__ = ["Lead", "Rest", "Sentences"]

_SPREAD = 400  # code points that a predicate may need behind its first colon


@dataclass(frozen=True, slots=True)
class Lead:
    """A sentence that instructs: its `subject`, its predicate (`match`) up to `head_end`, what it quotes up to `end`.

    `section` is the amending provision's number, where it stands before the sentence, `number` its subsection's.
    `unless` is one that the quotation could go on with (see `Payload`).
    """

    start: int
    head_end: int
    end: int
    subject: str
    op: str
    match: re.Match[str]
    listed: bool
    section: str = ""
    number: str = ""
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Rest:
    """Text that is no lead: a clause of a kind (commence, application, conditional), or a heading and the like ("")."""

    start: int
    end: int
    kind: str


class Sentences:
    """Splits amending texts with the words of `data`."""

    def __init__(self, data: CanadianWords, refs: CanadianReferences, layout: ProvisionLayout) -> None:
        self._layout = layout
        note = rf"(?:(?:{data.source_note})[;,]?\s+)*"
        number = r"(?:\((?P<number>\d+(?:\.\d+)*)\)\s+)?"
        self._first = re.compile(rf"(?:^|(?<=\s))(?P<start>){note}(?:(?P<section>\d+(?:\.\d+)*)\.?\s+)?{number}")
        self._next = re.compile(rf"\.?\s+(?P<start>){note}{number}")
        self._names_act = data.names_act
        self._ends = data.ends
        self._subject = re.compile(data.subject)
        self._predicates = [(p.op, p.list, refs.compiled(p.pattern)) for p in data.predicates]
        self._clauses = [
            (c.kind, re.compile(rf"{note}{number}(?={refs.compiled(c.pattern).pattern})")) for c in data.clauses
        ]
        self._sections = [
            re.compile(
                rf"(?:^|(?<=\s))(?P<section>\d+(?:\.\d+)*)\.?\s+(?:\(1\)\s+)?(?={refs.compiled(c.pattern).pattern})"
            )
            for c in data.clauses
            if c.kind == "commence"
        ]

    def split(self, plain: str, lines: frozenset[int]) -> Iterator[Lead | Rest]:
        """The leads and what stands beside them, in order; all of the text is in one of them.

        Behind the first lead a number opens another amending section only where a line begins: at one of `lines`.
        """
        leads = list(self._leads(plain, lines))
        starts = [*(lead.start for lead in leads), len(plain)]
        yield from self._rest(plain, 0, starts[0])
        section = ""
        for lead, begins in zip(leads, starts[1:], strict=True):
            section = lead.section or section
            cut, unless = self._cut(plain, lead, min(begins, self._next_section(plain, lead, begins, section)))
            yield replace(lead, end=cut, unless=unless)
            yield from self._rest(plain, cut, begins, clause="commence")

    def _leads(self, plain: str, lines: frozenset[int]) -> Iterator[Lead]:
        at = 0
        while at < len(plain):
            found = self._lead(plain, at, lines)
            if found is None:
                return
            yield found
            at = found.head_end

    def _lead(self, plain: str, position: int, lines: frozenset[int]) -> Lead | None:
        for opening in self._first.finditer(plain, position):
            prefix: re.Match[str] | None = opening
            if position and opening["section"] and opening.start() not in lines:
                prefix = self._next.match(plain, opening.end("section"))  # the number is no amending section's
            if prefix is None:
                continue
            if prefix.end() == prefix.start() > 0 or not self._subject.match(plain, prefix.end()):
                continue
            found = self._predicate(plain, prefix.end())
            if found is not None:
                groups = prefix.groupdict()
                return replace(
                    found,
                    start=prefix.start("start"),
                    section=groups.get("section") or "",
                    number=groups.get("number") or "",
                )
        return None

    def _predicate(self, plain: str, start: int) -> Lead | None:
        """The nearest predicate after the subject at `start`, in the same sentence."""
        limit = _TO_COLON.match(plain, start)
        stop = limit.end() + 1 if limit else start
        best: Lead | None = None
        for op, listed, pattern in self._predicates:
            match = pattern.search(plain, start, min(stop + _SPREAD, len(plain)))
            if match is None or match.start() > stop:
                continue
            if not listed and not self._names_act.search(plain, start, match.start()):
                continue  # quoted law speaks of its own provisions without "of the Act"
            if best is None or match.start() < best.match.start():
                best = Lead(start, match.end(), match.end(), plain[start : match.start()], op, match, listed)
        return best

    def _cut(self, plain: str, lead: Lead, stop: int) -> tuple[int, str]:
        """The start of clauses that edit nothing behind what a lead quotes; of their number, if it could be quoted,
        too.

        A clause's number goes on with the amending provision's.
        """
        quoted_known = HIDDEN in plain
        found: list[tuple[int, str]] = []
        for kind, pattern in self._clauses:
            for match in _beginnings(pattern, plain, lead.head_end, stop):
                if quoted_known:
                    found.append((match.start(), ""))
                elif not self._ends.search(plain[lead.head_end : match.start()].rstrip()):
                    continue  # a heading stands before the number: it is quoted
                elif lead.number and match["number"] and step("decimal", lead.number, match["number"]) == 1:
                    goes_on = self._goes_on(plain[lead.head_end : match.start()].strip(), match["number"])
                    found.append((match.start(), match["number"] if kind == "application" and goes_on else ""))
        return min(found, default=(stop, ""))

    def _next_section(self, plain: str, lead: Lead, stop: int, section: str) -> int:
        """The start, behind what a lead quotes, of the amending act's next section, which says when it comes into
        force: by its number, with the heading before it; `stop` where there is none."""
        if HIDDEN in plain or not section:
            return stop
        for pattern in self._sections:
            for match in pattern.finditer(plain, lead.head_end, stop):
                if step("decimal", section, match["section"]) == 1:
                    ends = [m.end() for m in _SENTENCE_ENDS.finditer(plain, lead.head_end, match.start())]
                    return ends[-1] if ends else match.start()
        return stop

    def _goes_on(self, text: str, number: str) -> bool:
        """True if a subsection with this number could be the next of those quoted."""
        units = self._layout.units(text, 0, len(text), self._layout.levels[0])
        return bool(units) and step("decimal", units[-1].num, number) == 1

    def _rest(self, plain: str, start: int, stop: int, clause: str = "") -> Iterator[Rest]:
        if plain[start:stop].replace(HIDDEN, "").strip():
            kind = next((k for k, p in self._clauses if any(_beginnings(p, plain, start, stop))), clause)
            yield Rest(start, stop, kind)


_SENTENCE_ENDS = re.compile(r"[.;”»]\s+(?=[^\W\d_]|\d|$)")
_TO_COLON = re.compile(r"(?:[“«][^”»]*[”»]|[^:\ufffc“«])*")


def _beginnings(pattern: re.Pattern[str], text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """The matches that begin a sentence or its number."""
    for match in pattern.finditer(text, start, stop):
        before = text[: match.start()].rstrip()
        opens = match["number"] or before.endswith((".", ";")) or (start == 0 and before[-1:].isdigit())
        if match.start() == 0 or (opens and text[match.start() - 1].isspace()):
            yield match
