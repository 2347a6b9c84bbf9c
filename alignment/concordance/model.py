"""Types of a concordance: which provisions of two sides correspond, how strongly and on what evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from palermo.corpus.model.text_model import Provision, Version

__all__ = ["Concordance", "Match", "Strength"]


class Strength(StrEnum):
    """CORE: they answer each other more than anything else on either side. RELATED: they share a part."""

    CORE = "core"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class Match:
    """Two provisions that answer each other. `left_source` and `right_source` count in the versions of the sides.

    `score` is 0 to 1, made of `parts`: one for each kind of evidence that at least one of the two has. `shared` are the
    codes of the elements and of the thesaurus concepts that both name.
    """

    left: Provision
    right: Provision
    left_source: int
    right_source: int
    strength: Strength
    score: float
    parts: Mapping[str, float]
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concordance:
    """Two sides, the matches between them in the order of the left text, and what answers nothing: the provisions with
    words of their own that match nothing, nor does anything below them, as (source, provision).
    """

    left: tuple[Version, ...]
    right: tuple[Version, ...]
    matches: tuple[Match, ...]
    unmatched_left: tuple[tuple[int, Provision], ...]
    unmatched_right: tuple[tuple[int, Provision], ...]

    @property
    def core(self) -> Concordance:
        """The same with its core matches only; what is unmatched stays as it is."""
        return replace(self, matches=tuple(m for m in self.matches if m.strength is Strength.CORE))
