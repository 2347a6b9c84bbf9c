"""Ukraine: drafted as the Russian-language acts are, in Ukrainian words."""

from __future__ import annotations

from palermo.corpus.amendments.traditions.russian.tradition import tradition

__all__ = ["TRADITION"]

TRADITION = tradition("Ukraine", "uk")
