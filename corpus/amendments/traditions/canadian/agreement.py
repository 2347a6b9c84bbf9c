"""Fit a word that a global replacement brings to the words around it, or say that its form is not certain."""

from __future__ import annotations

import re
from collections.abc import Mapping

from palermo.corpus.amendments.traditions.canadian.words import ArticleSounds, CanadianWords, GenderAgreement

__all__ = ["fitted"]


def fitted(data: CanadianWords, text: str, start: int, end: int, word: str) -> tuple[int, str] | None:
    """The offset to begin at and the words to put up to `end`: the article before the word goes with it where it
    changes.

    None where the sentence holds a word that may have to agree with the one that goes.
    """
    old = text[start:end]
    if old == word:
        return start, word
    if data.agreement is not None:
        return _agreeing(data.agreement, text, start, end, word)
    return (start, word) if data.article_sounds is None else _sounding(data.article_sounds, text, start, word)


def _sounding(sounds: ArticleSounds, text: str, start: int, word: str) -> tuple[int, str] | None:
    """English: "a" before a consonant, "an" before a vowel. By the letter, where the letter tells."""
    before = re.compile(r"(?<!\w)([Aa]n?)(\s)$").search(text, max(0, start - 4), start)
    if before is None:
        return start, word
    if not sounds.certain.match(word):
        return None
    article = before[1][0] + ("n" if sounds.vowel.match(word) else "")
    return before.start(), article + before[2] + word


def _agreeing(data: GenderAgreement, text: str, start: int, end: int, word: str) -> tuple[int, str] | None:
    """French: the article is elided before a vowel and agrees with the gender; of nothing else may be to agree."""
    old = text[start:end]
    genders = [_gender(data.genders, w) for w in (old, word)]
    vowels = [data.elides.match(w) is not None for w in (old, word)]
    if old.split()[:1] == word.split()[:1] or (
        None not in genders and genders[0] == genders[1] and vowels[0] == vowels[1]
    ):
        return start, word
    before = data.articles_before.search(text, max(0, start - 16), start)
    if None in genders:
        return None
    if genders[0] != genders[1] and not _free(data, text, start, end):
        return None
    if before is None:
        return start, word
    key = re.sub(r"\s+", " ", before[0].casefold()).replace("'", "’").strip()
    forms = data.articles_of.get(key)
    if forms is None:
        return None
    new = forms[f"{genders[1]}{'v' if vowels[1] else ''}"]
    if before[0][:1].isupper():
        new = new[:1].upper() + new[1:]
    return before.start(), new + ("" if new.endswith("’") else " ") + word


def _gender(genders: Mapping[str, tuple[str, ...]], word: str) -> str | None:
    """The gender of a noun, or of the first word of a name; None where the data do not have it."""
    head = (word.split() or [""])[0].casefold()
    return next((gender for gender, nouns in genders.items() if head in nouns or head.removesuffix("s") in nouns), None)


def _free(data: GenderAgreement, text: str, start: int, end: int) -> bool:
    """True if nothing may have to agree: no pronoun in the sentence or behind it, no adjective, no participle."""
    stops = [m.end() for m in data.sentence_ends.finditer(text)]
    a = max([s for s in stops if s <= start], default=0)
    b = min([s for s in stops if s >= end], default=len(text))
    if data.pronouns.search(text[a:]) or data.adjective.match(text[end:]):
        return False
    return data.participles.search(text[a:start] + " " + text[end:b]) is None
