"""The verbs as a program calls them: a text or several, a framework by its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus.model import Version

if TYPE_CHECKING:
    from alignment.define import Definition
    from alignment.model import Alignment
    from corpus.findings import GapAnalysis

__all__ = ["Law", "compare", "define", "gaps"]

Law = Version | Sequence[Version]  # several are read together: fragments of one text, or a body of law


def compare(left: Law, right: Law) -> Alignment:
    """What became of each provision of `left` in `right`, down to the words (`alignment.compare`)."""
    from alignment.compare import compare as align

    return align(_texts(left), _texts(right))


def define(term: str, *laws: Law, framework: str = "palermo") -> Definition:
    """What each law says of each element of a term's definition, side by side (`alignment.define`).

    Raises ReferenceError for an unknown term or framework, and what `gaps` raises.
    """
    from alignment.define import define as find
    from kb.framework import load

    return find(term, [_texts(law) for law in laws], load(framework))


def gaps(law: Law, framework: str = "palermo") -> GapAnalysis:
    """A finding with its evidence for each element of the framework (`alignment.gaps`).

    Raises ReferenceError for an unknown framework, UsageError for a language that palermo has no cue words for.
    """
    from alignment.gaps import gaps as find
    from kb.framework import load

    return find(_texts(law), load(framework))


def _texts(law: Law) -> tuple[Version, ...]:
    return (law,) if isinstance(law, Version) else tuple(law)
