"""Where a provision stands in its act, in the act's own words: "Part 2 › Chapter 1 › Section 5"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from palermo.corpus.model.reading_text import read_text
from palermo.corpus.model.text_model import BASIC_UNITS, Provision, Span

__all__ = ["Crumb", "path", "steps"]

_LONGEST = 40  # code points of what is printed before a heading; more is no number
_NAMES = {"crossHeading": "heading", "authorialNote": "footnote"}
_ENDS = " .:,–—-"


@dataclass(frozen=True, slots=True)
class Crumb:
    """A provision on the way from the act to what was found. `label` is its number with its word, as printed
    ("Глава 19", "§ 232", "(2)"), or its level and number where the text has the bare number; "" where it has none.
    """

    provision: Provision
    label: str


def path(top: Provision, provision: Provision) -> tuple[Provision, ...]:
    """The provisions from `top` down to `provision`, which stands in it; both are among them."""
    if top is provision:
        return (top,)
    for child in top.children:
        if child.span.covers(provision.span):
            below = path(child, provision)
            if below:
                return (top, *below)
    return ()


def steps(provisions: Iterable[Provision], text: str, marks: Sequence[Span]) -> Iterator[Crumb]:
    """The steps of a way through a text with these marks (what a person does not read of it)."""
    above: Provision | None = None
    inside = False  # an article, where numbers are printed bare
    for provision in provisions:
        label = _printed(provision, text, marks)
        if inside and above is not None:
            label = label if _has_word(label, provision.num) else _item(provision, above)
        elif label and not _has_word(label, provision.num):
            level = _NAMES.get(provision.level, provision.level)
            label = f"{level[:1].upper()}{level[1:]} {label}"
        yield Crumb(provision, label)
        above, inside = provision, inside or provision.level in BASIC_UNITS


def _printed(provision: Provision, text: str, marks: Sequence[Span]) -> str:
    """The number with the words around it, before the heading: "Part 2", "Achtzehnter Abschnitt"."""
    number, heading = provision.num_span, provision.heading_span
    if number is None:
        return provision.num
    # Some houses print the heading before the number.
    start = number.start if heading is not None and heading.start < number.start else provision.span.start
    for end in (heading.start, number.end) if heading is not None and heading.start >= number.end else (number.end,):
        printed = read_text(text, start, end, marks).text
        if len(printed) <= _LONGEST:
            return printed.rstrip(_ENDS)
    return provision.num


def _has_word(label: str, number: str) -> bool:
    rest = label.replace(number, "", 1)
    return "§" in rest or any(char.isalpha() for char in rest)


def _item(provision: Provision, above: Provision) -> str:
    """How an item is cited below what it stands in: "(2)", also where it has no number."""
    if provision.cite.startswith(above.cite) and provision.cite != above.cite:
        return provision.cite[len(above.cite) :]
    return f"({provision.num})" if provision.num else ""
