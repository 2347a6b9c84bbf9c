"""Finds candidates for numbers of items, and defined terms; `choose_numbering` decides between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from palermo.corpus.grammar_words import any_word, latin_numbers
from palermo.corpus.structure.lines.lines import Line, in_lower_case
from palermo.corpus.structure.lines.numbers import clean, kinds
from palermo.corpus.structure.traditions.grammar import NumberingRules

__all__ = [
    "TOKEN",
    "Marker",
    "at_line_start",
    "definition",
    "ends_sentence",
    "marker_at",
    "opens_sentence",
    "quoted_terms",
    "set_off",
]

TOKEN = (
    r"[^\W\d_]{1,3}(?:[.\-]?\d{1,2})?|\d{1,3}(?:[.\-‐‑]\d{1,3}){0,2}[^\W\d_]{0,2}"
    r"|[ivxlcIVXLC]{1,7}(?:\.\d+)?|[^\W\d_]\.[^\W\d_]"
)
_LATIN = latin_numbers()
_ITEMS, _SHORT = "|".join(_LATIN.items), "|".join(_LATIN.short)
_ORDER = rf"(?:\s?(?:{_ITEMS}))?"
_START = re.compile(
    rf"""
      \(\s?(?P<paren>{TOKEN})\s?\)(?!\s?[,;](?!\s?\())
    | (?P<degree>\d{{1,3}})\s?[°º]{_ORDER}[.)]?(?=\s|$|[^\W\d])
    | (?P<dash>[IVXL]{{1,6}}(?:\s?(?:{_SHORT})|\s[A-Z])?)\s?\.?\s?[—–-]+\s?(?=\S)
    | (?P<spaced>\d{{1,2}})\s[—–-]\s(?=[A-ZÀ-ÖØ-ÞА-Я])
    | §\s?(?P<sign>\d{{1,2}})(?:er|{_SHORT}|/\d|\s?[º°o])?[.)]?(?=\s)
    | (?P<half>{TOKEN})\)(?=\s|$|\S)
    | (?P<dot>\d{{1,3}}(?:[.\-^]\d{{1,3}}){{0,2}}[^\W\d_]{{0,2}}|[a-zа-я]|[A-Z]|[IVX]{{1,5}})
      (?:\.|।)(?=\s|$|[—–-]|[^\W\d])(?!\w\.)
    """,
    re.X,
)
_RAISED = re.compile(rf"(\d{{1,2}}(?:{_SHORT})?)\s+(?=[^a-zа-яà-ÿ])")
_QUOTED = r"[“„«\"‘']\s*[^“”„«»\"\n]{1,90}?\s*[”“»\"’']"
_SENTENCE_END = re.compile(r"[.!?;…।∙·]\s*[”\"»’')\]]*\s*(?:<\*>|\((?:\*+|\d)\)\s*)*\s*[\d*]*\s*$")


@dataclass(slots=True)
class Marker:
    """A candidate: `start` to `end` of the view with its brackets and stops, `token` the number as cited.

    `strength` is 3 after a blank line, 2 at the start of a line, 1 inside one after a stop, 0 inside a clause; `intro`
    says that the words before announce a list, `chained` that another marker stands directly before, `fresh` that a
    sentence without a number, or flush text, stands in a block of its own between this and the marker before, `lead`
    that any text does.
    """

    start: int
    end: int
    num: tuple[int, int]
    form: str
    token: str
    kinds: tuple[str, ...]
    strength: int = 1
    line: int = -1
    intro: bool = False
    chained: bool = False
    fresh: bool = False
    lead: bool = False


@cache
def quoted_terms() -> re.Pattern[str]:
    """Pattern of a term, or of several terms, in quotation marks, as a definition has them."""
    joint = any_word(lambda words: words.conjunctions.between_terms)
    return re.compile(rf"{_QUOTED}(?:\s*(?:,|{joint})?\s*{_QUOTED})*")


def opens_sentence(char: str) -> bool:
    """True if a block that begins so begins a sentence: a capital, an opening mark, or a letter of a script without
    case.
    """
    return char.isupper() or char in "“„«\"‘'¿¡[" or (char.isalpha() and not in_lower_case(char))


def ends_sentence(tail: str) -> bool:
    """True if words that end so end a sentence or a clause of a list."""
    return bool(_SENTENCE_END.search(tail))


def at_line_start(text: str, position: int, end: int, *, dashes: bool = False) -> bool:
    """True if a number of an item stands at `position`; one with a dash for its stop (`II — …`) counts only with
    `dashes`."""
    match = _START.match(text, position, end)
    return match is not None and (dashes or match.lastgroup != "dash")


def marker_at(text: str, position: int, end: int, *, raised: bool) -> Marker | None:
    """The number of an item at `position`; `raised` says that it is set as a superscript."""
    if raised and (bare := _RAISED.match(text, position, end)):
        return Marker(position, bare.end(), bare.span(1), "raised", bare[1], ("decimal",))
    match = _START.match(text, position, end)
    if match is None:
        return None
    form = match.lastgroup or ""
    printed = match[form]
    token = clean(printed)
    after = text[match.end() : match.end() + 1]
    if form == "dot" and in_lower_case(after):
        return None
    found = ("ROMAN",) if form == "dash" else kinds(token)
    if form == "dot" and len(printed) > 1 and printed.isalpha():
        found = ("ROMAN",)
    return Marker(position, match.end(), match.span(form), form, token, found) if found else None


def definition(text: str, position: int, end: int, tradition: NumberingRules) -> Marker | None:
    """A term in quotation marks with the verb of a definition near behind it."""
    if (match := quoted_terms().match(text, position, end)) is None or tradition.definition is None:
        return None
    clause = text[match.end() : min(end, match.end() + 160)]
    verb = tradition.definition.search(clause)
    if verb is None or re.search(r"[;.“”\"«»]", clause[: verb.start()]):
        return None
    return Marker(position, match.end(), (position, position), "definition", "", ("definition",))


def set_off(text: str, position: int, line: Line, tradition: NumberingRules) -> Marker | None:
    """A term set in italics or bold at the start of a line, with the verb of a definition near behind it."""
    if (
        not (line.italic or line.strong)
        or position != line.start
        or not text[position].isalpha()
        or tradition.definition is None
    ):
        return None
    clause = text[position : min(line.end, position + 160)]
    verb = tradition.definition.search(clause)
    if verb is None or verb.start() < 2 or re.search(r"[;:.]", clause[: verb.start()]):
        return None
    return Marker(position, position + verb.start(), (position, position), "definition", "", ("definition",))
