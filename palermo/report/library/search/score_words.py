"""Why a hit was found and stands where it stands, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from palermo.kb.search.results.explain_score import Reason, ReasonKind
from palermo.kb.search.search import Hit
from palermo.kb.thesaurus.thesaurus import FORMULAE
from palermo.report.library.search.words import labels, listed

__all__ = ["ScoreLine", "about", "lines"]


_NAMED = 10  # elements or concepts that two provisions share


class ScoreLine(NamedTuple):
    """Reason for a `score` (None: a reason that adds nothing of its own), at this depth below the whole."""

    depth: int
    score: float | None
    text: str


def lines(hit: Hit) -> list[ScoreLine]:
    """The parts of a hit's score, each above its own parts; then what all its words were multiplied by."""
    if hit.why is None:
        return []
    found = list(_lines(hit.why, 0))
    if hit.weight > 1:
        for_what = "an article with elements of the Protocol" if hit.elements else "an act about trafficking"
        found.append(ScoreLine(0, None, f"Its words count {hit.weight:g} times in all this: it is {for_what}."))
    elif hit.weight < 1:
        beside = "it stands beside the articles (a heading, a preamble, a note)"
        found.append(ScoreLine(0, None, f"Its words count only {hit.weight:g} times in all this: {beside}."))
    return found


def _lines(reason: Reason, depth: int) -> Iterator[ScoreLine]:
    match reason.kind:
        case ReasonKind.SUM:
            for part in reason.parts:
                yield from _lines(part, depth)
        case ReasonKind.SHARE:
            number = reason.asked
            if number > 1:
                there = len(reason.parts)
                times = "" if there == number else f", by their rarity {reason.factor:.0%} of what was asked for"
                yield ScoreLine(depth, reason.score, f"{there} of {number} words{times}")
            for part in reason.parts:
                yield from _lines(part, depth + (number > 1))
        case ReasonKind.OTHER:
            yield ScoreLine(depth, reason.score, _other(reason))
        case _:
            yield ScoreLine(depth, reason.score, _plain(reason))


def _other(reason: Reason) -> str:
    (part,) = reason.parts
    leaf = part
    while leaf.parts:
        leaf = max(leaf.parts, key=lambda below: below.score)
    if leaf.kind is ReasonKind.ELEMENT:
        by = f"its element of the Protocol, {labels([leaf.said])[0]}"
    else:
        by = f"another term for the same:{_forms(leaf) or f' “{leaf.said}”'}"
    return f"“{reason.said}” by {by} ({part.score:.2f} × {reason.factor:g})"


def _plain(reason: Reason) -> str:
    heading = f", {reason.heading:.2f} of it for the heading" if reason.heading else ""
    match reason.kind:
        case ReasonKind.IN_A_ROW | ReasonKind.NEAR:
            how = "next to each other in this order" if reason.kind is ReasonKind.IN_A_ROW else "near each other"
            return f"the words {how}:{_forms(reason) or f' {reason.said}'}{heading}"
        case ReasonKind.ELEMENT:
            return f"the element of the Protocol “{labels([reason.said])[0]}”, and each other one that stands with it"
        case ReasonKind.CITED:
            return f"it is the provision cited, {reason.said}: before everything else"
        case ReasonKind.FACT:
            what = "preferred, as the query names it" if reason.score else "asked for, adds nothing"
            return f"{reason.said}: {what}"
        case ReasonKind.NOT:
            return f"{reason.said}: it does not have that, adds nothing"
        case _:
            forms = _forms(reason)
            as_typed = forms.strip().casefold() == f"“{reason.said}”".casefold()
            return f"“{reason.said}”{'' if as_typed or not forms else f', there as{forms}'}{heading}"


def _forms(reason: Reason) -> str:
    return "".join(f" “{word}”," for word in reason.words).rstrip(",")


def about(hit: Hit, limit: int) -> list[str]:
    """Elements of the hit, `limit` of them; in a search for similar provisions the traits that it shares instead."""
    if hit.shared is not None:
        return _shared(hit.shared)
    has = labels(hit.elements)
    return [f"has {listed(has, limit)}"] if has else []


def _shared(what: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Common traits of two provisions, a line for each kind."""
    named = {
        "elements": labels(what.get("elements", ())),
        "concepts": [_concept(code) for code in what.get("concepts", ()) if not code.startswith(FORMULAE)],
        "words": list(what.get("words", ())),
    }
    return [f"same {kind}: {listed(names, _NAMED)}" for kind, names in named.items() if names]


def _concept(code: str) -> str:
    return code.partition(".")[2].replace("_", " ")
