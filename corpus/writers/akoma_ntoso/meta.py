"""`meta`: who the text is, where it comes from and what its dates are.

Sources: Akoma Ntoso Version 1.0 Part 1, section 7; Naming Convention Version 1.0, section 4.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from lxml import etree

from corpus.languages import alpha3
from corpus.model import Source, Version
from corpus.writers.akoma_ntoso.dates import UNKNOWN, enacted_on, set_date
from corpus.writers.akoma_ntoso.elements import child, own
from corpus.writers.akoma_ntoso.ink import Ink
from corpus.writers.akoma_ntoso.names import reference

__all__ = ["Act", "Extra", "add_meta"]

_NOWHERE = "zz"


@dataclass(frozen=True, slots=True)
class Act:
    """An amending act: its id in this file, and the text that was read."""

    eid: str
    version: Version


@dataclass(frozen=True, slots=True)
class Extra:
    """What an amendment adds: the acts, and the elements `analysis` and of what palermo keeps in `proprietary`."""

    acts: tuple[Act, ...] = ()
    analysis: etree._Element | None = None
    account: Sequence[etree._Element] = field(default=())


def add_meta(document: etree._Element, version: Version, made: str, ink: Ink, extra: Extra) -> None:
    """Write `meta` at the end of `document`; `made` is the day of this file (ISO)."""
    meta = child(document, "meta")
    _identification(meta, version, made, ink)
    _lifecycle(meta, version, extra)
    if extra.analysis is not None:
        meta.append(extra.analysis)
    _references(meta, version, ink, extra)
    kept = child(meta, "proprietary", source="#palermo")
    _source(kept, "source", version.source, ink)
    for act in extra.acts:
        _source(kept, "amending", act.version.source, ink)
    kept.extend(extra.account)


def _identification(meta: etree._Element, version: Version, made: str, ink: Ink) -> None:
    instrument, in_force = version.ref.instrument, version.in_force
    identification = child(meta, "identification", source="#palermo")

    work = _frbr(identification, "FRBRWork", str(instrument))
    if version.title:
        child(work, "FRBRalias", value=ink.legal(version.title), name="title")
    _date(work, enacted_on(version), "enacted")
    child(work, "FRBRauthor", href="#author")
    child(work, "FRBRcountry", value=instrument.country)
    child(work, "FRBRnumber", value=ink.legal(instrument.path[-1]))

    text = _frbr(identification, "FRBRExpression", str(version.ref))
    _date(text, in_force.start if in_force else version.ref.date, in_force.basis.value if in_force else "unknown")
    child(text, "FRBRauthor", href="#author")
    if version.source.official is not None:
        child(text, "FRBRauthoritative", value=str(version.source.official).lower())
    child(text, "FRBRlanguage", language=alpha3(version.lang))

    file = _frbr(identification, "FRBRManifestation", str(version.ref), ".akn")
    _date(file, made, "made")
    child(file, "FRBRauthor", href="#palermo")
    if version.root.id:
        child(file, "FRBRportion", from_=reference(f"#{version.root.id}"))
    child(file, "FRBRformat", value="application/akn+xml")


def _frbr(parent: etree._Element, name: str, iri: str, suffix: str = "") -> etree._Element:
    element = child(parent, name)
    child(element, "FRBRthis", value=f"{iri}/!main{suffix}")
    child(element, "FRBRuri", value=iri + suffix)
    return element


def _date(parent: etree._Element, date: str | None, name: str) -> None:
    element = child(parent, "FRBRdate")
    set_date(element, date or UNKNOWN)
    element.set("name", name if date else "unknown")


def _lifecycle(meta: etree._Element, version: Version, extra: Extra) -> None:
    """The events whose dates are known: enactment, the amending acts, and since and until when the text is in force."""
    events = [(enacted_on(version), "#original", "generation", "enactment")]
    events += [(a.version.in_force.start, f"#{a.eid}", "amendment", "") for a in extra.acts if a.version.in_force]
    if version.in_force is not None:
        events.append((version.in_force.start, "#palermo", "generation", "inForce"))
        events.append((version.in_force.end, "#palermo", "", "superseded"))
    known = [(date, *rest) for date, *rest in events if date]
    if not known:
        return
    lifecycle = child(meta, "lifecycle", source="#palermo")
    for number, (date, source, type_, concept) in enumerate(known, 1):
        event = child(lifecycle, "eventRef", eId=f"event_{number}")
        set_date(event, date)
        event.set("source", source)
        if type_:
            event.set("type", type_)
        if concept:
            event.set("refersTo", f"#{concept}")


def _references(meta: etree._Element, version: Version, ink: Ink, extra: Extra) -> None:
    references = child(meta, "references", source="#palermo")
    instrument = version.ref.instrument
    title = ink.legal(version.title) or str(instrument)
    child(references, "original", eId="original", href=reference(str(instrument)), showAs=title)
    for act in extra.acts:
        href, named = reference(str(act.version.ref)), ink.legal(act.version.title) or str(act.version.ref)
        child(references, "passiveRef", eId=act.eid, href=href, showAs=named)
    country = instrument.country
    author = "unknown" if country == _NOWHERE else country.upper()
    _thing(references, "TLCOrganization", "author", f"organization/{country}", author)
    _thing(references, "TLCOrganization", "palermo", "organization/palermo", "palermo")
    for concept, shown in (("enactment", "enacted"), ("inForce", "in force"), ("superseded", "no longer in force")):
        _thing(references, "TLCConcept", concept, f"concept/{concept}", shown)


def _thing(references: etree._Element, name: str, eid: str, path: str, shown: str) -> None:
    child(references, name, eId=eid, href=f"/akn/ontology/{path}", showAs=shown)


def _source(kept: etree._Element, name: str, source: Source, ink: Ink) -> None:
    """The file that was read: its name without the folders of whoever read it, its hash, and what is known of it."""
    facts = {
        "file": PurePath(source.path).name or source.path,
        "sha256": source.sha256,
        "uri": source.uri,
        "retrieved": source.retrieved,
        "licence": source.licence,
        "translation": source.translation.value,
    }
    element = etree.SubElement(kept, own(name))
    for key, value in facts.items():
        if value:
            element.set(key, ink.legal(value))
