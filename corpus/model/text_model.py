"""The types that everything speaks. Spans are code points into the text as read, half-open."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from palermo.corpus.errors import NotFoundError
from palermo.corpus.model.reading_text import Mapped, read_text
from palermo.corpus.model.refs import VersionRef

__all__ = [
    "BASIC_UNITS",
    "EDITORS_NOTES",
    "Basis",
    "Interval",
    "Provision",
    "Source",
    "Span",
    "Translation",
    "Version",
    "no_provision",
]

# Akoma Ntoso 1.0, part 1, 5.2, calls so what is numbered through a whole instrument: article, section; with regulations
# and rules, which it writes as hcontainer.
BASIC_UNITS = frozenset({"article", "section", "rule", "regulation"})
EDITORS_NOTES = frozenset({"remark", "authorialNote"})  # they say of a text when it was changed: no law

_NEAR = 5  # provisions named where the one asked for is not there


class Span(NamedTuple):
    """Code points `start` to `end`, half-open."""

    start: int
    end: int

    def trimmed(self, text: str) -> Span:
        """The span without the white space around its words in `text`; empty where there are none."""
        start, end = self
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(start, end)

    def overlaps(self, other: Span) -> bool:
        """True if they have a code point in common, or if an empty one lies inside the other."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """True if the other lies inside it."""
        return self.start <= other.start and other.end <= self.end


class Basis(StrEnum):
    """Basis of a date in force."""

    ENACTED = "enacted"
    CONSOLIDATED = "consolidated"
    BUILT = "built"
    """By palermo, from an older text and the acts that amend it: no official text says so."""
    FIRST_SEEN = "first seen"


class Translation(StrEnum):
    """Status of a text as a translation, and whose."""

    NONE = "none"
    OFFICIAL = "official"
    UNOFFICIAL = "unofficial"
    MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class Interval:
    """In force from `start` until before `end` (None: still). ISO 8601 dates; a bare year is allowed."""

    start: str
    end: str | None = None
    basis: Basis = Basis.FIRST_SEEN

    def contains(self, date: str) -> bool:
        return self.start <= date and (self.end is None or date < self.end)


@dataclass(frozen=True, slots=True)
class Provision:
    """A unit of a text: article, section, paragraph, item, note.

    `id` is an Akoma Ntoso eId (`art_128__para_2__point_3`), `level` an Akoma Ntoso element name or, for what the
    standard writes as hcontainer or attachment, the field's word (`rule`, `schedule`, `note`, `remark`).
    `num` is the number as printed without its punctuation ("" where there is none), `cite` the short citation inside
    the instrument (`128(2)(3)`). `span` covers everything from the number or heading to the end of the last child.
    """

    id: str
    level: str
    num: str
    cite: str
    heading: str
    span: Span
    children: tuple[Provision, ...] = ()
    num_span: Span | None = None
    heading_span: Span | None = None

    def walk(self) -> Iterator[Provision]:
        """This provision and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def outermost(self, levels: Collection[str]) -> Iterator[Provision]:
        """The provisions below this one that are of one of the levels and in no other of them, in document order."""
        for child in self.children:
            if child.level in levels:
                yield child
            else:
                yield from child.outermost(levels)

    def own_spans(self) -> list[Span]:
        """The parts of the span that belong to no child, in order; empty ones left out."""
        spans, at = [], self.span.start
        for child in self.children:
            if child.span.start > at:
                spans.append(Span(at, child.span.start))
            at = child.span.end
        if self.span.end > at:
            spans.append(Span(at, self.span.end))
        return spans


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text comes from. `path` is the path as given; unknown values are None."""

    path: str
    sha256: str
    official: bool | None = None
    retrieved: str | None = None
    uri: str | None = None
    licence: str | None = None
    translation: Translation = Translation.NONE


@dataclass(frozen=True)
class Version:
    """A text of an instrument in a language, in force over an interval (an FRBR expression, or a fragment of it).

    `text` is the text as read and never changes; `marks` are the sorted, disjoint spans of it that no person reads
    (markup, front matter, escapes, link targets); `unplaced` are spans that the structure could not place and kept as
    plain blocks.
    """

    ref: VersionRef
    title: str
    in_force: Interval | None
    text: str
    root: Provision
    source: Source
    unplaced: tuple[Span, ...] = ()
    marks: tuple[Span, ...] = ()

    @property
    def lang(self) -> str:
        return self.ref.lang or "und"

    def reading(self, span: Span | None = None, *, lines: bool = False) -> Mapped:
        """The text as a person reads it (no marks, spaces folded), with its way back to the source.

        With `lines`, line breaks between blocks are kept.
        """
        start, end = span or Span(0, len(self.text))
        return read_text(self.text, start, end, self.marks, lines=lines)

    def quote(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @cached_property
    def provisions(self) -> dict[str, Provision]:
        """Every provision by its id, in document order."""
        return {p.id: p for p in self.root.walk()}

    def find(self, wanted: str) -> Provision:
        """Provisions that `named` gives. Raises NotFoundError, with the nearest that there are, for none."""
        found = self.named(wanted)
        if found is None:
            raise no_provision([self], wanted)
        return found

    def named(self, wanted: str) -> Provision | None:
        """The provision with this eId or this short citation (the first, where a citation is not unique)."""
        if wanted in self.provisions:
            return self.provisions[wanted]
        key = re.sub(r"\s+", "", wanted).casefold()
        return next((p for p in self.provisions.values() if p.cite and p.cite.casefold() == key), None)

    def at(self, offset: int) -> Provision:
        """The innermost provision that covers the code point at `offset`."""
        node = self.root
        while True:
            for child in node.children:
                if child.span.start <= offset < child.span.end:
                    node = child
                    break
            else:
                return node


def no_provision(versions: Sequence[Version], wanted: str, cited: str | None = None) -> NotFoundError:
    """An error for a provision that no text has: with the nearest that there are to it, or to the
    citation that was read in it.
    """
    like = wanted if cited is None else cited
    every = (p for version in versions for p in version.provisions.values())
    names = [name for p in every if (name := p.id if "_" in like else p.cite)]
    near = get_close_matches(like, dict.fromkeys(names), _NEAR, 0.5) or list(dict.fromkeys(names))[:_NEAR]
    return NotFoundError(
        f"no provision {wanted!r}",
        file=versions[0].source.path if len(versions) == 1 else None,
        expected="one of them, such as " + ", ".join(near) if near else "a text with provisions",
    )
