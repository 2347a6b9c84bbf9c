"""Explanations of answers, and the reading of a body of law, as text."""

from __future__ import annotations

from collections.abc import Iterable

from palermo.alignment.gaps.explain_answer import AnswerReading, Explanation
from palermo.alignment.gaps.gaps import NO_RULE
from palermo.corpus.model.text_model import Provision
from palermo.report.analysis.explain.words import LENGTH, answered, fired, needs, searched, victim
from palermo.report.format.terminal import Screen
from palermo.report.language.forms import clipped

__all__ = ["explain", "scope"]

_WORDS = 40  # words looked for that are listed


def explain(explanation: Explanation, screen: Screen) -> str:
    """The report on one finding."""
    f, element = explanation.finding, explanation.element
    lines = [screen.title(f"{element.label}: {f.value}"), ""]
    for label, said in answered(explanation):
        lines += screen.wrap(said, first=f"{label + ':':15}", rest=" " * 15)
    if f.rule == NO_RULE:
        return "\n".join(lines)
    lines += ["", screen.strong(fired(f))]
    for e in f.evidence:
        version = explanation.sources[e.source]
        words = f" → {version.reading(e.words).text}" if e.words and e.words != e.span else ""
        lines += _quote(e.provision, version.reading(e.span).text + words, screen)
    lines += ["", screen.strong("Words looked for")]
    shown = explanation.words[:_WORDS]
    more = f" and {len(explanation.words) - _WORDS} more" if len(explanation.words) > _WORDS else ""
    lines += screen.wrap("; ".join(shown) + more, first="  ", rest="  ")
    lines += ["", screen.strong("Searched")]
    lines += screen.wrap(searched(explanation), first="  ", rest="  ")
    return "\n".join(lines)


def scope(reading: AnswerReading, screen: Screen) -> str:
    """Reading of the texts: the offence, what widens it, its parts with their roles, definitions, variants."""
    lines = [screen.title("What was read as the law on trafficking"), ""]
    lines += _units("The offence", reading.core, screen)
    lines += _units("Read beside it", reading.wide, screen)
    lines += ["", screen.strong("Basic variants")]
    for variant in reading.variants:
        text = f"[{victim(variant)}; needs {needs(variant)}] {variant.text}"
        lines += _quote(variant.provision, text, screen)
    for title, parts in (("Parts of the offence", reading.parts), ("Definitions it rests on", reading.definitions)):
        lines += ["", screen.strong(title)]
        for part in parts:
            child = ", child" if part.child else ""
            lines += _quote(part.provision, f"[{part.role}{child}] {part.text}", screen)
    return "\n".join(lines)


def _units(title: str, units: Iterable[tuple[int, Provision, str]], screen: Screen) -> list[str]:
    lines = [screen.strong(title)]
    for _, provision, why in units:
        lines += screen.wrap(f"{provision.cite or 'the text'} {provision.heading} — {why}", first="  ", rest="    ")
    return lines if len(lines) > 1 else [*lines, "  none"]


def _quote(provision: Provision, text: str, screen: Screen) -> list[str]:
    return screen.wrap(clipped(text, LENGTH), first=f"  {provision.cite or '-'} ", rest="      ")
