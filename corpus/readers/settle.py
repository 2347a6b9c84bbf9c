"""Drafts to provisions: final spans, ids in the Akoma Ntoso naming convention, short citations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from corpus.model import Provision, Span
from corpus.readers.draft import Draft
from corpus.structure.numbers import clean, roman

__all__ = ["number_of", "settle"]

# Akoma Ntoso Naming Convention 1.0, section 5.3; levels that it does not abbreviate stand for themselves
_SHORT = {
    "alinea": "al", "article": "art", "attachment": "att", "authorialNote": "authn", "chapter": "chp", "clause": "cl",
    "crossHeading": "crhd",
    "definition": "def", "division": "dvs", "level": "lvl", "paragraph": "para", "recital": "rec", "regulation": "reg",
    "schedule": "sch", "section": "sec", "subchapter": "subchp", "subclause": "subcl", "subdivision": "subdvs",
    "subparagraph": "subpara", "subsection": "subsec", "transitional": "trans",
}  # fmt: skip
_BASIC = frozenset({"article", "regulation", "rule", "section"})
_CONTAINERS = frozenset({
    "book", "chapter", "crossHeading", "division", "hcontainer", "part", "subchapter", "subdivision", "subpart", "subtitle",
    "title", "tome",
})  # fmt: skip
_ANNEXED = {"annex": "annex", "attachment": "att", "schedule": "sch"}  # what their citations begin with
_NUMBERED = (_CONTAINERS | _ANNEXED.keys()) - {"crossHeading", "hcontainer"}
_WHITE = " \t\n"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a draft stands: `prefix` goes before the citation of an article here, `cite` before a number in brackets."""

    eid: str = ""
    context: str = ""  # the eid that articles here are prefixed with
    prefix: str = ""
    cite: str = ""


@dataclass(slots=True)
class _Names:
    """The ids given so far, those of the file first."""

    kept: set[str]
    used: set[str] = field(default_factory=set)

    def give(self, wanted: str, own: str | None) -> str:
        if own is not None and own in self.kept and own not in self.used:
            self.used.add(own)
            return own
        name, n = wanted, 1
        while name in self.used or name in self.kept:
            n += 1
            name = f"{wanted}_{n}"
        self.used.add(name)
        return name


def settle(root: Draft, text: str) -> Provision:
    """The provision of the whole `text`, with everything below `root` that has words."""
    kept: set[str] = set()
    for draft in _below(root):
        if draft.eid and re.fullmatch(r"[^\s~|@/]+", draft.eid):
            kept.add(draft.eid)
    children = _children(root, text, _Place(), _Names(kept))
    return Provision("", root.level, "", "", "", Span(0, len(text)), children)


def _below(draft: Draft) -> list[Draft]:
    return [d for child in draft.children for d in (child, *_below(child))]


def _children(draft: Draft, text: str, place: _Place, names: _Names) -> tuple[Provision, ...]:
    kept = [(child, span) for child in draft.children if (span := _trim(text, child.start, child.end)) is not None]
    for child, _ in kept:
        _split_heading(child, text)
    numbers = [number_of(child.number or "") for child, _ in kept]
    taken = {(child.level, number) for (child, _), number in zip(kept, numbers, strict=True) if number}
    counts: dict[str, int] = {}
    out = []
    for (child, span), number in zip(kept, numbers, strict=True):
        order = number
        while not order:
            counts[child.level] = counts.get(child.level, 0) + 1
            if (child.level, str(counts[child.level])) not in taken:
                order = str(counts[child.level])
        out.append(_provision(child, span, number, order, text, place, names))
    return tuple(out)


def _split_heading(draft: Draft, text: str) -> None:
    """Where the first line of a heading is the number (`SCHEDULE 1`), make it the number."""
    if draft.number is not None or draft.heading_at is None or draft.level not in _NUMBERED:
        return
    start, end = draft.heading_at
    first, _, rest = text[start:end].strip(_WHITE).partition("\n")
    if len(first.split()) != 2 or not number_of(first):
        return
    middle = text.index(first, start) + len(first)
    draft.number, draft.number_at = first, (start, middle)
    draft.heading = " ".join(rest.split()) or None
    draft.heading_at = (middle, end) if draft.heading else None


