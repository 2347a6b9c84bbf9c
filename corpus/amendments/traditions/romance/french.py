"""France, Belgium, Luxembourg and the countries of Africa that draft in French as they do."""

from __future__ import annotations

from palermo.corpus.amendments.traditions.romance.tradition import RomanceTradition

__all__ = ["TRADITION"]


class FrenchTradition(RomanceTradition):
    """Acts in French, Canada's left aside."""

    name = "France"
    langs = ("fr",)
    aliases = frozenset({
        "fr", "french", "french law", "belgium", "be", "luxembourg", "lu",
    })  # fmt: skip
    countries = frozenset({
        "fr", "be", "lu", "sn", "ci", "ml", "bf", "ne", "tg", "bj", "gn", "ga", "cg", "cd",
        "cm", "td", "cf", "mg", "dj", "km", "bi", "mr", "ma", "dz", "tn", "mc",
    })  # fmt: skip


TRADITION = FrenchTradition()
