"""Acts of the Russian style in English translation: drafted as in Russian, in the words of translators."""

from __future__ import annotations

from dataclasses import replace

from palermo.corpus.amendments.traditions.russian.tradition import tradition

__all__ = ["TRADITION"]

# Acts made in English say some of it in the same words.
TRADITION = replace(
    tradition("Russia and Kazakhstan, in English", "en"),
    aliases=frozenset({"russia and kazakhstan", "russia", "kazakhstan"}),
    countries=frozenset({"ru", "kz", "kg", "uz", "tj", "tm", "by"}),
    yields=True,
)
