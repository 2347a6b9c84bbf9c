"""Words inside a text: where they stand, and how they leave and enter it (reference: typography of a consolidation)."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["bullet", "erased", "exchanged", "inserted", "occurrences", "tail_end"]

_QUOTES = '"“”„«»‟'
_APOSTROPHES = "'’‘‚‛"
_HYPHENS = "-‐‑–"
_CLASSES = {
    **dict.fromkeys(_QUOTES, f"[{_QUOTES}]"),
    **dict.fromkeys(_APOSTROPHES, f"[{_APOSTROPHES}]"),
    **dict.fromkeys(_HYPHENS, rf"[\-{_HYPHENS[1:]}]"),
}
# Texts from before Cyrillic keyboards had the letter have the Latin one for it.
_CYRILLIC = {**_CLASSES, **dict.fromkeys("iі", "[iі]"), **dict.fromkeys("IІ", "[IІ]")}
_CLOSING = ",.;:)]}»”!?—"
_BULLET = re.compile(r"(?:^|(?<=\n))[ \t]*-[ \t]+$")
_OPENING = "([{«“"


def occurrences(words: str, text: str, start: int, end: int, *, capital: bool = False) -> list[tuple[int, int]]:
    """The places of whole `words` in `text[start:end]`, whatever the white space and the form of quotes and hyphens.

    With `capital`, a first letter in lower case also finds its capital.
    """
    if not words.strip():
        return []
    return [match.span() for match in _pattern(" ".join(words.split()), capital).finditer(text, start, end)]


@lru_cache(maxsize=512)
def _pattern(words: str, capital: bool) -> re.Pattern[str]:
    words = words.replace("œ", "oe").replace("Œ", "OE")
    classes = _CYRILLIC if re.search("[а-яё]", words, re.I) else _CLASSES
    body = "".join(r"\s+" if char == " " else classes.get(char, re.escape(char)) for char in words)
    body = body.replace("oe", "(?:oe|œ)")
    if capital and words[0].islower():
        body = f"[{words[0]}{words[0].upper()}]" + body[len(re.escape(words[0])) :]
    before = r"(?<!\w)(?<!\d[.\-])" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    if words[-1].isdigit():
        after = r"(?!\w|[.\-‑]\d|\()"  # 281 is not in 281.1, nor in 281(2)
    return re.compile(before + body + after)


def erased(text: str, start: int, end: int) -> tuple[int, int]:
    """The span to delete so that `start` to `end` goes with one of the spaces beside it."""
    before = text[start - 1 : start]
    after = text[end : end + 1]
    if before.isspace() and (not after or after.isspace() or after in _CLOSING):
        return start - 1, end
    if after.isspace() and (not before or before in _OPENING or before == "\n"):
        return start, end + 1
    return start, end


def bullet(text: str, position: int) -> int:
    """The start of the bullet that markup puts before the words at `position` of a line; `position` where there is
    none."""
    match = _BULLET.search(text, text.rfind("\n", 0, position) + 1, position)
    return match.start() if match else position


def inserted(text: str, position: int, words: str) -> str:
    """`words` with the spaces that they need between `text[:at]` and `text[at:]`."""
    before, after = text[position - 1 : position], text[position : position + 1]
    left = " " if before and not before.isspace() and before not in _OPENING and words[:1] not in _CLOSING else ""
    right = " " if after and not after.isspace() and after not in _CLOSING and words[-1:] not in _OPENING else ""
    if words[:1].isspace():
        left = ""
    if words[-1:].isspace():
        right = ""
    return left + words + right


def exchanged(text: str, start: int, end: int, words: str) -> str:
    """`words` with the spaces that they need in the place of `text[start:end]`, if that begins or ends with a sign and
    so needed none."""
    before, after = text[start - 1 : start], text[end : end + 1]
    against = text[start : start + 1] in _CLOSING and before.isalnum() and words[:1] not in _CLOSING
    left = " " if against and words[:1].strip() else ""
    right = " " if text[end - 1 : end] in ("(", "—") and words[-1:].isalnum() and after.isalnum() else ""
    return left + words + right


def tail_end(text: str, start: int, end: int) -> int:
    """The offset where the last signs (full stop, semicolon, comma, dash) of `text[start:end]` begin: there words are
    added."""
    at = end
    while at > start and (text[at - 1].isspace() or text[at - 1] in ".;,:—–" or text[max(at - 2, start) : at] == " -"):
        at -= 1
    return at
