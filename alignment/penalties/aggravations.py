"""The circumstances that a sentence names as raising or lowering a penalty."""

from __future__ import annotations

import re
from collections.abc import Iterable

from palermo.alignment.statute.segments import Segment
from palermo.kb.lexicon.circumstances import CHILD, circumstances, names
from palermo.kb.lexicon.cues import Cues

__all__ = ["labels", "named"]

_MITIGATED = "less serious case"


def named(segment: Segment, shown: Iterable[tuple[int, int]], cues: Cues) -> list[str]:
    """The circumstances that the spans name (the whole segment where there are none), in the order of the data."""
    spans = list(shown) or [(segment.start, segment.end)]
    patterns, ignored = circumstances(cues.lang)
    found = set()
    for start, end in spans:
        text = segment.unit.folded[start:end]
        for blank in (ignored, cues.term("child_excluded")):
            text = _blanked(text, blank.finditer(text))
        text = _blanked(text, _offence_names(text, cues))
        found |= {name for name, pattern in patterns.items() if pattern.search(text)}
        if cues.term("child").search(text):
            found.add(CHILD)
    return [_MITIGATED] if _MITIGATED in found else [name for name in names() if name in found]


def _offence_names(text: str, cues: Cues) -> list[re.Match[str]]:
    """Spans where the text only names the offence, or the two of them ("trafficking in persons or in children")."""
    named = list(cues.term("trafficking").finditer(text))
    adults = [m for m in named if not cues.term("child").search(m[0])]
    return named if adults else []


def _blanked(text: str, matches: Iterable[re.Match[str]]) -> str:
    pieces, at = [], 0
    for match in matches:
        pieces += [text[at : match.start()], " " * len(match[0])]
        at = match.end()
    return "".join([*pieces, text[at:]])


def labels(found: list[str], child: bool) -> list[str | None]:
    """Values of `aggravation`, one a circumstance, None without any; with `child` for an offence against one."""
    if not child:
        return [*found] or [None]
    return [f"{CHILD}, {name}" for name in found if name != CHILD] or [CHILD]
