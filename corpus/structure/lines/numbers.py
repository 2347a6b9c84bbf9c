"""Numbers of provisions: how they are read and which of them follow each other.

`step(kind, a, b)` is 1 where b is the next number after a (also an inserted one: 1 -> 1-1, 1A, 1 bis -> 2), 0 where
they are the same, more where numbers are left out between them, None where b does not come after a.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from palermo.corpus.grammar_words import alphabets, every_alphabet, latin_numbers, list_alphabets

__all__ = ["FIRST", "article_step", "clean", "is_first", "kinds", "roman", "step", "value"]

_ROMAN = re.compile(r"m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_LATIN = latin_numbers()
_STOPPED = "|".join(_LATIN.stopped)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LETTERS_IN_TWO = re.compile(r"([^\W\d_])\.([^\W\d_])")  # а.а, დ.გ
_PARTS = re.compile(r"\d+|[^\W\d_]+")
FIRST = frozenset({"1", "a", "A", "i", "I", "а", "А", "α", "ა", "ক", "aa", "AA", "1.1", "premier"})


@lru_cache(maxsize=4096)
def clean(num: str) -> str:
    """A printed number as it is cited: digits in ASCII, one kind of hyphen, no blanks, no ordinal signs."""
    text = re.sub(r"(?<=\d)\s?\((\d{1,2})\)$", r"-\1", num.strip()).strip(".:)(—–-").strip()
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text)
    text = "".join(str(int(c)) if c.isdigit() and not c.isascii() and c.isdecimal() else c for c in text)
    text = re.sub(r"(?<=\d)(?:\^|\s+)(?=\d)", "-", text)
    text = re.sub(r"(?<=\d)\s*([¹²³⁴⁵⁶⁷⁸⁹⁰]+)", lambda m: "-" + m[1].translate(_RAISED), text)
    text = re.sub(r"(?<=\d)\s*(?:º|°|ª|\.o|\.º)", "", text)
    text = re.sub(r"(?<=[\dI])\s*(?:er|re|ère)\b", "", text)
    text = re.sub(rf"(?<=[\w])\s*\.\s*(?=(?:{_STOPPED})\b)", " ", text)
    text = re.sub(r"\.?\s*-\s*", "-", text)
    return re.sub(r"\s+", "", text)


@lru_cache(maxsize=4096)
def roman(text: str) -> int | None:
    """The value of a Roman number in either case, or None."""
    low = text.lower()
    if not low or not _ROMAN.fullmatch(low):
        return None
    total = 0
    for here, after in zip(low, [*low[1:], ""], strict=True):
        number = _ROMAN_VALUES[here]
        total += -number if after and _ROMAN_VALUES[after] > number else number
    return total


@lru_cache(maxsize=4096)
def kinds(token: str) -> tuple[str, ...]:
    """Kinds of a number: `decimal`, `roman`, `ROMAN`, `letter`, `LETTER`; several where it is ambiguous."""
    core = re.split(r"[.\-\d]", token, maxsplit=1)[0] if token[:1].isalpha() else token
    if token[:1].isdigit():
        return ("decimal",)
    if not core:
        return ()
    upper = core.isupper() and core.lower() != core
    found = []
    same = len(set(core)) == 1
    if len(core) <= 3 and (len(core) == 1 or same or len(core) == 2):
        found.append("LETTER" if upper else "letter")
    if roman(core) is not None:
        found.append("ROMAN" if upper else "roman")
    return tuple(found)


@cache
def _first_letters() -> frozenset[str]:
    return frozenset({"aa", "aaa", *(alphabet[0] for alphabet in every_alphabet())})


def is_first(kind: str, token: str) -> bool:
    """True if a list of this kind begins with this number."""
    if kind in ("roman", "ROMAN"):
        return token.lower() == "i"
    if kind in ("letter", "LETTER"):
        return token.lower() in _first_letters()
    return token in ("1", "1.1", "01", "1-1") or (
        token.endswith((".1", "-1")) and token.count(".") + token.count("-") == 1
    )


@lru_cache(maxsize=8192)
def step(kind: str, before: str, after: str) -> int | None:
    """Distance from `before` to `after` in a list of this kind (see the module)."""
    if before == after:
        return 0
    return article_step(before, after) if kind == "decimal" else _letter_step(kind, before, after)


def _letter_step(kind: str, before: str, after: str) -> int | None:
    """`step` for letters and Roman numbers."""
    if (parts := _LETTERS_IN_TWO.fullmatch(after)) is not None:
        head, _, rest = before.partition(".")
        if head != parts[1]:
            return None
        return step(kind, rest, parts[2]) if rest else 1
    if _LETTERS_IN_TWO.fullmatch(before):
        before = before[0]
    head_a, tail_a = _split(before)
    head_b, tail_b = _split(after)
    if head_a == head_b:
        return 1 if tail_b > tail_a else None
    if kind in ("roman", "ROMAN"):
        a, b = roman(head_a), roman(head_b)
        return b - a if a is not None and b is not None and b > a else None
    return _letters(head_a.lower().replace("στ", "ϛ"), head_b.lower().replace("στ", "ϛ"))


def _split(token: str) -> tuple[str, tuple[int, ...]]:
    match = re.match(r"[^\W\d_]+", token)
    head = match.group() if match else token
    return head, tuple(int(n) for n in re.findall(r"\d+", token[len(head) :]))


def _letters(a: str, b: str) -> int | None:
    best: int | None = None
    for alphabet in every_alphabet():
        if any(c not in alphabet for c in a + b):
            continue
        gap = _letter_gap(alphabet, a, b)
        if gap is not None and (best is None or gap < best):
            best = gap
    return best


def _letter_gap(alphabet: str, a: str, b: str) -> int | None:
    if len(a) == len(b) and len(set(a)) == 1 and len(set(b)) == 1:
        gap = alphabet.index(b[0]) - alphabet.index(a[0])
        return gap if gap > 0 else None
    if a == alphabet[-1] and b == alphabet[0] * 2:
        return 1
    first_a, first_b = alphabet.index(a[0]), alphabet.index(b[0])
    if first_a == first_b:
        return 1 if (len(b) > len(a)) or b > a else None
    return first_b - first_a if first_b > first_a else None


@lru_cache(maxsize=8192)
def value(num: str) -> tuple[tuple[int, ...], ...]:
    """The readings of an article's number as keys that sort; the plain one first.

    `279.011` is read as decimals (after 279.01, before 279.02) and as parts.
    """
    text = clean(num)
    if (number := roman(text)) is not None and not text[:1].isdigit():
        return ((number,),)
    parts = _PARTS.findall(text)
    plain: list[int] = []
    for part in parts:
        if part.isdecimal():
            plain.append(int(part))
        elif part.lower() in _LATIN.values:
            plain.append(_LATIN.values[part.lower()])
        else:
            plain.extend(_letter_value(c) for c in part.lower())
    keys = [tuple(plain)]
    if re.fullmatch(r"\d+(\.\d+)+", text):
        head, _, rest = text.partition(".")
        keys.append((int(head), *(int(c) for c in rest if c.isdecimal())))
    return tuple(keys)


@cache
def _by_place() -> tuple[str, ...]:
    return tuple(row for lang in alphabets().places for row in list_alphabets(lang))


def _letter_value(char: str) -> int:
    for alphabet in _by_place():
        if char in alphabet:
            return alphabet.index(char) + 1
    return ord(char)


@lru_cache(maxsize=8192)
def article_step(before: str, after: str) -> int | None:
    """Distance from one number of an article to another; an inserted one is the next."""
    best: int | None = None
    for a in value(before):
        for b in value(after):
            gap = _key_step(a, b)
            if gap is not None and (best is None or gap < best):
                best = gap
    return best


def _key_step(a: tuple[int, ...], b: tuple[int, ...]) -> int | None:
    if not a or not b:
        return None
    if a == b:
        return 0
    if b < a:
        return None
    common = 0
    while common < min(len(a), len(b)) and a[common] == b[common]:
        common += 1
    if common == len(a):
        return 1 if (len(b) > common and b[common] <= 3) or len(b) == common + 1 else 2
    gap = b[common] - a[common]
    return gap if len(b) == common + 1 else gap + (0 if gap == 1 else 1)
