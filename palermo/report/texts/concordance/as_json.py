"""`palermo.concordance/1`: corresponding provisions of two sides as a JSON object."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypedDict

from palermo.alignment.concordance import Concordance, Match
from palermo.alignment.concordance.model import Strength
from palermo.corpus.model.text_model import Provision
from palermo.report.format.json_parts import ProvisionJson, SourceJson, provision, source

__all__ = ["concordance"]


class MatchJson(TypedDict):
    """Two provisions that correspond; `left_source` and `right_source` count in the sources, `shared` are codes."""

    left: ProvisionJson
    right: ProvisionJson
    left_source: int
    right_source: int
    strength: Strength
    score: float
    parts: dict[str, float]
    shared: list[str]


class UnmatchedProvisionJson(ProvisionJson):
    """A provision to which nothing corresponds; `source` counts in the sources of its side."""

    source: int


class UnmatchedJson(TypedDict):
    """The provisions of each side to which nothing corresponds."""

    left: list[UnmatchedProvisionJson]
    right: list[UnmatchedProvisionJson]


class ConcordanceJson(TypedDict):
    """Result of `palermo concordance`: the provisions of two sides that correspond; sources in the order given."""

    schema: Literal["palermo.concordance/1"]
    left: list[SourceJson]
    right: list[SourceJson]
    pairs: list[MatchJson]
    unmatched: UnmatchedJson


def concordance(found: Concordance) -> ConcordanceJson:
    """The whole object."""
    return {
        "schema": "palermo.concordance/1",
        "left": [source(version) for version in found.left],
        "right": [source(version) for version in found.right],
        "pairs": [_pair(match) for match in found.matches],
        "unmatched": {"left": _alone(found.unmatched_left), "right": _alone(found.unmatched_right)},
    }


def _pair(match: Match) -> MatchJson:
    return {
        "left": provision(match.left),
        "right": provision(match.right),
        "left_source": match.left_source,
        "right_source": match.right_source,
        "strength": match.strength,
        "score": round(match.score, 3),
        "parts": {name: round(value, 3) for name, value in match.parts.items()},
        "shared": list(match.shared),
    }


def _alone(provisions: Iterable[tuple[int, Provision]]) -> list[UnmatchedProvisionJson]:
    return [{**provision(p), "source": number} for number, p in provisions]
