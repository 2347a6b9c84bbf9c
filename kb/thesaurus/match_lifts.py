"""Lifts: how much likelier two provisions of different instruments correspond if they name the same concept:
`kb/thesaurus/match_lifts.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from palermo.corpus.data_files import read_data
from palermo.corpus.errors import InputError

__all__ = ["load"]

_FILE = "match_lifts.yaml"


@cache
def load() -> Mapping[str, float]:
    """By concept or subject, how many times more often than by chance two provisions that name it answer each other.

    Made by `python -m benchmarks.retrieval.match_lifts --write` from the tables in `tests/alignment/concordance`; what
    no table has is not there. Raises InputError for a file that is not valid.
    """
    data = read_data(__package__, _FILE)
    lifts = data.get("lifts") if isinstance(data, dict) and data.get("source") else None
    if not isinstance(lifts, dict) or not all(isinstance(x, int | float) and x > 0 for x in lifts.values()):
        raise InputError("no list of lifts", file=_FILE, expected="`source` and `lifts`, positive numbers by code")
    return {str(code): float(x) for code, x in lifts.items()}
