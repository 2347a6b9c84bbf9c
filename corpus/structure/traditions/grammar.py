"""Numbering grammars: one drafting tradition a data file, compiled once.

The files say which words name articles, containers and annexes, what begins a note, what is an editor's remark, which
words make a number a reference, and how the levels below the article are called.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Literal

from palermo.corpus.data_files import load_yaml
from palermo.corpus.fill_typed import fill_typed
from palermo.corpus.grammar_words import latin_numbers

__all__ = ["Container", "NumberingRules", "load", "traditions"]

_LATIN, _SHORT = ("|".join(words) for words in (latin_numbers().units, latin_numbers().short))
NUMBER = (
    r"(?:[LRDA]\.?\s?(?=\d))?\d+(?:[./:]\d+|\s?[\-‐‑–]\s?\d+)*(?:\s?[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\^\d+|\s\d{1,2}(?=\s\.))?"
    r"(?:\s?(?:er|re)\b(?!\w)|\.?\s?[º°ª]|o(?=[.\s-]))?"
    rf"(?:[\s.]{{0,2}}(?:{_LATIN})\b"
    r"|/[A-ZА-Я]\b|\s\(\d{1,2}\)(?=\s*$)|[-‐‑]\s[A-Z](?=[.\s-])|[-‐‑]?[^\W\d_]{1,3}\b(?:[-‐‑]\d+\b)?|\s[a-z](?=\.(?:\s|$)))?"
)
_ROMAN = (
    rf"(?:I(?:er|re)\b(?:\s(?:{_SHORT})\b)?"
    rf"|[IVXLCM]+(?:\s?(?:{_LATIN}|{_LATIN.upper()})\b|[A-Za-z])?\b(?:[-‐‑.]?[IVXLA-Z\d]{{1,3}}\b)?)"
)


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A word of units at a `level` (a regular expression), and on which side of it their number stands.

    `raised`: plain text gives a raised figure in brackets (`Статья 12(1). Title` is 12¹).
    """

    word: str
    level: str
    number: Literal["after", "before", "either"] = "after"
    raised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberingData:
    """A data file on numbering, as it is written; the patterns are regular expressions.

    `levels` is the kind of the levels below an article, `bare` what a number alone opens, `numbers` are numbers in
    words; `containers` from the outermost in, `named` are parts without a number.
    """

    languages: tuple[str, ...]
    levels: str
    bare: str
    articles: tuple[UnitWord, ...]
    tradition: str = ""
    requires: str = ""
    numbers: Mapping[str, int] = field(default_factory=dict)
    containers: tuple[UnitWord, ...] = ()
    named: tuple[UnitWord, ...] = ()
    annexes: tuple[UnitWord, ...] = ()
    notes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    inline_remarks: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()
    definitions: tuple[str, ...] = ()
    referring: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    completing: tuple[str, ...] = ()
    amending: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Container:
    """A part, title or chapter: its level and how high it stands among its tradition's (0 is highest)."""

    level: str
    rank: int


@dataclass(frozen=True, slots=True)
class NumberingRules:
    """A drafting tradition: its patterns, each to be matched at the start of a line (`inline` is searched for)."""

    name: str
    languages: tuple[str, ...]
    requires: re.Pattern[str] | None
    levels: str
    bare: str
    numbers: Mapping[str, int]
    article_word: re.Pattern[str]
    article_levels: tuple[str, ...]
    containers: tuple[Container, ...]
    annex_levels: tuple[str, ...]
    words: Mapping[str, str]  # the other patterns by name, each compiled when it is asked for: most never are

    @property
    def unit(self) -> re.Pattern[str]:
        """Openings of articles, parts and annexes: asked first, as most lines open none of them."""
        return _ignoring_case(self.words["unit"])

    @property
    def article(self) -> re.Pattern[str]:
        """Openings of articles."""
        return _ignoring_case(self.words["article"])

    @property
    def container(self) -> re.Pattern[str] | None:
        """Openings of parts and chapters."""
        return _ignoring_case(self.words["container"]) if self.words["container"] else None

    @property
    def annex(self) -> re.Pattern[str] | None:
        """Openings of annexes."""
        return _ignoring_case(self.words["annex"]) if self.words["annex"] else None

    @property
    def note(self) -> re.Pattern[str] | None:
        """Openings of notes."""
        return _over_lines(self.words["note"])

    @property
    def remark(self) -> re.Pattern[str] | None:
        """An editor's remark that is a line."""
        return _over_lines(self.words["remark"])

    @property
    def inline(self) -> re.Pattern[str] | None:
        """An editor's remark inside a line."""
        return _over_lines(self.words["inline"])

    @property
    def history(self) -> re.Pattern[str] | None:
        """A line that tells by what a provision was changed."""
        return _over_lines(self.words["history"])

    @property
    def contents(self) -> re.Pattern[str] | None:
        """The heading of a table of contents."""
        return _over_lines(self.words["contents"])

    @property
    def definition(self) -> re.Pattern[str] | None:
        """The verb of a definition."""
        return _over_lines(self.words["definition"])

    @property
    def referring(self) -> re.Pattern[str] | None:
        """Words behind a number that make it a reference."""
        return _over_lines(self.words["referring"])

    @property
    def before(self) -> re.Pattern[str] | None:
        """Words before a number that make it a reference."""
        return _over_lines(self.words["before"])

    @property
    def amending(self) -> re.Pattern[str] | None:
        """Words that announce the words of another act."""
        return _over_lines(self.words["amending"])

    @property
    def completing(self) -> re.Pattern[str] | None:
        """Words by which a sentence goes on after a list."""
        return _over_lines(self.words["completing"])

    @property
    def signs(self) -> bool:
        """True if the sign § numbers articles."""
        return "§" in self.words["article"]

    def number(self, printed: str) -> str:
        """A printed number in figures where it was a word (`premier` is 1)."""
        word = self.numbers.get(printed.lower())
        return printed if word is None else str(word)


