"""Ids of cases that say what a case is: readable, ASCII, and never a number in a row."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from itertools import takewhile
from pathlib import Path
from types import FunctionType, ModuleType

__all__ = ["case_id", "case_ids", "value_id"]

_SHORT = 48  # code points: a plain text up to here is its own id
_WORDS = 7  # of a longer text, from its beginning
_MORE = 3  # from its end, or from where it differs from another
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_GAP = ".."
_CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщыэюяіїєґәғқңөұүһ"
_LATIN = (
    "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya i yi ye g ae gh q ng oe u ue h"
)  # fmt: skip
_OTHERS = {"ъ": "", "ь": "", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "§": " section ", "№": " no "}
_SPELLED = str.maketrans(dict(zip(_CYRILLIC, _LATIN.split(), strict=True)) | _OTHERS)


def case_id(text: str) -> str:
    """A readable ASCII id of a text: its first words, and its last ones where it goes on, in Latin letters.

    >>> case_id("Статья 128. Торговля людьми")
    'statya-128-torgovlya-lyudmi'
    """
    words = _words(text)
    if not words:
        return "-".join(unicodedata.name(c, f"u+{ord(c):04x}").lower().replace(" ", "-") for c in text[:_MORE])
    return "-".join(words if len(words) <= _WORDS + _MORE else [*words[:_WORDS], _GAP, *words[-_MORE:]])


def case_ids(texts: Sequence[str], words: int = _WORDS) -> list[str]:
    """An id for each text of a list: so many of its first words, and those that tell it from others that begin so.

    Raises ValueError where two texts have the same words.
    """
    split = [_words(text) for text in texts]
    for same in _alike(map(tuple, split)):
        signs = next((s for s in zip(*(texts[at] for at in same), strict=False) if len(set(s)) == len(same)), None)
        if signs is None:
            raise ValueError(f"two cases say the same (expected something that tells them apart): {texts[same[0]]!r}")
        for at, sign in zip(same, signs, strict=True):
            split[at] = [*split[at], *_words(unicodedata.name(sign))]
    ids = ["-".join(said[:words]) for said in split]
    while len(set(ids)) < len(ids):
        for group in _alike(ids):
            columns = zip(*(split[at] for at in group), strict=False)
            shared = sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))
            for at in group:
                ids[at] = "-".join([ids[at], _GAP, *split[at][shared : shared + _MORE]])
    return ids


def _alike(values: Iterable[Hashable]) -> list[list[int]]:
    """The places of values that stand more than once."""
    places = defaultdict[Hashable, list[int]](list)
    for at, value in enumerate(values):
        places[value].append(at)
    return [found for found in places.values() if len(found) > 1]


def value_id(value: object, name: str) -> str:
    """The id of one argument of a case; of a number or a truth value, the argument's `name` says what it is.

    Raises TypeError for a value that says nothing, as a lambda: such a case needs an id of its own.
    """
    if value is None or value == "" or isinstance(value, bool):
        return name if value else f"no-{name}"
    if isinstance(value, int | float) or (isinstance(value, str) and value.isdecimal()):
        return f"{name}-{value}"
    if isinstance(value, str) and _plain(value) and not _is_file(value):
        return value.strip()
    if isinstance(value, bytes) and (not value[:1].isalnum() or _CONTROL.search(value)):  # a zip holds its time, too
        return f"{name}-{value[:_MORE].hex() or 'empty'}"
    said = [*_said(value)]
    if said:
        return case_id(" ".join(said))
    if isinstance(value, Iterable):
        return f"no-{name}"
    raise TypeError(f"{name}: nothing says what {value!r} is (expected an id in `ids=` or `pytest.param`)")


def _plain(text: str) -> bool:
    return len(text) <= _SHORT and text.strip().isascii() and text.strip().isprintable() and bool(text.strip())


def _is_file(text: str) -> bool:
    """True for a file of this machine: where it lies on another says nothing of the case."""
    return text.startswith("/") and len(text) < 300 and Path(text).exists()


def _said(value: object) -> Iterable[str]:
    """The words in a value, however deep."""
    if isinstance(value, Enum):
        yield str(value.value)
    elif isinstance(value, Path):
        yield value.name
    elif value is None or isinstance(value, str | int | float):
        yield Path(value).name if isinstance(value, str) and _is_file(value) else str(value)
    elif isinstance(value, bytes):
        yield value.decode("ascii", "ignore")
    elif isinstance(value, re.Pattern):
        yield str(value.pattern)
    elif isinstance(value, type | FunctionType | ModuleType):
        yield from [value.__name__] if value.__name__ != "<lambda>" else []
    elif isinstance(value, BaseException):
        yield from (type(value).__name__, *_said(value.args))
    elif is_dataclass(value):
        for field in fields(value):
            yield from _said(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from _said([*value.items()])
    elif isinstance(value, set | frozenset):
        yield from sorted(word for held in value for word in _said(held))
    elif isinstance(value, Iterable):
        yield from (word for held in value for word in _said(held))


def _words(text: str) -> list[str]:
    spelled = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text.lower()).translate(_SPELLED))
    return re.findall(r"[a-z0-9]{1,24}", re.sub(r"[\u0300-\u036f]", "", spelled))
