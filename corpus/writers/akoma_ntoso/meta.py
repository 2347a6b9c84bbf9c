"""`meta`: who the text is, where it comes from and what its dates are.

Sources: Akoma Ntoso Version 1.0 Part 1, section 7; Naming Convention Version 1.0, section 4.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from lxml import etree

from palermo.corpus.model.akn_names import AKN
from palermo.corpus.model.languages import alpha3
from palermo.corpus.model.text_model import Source, Version
from palermo.corpus.text.xml_safe import legal
from palermo.corpus.writers.akoma_ntoso.element_ids import reference
from palermo.corpus.writers.akoma_ntoso.elements import child, own
from palermo.corpus.writers.akoma_ntoso.modifications import Modifications, account, act_id, analysis
from palermo.corpus.writers.akoma_ntoso.whole_days import UNKNOWN, enacted_on, set_date

__all__ = ["add_meta"]

_NOWHERE = "zz"  # palermo.corpus.readers.identify: no country known
_CONCEPTS = {"enactment": "enacted", "inForce": "in force", "superseded": "no longer in force"}


def add_meta(document: etree._Element, version: Version, made: str, changes: Modifications | None = None) -> None:
    """Write `meta` at the end of `document`; `made` is the day of the file (ISO), `changes` how the text came about."""
    meta = child(document, "meta")
    acts = changes.acts if changes else ()
    _identification(meta, version, made)
    _lifecycle(meta, version, acts)
    if changes is not None and (done := analysis(version, changes)) is not None:
        meta.append(done)
    _periods(meta, version)
    _references(meta, version, acts)
    kept = child(meta, "proprietary", source="#palermo")
    if changes is None:
        _source(kept, "source", version.source)
        return
    _source(kept, "base", changes.base.source)
    for act in acts:
        _source(kept, "amending", act.source)
    kept.append(account(changes))


def _identification(meta: etree._Element, version: Version, made: str) -> None:
    instrument, in_force = version.ref.instrument, version.in_force
    identification = child(meta, "identification", source="#palermo")

    work = _frbr(identification, "FRBRWork", str(instrument))
    if version.title:
        child(work, "FRBRalias", value=legal(version.title), name="title")
    _date(work, enacted_on(version), "enacted")
    child(work, "FRBRauthor", href="#author")
    child(work, "FRBRcountry", value=instrument.country)
    child(work, "FRBRnumber", value=legal(instrument.path[-1]))

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


def _lifecycle(meta: etree._Element, version: Version, acts: Sequence[Version]) -> None:
    """The events whose dates are known: enactment, the amending acts, and since and until when the text is in force."""
    events = [("enactment", enacted_on(version), "#original", "generation")]
    for index, act in enumerate(acts):
        events.append((act_id(index), act.in_force.start if act.in_force else None, f"#{act_id(index)}", "amendment"))
    if (in_force := version.in_force) is not None:
        events += [("inForce", in_force.start, "#palermo", "generation"), ("superseded", in_force.end, "#palermo", "")]
    known = [(date, name, source, kind) for name, date, source, kind in events if date]
    if not known:
        return
    lifecycle = child(meta, "lifecycle", source="#palermo")
    for date, name, source, kind in known:
        event = child(lifecycle, "eventRef", eId=f"event_{name}")
        set_date(event, date)
        event.set("source", source)
        if kind:
            event.set("type", kind)
        if name in _CONCEPTS:
            event.set("refersTo", f"#{name}")


def _periods(meta: etree._Element, version: Version) -> None:
    """The one period that the text is in force in, where it is known."""
    if version.in_force is None:
        return
    group = child(child(meta, "temporalData", source="#palermo"), "temporalGroup", eId="period_1")
    interval = child(group, "timeInterval", start="#event_inForce", refersTo="#inForce")
    if version.in_force.end is not None:
        interval.set("end", "#event_superseded")


def _references(meta: etree._Element, version: Version, acts: Sequence[Version]) -> None:
    references = child(meta, "references", source="#palermo")
    instrument = version.ref.instrument
    title = legal(version.title) or str(instrument)
    child(references, "original", eId="original", href=reference(str(instrument)), showAs=title)
    for index, act in enumerate(acts):
        named = legal(act.title) or str(act.ref)
        child(references, "passiveRef", eId=act_id(index), href=reference(str(act.ref)), showAs=named)
    country = instrument.country
    author = "unknown" if country == _NOWHERE else country.upper()
    _thing(references, "TLCOrganization", "author", f"organization/{country}", author)
    _thing(references, "TLCOrganization", "palermo", "organization/palermo", "palermo")
    used = {event.get("refersTo") for event in meta.iter(f"{{{AKN}}}eventRef")}
    for concept, shown in _CONCEPTS.items():
        if f"#{concept}" in used:
            _thing(references, "TLCConcept", concept, f"concept/{concept}", shown)


def _thing(references: etree._Element, name: str, eid: str, path: str, shown: str) -> None:
    child(references, name, eId=eid, href=f"/akn/ontology/{path}", showAs=shown)


def _source(kept: etree._Element, name: str, source: Source) -> None:
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
            element.set(key, legal(value))
