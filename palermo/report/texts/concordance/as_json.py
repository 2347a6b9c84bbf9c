"""`palermo.concordance/1`."""

from __future__ import annotations

from collections.abc import Iterable

from palermo.alignment.concordance import Concordance, Match
from palermo.corpus.model.text_model import Provision
from palermo.report.format.json_parts import provision, source

__all__ = ["concordance"]


def concordance(found: Concordance) -> dict[str, object]:
    """The document: `left` and `right` are the sources of the sides, in the order given.

    `left_source` and `right_source` of a pair, and `source` of what is unmatched, count in them.
    """
    return {
        "schema": "palermo.concordance/1",
        "left": [source(version) for version in found.left],
        "right": [source(version) for version in found.right],
        "pairs": [_pair(match) for match in found.matches],
        "unmatched": {"left": _alone(found.unmatched_left), "right": _alone(found.unmatched_right)},
    }


def _pair(match: Match) -> dict[str, object]:
    return {
        "left": provision(match.left),
        "right": provision(match.right),
        "left_source": match.left_source,
        "right_source": match.right_source,
        "strength": match.strength.value,
        "score": round(match.score, 3),
        "parts": {name: round(value, 3) for name, value in match.parts.items()},
        "shared": list(match.shared),
    }


def _alone(provisions: Iterable[tuple[int, Provision]]) -> list[dict[str, object]]:
    return [{**provision(p), "source": number} for number, p in provisions]
