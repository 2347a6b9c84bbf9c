"""Numbers written in words, as ages and penalties have them: one data file for all languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

__all__ = ["number"]


@cache
def _table() -> Mapping[str, Mapping[str, int]]:
    import yaml

    data: Mapping[str, Mapping[str, int]] = yaml.safe_load((files("kb") / "numbers.yaml").read_text("utf-8"))
    return data


def number(word: str, lang: str) -> int | None:
    """The number that a word or a string of digits says, None where it says none. Inflected words count by their stem."""
    if word.isdecimal():
        return int(word)
    words = _table().get(lang, {})
    if word in words:
        return words[word]
    stems = [stem for stem in words if stem.endswith("*") and word.startswith(stem[:-1])]
    return words[max(stems, key=len)] if stems else None
