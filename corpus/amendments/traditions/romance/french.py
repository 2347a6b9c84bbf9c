"""France, Belgium, Luxembourg and the countries of Africa that draft in French as they do."""

from __future__ import annotations

from palermo.corpus.amendments.traditions.romance.tradition import tradition

__all__ = ["TRADITION"]

TRADITION = tradition(
    "France",
    "fr",
    "fr.yaml",
    aliases={"fr", "french", "french law", "belgium", "be", "luxembourg", "lu"},
    countries="fr be lu sn ci ml bf ne tg bj gn ga cg cd cm td cf mg dj km bi mr ma dz tn mc",
)
