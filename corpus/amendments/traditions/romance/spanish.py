"""Spain and the countries of America that draft in Spanish."""

from __future__ import annotations

from palermo.corpus.amendments.traditions.romance.tradition import tradition

__all__ = ["TRADITION"]

TRADITION = tradition(
    "Spain",
    "es",
    "es.yaml",
    aliases={
        "es",
        "spanish",
        "spanish law",
        "argentina",
        "ar",
        "chile",
        "cl",
        "colombia",
        "co",
        "mexico",
        "mx",
        "peru",
        "pe",
    },
    countries="es ar bo cl co cr cu do ec gq gt hn mx ni pa pe py sv uy ve",
)
