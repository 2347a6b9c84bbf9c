"""Texts of several lines that must be the same; where they are not, the words that differ are shown."""

from __future__ import annotations

import difflib
import re

import pytest

__all__ = ["assert_same_text", "word_diff"]

_CONTEXT = 5  # words on either side of a difference


def assert_same_text(got: str, expected: str, remedy: str = "") -> None:
    """Fail unless both are the same: with [-words expected-]{+words got+}, a few words around them, and the remedy."""
    __tracebackhide__ = True
    if got != expected:
        pytest.fail("\n".join(["the text is not the one expected:", word_diff(expected, got), remedy]).rstrip())


def word_diff(expected: str, got: str) -> str:
    """The differing words of two texts, a line a stretch: [-only expected-]{+only got+}; "…" where words are left out.

    >>> word_diff("A boat carries a lamp.", "A boat carries two lamps.")
    'A boat carries [-a-]{+two+} [-lamp.-]{+lamps.+}'
    """
    old, new = (re.findall(r"\S+|\n|[^\S\n]+", text) for text in (expected, got))
    lines = []
    for group in difflib.SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(2 * _CONTEXT):
        shown = "".join(
            "".join(old[a:b]) if kind == "equal" else _marked("-", old[a:b]) + _marked("+", new[c:d])
            for kind, a, b, c, d in group
        )
        before = "… " if group[0][1] else ""
        after = " …" if group[-1][2] < len(old) else ""
        lines.append(f"{before}{shown.strip()}{after}")
    return "\n".join(lines)


def _marked(sign: str, words: list[str]) -> str:
    """Words between marks; of what is only white space, the signs are written out."""
    said = "".join(words)
    if not said:
        return ""
    said = said if said.strip() else repr(said)[1:-1]
    return f"[-{said}-]" if sign == "-" else f"{{+{said}+}}"
