"""The words with which provisions are cited, of all languages together: `kb/languages/LANG/citations.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from palermo.corpus.language_data import languages_with, read_language

__all__ = ["ANY_LEVEL", "CitedUnit", "CitingWords", "citing_words"]

ANY_LEVEL: Final = "any"
_TOPIC = "citations"


@dataclass(frozen=True, slots=True)
class CitedUnit:
    """Words for the unit, with the Akoma Ntoso level that they name and the languages in which they name it.

    The level `any` is that of a sign that is used for articles in one country and for sections in another. Of two
    provisions with the same number, one in such a language stands first.
    """

    level: str
    words: tuple[str, ...]
    langs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CitingWords:
    """A word may be followed by a full stop; one that ends in `*` stands for its inflections.

    `parts` are words for what stands below a unit; which level it is does not matter, the order does. `links` may stand
    between a part and the unit that it belongs to: "subsection (2) of section 5", "al. 2 de l'article 225-4-1".
    """

    units: tuple[CitedUnit, ...]
    parts: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@cache
def citing_words() -> CitingWords:
    """The words of all languages. Raises InputError for a file that is not valid."""
    by_lang = {lang: read_language(lang, _TOPIC, CitingWords) for lang in languages_with(_TOPIC)}
    langs: dict[tuple[str, str], tuple[str, ...]] = {}  # by level and word
    for lang, words in by_lang.items():
        for key in ((unit.level, word) for unit in words.units for word in unit.words):
            langs[key] = (*langs.get(key, ()), lang)
    rows: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for (level, word), spoken in langs.items():
        rows.setdefault((level, spoken), []).append(word)
    return CitingWords(
        units=tuple(CitedUnit(level, tuple(words), spoken) for (level, spoken), words in rows.items()),
        parts=tuple(dict.fromkeys(part for words in by_lang.values() for part in words.parts)),
        links=tuple(dict.fromkeys(link for words in by_lang.values() for link in words.links)),
    )
