"""Numbers written in words, as ages and penalties have them: one data file for all languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from corpus.data import load_yaml

__all__ = ["number", "words"]

_SCALES = (100, 1000, 100_000, 1_000_000)  # multiply what stands before them ("five hundred thousand", "two lakh")


@cache
def _table() -> Mapping[str, Mapping[str, int]]:
    data: Mapping[str, Mapping[str, int]] = load_yaml((files("kb") / "numbers.yaml").read_text("utf-8"))
    return data


def number(text: str, lang: str) -> int | None:
    """The number that words or digits say, None where they say none. Inflected words count by their stem.

    Several words are added up and multiplied as they stand: "one million", "150 thousand", "двухсот пятидесяти".
    """
    total, current, said = 0, 0, False
    for word in text.split():
        value = int(word) if word.isdecimal() else _word(word, lang)
        if value is None:
            return None
        said = True
        if value in _SCALES and current:
            current *= value
        else:
            current += value
        if value in _SCALES and value >= _SCALES[1]:
            total, current = total + current, 0
    return total + current if said else None


@cache
def words(lang: str) -> str:
    """A regular expression for a number word of the language, on folded text; it never matches where there is none."""
    alternatives = [w[:-1] + r"\w*" if w.endswith("*") else w for w in _table().get(lang, {})]
    return "|".join(sorted(alternatives, key=len, reverse=True)) or r"(?!)"


def _word(word: str, lang: str) -> int | None:
    known = _table().get(lang, {})
    if word in known:
        return known[word]
    stems = [stem for stem in known if stem.endswith("*") and word.startswith(stem[:-1])]
    return known[max(stems, key=len)] if stems else None
