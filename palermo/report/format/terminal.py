"""Terminal parts that every text report shares: its screen, its styles, and wrapping by display width."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from typing import TextIO

import click
import wcwidth

__all__ = ["PLAIN", "Screen", "columns", "fit", "wrap"]

_COLUMN = 12  # where the words begin that stand beside a label
_NO_BREAK = "\u00a0"
_TIED = re.compile(r"(?<=«) | (?=[:;?!»](?:\s|$))")  # French sets these signs off with a space


@dataclass(frozen=True, slots=True)
class Screen:
    """A terminal `width` columns wide. Without `colour` styles vanish; inserted and deleted words get brackets."""

    width: int = 80
    colour: bool = False

    @classmethod
    def of(cls, stream: TextIO) -> Screen:
        """The screen behind `stream`: 80 columns without colour unless it is a terminal.

        Colour is off under NO_COLOR (not empty, https://no-color.org) and on a dumb terminal.
        """
        if not stream.isatty():
            return PLAIN
        colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return cls(max(shutil.get_terminal_size((80, 24)).columns, 40), colour)

    def style(self, text: str, **styles: str | bool) -> str:
        """`text` in the styles that `click.style` takes, or as it is on a plain screen."""
        return click.style(text, **styles) if self.colour and text else text  # type: ignore[arg-type]

    def strong(self, text: str) -> str:
        return self.style(text, bold=True)

    def faint(self, text: str) -> str:
        return self.style(text, dim=True)

    def title(self, text: str) -> str:
        """A heading with a rule below it, as wide as the text but no wider than the screen."""
        lines = self.wrap(text)
        rule = "=" * max(map(wcwidth.width, lines), default=0)
        return "\n".join([*map(self.strong, lines), self.faint(rule)])

    def section(self, name: str) -> list[str]:
        """A blank line, and a lesser heading with a rule below it."""
        return ["", self.strong(name), self.faint("-" * len(name))]

    def wrap(self, text: str, *, first: str = "", rest: str = "") -> list[str]:
        """`text` in lines no wider than the screen, as the function `wrap` makes them."""
        return wrap(text, self.width, first=first, rest=rest)

    def labelled(self, label: str, text: str) -> list[str]:
        """`text` in a column of its own beside `label`, indented below a heading."""
        return self.wrap(text, first=f"    {label} ".ljust(_COLUMN), rest=" " * _COLUMN)

    def mark(self, text: str) -> str:
        """Words that count: strong and yellow, or between asterisks."""
        return self.style(text, bold=True, fg="yellow") if self.colour else f"*{text}*"

    def insert(self, text: str) -> str:
        """Words that were added: green and underlined, or {+so+} as wdiff writes them."""
        return self.style(text, fg="green", underline=True) if self.colour else f"{{+{text}+}}"

    def delete(self, text: str) -> str:
        """Words that were taken out: red and struck, or [-so-]."""
        return self.style(text, fg="red", strikethrough=True) if self.colour else f"[-{text}-]"


PLAIN = Screen()


def wrap(text: str, width: int, *, first: str = "", rest: str = "") -> list[str]:
    """`text` in lines of at most `width` columns; styles are carried over line ends.

    The first line begins with `first`, the others with `rest`. Line breaks in `text` are kept; a word that is wider
    than a line is broken, so that a line never runs over. No line begins with the colon that stands apart in French.
    """
    lines: list[str] = []
    for block in text.split("\n"):
        lead = rest if lines else first
        room = width - max(wcwidth.width(first), wcwidth.width(rest))
        parts = wcwidth.wrap(_TIED.sub(_NO_BREAK, block), max(room, 8), break_on_hyphens=False) or [""]
        parts = [part.replace(_NO_BREAK, " ") for part in parts]
        lines.append((lead + parts[0]).rstrip())
        lines.extend((rest + part).rstrip() for part in parts[1:])
    return lines


def fit(text: str, width: int) -> str:
    """`text` filled up or cut (with …) to exactly `width` columns."""
    if wcwidth.width(text) > width:
        text = wcwidth.clip(text, 0, width - 1) + "…"
    return wcwidth.ljust(text, width)


def columns(left: list[str], right: list[str], width: int, gutter: str = " │ ") -> list[str]:
    """Two blocks of lines side by side in `width` columns."""
    half = (width - wcwidth.width(gutter)) // 2
    height = max(len(left), len(right))
    left, right = left + [""] * (height - len(left)), right + [""] * (height - len(right))
    return [(fit(a, half) + gutter + b).rstrip() for a, b in zip(left, right, strict=True)]
