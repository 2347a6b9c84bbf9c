"""Metadata of an XML document, by the paths of its vocabulary."""

from __future__ import annotations

import re

from lxml import etree

from palermo.corpus.errors import NotFoundError
from palermo.corpus.model.refs import InstrumentId, check_date
from palermo.corpus.model.text_model import Basis
from palermo.corpus.readers.markup.vocabulary import Vocabulary
from palermo.corpus.readers.shared.reader_output import Metadata

__all__ = ["metadata"]

_CELEX = re.compile(r"[03](\d{4})([RLD])(\d{4})(?:-\d{8})?")  # legislation, also consolidated
_EU_ACTS = {"R": "regulation", "L": "directive", "D": "decision"}
_MOST = 20  # things that a path leads to are looked at: what says nothing there says nothing in more of them
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")


def metadata(root: etree._Element, vocabulary: Vocabulary) -> Metadata:
    """Title, language, country, instrument, date and what it rests on; None where the document does not say."""
    said = {name: _first(root, paths) for name, paths in vocabulary.metadata.items()}
    enacted, consolidated = _day(said.get("enacted")) or _ymd(root, vocabulary), _day(said.get("date"))
    if said.get("final"):  # a text as made or enacted, whatever day its file is valid from
        consolidated = None
    date = consolidated or enacted
    country = said.get("country")
    return Metadata(
        title=said.get("title"),
        lang=said.get("lang"),
        country=_country(country),
        instrument=_instrument(said, vocabulary.family),
        date=date and _partial(said.get("partial"), date),
        uri=said.get("uri"),
        basis=None if date is None else Basis.ENACTED if date == enacted else _basis(said.get("basis")),
    )


def _first(root: etree._Element, paths: tuple[str, ...]) -> str | None:
    """The words of the first thing that one of the paths leads to and that has words."""
    for path in paths:
        found = root.xpath(path)
        for item in found[:_MOST] if isinstance(found, list) else [found]:
            words = _words(item) if isinstance(item, etree._Element) else str(item)
            if words := _shown(root, " ".join(words.split())):
                return words
    return None


def _words(element: etree._Element) -> str:
    """The words of an element; between its parts that are lines, a blank."""
    if len(element) and not (element.text or "").strip() and not any((c.tail or "").strip() for c in element):
        return " ".join("".join(map(str, child.itertext())) for child in element if isinstance(child.tag, str))
    return "".join(map(str, element.itertext()))


def _shown(root: etree._Element, words: str) -> str:
    """`words`; for an Akoma Ntoso reference (`#varTitle`), the `showAs` of what has that eId."""
    if not re.fullmatch(r"#[\w.-]+", words):
        return words
    found = root.xpath(".//*[@eId=$name]/@showAs", name=words[1:])
    return " ".join(str(found[0]).split()) if isinstance(found, list) and found else ""


def _ymd(root: etree._Element, vocabulary: Vocabulary) -> str | None:
    for path in vocabulary.metadata.get("enacted_ymd", ()):
        found = root.xpath(path)
        for item in found if isinstance(found, list) else ():
            if isinstance(item, etree._Element):
                parts = [item.findtext(name) or "" for name in ("YYYY", "MM", "DD")]
                if all(p.strip().isdigit() for p in parts):
                    year, month, day = (int(p) for p in parts)
                    return _day(f"{year:04}-{month:02}-{day:02}")
    return None


def _day(text: str | None) -> str | None:
    """The ISO date at the start of `text`; None for none, and for the placeholders of drafting tools (9999-01-01)."""
    match = _DAY.match(text or "")
    if match is None or not "1000" < match[1] < "2500":
        return None
    try:
        return check_date("-".join(match.groups()))
    except NotFoundError:
        return None


def _partial(text: str | None, day: str) -> str:
    """The year or month that a day stands for, else the day."""
    return text if text and re.fullmatch(r"\d{4}(-\d{2})?", text) and day.startswith(text) else day


def _basis(name: str | None) -> Basis:
    """What a date of this name rests on."""
    return next((basis for basis in Basis if basis.value == name), Basis.CONSOLIDATED)


def _country(text: str | None) -> str | None:
    """ISO 3166 in lower case; legislation.gov.uk's `GB-UKM` and the like are `gb`."""
    code = (text or "").lower().partition("-")[0]
    return code if re.fullmatch(r"[a-z]{2,4}", code) else None


def _instrument(stated: dict[str, str | None], family: str) -> str | None:
    """The work's IRI, where what the document says can be written as one."""
    guess = None
    if family == "akoma_ntoso" and (uri := stated.get("instrument")):
        # version 2 has no /akn in front (Naming Convention 1.0, section 4.2 has it); an ELI begins with a slash, too
        country = _country(stated.get("country"))
        guess = uri if uri.startswith("/akn/") else f"/akn{uri}" if country and uri.startswith(f"/{country}/") else None
    elif family == "lims":
        number, year = stated.get("annual_number"), stated.get("annual_year")
        if number and year and number.isdigit():
            guess = f"/akn/ca/act/{year}/{number}"
        elif stated.get("consolidated"):
            guess = f"/akn/ca/act/rsc/{stated['consolidated']}"
    elif family == "clml":
        match = re.search(r"legislation\.gov\.uk/(?:id/)?([a-z]{3,5})/(\d{4})/(\d+)\b", stated.get("identifier") or "")
        guess = "/akn/gb/act/" + "/".join(match.groups()) if match else None
    elif family == "eisb" and stated.get("year") and stated.get("number"):
        guess = f"/akn/ie/act/{stated['year']}/{stated['number']}"
    elif family == "formex":
        match = _CELEX.fullmatch(stated.get("celex") or "")
        guess = f"/akn/eu/{_EU_ACTS[match[2]]}/{match[1]}/{int(match[3])}" if match else None
    elif family == "uslm":
        match = re.match(r"/us/usc/t(\w+)", stated.get("code") or "")
        law = stated.get("congress"), stated.get("law")
        guess = f"/akn/us/code/usc/{match[1]}" if match else f"/akn/us/act/pl/{law[0]}/{law[1]}" if all(law) else None
    try:
        return str(InstrumentId.parse(guess)) if guess else None
    except NotFoundError:
        return None
