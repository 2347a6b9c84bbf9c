"""Drafts to provisions: final spans, ids in the Akoma Ntoso naming convention, short citations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from palermo.corpus.model.eids import ANNEXES, step
from palermo.corpus.model.text_model import BASIC_UNITS, Provision, Span
from palermo.corpus.readers.markup.printed_numbers import number_of
from palermo.corpus.readers.markup.provision_draft import ProvisionDraft

__all__ = ["finish_provisions"]

_GROUPS = frozenset({"crossHeading", "hcontainer"})
_CONTAINERS = _GROUPS | {
    "book", "chapter", "division", "part", "subchapter", "subdivision", "subpart", "subtitle", "title", "tome",
}  # fmt: skip
_WHITE = " \t\n"
_EID = re.compile(r"[^\s~|@/]+")


def finish_provisions(root: ProvisionDraft, text: str) -> Provision:
    """The provision of the whole `text`, with everything below `root` that has words."""
    own = {draft.eid for draft in _below(root) if draft.eid and _EID.fullmatch(draft.eid)}
    children = _Settling(text, own).children(root, _Place())
    return Provision("", root.level, "", "", "", Span(0, len(text)), children)


def _below(draft: ProvisionDraft) -> Iterator[ProvisionDraft]:
    for child in draft.children:
        yield child
        yield from _below(child)


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands above: `eid` is the parent's, `scope` that of the annex or quotation in which articles are counted;
    `prefix` comes before an article's citation (`sch1/`, `6(2)|`), `cite` before a number in brackets.
    """

    eid: str = ""
    scope: str = ""
    prefix: str = ""
    cite: str = ""

    def quotation(self) -> _Place:
        """Inside a quotation that stands here; a heading and what it heads are one quotation."""
        if self.prefix.endswith("|") and not self.cite:
            return self
        eid = f"{self.eid}__qstr" if self.eid else "qstr"
        return _Place(eid, eid, (self.cite or self.prefix.rstrip("/")) + "|")

    def below(self, draft: ProvisionDraft, order: str) -> _Place:
        """Inside the provision of a draft with this number, or this place in a count."""
        last = step(draft.level, order)
        here = f"{self.eid}__{last}" if self.eid else last
        scoped = f"{self.scope}__{last}" if self.scope else last
        if draft.note or draft.level in _CONTAINERS:
            return replace(self, eid=here)
        if draft.level in ANNEXES:
            return _Place(scoped, scoped, f"{self.prefix}{ANNEXES[draft.level]}{order}/")
        if draft.level in BASIC_UNITS:
            return replace(self, eid=scoped, cite=self.prefix + order)
        if self.cite or self.prefix.endswith("|"):
            return replace(self, eid=here, cite=f"{self.cite or self.prefix}({order})")
        return replace(self, eid=here, cite=self.prefix + order)

    def citation(self, draft: ProvisionDraft) -> str:
        """Citation of the provision inside which this place is."""
        if draft.note or draft.level in _CONTAINERS:
            return ""
        return self.prefix.rstrip("/") if draft.level in ANNEXES else self.cite


def _transparent(drafts: list[ProvisionDraft], numbers: list[str]) -> bool:
    """Whether items of alineas can be cited without the alinea: no two things below would be cited alike."""
    alineas = [d for d in drafts if d.level == "alinea"]
    cited = [n for n in numbers if n] + [str(i) for i, _ in enumerate(alineas, 1)]
    cited += [number_of(child.number or "") for alinea in alineas for child in alinea.children if not child.note]
    return bool(alineas) and len(set(cited)) == len(cited)


@dataclass(slots=True)
class _Settling:
    """One text's drafts becoming provisions. `own` are the ids that the file gives, `used` those given so far,
    `counted` how far each wanted one was counted up."""

    text: str
    own: set[str]
    used: set[str] = field(default_factory=set)
    counted: dict[str, int] = field(default_factory=dict)

    def children(self, draft: ProvisionDraft, place: _Place) -> tuple[Provision, ...]:
        kept = [(child, span) for child in draft.children if (span := self._trim(child.start, child.end)) is not None]
        for child, _ in kept:
            self._split_heading(child)
        numbers = [number_of(child.number or "") for child, _ in kept]
        taken = {(child.level, number) for (child, _), number in zip(kept, numbers, strict=True)}
        counts: dict[str, int] = {}
        transparent = _transparent([child for child, _ in kept], numbers)
        out = []
        for (child, span), number in zip(kept, numbers, strict=True):
            order = number
            while not order:  # unnumbered ones count from 1, past the numbers that others have
                counts[child.level] = counts.get(child.level, 0) + 1
                if (child.level, str(counts[child.level])) not in taken:
                    order = str(counts[child.level])
            above = place.quotation() if child.quoted else place
            inner = above.below(child, order)
            eid = self._name(inner.eid, child.eid)
            inner = replace(inner, eid=eid, scope=eid if inner.scope == inner.eid else inner.scope)
            below = replace(inner, cite=above.cite) if transparent and child.level == "alinea" else inner
            out.append(self._provision(child, span, number, inner, self.children(child, below)))
        return tuple(out)

    def _provision(
        self, draft: ProvisionDraft, span: Span, number: str, place: _Place, children: tuple[Provision, ...]
    ) -> Provision:
        return Provision(
            id=place.eid,
            level=draft.level,
            num=draft.stated.get("num", number),
            cite=draft.stated.get("cite", place.citation(draft)),
            heading=draft.stated.get("heading", (draft.heading or "").rstrip(" .—")),
            span=span,
            children=children,
            num_span=self._words(draft.number_at, draft.number),
            heading_span=self._words(draft.heading_at, draft.heading),
        )

    def _name(self, wanted: str, own: str | None) -> str:
        """An id that nothing else has: the file's own, if it is the first with it, else `wanted`, counted up."""
        name = wanted
        if own is not None and own in self.own and own not in self.used:
            name = own
        else:
            n = self.counted.get(wanted, 1)
            while name in self.used or name in self.own:
                n += 1
                name = f"{wanted}_{n}"
            self.counted[wanted] = n
        self.used.add(name)
        return name

    def _split_heading(self, draft: ProvisionDraft) -> None:
        """Where the first line of a heading is a word and a number (`SCHEDULE 1`), that is the number."""
        numbered = draft.level in _CONTAINERS - _GROUPS or draft.level in ANNEXES
        if draft.number is not None or draft.heading_at is None or not numbered:
            return
        start, end = draft.heading_at
        first, _, rest = self.text[start:end].strip(_WHITE).partition("\n")
        if len(first.split()) == 2 and number_of(first):
            middle = self.text.index(first, start) + len(first)
            draft.number, draft.number_at = first, (start, middle)
            draft.heading, draft.heading_at = (" ".join(rest.split()), (middle, end)) if rest else (None, None)

    def _trim(self, start: int, end: int) -> Span | None:
        while start < end and self.text[start] in _WHITE:
            start += 1
        while end > start and self.text[end - 1] in _WHITE:
            end -= 1
        return Span(start, end) if end > start else None

    def _words(self, words_span: tuple[int, int] | None, words: str | None) -> Span | None:
        """The span of a number or heading, without the notes that hang on it."""
        if words_span is None or not words:
            return None
        span = self._trim(*words_span)
        if span is not None and (found := self.text.find(words, span.start, span.end)) >= 0:
            return Span(found, found + len(words))
        return span
