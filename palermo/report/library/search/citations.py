"""Provisions as they are cited: title, date, provision, quotation, reference, source and when it was retrieved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from palermo.corpus.model.refs import InstrumentId, ProvisionRef
from palermo.corpus.model.text_model import Provision
from palermo.kb.library.library import Fragment
from palermo.kb.search.search import Hit, SearchResult
from palermo.report.library.search.words import kind_of, place

__all__ = ["SourceCitation", "cited", "day", "of_hit", "of_hits", "told"]

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class SourceCitation:
    """Parts of a citation; "" is unknown. Dates are ISO 8601, or a year.

    `enacted` and `number` are the instrument's, as its identifier has them; `since` and `until` are when this text is
    in force, which rests on `basis`. `provision` is the short citation, `designation` its article's as printed
    ("Статья 128"), `place` the way to it. `quotation` is verbatim but for `…` where words are left out. `link` is where
    the source is, `path` its file, `accessed` when it was retrieved from there. `kind` says whether it is official or
    whose translation it is.
    """

    title: str = ""
    jurisdiction: str = ""
    lang: str = ""
    enacted: str = ""
    number: str = ""
    since: str = ""
    until: str = ""
    basis: str = ""
    provision: str = ""
    level: str = ""
    designation: str = ""
    place: tuple[str, ...] = ()
    quotation: str = ""
    reference: str = ""
    link: str = ""
    path: str = ""
    accessed: str = ""
    kind: str = ""
    note: str = ""


def of_hits(answer: SearchResult) -> tuple[SourceCitation, ...]:
    """The hits that are shown, in their order."""
    return tuple(of_hit(hit) for hit in answer.hits)


def of_hit(hit: Hit) -> SourceCitation:
    """A hit; its quotation is the snippet."""
    designation = next((step.label for step in hit.place if step.provision.id == hit.unit.id), "")
    return cited(hit.fragment, hit.provision, hit.snippet, place(hit), designation)


def cited(  # noqa: PLR0913, PLR0917 - what is cited, and how it is called
    fragment: Fragment,
    provision: Provision,
    quotation: str,
    way: Iterable[str] = (),
    designation: str = "",
    note: str = "",
) -> SourceCitation:
    """A provision of a text that a library holds."""
    force, source = fragment.in_force, fragment.source
    enacted, number = _issued(fragment.ref.instrument)
    return SourceCitation(
        title=_line(fragment.title) or _line(source.path),
        jurisdiction=fragment.jurisdiction,
        lang=fragment.lang,
        enacted=enacted,
        number=number,
        since=fragment.since or "",
        until=(force.end or "") if force else "",
        basis=force.basis.value if force else "",
        provision=provision.cite,
        level=provision.level,
        designation=designation,
        place=tuple(way),
        quotation=_line(quotation),
        reference=str(ProvisionRef(fragment.ref, provision.id or None)),
        link=source.uri or "",
        path=source.path,
        accessed=source.retrieved or "",
        kind=kind_of(source),
        note=note,
    )


def told(c: SourceCitation) -> Iterator[str]:
    """Notes for which a citation manager has no field: the provision, which text it is, palermo's reference."""
    if c.provision:
        yield f"provision {c.provision}"
    if c.since:
        until = f" until {c.until}" if c.until else ""
        yield f"text in force from {c.since}{until}" + (f" ({c.basis})" if c.basis else "")
    if c.kind:
        yield c.kind
    yield f"palermo: {c.reference}"


def day(date: str) -> str:
    """The ISO date, or year, that a date or a time begins with; "" for anything else."""
    match = _DATE.match(date)
    return match[0] if match else ""


def _issued(instrument: InstrumentId) -> tuple[str, str]:
    """When the act was made and its number, from its identifier: /akn/kz/act/1997-07-16/167 has both."""
    first, *others = instrument.path
    if instrument.type == "doc" or not _DATE.fullmatch(first):
        return "", ""
    number = others[-1] if others else ""
    return first, number if any(char.isdigit() for char in number) else ""


def _line(text: str) -> str:
    """On one line, without what no reader sees."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
