"""Messages of a report: English sentences that are looked up in the catalogue when they are said."""

from __future__ import annotations

from dataclasses import dataclass

from palermo.alignment.rules.sentence import Sentence
from palermo.report.language.catalogue import catalogue
from palermo.report.language.forms import number
from palermo.report.language.speaking import spoken

__all__ = ["COLUMN", "Message", "translated"]

COLUMN = "column"
"""The context of the heads of columns in the catalogues."""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with places for what it names, called to be said: `GREETING(name="Ada")`.

    `several` is the sentence for another number than one, said with `of`. `context` tells apart what is the same in
    English and not in other languages.
    """

    one: str
    several: str = ""
    context: str = ""

    def __call__(self, **named: object) -> str:
        return self.pattern().format(**named) if named else self.pattern()

    def pattern(self) -> str:
        """The sentence with its places, for whoever fills them with more than words."""
        return translated(self.one, self.context)

    def of(self, count: float, **named: object) -> str:
        """The sentence for this number, which stands at `{n}`."""
        words = catalogue(spoken())
        # A part of one is counted as several are: 1.5 years.
        whole = int(count) if count == int(count) else 2
        if self.context:
            said = words.npgettext(self.context, self.one, self.several, whole)
        else:
            said = words.ngettext(self.one, self.several, whole)
        return said.format(n=number(count), **named)


def translated(text: str, context: str = "") -> str:
    """A text of the data files or the rules in the language of the report, as it is where the catalogue has none.

    A sentence that was made from a pattern is looked up by the pattern, its parts one by one.
    """
    if isinstance(text, Sentence):
        return translated(text.pattern, context).format(**{name: translated(part) for name, part in text.parts.items()})
    words = catalogue(spoken())
    if not text:  # which catalogues keep for their own head
        return ""
    return words.pgettext(context, text) if context else words.gettext(text)
