"""British amending language: numbered clauses to instructions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from palermo.corpus.amendments.model import Instruction, Op, Target
from palermo.corpus.amendments.reading.inline_numbers import InlineNumbers
from palermo.corpus.amendments.reading.passages import HIDDEN, Passage
from palermo.corpus.amendments.reading.running_text import RunningText
from palermo.corpus.amendments.traditions.clausal.clauses import InstructionClause, clauses
from palermo.corpus.amendments.traditions.clausal.formulae import ClausalFormulae
from palermo.corpus.amendments.traditions.clausal.make_instructions import FormulaMaker
from palermo.corpus.amendments.traditions.clausal.resolve_references import About, Referring, Saying, TargetWords
from palermo.corpus.amendments.traditions.clausal.words import ClausalWords

__all__ = ["ClausalReader"]

_NOWHERE = Target(())
_ASIDE = re.compile(rf"\s\((?:[{HIDDEN}]|(?!c\.|asp)[a-z])(?:[^()]|\([^()]*\))*\)$")  # not (c. 42), (asp 3)
_HEADING = 600  # code points within which a heading ends
_TERMS = re.compile(r"\W*In this \w")  # what a word means in the amending provision
_PERHAPS = "whether it amends anything cannot be told"  # kept where something around it does
_BROKEN = "a quotation breaks off"


@dataclass(frozen=True, slots=True)
class _Scan:
    """The reading of a clause: its instructions, what clauses after or below it are about, and if it was understood
    to its last word. `amends`: it said that something is amended."""

    made: tuple[Instruction, ...]
    about: About
    understood: bool = True
    amends: bool = False
    named: About = ()
    """What was named last, which the next clause may call "that paragraph"."""


@dataclass
class ClausalReader:
    """Reads the amending texts whose words are `data`; `marks` are the numbers of their clauses, `words` finds what is
    quoted. Traditions that put the same together from other formulae bring a `maker` of their own."""

    data: ClausalWords
    layout: RunningText
    refs: Referring
    formulae: ClausalFormulae
    maker: FormulaMaker
    marks: InlineNumbers
    words: Callable[[Passage], TargetWords]
    _act: str = ""
    _aliases: dict[str, str] = field(default_factory=dict)
    _around: _Scan = field(default_factory=lambda: _Scan((), ()))

    def read(self, passages: Sequence[Passage], *, whole: bool | None = None) -> list[Instruction]:
        """Every instruction, in order; "that Act" is the one named last. `whole`: the passages are an amending act, of
        which each instruction names the act that it is about (None: where there are several of them)."""
        whole = len(passages) > 1 if whole is None else whole
        self._act, self._aliases = "", {}
        for pattern in self.data.aliases:
            alias = re.compile(pattern.replace("{ACT}", self.refs.act))
            for match in (m for one in passages for m in alias.finditer(one.words.text)):
                self._aliases.setdefault(_bare(match["alias"]), match["act"].removeprefix("the "))
        out: list[Instruction] = []
        for before, passage in pairwise((None, *passages)):
            assert passage is not None
            headed = self._headed(passage)
            own = bool(headed) and self._act_in(passage.headings[-1:]) != ""
            if own or before is None or not passage.scheduled or before.headings[:-1] != passage.headings[:-1]:
                self._around = _Scan((), headed)
            self._act = headed[0].act if headed else self._act
            made = [self._told(m, several=whole) for m in self._passage(passage)]
            if not any(m.op is not Op.COMMENCE and not m.reason for m in made):
                made = [m for m in made if m.reason != _PERHAPS]
            out += [replace(m, order=len(out) + n, section=passage.number) for n, m in enumerate(made)]
        return out

    def _headed(self, passage: Passage) -> About:
        """The act that the headings over a paragraph of a schedule name."""
        act = self._act_in(passage.headings) if passage.scheduled else ""
        return (replace(_NOWHERE, act=self._named(act)),) if act else ()

    def _act_in(self, headings: Sequence[str]) -> str:
        """The act that the innermost of the headings that names one names; "" for none."""
        name = re.compile(rf"{self.refs.act}(?:\s\([^()]*\))*")
        return next((h for h in reversed(headings) if name.fullmatch(h)), "")

    @staticmethod
    def _told(made: Instruction, *, several: bool) -> Instruction:
        """The instruction, refused in a whole amending act if it names no act."""
        if made.reason or made.target.act or not several or made.op is Op.COMMENCE:
            return made
        return replace(made, reason="which act is meant is not said")

    def _passage(self, passage: Passage) -> Iterator[Instruction]:
        words = self.words(passage)
        quoting = words.quoting
        if quoting.broken is not None and self.data.instructs.search(passage.words.text):
            yield self._not_understood(words, 0, len(quoting.blank), (), _BROKEN)
            return
        tree = clauses(quoting.blank, self.marks, passage.line_starts())
        head = self._scan(words, (tree.start, tree.end), self._around, first=True)
        if head.amends and not head.made:
            self._around = head  # of what follows it, too, in a schedule
        if tree.parts and not head.understood:
            yield self._not_understood(words, tree.start, len(quoting.blank), (), "not understood")
            return
        yield from head.made
        yield from self._parts(words, tree.parts, head)

    def _parts(self, words: TargetWords, parts: Sequence[InstructionClause], around: _Scan) -> Iterator[Instruction]:
        here, last = around, around.named
        for n, part in enumerate(parts):
            if n and part.first:  # what is counted anew is about something else, which was not seen
                yield from self._lost(words, parts[n:])
                return
            scan = self._scan(words, (part.start, part.end), replace(here, named=last))
            last = scan.named
            if not scan.understood and self.data.amended.search(words.quoting.blank, part.start, part.end):
                yield from self._lost(words, parts[n:])  # what follows may be about what it says is amended
                return
            if part.parts and not scan.understood:
                end = _last(part)
                yield self._not_understood(words, part.start, end, here.about, "not understood")
                continue
            yield from scan.made
            if part.parts:
                yield from self._parts(words, part.parts, replace(scan, amends=scan.amends or here.amends))
            elif scan.amends and not scan.made:
                here = scan  # "Section 5 is amended as follows."

    def _lost(self, words: TargetWords, parts: Sequence[InstructionClause]) -> Iterator[Instruction]:
        """Clauses of which it is not known what they are about."""
        for part in parts:
            if self.data.instructs.search(words.quoting.blank, part.start, _last(part)):
                yield self._not_understood(words, part.start, _last(part), (), "not understood")

    def _scan(self, words: TargetWords, span: tuple[int, int], around: _Scan, *, first: bool = False) -> _Scan:
        """The reading of the words at `span`, inside of `around` or behind it."""
        start, end = span
        about, amends, last = around.about, around.amends, around.named
        text = words.quoting.blank[start:end]
        for begin in self._beginnings(words, start, text) if first else [0]:
            scan = self._read(words, start + begin, end, about, last)
            if scan.understood and (scan.made or scan.about or begin == 0):
                break
        else:
            scan = _Scan((), about, understood=False)
        if scan.understood and (scan.made or scan.amends or scan.about != about):
            return scan
        if not text.strip(" ,;.:—–-") or re.fullmatch(r"[\s,;.:—–-]*(?:and|or)[\s,;.:—–-]*", text):
            return _Scan((), about)
        commences = self._says_when(text)
        if not self.data.instructs.search(text) and (commences or first or not amends):
            if commences or first or not self._names(text):
                return _Scan(self._clause(words, start, end) if commences else (), about)
            return _Scan((self._not_understood(words, start, end, about, _PERHAPS),), about)
        return _Scan((self._not_understood(words, start, end, scan.about or about, "not understood"),), about, False)

    def _says_when(self, text: str) -> bool:
        """True if a clause says when or to what the amendments apply, or what a word of the provision means."""
        if self.data.commences.search(text) is None or self.data.modifies.search(text) is not None:
            return False
        return HIDDEN not in text or _TERMS.match(text) is not None

    def _names(self, text: str) -> bool:
        """True if a clause speaks of provisions or quotes words, so that it may instruct in words not known."""
        return HIDDEN in text or bool(self.refs.find(text))

    def _beginnings(self, words: TargetWords, start: int, text: str) -> Iterator[int]:
        """The places where the instruction may begin behind a heading and the amending provision's own number."""
        yield 0
        lines = words.passage.line_starts()
        for match in re.finditer(r"(?<!\S)(?=[A-Z])|(?<=[—–])(?=[A-Z])", text[:_HEADING]):
            before = text[: match.start()]
            heads = re.search(r"(?:^|\s)\d+[A-Z]*\.?\s?[—–-]?\s*$|[.)?]\s+$", before) or start + match.start() in lines
            if match.start() and heads and not before.startswith("In ") and not self.data.instructs.search(before):
                yield match.start()

    def _read(self, words: TargetWords, start: int, end: int, about: About, last: About) -> _Scan:
        saying = Saying.of(words, (start, end), self.refs, self._named)
        text = saying.text
        made: list[Instruction] = []
        named, amends, at = last if _below(last, about) else about, False, 0
        while at < len(text):
            if text[at].isspace():
                at += 1
                continue
            operation = self.formulae.operation(text, at)
            if operation is not None:
                found = self.maker.make(saying, operation, about, named)
                if found is None:
                    return _Scan((), about, understood=False)
                made += found[0]
                named, at = found[1], operation.match.end()
                continue
            context = self.formulae.context(text, at)
            if context is not None:
                place = saying.resolve(context.span("ref"), about, named)
                if place is None:
                    return _Scan((), about, understood=False)
                about, named, at = place, place, context.end()
                continue
            if when := self.data.when.match(text, at):
                made += self._clause(words, start + at, start + when.end())
                at = when.end()
                continue
            after = self.formulae.filler(text, at)
            if after == at:
                skipped = self._skipped(text, at)
                if skipped is None:
                    return _Scan((), about, understood=False)
                at = skipped
                continue
            amends = amends or "amended" in text[at:after]
            at = after
        return _Scan(tuple(made), about, amends=amends, named=named)

    def _skipped(self, text: str, position: int) -> int | None:
        """The offset behind a sentence that begins at `position` and instructs nothing; None where it may instruct."""
        if not text[position:].strip():
            return len(text)
        if text[:position].strip() and not text[:position].rstrip().endswith("."):
            return None
        stop = re.compile(r"\.(?=\s+[A-Z\ue000])|$").search(text, position)
        end = stop.end() if stop else len(text)
        sentence = text[position:end]
        if self.data.instructs.search(sentence) or not self.data.commences.search(sentence):
            return None
        return end

    def _named(self, act: str) -> str:
        """The act's name in full; of one that has no name here the one named last."""
        act = _ASIDE.sub("", act)
        alias = self._aliases.get(_bare(act))
        if alias is None and self.data.unnamed.fullmatch(act):
            return self._act
        self._act = re.sub("^[Tt]he ", "", alias or act)
        return self._act

    def _clause(self, words: TargetWords, start: int, end: int) -> tuple[Instruction, ...]:
        span = words.passage.span(start, end)
        return (Instruction(Op.COMMENCE, _NOWHERE, None, None, span, 0, words.text(start, end)),)

    def _only_act(self, text: str) -> str:
        """The act that a clause names, if it names no other one."""
        found = {m.group() for m in re.finditer(self.refs.act, text)}
        acts = {self._aliases.get(_bare(f), re.sub("^The ", "", f)).removeprefix("the ") for f in found}
        return acts.pop() if len(acts) == 1 and not any(self.data.unnamed.fullmatch(f) for f in found) else ""

    def _not_understood(
        self, words: TargetWords, start: int, end: int, about: Sequence[Target], reason: str
    ) -> Instruction:
        target = about[0] if about else replace(_NOWHERE, act=self._only_act(words.quoting.blank[start:end]))
        if not target.steps or target.steps[0].level not in (self.layout.level, "schedule", "outside"):
            target = replace(_NOWHERE, act=target.act)
        self._act = ""  # it may have named another
        if match := self.data.version.search(words.quoting.blank[start:end]):
            target = replace(target, lang=self.data.versions[match[1]])
        span = words.passage.span(start, end)
        return Instruction(Op.REPLACE, target, None, None, span, 0, words.text(start, end), reason=reason)


def _bare(name: str) -> str:
    return re.sub(r"\s+", " ", name).casefold().removeprefix("the ")


def _below(last: About, about: About) -> bool:
    """True if the one stands in the other."""
    return len(last) == len(about) == 1 and last[0].steps[: len(about[0].steps)] == about[0].steps


def _last(clause: InstructionClause) -> int:
    return _last(clause.parts[-1]) if clause.parts else clause.end
