"""Text in the making: markup's words in document order, blocks on lines of their own."""

from __future__ import annotations

import re

__all__ = ["MarkupFlow"]

_SPACE = re.compile(r"[ \t\r\n]+")  # white space as XML 1.0 (production 3) has it; a no-break space is a character


class MarkupFlow:
    """Runs of white space become one space, and none stands at either end of a line; every other character is kept."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._gap = ""
        self._glued = False
        self.length = 0

    def __str__(self) -> str:
        return "".join(self._parts)

    def write(self, words: str) -> None:
        """Go on with `words`."""
        folded = _SPACE.sub(" ", words)
        body = folded.strip(" ")
        if folded.startswith(" "):
            self._gap = self._gap or " "
        if body:
            self._put((self._gap if self.length else "") + body)
            self._gap, self._glued = "", False
            if folded.endswith(" "):
                self._gap = " "

    def line(self) -> None:
        """Begin a line, unless a number was just written: its words stand beside it."""
        if not self._glued:
            self._gap = "\n"

    def glue(self, gap: str = " ") -> None:
        """Keep the next block on this line, `gap` away, though it be a block of its own."""
        if self.length:
            self._gap, self._glued = gap, True

    def release(self) -> None:
        """The end of glue."""
        self._glued = False

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)
