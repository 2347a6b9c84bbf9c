"""Formulae of French and Spanish amending language: patterns on text in which quotations and references are marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from palermo.corpus.amendments.traditions.numbered.quotations import INSIDE, Q
from palermo.corpus.amendments.traditions.operation_words import OperationWords
from palermo.corpus.amendments.traditions.romance.references import RomancePath, RomanceReference, RomanceReferences
from palermo.corpus.amendments.traditions.romance.words import OccurrenceWords, RomanceWords

__all__ = ["FoundFormula", "RomanceFormula", "RomanceFormulae", "Text"]

_ROLES = {"": "\ue010", "at": "\ue011", "of": "\ue012"}
_REST = "\ue013"
_MARKS = {"R": "\ue010", "AT": "\ue011", "OF": "\ue012", "ANY": "[\ue010\ue011\ue012]", "IN": "[\ue011\ue012]"}
_MACRO = re.compile(r"\{(R|AT|OF|ANY|IN):(\w+)\}")


@dataclass(frozen=True, slots=True)
class RomanceFormula:
    """`op` is what it says is done (or "head", "place", "edge", "filler"), `where` on which side or end."""

    op: str
    where: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Text:
    """A statement: `marked` is the whole text up to its end, quotations and its references blotted out."""

    marked: str
    references: tuple[RomanceReference, ...]

    def paths(self, start: int) -> tuple[RomancePath, ...]:
        """The paths of the reference that begins there."""
        return next(r.paths for r in self.references if r.start == start)


@dataclass(frozen=True, slots=True)
class FoundFormula:
    """A formula that stands in a text."""

    formula: RomanceFormula
    match: re.Match[str]
    text: Text

    def has(self, group: str) -> bool:
        return self.match.groupdict().get(group) is not None

    def word(self, group: str) -> str:
        return self.match.groupdict().get(group) or ""

    def span(self, group: str) -> tuple[int, int]:
        return self.match.span(group)

    def paths(self, group: str) -> tuple[RomancePath, ...]:
        return self.text.paths(self.match.start(group)) if self.has(group) else ()


class RomanceFormulae:
    """The formulae of `data`."""

    def __init__(self, data: RomanceWords, references: RomanceReferences) -> None:
        self._references = references
        quotes = rf"{Q}(?:{data.quote_joins}{Q})*"
        self._values = {
            "{QS}": quotes,
            "{QN}": rf"{Q}(?:{data.quote_joins}{Q}(?!{INSIDE}|{data.not_new}))*",
            "{Q}": Q,
            "{W}": rf"(?:{data.words})",
            "{OW}": rf"(?:{data.of_words})",
            "{BE}": data.be,
            "{ON}": _on(data.follows, data.begins_at),
            "{U}": rf"(?P<u>(?:{data.new_starts})[^\ue000\ue001:;]{{1,120}}?)",
            "{NEW}": rf"(?:{data.new})",
            "{OCC}": rf"(?:,?\s\(?(?P<occ>{_either(data.occurrences)})\)?,?)?",
            "{OCCOF}": rf"(?P<occ2>{_either(data.occurrences_of)})",
        }
        self._values |= data.verbs_of
        act, aside = data.act, data.aside
        unnamed = re.sub(r"\(\?P<\w+>", "(?:", act).replace(r")\b.*)", r")\b)")
        title = data.title
        self._tail = rf"(?:,\s(?:{title}))?"
        self._tail += rf"(?:,?\s(?:{unnamed})[^\ue000\ue001\ue010-\ue012:;]*?)?"
        self._tail += rf"(?:,?\s(?:{aside})[^\ue000\ue001\ue010\ue011:;]*?)?,?"
        self._act = re.compile(act)
        self.heads = [self._formula(one) for one in data.heads]
        self.operations = [self._formula(one) for one in data.operations]
        self.bare = [self._formula(OperationWords("bare", r"{R:r}(?=[\s.;]*$|\s?[;,]\s|\s(?:et|y)\s)"))]
        self._occurrences = [(re.compile(o.pattern), o.value) for o in (*data.occurrences, *data.occurrences_of)]

    def _formula(self, one: OperationWords) -> RomanceFormula:
        words = one.pattern
        for name, value in self._values.items():
            words = words.replace(name, value)
        words = _MACRO.sub(lambda m: rf"(?P<{m[2]}>{_MARKS[m[1]]}{_REST}*)(?P<{m[2]}_act>{self._tail})", words)
        return RomanceFormula(one.op, one.where, re.compile(words))

    def text(self, plain: str, start: int, end: int) -> Text:
        """The statement at `start` to `end` with its references blotted out."""
        found = [
            RomanceReference(r.start + start, r.end + start, r.role, r.paths)
            for r in self._references.find(plain[start:end])
        ]
        out, at = [], 0
        for one in found:
            out += [plain[at : one.start], _ROLES[one.role], _REST * (one.end - one.start - 1)]
            at = one.end
        return Text("".join([*out, plain[at:end]]), tuple(found))

    def match(self, text: Text, position: int, formulae: Sequence[RomanceFormula]) -> Iterator[FoundFormula]:
        """The formulae that begin at `position`, in order."""
        for formula in formulae:
            match = formula.pattern.match(text.marked, position)
            if match is not None:
                yield FoundFormula(formula, match, text)

    def act(self, plain: str, found: FoundFormula, group: str) -> str:
        """The act's name behind the reference of the group, or in the group itself; "" where none is named."""
        if not found.has(group):
            return ""
        words = plain[found.match.start(group) : found.match.end(group)].strip(" ,")
        match = self._act.search(words)
        return words[match.start("name") :].strip(" ,") if match else ""

    def occurrence(self, words: str) -> int | str:
        """The place that is meant: a number from 1, "last", "each", or "each 2" where there must be two."""
        for pattern, value in self._occurrences:
            if pattern.fullmatch(words):
                return value if isinstance(value, int) else str(value)
        return ""


def _on(follows: str, begins: str) -> str:
    """Pattern of what may follow a place, behind a comma where the act is named, too."""
    return (
        rf"(?:(?<=,)(?=\s{follows})|(?=\s?:(?!\s?\ue000))|(?=\s?$)|(?=\s{begins})|(?<=[\ue010-\ue013])(?=\s{follows}))"
    )


def _either(occurrences: Sequence[OccurrenceWords]) -> str:
    return "|".join(f"(?:{one.pattern})" for one in occurrences)
