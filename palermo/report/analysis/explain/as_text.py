"""How an answer came about, and what a body of law was read as, as text."""

from __future__ import annotations

from collections.abc import Iterable

from palermo.alignment.gaps.explain_answer import AnswerPart, AnswerReading, Explanation, OffenceVariant
from palermo.alignment.gaps.gaps import NO_RULE
from palermo.corpus.model.findings import Value
from palermo.corpus.model.text_model import Provision, Version
from palermo.report.format.terminal import Screen, wrap

__all__ = ["explain", "scope"]

_LENGTH = 200  # code points of a quotation
_WORDS = 40  # words looked for that are listed


def explain(explanation: Explanation, screen: Screen) -> str:
    """The report on one finding."""
    f, element = explanation.finding, explanation.element
    lines = [screen.title(f"{element.label}: {f.value}"), ""]
    asked = f"{element.citation}, {element.bindingness}" if element.article else "not asked by the framework"
    lines += _field("Asks", f"{element.restatement} ({asked})", screen)
    lines += _field("Rating", f"{f.rating.value}" + (f", {f.extent}" if f.extent else ""), screen)
    lines += _field("Rule", f"{f.rule}: {f.explanation}", screen)
    lines += _field("Confidence", f"{f.confidence:.0%}", screen)
    lines += _field("Would turn it", f.would_change, screen)
    lines += _turn(explanation, screen)
    if f.rule == NO_RULE:
        return "\n".join(lines)
    lines += [
        "",
        screen.strong("Words that fired" if f.value is not Value.NO else "Words set aside, or where it was looked"),
    ]
    for e in f.evidence:
        version = explanation.sources[e.source]
        fired = f" → {version.reading(e.words).text}" if e.words and e.words != e.span else ""
        lines += _quote(version, e.provision, version.reading(e.span).text + fired, screen)
    lines += ["", screen.strong("Words looked for")]
    shown = explanation.words[:_WORDS]
    more = f" and {len(explanation.words) - _WORDS} more" if len(explanation.words) > _WORDS else ""
    lines += wrap("; ".join(shown) + more, screen.width, first="  ", rest="  ")
    lines += ["", screen.strong("Searched")]
    cites = [f"{p.cite or 'the text'} {p.heading}".strip() for _, p in explanation.searched]
    lines += wrap("; ".join(cites) or "no provision on trafficking was found", screen.width, first="  ", rest="  ")
    return "\n".join(lines)


def _turn(explanation: Explanation, screen: Screen) -> list[str]:
    """The smallest deletion found that turns the answer, tried on the text."""
    found = explanation.turn
    if found is None:
        return []
    places = []
    for source, span in found.deleted:
        version = explanation.sources[source]
        text = version.reading(span).text
        short = text if len(text) <= _LENGTH else text[:_LENGTH].rsplit(" ", 1)[0] + " …"
        places.append(f"{version.at(span.start).cite or 'the text'} “{short}”")
    return _field("Tried", f"without {'; '.join(places)} the answer is {found.becomes}", screen)


def scope(reading: AnswerReading, screen: Screen) -> str:
    """What the texts were read as: the offence, what widens it, its parts with their roles, definitions, variants."""
    lines = [screen.title("What was read as the law on trafficking"), ""]
    lines += _units("The offence", reading.core, screen)
    lines += _units("Read beside it", reading.wide, screen)
    lines += ["", screen.strong("Basic variants")]
    for variant in reading.variants:
        lines += _variant(reading, variant, screen)
    for title, parts in (("Parts of the offence", reading.parts), ("Definitions it rests on", reading.definitions)):
        lines += ["", screen.strong(title)]
        for part in parts:
            lines += _part(reading, part, screen)
    return "\n".join(lines)


def _units(title: str, units: Iterable[tuple[int, Provision, str]], screen: Screen) -> list[str]:
    lines = [screen.strong(title)]
    for _, provision, why in units:
        lines += wrap(
            f"{provision.cite or 'the text'} {provision.heading} — {why}", screen.width, first="  ", rest="    "
        )
    return lines if len(lines) > 1 else [*lines, "  none"]


def _variant(reading: AnswerReading, variant: OffenceVariant, screen: Screen) -> list[str]:
    needs = [name for name, needed in (("means", variant.means), ("purpose", variant.purpose)) if needed]
    victim = "a child" if variant.child else "anyone"
    text = f"[against {victim}; needs {' and '.join(needs) or 'neither means nor purpose'}] {variant.text}"
    return _quote(reading.sources[variant.source], variant.provision, text, screen)


def _part(reading: AnswerReading, part: AnswerPart, screen: Screen) -> list[str]:
    child = ", child" if part.child else ""
    return _quote(reading.sources[part.source], part.provision, f"[{part.role}{child}] {part.text}", screen)


def _quote(version: Version, provision: Provision, text: str, screen: Screen) -> list[str]:
    short = text if len(text) <= _LENGTH else text[:_LENGTH].rsplit(" ", 1)[0] + " …"
    return wrap(short, screen.width, first=f"  {provision.cite or '-'} ", rest="      ")


def _field(label: str, text: str, screen: Screen) -> list[str]:
    return wrap(text, screen.width, first=f"{label + ':':15}", rest=" " * 15)
