"""Layout of articles of European acts in running text: paragraphs "1.", subparagraphs without a number, points.

Subparagraphs, and the paragraphs of an article that numbers none, are counted; points and indents belong to the one
that they stand in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from palermo.corpus.amendments.model import Step
from palermo.corpus.amendments.provision_layout import read_unit
from palermo.corpus.amendments.reading.inline_numbers import InlineNumber
from palermo.corpus.amendments.refusal import Refusal
from palermo.corpus.amendments.traditions.us_eu.parts_layout import ClausalText, trimmed
from palermo.corpus.amendments.traditions.us_eu.words import conjunctions
from palermo.corpus.amendments.working_text.provision_tree import shifted
from palermo.corpus.model.text_model import Provision, Span
from palermo.corpus.structure.lines.numbers import clean

__all__ = ["EuropeanText"]

_LEAD = r"[ \t\u00a0>*#_]*(?:-[ \t]+(?=\(|\w{1,5}\)|—))?"  # what markup puts before the words of a line
_ENDS = re.compile(rf"(?:[.;:,—–-]|(?<!\w)(?:{'|'.join(conjunctions().before_items)}))[”’»\"]*\s*$")
_GAP = " \t\n\u00a0#*_"


@dataclass(frozen=True, slots=True)
class EuropeanText(ClausalText):
    """`article` is the pattern of an article's number (its group `num`), `indent` of the sign before an indent."""

    article: str
    indent: str

    @property
    def closed(self) -> frozenset[str]:
        return frozenset()

    @property
    def rereads(self) -> bool:
        return True

    @property
    def ranges(self) -> bool:
        return False

    def section(self, text: str, number: str | None) -> Provision | None:
        """The article that `text` is."""
        for head in re.compile(self.article).finditer(text):
            if text[: head.start()].strip(_GAP + '"“‘«„'):
                return None
            if number is None or clean(head["num"]).casefold() == number.casefold():
                return self._article(text, head)
        return None

    def _article(self, text: str, head: re.Match[str]) -> Provision:
        heading = self._heading_behind(text, head.end())
        body = heading.end if heading else head.end()
        end = len(text.rstrip())
        span, number = Span(head.start("start"), max(end, body)), Span(*head.span("num"))
        below = self._items(text, body, end, 0)
        return read_unit(text, self.level, clean(head["num"]), span, number=number, heading=heading, children=below)

    def _heading_behind(self, text: str, end: int) -> Span | None:
        """The heading: the line below the number, or in running text what stands before the first paragraph."""
        rest = trimmed(text, end, len(text))
        if "\n" in text[end:].strip():
            line = text.find("\n", rest.start)
            span = trimmed(text, rest.start, line)
            words = text[slice(*span)]
            if words[-1:] in ".:;," or not words[:1].isupper() or self._marked(text, span.start):
                return None
            return span
        first = next(iter(self._items(text, end, len(text), 0)), None)
        if first is None or first.num_span is None:
            return None
        span = trimmed(text, end, first.num_span.start)
        words = text[slice(*span)]
        return None if not words or words[-1] in ".:;," or re.search(r"[.;:]\s", words) else span

    def _marked(self, text: str, position: int) -> bool:
        """True if a number or the sign of an indent stands here."""
        if re.compile(self.indent).match(text, position):
            return True
        return any(re.compile(rung.pattern).match(text, position) for rung in self.marks.rungs)

    def sections(self, text: str, numbers: Sequence[str]) -> tuple[Provision, ...]:
        heads = list(re.compile(self.article).finditer(text))
        wanted = [n.casefold() for n in numbers]
        cuts = [m.start("start") for m in heads if clean(m["num"]).casefold() in wanted]
        made = [(a, self.section(text[a:b], None)) for a, b in pairwise([*cuts, len(text)])]
        return tuple(shifted(unit, a) for a, unit in made if unit is not None)

    def counted(self, text: str, node: Provision, step: Step) -> list[Span] | None:
        """Subparagraphs, indents, sentences; of a new one (no number) only the place is asked for."""
        start = max(s.end for s in (Span(node.span.start, node.span.start), node.num_span, node.heading_span) if s)
        start += len(text[start : node.span.end]) - len(text[start : node.span.end].lstrip(_GAP + "."))
        whole = trimmed(text, start, node.span.end)
        if step.level == "indent":
            return self._indents(text, whole)
        if step.level == "alinea":
            if not step.num and node.level == self.level and any(c.level == self.levels[0] for c in node.children):
                raise Refusal("its paragraphs are numbered, and what is quoted is not")
            if "\n" not in text and step.num:
                raise Refusal("the text has no line breaks: where its subparagraphs begin cannot be told")
            return self._blocks(text, whole)
        if step.level != "sentence":
            return None
        if not step.num:
            return [whole]
        if any(c.span.start > start for c in node.children):
            raise Refusal("sentences of a provision with numbered parts are not counted")
        if len(self._blocks(text, whole)) > 1:
            raise Refusal("it has several subparagraphs, and in which one the sentence is meant is not said")
        cuts = [start, *self.sentences(text, start, node.span.end), node.span.end]
        spans = (trimmed(text, a, b) for a, b in pairwise(cuts))
        return [s for s in spans if s.start < s.end]

    def _blocks(self, text: str, whole: Span) -> list[Span]:
        """The subparagraphs: each line that is no item of a list, with the items below it."""
        starts = [whole.start]
        for match in re.compile(rf"\n{_LEAD}(?P<at>\S)").finditer(text, whole.start, whole.end):
            at = match.start("at")
            if not self._marked(text, at) and not text[at].islower() and self._closes(text, match.start()):
                starts.append(at)
        return [trimmed(text, a, b) for a, b in pairwise([*starts, whole.end])]

    def _indents(self, text: str, whole: Span) -> list[Span]:
        """The indents of a single list: what begins with a dash, to the end of its line."""
        lines = re.compile(rf"(?:^|\n){_LEAD}(?P<indent>{self.indent})")
        starts = [m.start("indent") for m in lines.finditer(text[: whole.end]) if m.start("indent") >= whole.start]
        if not starts:
            raise Refusal("no indents that begin a line are found")
        ends = [e if (e := text.find("\n", s, whole.end)) >= 0 else whole.end for s in starts]
        for end, start in zip(ends, starts[1:], strict=False):
            if text[end:start].strip(_GAP + "-"):
                raise Refusal("it has more than one list of indents, or other words between them")
        return [trimmed(text, a, b) for a, b in zip(starts, ends, strict=True)]

    def _told(self, unit: Provision, text: str) -> Provision:
        told = super(EuropeanText, self)._told(unit, text)
        return replace(told, num=clean(unit.num))

    def _last_end(self, text: str, last: Provision, among: Sequence[Provision]) -> int:
        """Before the line that is no item of a list."""
        start = last.num_span.end if last.num_span else last.span.start
        blocks = self._blocks(text, trimmed(text, start, last.span.end))
        return blocks[1].start if len(blocks) > 1 else last.span.end

    def _may_open(self, text: str, marker: InlineNumber, start: int) -> bool:
        """True if a provision can begin here: with its line; in running text behind a sign or a conjunction."""
        after = text[marker.end : marker.end + 1]
        if after and not after.isspace():
            return False
        before = text[: marker.start]
        line = before[before.rfind("\n") + 1 :]
        if not text[start : marker.start].strip(_GAP + '>-"“‘«„'):
            return True
        if not line.strip(_GAP + '>-"“‘«„') and self._closes(text, marker.start):
            return True
        if "\n" in text.strip():
            return False
        if not text[start : marker.start].strip() or _ENDS.search(before):
            return True
        head = re.compile(self.article).match(before)
        words = before[head.end() :] if head else "."
        return (
            re.search(r"[.;:]\s", words) is None
            and re.match(r"\s+\W?[A-ZÀ-Ý]", text[marker.end : marker.end + 4]) is not None
        )
