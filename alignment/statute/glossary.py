"""Glossaries: the items of a list of definitions headed by their term ("a) Trata de personas. La captación, …")."""

from __future__ import annotations

import re
from typing import NamedTuple

from palermo.alignment.statute.units import Unit
from palermo.kb.lexicon.cues import Cues

__all__ = ["GlossaryHead", "heads"]


class GlossaryHead(NamedTuple):
    """A term that heads an item: where the term begins and ends, and where the text of the definition begins."""

    term_start: int
    term_end: int
    text: int


_OPENING = 250  # code points at the head of an article that say that it defines

_HEAD = re.compile(
    r"\W*(?:(?:\d{1,3}|\w{1,4})[.)°º]+\W*)?[\"'“„«*_]*(?P<term>[^\W\d][^.:;,–—\"”»()\n]{3,60}?)(?:\s*\([^)]{2,60}\))?"
    r"[\"'”»*_]*\s*(?:\.-|[.:]|[–—-](?=\s))\s*(?=[\"'“«]?\w)"
)


def heads(unit: Unit, cues: Cues) -> dict[int, GlossaryHead]:
    """The heads of the items by where the items begin; none in an article that is no list of definitions."""
    found: dict[int, GlossaryHead] = {}
    quoted = 0
    starts = sorted(unit.starts[c.id] for c in unit.provision.children if c.id in unit.starts)
    for child in unit.provision.children:
        start = unit.starts.get(child.id)
        match = _HEAD.match(unit.text, start) if start is not None else None
        in_quotes = match is not None and unit.text[start : match.start("term")].rstrip().endswith(_QUOTES)
        if match and (child.num or in_quotes) and match.end() < len(unit.text):
            found[match.start()] = GlossaryHead(match.start("term"), match.end("term"), match.end())
            quoted += in_quotes
    if len(found) < _LEAST or 2 * len(found) < len(starts):
        return {}
    heading = cues.term("definitions_heading")
    lead = unit.folded[unit.body : starts[0]]
    announced = quoted == len(found) and lead.rstrip().endswith((":", "—", "–", "-"))
    return found if announced or heading.search(unit.heading) or heading.search(lead[:_OPENING]) else {}


_QUOTES = ('"', "'", "“", "„", "«")
_LEAST = 2  # items: one alone is no list