def _provision(
    draft: Draft, span: Span, number: str, order: str, text: str, place: _Place, names: _Names
) -> Provision:
    if draft.quoted and not (place.prefix.endswith("|") and not place.cite):
        here = place.cite or place.prefix.rstrip("/")
        place = _Place(place.eid + "__qstr", place.eid + "__qstr", here + "|", "")
    inner = _place(draft.level, order, place, note=draft.note)
    eid = names.give(inner.eid, draft.eid)
    if eid != inner.eid:
        inner = replace(inner, eid=eid, context=eid if inner.context == inner.eid else inner.context)
    cite = "" if draft.note else inner.cite or (inner.prefix.rstrip("/") if draft.level in _ANNEXED else "")
    if draft.level in _CONTAINERS:
        cite = ""
    return Provision(
        eid,
        draft.level,
        number,
        cite,
        (draft.heading or "").rstrip(" ."),
        span,
        _children(draft, text, inner, names),
        _words(text, draft.number_at, draft.number),
        _words(text, draft.heading_at, draft.heading),
    )


def _place(level: str, order: str, place: _Place, *, note: bool) -> _Place:
    """Where the children of a provision of this level and number stand."""
    short = f"{_SHORT.get(level, level)}_{order}"
    below = f"{place.eid}__{short}" if place.eid else short
    if note:
        return replace(place, eid=below)
    if level in _CONTAINERS:
        return replace(place, eid=below)
    if level in _ANNEXED:
        eid = f"{place.context}__{short}" if place.context else short
        return _Place(eid, eid, f"{place.prefix}{_ANNEXED[level]}{order}/", "")
    if level in _BASIC:
        return replace(place, eid=f"{place.context}__{short}" if place.context else short, cite=place.prefix + order)
    if place.cite or place.prefix.endswith("|"):
        return replace(place, eid=below, cite=f"{place.cite or place.prefix}({order})")
    return replace(place, eid=below, cite=place.prefix + order)


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in _WHITE:
        start += 1
    while end > start and text[end - 1] in _WHITE:
        end -= 1
    return Span(start, end) if end > start else None


def _words(text: str, at: tuple[int, int] | None, words: str | None) -> Span | None:
    """The span of a number or heading in the text, without the notes that hang on it."""
    if at is None or not words:
        return None
    span = _trim(text, *at)
    if span is not None and (found := text.find(words, span.start, span.end)) >= 0:
        return Span(found, found + len(words))
    return span


@cache
def _spoken() -> Mapping[str, Any]:
    data = (files("corpus.readers") / "vocabularies" / "numbers.yaml").read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = yaml.safe_load(data)
    return loaded


def number_of(printed: str) -> str:
    """The number as it is cited, without the words and signs around it: `Article 3` is `3`, `(a)` is `a`, `SCHEDULE` is nothing."""
    spoken = _spoken()
    words = re.sub(r"[\"'“”„‘’«»()\[\]{}§№*†‡]|^\W+", " ", printed).split()
    for word in words:
        if (ordinal := spoken["ordinals"].get(word.lower().rstrip("."))) is not None:
            return str(ordinal)
    while words and _is_word(words[0], last=len(words) == 1):
        words.pop(0)
    out: list[str] = []
    for word in words:
        if out and word.lower() in spoken["runs"]:
            out.append("-")
        elif out and word.lower() in spoken["lists"]:
            out.append(",")
        else:
            out.append(word)
    return clean(" ".join(out).replace(" - ", "-").replace(" , ", ","))


def _is_word(token: str, *, last: bool) -> bool:
    """Whether a token names what is numbered rather than numbering it."""
    bare = token.strip(".,:;—–-")
    if not bare or not bare.isalpha() or roman(bare) is not None or len(set(bare.lower())) == 1:
        return not bare
    return len(bare) > 3 if last else len(bare) > 1
