"""The steps of an eId, as the Akoma Ntoso Naming Convention 1.0 has them, and what begins the citation of an annex."""

from __future__ import annotations

__all__ = ["ANNEXES", "step"]

# section 5.4, table of abbreviations; levels that it does not abbreviate stand for themselves
_ABBREVIATIONS = {
    "alinea": "al", "article": "art", "attachment": "att", "authorialNote": "authn", "chapter": "chp", "clause": "cl",
    "crossHeading": "crosshead", "definition": "def", "division": "dvs", "level": "lvl", "paragraph": "para",
    "recital": "rec", "regulation": "reg", "schedule": "sch", "section": "sec", "subchapter": "subchp",
    "subclause": "subcl", "subdivision": "subdvs", "subparagraph": "subpara", "subsection": "subsec",
    "transitional": "trans",
}  # fmt: skip

ANNEXES = {"annex": "annex", "appendix": "app", "attachment": "att", "schedule": "sch"}


def step(level: str, number: str) -> str:
    """The step of a provision: `art_128`, `sch_2`, `note_1`. `number` is its number, or its place in a count."""
    return f"{_ABBREVIATIONS.get(level, level)}_{number}"
