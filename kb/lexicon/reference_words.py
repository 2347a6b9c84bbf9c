"""References in running text, as far as they reach: "sections 5(2) and 7 of the Companies Act 2014", "§ 11 Abs. 3".

reference = (word number / number word / ordinal word / named instrument) *(joint (reference / number))

Unlike `palermo.corpus.citations.find`, which reads what one citation points to, this only says where the words of a
reference stand. The words are those of `citations.yaml` of all languages and the language's `references` in
`change_words.yaml`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from palermo.corpus.citations.citing_words import citing_words
from palermo.corpus.grammar_words import latin_numbers
from palermo.kb.lexicon.change_words import words

__all__ = ["find_references"]

_INNER = r"(?:\s?\(\s?[\w.]{1,6}\s?\))"
_FIGURE = rf"§{{0,2}} ?\d+[^\W\d_]{{0,8}}(?:[-./‑:]\d+\w{{0,3}})*{_INNER}*"
_LETTER = (
    r"\(\s?[\w.]{1,6}\s?\)|(?<![\w'’-])[^\W\d_]\)|[«\"“„][^\W\d_][»\"”“]"
    r"|(?<![\w'’])[IVXLC]+(?![\w'’])|(?<![\w'’])[A-Z](?![\w'’.])"
)
_POINT = (
    rf"(?<=[^\W\d] )\d+°(?! ?[cf](?!\w))(?:\s(?:{'|'.join(latin_numbers().short)}))?"  # "aux 2° et 3° de l'article 5"
)
_DATE = r"\d{1,2}\\?\. ?\d{1,2}\\?\. ?\d{4}"
_NUMBER = rf"(?:{_DATE}|{_FIGURE}|{_LETTER}){_INNER}*[.)°º]?"


class _Patterns(NamedTuple):
    """`start` opens a reference, `more` carries one on."""

    start: re.Pattern[str]
    more: re.Pattern[str]


def find_references(text: str, lang: str) -> list[tuple[int, int]]:
    """The spans of references in `text` (not folded; code points, half-open), in order, none in another."""
    patterns = _patterns(lang)
    found: list[tuple[int, int]] = []
    at = 0
    while match := patterns.start.search(text, at):
        start, end = match.span()
        while more := patterns.more.match(text, end):
            if more.end() == end or (more["bare"] and _counts(text, more, lang)):
                break
            end = more.end()
        found.append((start, end))
        at = max(end, at + 1)
    return found


def _counts(text: str, more: re.Match[str], lang: str) -> bool:
    """Whether a number without a word of its own counts something ("section 5, 30 days")."""
    after = text[more.end() : more.end() + 30].lstrip().lower()
    return words(lang).units.match(after) is not None


@cache
def _patterns(lang: str) -> _Patterns:
    known = words(lang)
    cited = citing_words()
    units = (word for unit in cited.units for word in unit.words if word[0].isalpha())
    label = _any_of((*units, *cited.parts, *known.references))
    word = rf"(?:(?<!\w)(?:{label})(?![\w'’])\.?|§{{1,2}})"
    ordinal = rf"(?<!\w)(?:{'|'.join(known.ordinals)})(?!\w)" if known.ordinals else r"(?!)"
    joins = "|".join(sorted(known.joins, key=len, reverse=True)) or r"(?!)"
    ordinals = rf"{ordinal}(?:,?\s(?:(?:{joins})\s)?{ordinal})*"
    one = rf"(?:(?<!\w)|(?=§))(?:{word}\s{{0,2}}(?:{_NUMBER})|{ordinals}\s{word}|{word}\s{ordinals}|{_POINT})"
    act = known.acts.pattern or r"(?!)"
    joint = rf"(?:\s|[,;–—-]|(?<!\w)(?:{joins})(?!\w)|['’])"
    start = rf"(?i:{one})|{act}"
    more = rf"(?i:{joint}){{0,6}}?(?:(?i:{one})|{act}|(?P<bare>(?<![\w(])(?:{_NUMBER}))|(?i:{ordinal}(?!\w)))"
    return _Patterns(re.compile(start), re.compile(more))


def _any_of(labels: tuple[str, ...]) -> str:
    """Any of the labels, the longest first, by their first letters: at most places of a text one look is enough."""
    by_letter: dict[str, list[str]] = {}
    for label in sorted(set(labels), key=len, reverse=True):
        by_letter.setdefault(label[0], []).append(_written(label[1:]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())


def _written(label: str) -> str:
    return re.escape(label).replace(r"\*", r"\w{0,4}").replace(r"\ ", r"\s")
