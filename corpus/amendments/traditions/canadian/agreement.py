"""Fit a word that a global replacement brings to the words around it, or say that its form is not certain."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["fitted"]


def fitted(data: dict[str, Any], text: str, start: int, end: int, word: str) -> tuple[int, str] | None:
    """Where to begin and the words to put up to `end`: the article before the word goes with it where it changes.

    None where the sentence holds a word that may have to agree with the one that goes.
    """
    old = text[start:end]
    if old == word:
        return start, word
    if "genders" in data:
        return _agreeing(data, text, start, end, word)
    return _sounding(data["article_sounds"], text, start, word)


def _sounding(sounds: dict[str, Any], text: str, start: int, word: str) -> tuple[int, str] | None:
    """English: "a" before a consonant, "an" before a vowel. By the letter, where the letter tells."""
    before = re.compile(r"(?<!\w)([Aa]n?)(\s)$").search(text, max(0, start - 4), start)
    if before is None:
        return start, word
    if not re.match(sounds["certain"], word):
        return None
    article = before[1][0] + ("n" if re.match(sounds["vowel"], word) else "")
    return before.start(), article + before[2] + word


def _agreeing(data: dict[str, Any], text: str, start: int, end: int, word: str) -> tuple[int, str] | None:
    """French: the article is elided before a vowel and agrees with the gender; of nothing else may be to agree."""
    old = text[start:end]
    genders = [_gender(data["genders"], w) for w in (old, word)]
    vowels = [re.match(data["elides"], w) is not None for w in (old, word)]
    if old.split()[:1] == word.split()[:1] or (
        None not in genders and genders[0] == genders[1] and vowels[0] == vowels[1]
    ):
        return start, word
    before = re.compile(data["articles_before"]).search(text, max(0, start - 16), start)
    if None in genders:
        return None
    if genders[0] != genders[1] and not _free(data, text, start, end):
        return None
    if before is None:
        return start, word
    key = re.sub(r"\s+", " ", before[0].casefold()).replace("'", "’").strip()
    forms = data["articles_of"].get(key)
    if forms is None:
        return None
    new = forms[f"{genders[1]}{'v' if vowels[1] else ''}"]
    if before[0][:1].isupper():
        new = new[:1].upper() + new[1:]
    return before.start(), new + ("" if new.endswith("’") else " ") + word


def _gender(genders: dict[str, list[str]], word: str) -> str | None:
    """The gender of a noun, or of the first word of a name; None where the data do not have it."""
    head = (word.split() or [""])[0].casefold()
    return next((gender for gender, nouns in genders.items() if head in nouns or head.removesuffix("s") in nouns), None)


def _free(data: dict[str, Any], text: str, start: int, end: int) -> bool:
    """Whether nothing may have to agree: no pronoun in the sentence or behind it, no adjective, no participle."""
    stops = [m.end() for m in re.finditer(data["sentence_ends"], text)]
    a = max([s for s in stops if s <= start], default=0)
    b = min([s for s in stops if s >= end], default=len(text))
    if re.search(data["pronouns"], text[a:]) or re.match(data["adjective"], text[end:]):
        return False
    return re.search(data["participles"], text[a:start] + " " + text[end:b]) is None
