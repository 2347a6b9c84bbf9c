"""Kin: what words of different languages share in spelling (Protokoll, protocole, протокол), as one key each.

Legal languages of Europe took much of their vocabulary from the same Latin and Greek roots; the beginnings of such
words stay alike when letters are written one way. Rough on purpose: it only adds to other evidence.
"""

from __future__ import annotations

from functools import cache

__all__ = ["kin"]

_SHORTEST, _LENGTH = 6, 5  # letters a word must have, and those that its key keeps

# Scholarly transliteration (ISO 9) of Russian, Ukrainian and Kazakh letters, without its accents.
_CYRILLIC = dict(
    zip("абвгдеёжзийклмнопрстуфхцчшщыэюяіїєґәғқңөұүһ", "abvgdeezziiklmnoprstufhkcssieuaiiegagknouuh", strict=True)
)
# Spellings of one sound that the languages choose between.
_ALIKE = (
    ("ph", "f"),
    ("th", "t"),
    ("ch", "k"),
    ("ck", "k"),
    ("qu", "k"),
    ("c", "k"),
    ("z", "s"),
    ("y", "i"),
    ("w", "v"),
    ("j", "i"),
)


@cache
def kin(spelled: str) -> str:
    """The key that a folded word shares with its kin, "" for one that is too short to have any."""
    letters = "".join(_CYRILLIC.get(char, char) for char in spelled if char not in "ьъ")
    if len(letters) < _SHORTEST or not letters.isalpha() or not letters.isascii():
        return ""
    for old, new in _ALIKE:
        letters = letters.replace(old, new)
    single = "".join(char for n, char in enumerate(letters) if not n or char != letters[n - 1])
    return single[:_LENGTH]
