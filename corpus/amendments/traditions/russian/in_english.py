"""Acts of the Russian style in English translation: drafted as in Russian, in the words of translators."""

from __future__ import annotations

from palermo.corpus.amendments.traditions.russian.tradition import RussianTradition

__all__ = ["TRADITION"]


class TranslatedTradition(RussianTradition):
    """Translations into English. Acts made in English say some of it in the same words: it yields to theirs."""

    name = "Russia and Kazakhstan, in English"
    langs = ("en",)
    aliases = frozenset({"russia and kazakhstan", "russia", "kazakhstan"})
    countries = frozenset({"ru", "kz", "kg", "uz", "tj", "tm", "by"})
    yields = True


TRADITION = TranslatedTradition()