@cache
def traditions() -> tuple[NumberingRules, ...]:
    """All traditions, in the order of their files' names. Raises InputError for a file that is not valid."""
    found: list[NumberingRules] = []
    folder = resources.files(__package__)
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".yaml"):
            data = load_yaml(file.read_text(encoding="utf-8"))
            for entry in data if isinstance(data, list) else [data]:
                filled = fill_typed(entry, NumberingData, f"corpus/structure/traditions/{file.name}")
                found.append(_compile(filled, file.name.removesuffix(".yaml")))
    return tuple(found)


def load(lang: str) -> tuple[NumberingRules, ...]:
    """The traditions that write in this language (ISO 639-1); empty where none is known."""
    return tuple(t for t in traditions() if lang in t.languages)


def _compile(data: NumberingData, file: str) -> NumberingRules:
    words = [re.escape(w) for w in sorted(data.numbers, key=len, reverse=True)]
    ordinal = "|".join(words) or r"(?!)"
    articles, containers, named, annexes = data.articles, data.containers, data.named, data.annexes
    ranks = {c.level: i for i, c in enumerate(containers)}
    levels = [Container(c.level, i) for i, c in enumerate(containers)]
    levels += [Container(c.level, ranks.get(c.level, 0)) for c in named]
    number = rf"(?:{NUMBER}|{_ROMAN}|[A-ZА-Я]\b|(?:{ordinal})\b)"
    parts = [_unit(c, i, number, ordinal) for i, c in enumerate(containers)]
    parts += [rf"(?P<k{len(containers) + i}>{c.word})\b" for i, c in enumerate(named)]
    return NumberingRules(
        name=data.tradition or file,
        languages=data.languages,
        requires=re.compile(data.requires) if data.requires else None,
        levels=data.levels,
        bare=data.bare,
        numbers=data.numbers,
        article_word=re.compile("|".join(a.word for a in articles), re.I),
        article_levels=tuple(a.level for a in articles),
        containers=tuple(levels),
        annex_levels=tuple(a.level for a in annexes),
        words={
            "article": "|".join(
                _unit(a, i, rf"(?:{NUMBER}|{_ROMAN}|(?:{ordinal})\b)", ordinal) for i, a in enumerate(articles)
            ),
            "container": "|".join(parts),
            "unit": _at_word([unit.word for unit in (*articles, *containers, *named, *annexes)], number, ordinal),
            "annex": "|".join(_annex(a, i, number, ordinal) for i, a in enumerate(annexes)),
            "note": _any(data.notes),
            "remark": _any(data.remarks),
            "inline": _any(data.inline_remarks),
            "history": _any(data.history),
            "contents": _any(data.contents, r"(?:{})\W*$"),
            "definition": _any(data.definitions, r"(?<!\w)(?:{})(?!\w)"),
            "referring": _any(data.referring, r"(?:{})(?!\w)"),
            "before": _any(data.before, r"(?:^|.*[^\w])(?:{})\s*$"),
            "completing": _any(data.completing, r"(?:{})(?!\w)"),
            "amending": _any(data.amending, r".*(?:{})"),
        },
    )


@cache
def _ignoring_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


@cache
def _over_lines(pattern: str) -> re.Pattern[str] | None:
    return re.compile(pattern, re.I | re.S) if pattern else None


def _any(patterns: tuple[str, ...], frame: str = "(?:{})") -> str:
    return frame.replace("{}", "|".join(patterns)) if patterns else ""


def _unit(data: UnitWord, index: int, number: str, ordinal: str) -> str:
    """`word number`, `number word` or either; a stray list number may stand before the word (`12. Члан 12.`)."""
    word, place = data.word, data.number
    gap = r"[\s.:]{0,3}" if "§" in word else r"\s*\.?[\s:]{1,3}"
    close = "" if word.endswith("\\.") or "§" in word else r"(?!\w)"
    raised = r"(?:\(\d{1,2}\)(?=\.\s))?" if data.raised else ""
    bracket, closing = rf"(?P<o{index}>\()?", rf"(?(o{index})\))"  # "Article (2)"
    after = rf"(?:\d+(?:\^\d+)?\.\s+)?(?P<k{index}>{word}){close}{gap}(?:n[º°o]\.?\s*)?"
    after += rf"{bracket}(?P<n{index}>{number}{raised}){closing}"
    before = rf"(?P<m{index}>{number})[.\s]{{0,2}}[-‐‑]?\s*(?P<K{index}>{word})(?!\w)"
    if place == "after":
        return after if not ordinal else rf"{after}|(?P<m{index}>(?:{ordinal}))\s+(?P<K{index}>{word})(?!\w)"
    return before if place == "before" else rf"{after}|{before}"


def _at_word(words: list[str], number: str, ordinal: str) -> str:
    """What every unit with one of these words begins with."""
    word = "|".join(words)
    return rf"(?:\d+(?:\^\d+)?\.\s+)?(?:{word})|(?:{number}|{ordinal})[.\s]{{0,2}}[-‐‑]?\s*(?:{word})"


def _annex(data: UnitWord, index: int, number: str, ordinal: str) -> str:
    word = data.word
    return (
        rf"(?P<k{index}>{word})(?!\w)(?:[\s.:]{{1,3}}(?:n[º°o]\.?\s*|№\s*)?(?P<n{index}>{number}))?"
        rf"|(?P<m{index}>{number}|(?:{ordinal}))[.\s]{{0,2}}[-‐‑]?\s*(?P<K{index}>{word})(?!\w)"
    )
