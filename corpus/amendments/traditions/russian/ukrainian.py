"""Ukraine: drafted as the Russian-language acts are, in Ukrainian words."""

from __future__ import annotations

from palermo.corpus.amendments.traditions.russian.tradition import RussianTradition

__all__ = ["TRADITION"]


class UkrainianTradition(RussianTradition):
    """Acts of Ukraine."""

    name = "Ukraine"
    langs = ("uk",)


TRADITION = UkrainianTradition()
