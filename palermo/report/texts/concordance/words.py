"""Words that every report of a concordance shares: names of sides, the words of a provision, shared evidence."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.alignment.concordance import Concordance, Match, Strength
from palermo.corpus.model.text_model import Provision, Span, Version
from palermo.corpus.text.common_title import common_title
from palermo.report.language.forms import clipped

__all__ = ["BOTH", "SIGN", "TITLE", "cite", "excerpt", "lead", "shared", "title"]

TITLE, BOTH = "Table of concordance", "Both name"
SIGN = {Strength.CORE: "=", Strength.RELATED: "~"}
_LENGTH = 220  # code points of an excerpt


def lead(found: Concordance) -> str:
    """Number of matches of either strength, and their grounds."""
    core = sum(m.strength is Strength.CORE for m in found.matches)
    return (
        f"{core} core and {len(found.matches) - core} related matches, by what both sides name. Whether they mean the "
        "same in law is for the reader."
    )


def title(side: Sequence[Version]) -> str:
    """The side's name with its language: of several texts what their titles begin with, else the first one's."""
    name = common_title(v.title for v in side) or side[0].title or side[0].source.path
    return f"{name} ({', '.join(dict.fromkeys(v.lang for v in side))})"


def cite(provision: Provision) -> str:
    """The citation; for a part or chapter, which has none, its level and number."""
    return provision.cite or f"{provision.level} {provision.num}".strip()


def excerpt(version: Version, provision: Provision, length: int = _LENGTH) -> str:
    """The beginning of what a person reads of the provision, without its number."""
    start = provision.num_span.end if provision.num_span is not None else provision.span.start
    text = version.reading(Span(min(start, provision.span.end), provision.span.end)).text.lstrip(" .)-–—:")
    return clipped(text, length)


def shared(match: Match) -> str:
    """The codes that both name, as words: `victim.compensation` is "compensation". Each once, formulae left out."""
    codes = [code for code in match.shared if not code.startswith("formula.")]
    return ", ".join(dict.fromkeys(code.partition(".")[2].replace("_", " ") for code in codes))
