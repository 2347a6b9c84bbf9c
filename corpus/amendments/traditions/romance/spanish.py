"""Spain and the countries of America that draft in Spanish."""

from __future__ import annotations

from palermo.corpus.amendments.traditions.romance.tradition import RomanceTradition

__all__ = ["TRADITION"]


class SpanishTradition(RomanceTradition):
    """Acts in Spanish."""

    name = "Spain"
    langs = ("es",)
    aliases = frozenset({
        "es", "spanish", "spanish law", "argentina", "ar", "chile", "cl", "colombia", "co", "mexico", "mx",
        "peru", "pe",
    })  # fmt: skip
    countries = frozenset({
        "es", "ar", "bo", "cl", "co", "cr", "cu", "do", "ec", "gq", "gt", "hn", "mx", "ni",
        "pa", "pe", "py", "sv", "uy", "ve",
    })  # fmt: skip


TRADITION = SpanishTradition()
