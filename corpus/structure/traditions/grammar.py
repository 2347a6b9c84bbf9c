"""Numbering grammars: one drafting tradition a data file, compiled once.

The files say which words name articles, containers and annexes, what begins a note, what is an editor's remark, which
words make a number a reference, and how the levels below the article are called.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from palermo.corpus.data_files import load_yaml
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
    """All traditions, in the order of their files' names."""
    found: list[NumberingRules] = []
    folder = resources.files(__package__)
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".yaml"):
            data = load_yaml(file.read_text(encoding="utf-8"))
            for entry in data if isinstance(data, list) else [data]:
                found.append(_compile(entry, file.name.removesuffix(".yaml")))
    return tuple(found)


def load(lang: str) -> tuple[NumberingRules, ...]:
    """The traditions that write in this language (ISO 639-1); empty where none is known."""
    return tuple(t for t in traditions() if lang in t.languages)


def _compile(data: dict[str, Any], file: str) -> NumberingRules:
    words = [re.escape(w) for w in sorted(data.get("numbers", {}), key=len, reverse=True)]
    ordinal = "|".join(words) or r"(?!)"
    articles = data["articles"]
    named = data.get("named", [])
    containers = data.get("containers", [])
    ranks = {c["level"]: i for i, c in enumerate(containers)}
    levels = [Container(c["level"], i) for i, c in enumerate(containers)]
    levels += [Container(c["level"], ranks.get(c["level"], 0)) for c in named]
    number = rf"(?:{NUMBER}|{_ROMAN}|[A-ZА-Я]\b|(?:{ordinal})\b)"
    parts = [_unit(c, i, number, ordinal) for i, c in enumerate(containers)]
    parts += [rf"(?P<k{len(containers) + i}>{c['word']})\b" for i, c in enumerate(named)]
    annexes = data.get("annexes", [])
    return NumberingRules(
        name=data.get("tradition", file),
        languages=tuple(data["languages"]),
        requires=re.compile(data["requires"]) if data.get("requires") else None,
        levels=data["levels"],
        bare=data["bare"],
        numbers={str(k): int(v) for k, v in data.get("numbers", {}).items()},
        article_word=re.compile("|".join(a["word"] for a in articles), re.I),
        article_levels=tuple(a["level"] for a in articles),
        containers=tuple(levels),
        annex_levels=tuple(a["level"] for a in annexes),
        words={
            "article": "|".join(
                _unit(a, i, rf"(?:{NUMBER}|{_ROMAN}|(?:{ordinal})\b)", ordinal) for i, a in enumerate(articles)
            ),
            "container": "|".join(parts),
            "unit": _at_word([unit["word"] for unit in (*articles, *containers, *named, *annexes)], number, ordinal),
            "annex": "|".join(_annex(a, i, number, ordinal) for i, a in enumerate(annexes)),
            "note": _any(data.get("notes")),
            "remark": _any(data.get("remarks")),
            "inline": _any(data.get("inline_remarks")),
            "history": _any(data.get("history")),
            "contents": _any(data.get("contents"), r"(?:{})\W*$"),
            "definition": _any(data.get("definitions"), r"(?<!\w)(?:{})(?!\w)"),
            "referring": _any(data.get("referring"), r"(?:{})(?!\w)"),
            "before": _any(data.get("before"), r"(?:^|.*[^\w])(?:{})\s*$"),
            "completing": _any(data.get("completing"), r"(?:{})(?!\w)"),
            "amending": _any(data.get("amending"), r".*(?:{})"),
        },
    )


@cache
def _ignoring_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


@cache
def _over_lines(pattern: str) -> re.Pattern[str] | None:
    return re.compile(pattern, re.I | re.S) if pattern else None


def _any(patterns: list[str] | None, frame: str = "(?:{})") -> str:
    return frame.replace("{}", "|".join(patterns)) if patterns else ""


def _unit(data: dict[str, Any], index: int, number: str, ordinal: str) -> str:
    """`word number`, `number word` or either; a stray list number may stand before the word (`12. Члан 12.`).

    Where a tradition says `raised`, plain text gives a raised figure in brackets (`Статья 12(1). Title` is 12¹).
    """
    word, place = data["word"], data.get("number", "after")
    gap = r"[\s.:]{0,3}" if "§" in word else r"\s*\.?[\s:]{1,3}"
    close = "" if word.endswith("\\.") or "§" in word else r"(?!\w)"
    raised = r"(?:\(\d{1,2}\)(?=\.\s))?" if data.get("raised") else ""
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


def _annex(data: dict[str, str], index: int, number: str, ordinal: str) -> str:
    word = data["word"]
    return (
        rf"(?P<k{index}>{word})(?!\w)(?:[\s.:]{{1,3}}(?:n[º°o]\.?\s*|№\s*)?(?P<n{index}>{number}))?"
        rf"|(?P<m{index}>{number}|(?:{ordinal}))[.\s]{{0,2}}[-‐‑]?\s*(?P<K{index}>{word})(?!\w)"
    )
