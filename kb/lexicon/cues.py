"""Cue words: the patterns that show an element in the text of a statute.

`kb/languages/LANG/cues.yaml` has `tested` ("full" or "less"), `elements` (patterns for each code of the framework),
`terms` (the words that give a provision its role), `weak` (words that point to an element without naming it) and
`penalties`. Patterns are regular expressions on folded text that match from the start of a word; `%name%` in one stands
for the pattern of that name under `parts`. `docs/languages.md` says more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from palermo.corpus.errors import InputError, UsageError
from palermo.corpus.fill_typed import fill_typed
from palermo.corpus.language_data import data_file, language_data, languages_with

__all__ = ["Cues", "PenaltyCues", "compile_table", "fold", "languages", "load", "readable"]

_FOLD = {
    **dict.fromkeys("‘’‚‛`´ʼ", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑−", "-"),
    "ё": "е",
    "\u00a0": " ",
    "\n": " ",
}
_NEVER = re.compile(r"(?!)")
_TOPIC = "cues"
_DEFINE = "define"
_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class PenaltyCues:
    """Penalty words of a language: its kinds and units of penalties, and the words before and between numbers.

    `opens` and `range` stand around two numbers ("from five to ten"), `to` between two that nothing opens ("five to ten
    years"), `min` and `max` before one; `one` is an article that counts as a number ("a year"), `less` follows a term
    that is a day shorter ("two years less a day"). `min_before` stands before a kind whose amount is a minimum ("a
    minimum punishment of imprisonment …"). `amount` says where the amount stands: after its kind ("imprisonment for ten
    years") or on either side of it.
    """

    kinds: Mapping[str, re.Pattern[str]]
    units: Mapping[str, str]
    opens: str
    min: str
    max: str
    range: str
    to: str
    one: str
    less: str
    min_before: re.Pattern[str]
    life: re.Pattern[str]
    amount: str


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """The compiled patterns of one language; a code or term without patterns has one that never matches.

    `define` are the patterns of definitions; what they define stands in their one named group that took part.
    """

    lang: str
    tested: str
    elements: Mapping[str, re.Pattern[str]]
    terms: Mapping[str, re.Pattern[str]]
    define: tuple[re.Pattern[str], ...]
    weak: Mapping[str, re.Pattern[str]]
    penalties: PenaltyCues | None

    def element(self, code: str) -> re.Pattern[str]:
        return self.elements.get(code, _NEVER)

    def term(self, name: str) -> re.Pattern[str]:
        return self.terms.get(name, _NEVER)


@dataclass(frozen=True, slots=True)
class _PenaltyWords:
    """`PenaltyCues` as they are written."""

    kinds: Mapping[str, _Words]
    units: Mapping[str, _Words]
    from_: _Words
    min: _Words
    max: _Words
    range: _Words
    life: _Words
    amount: Literal["after", "either", "before"]
    to: _Words = (_NEVER.pattern,)
    one: _Words = (_NEVER.pattern,)
    less: _Words = (_NEVER.pattern,)
    min_before: _Words = (_NEVER.pattern,)


@dataclass(frozen=True, slots=True)
class _CueFile:
    """A file of cues, its parts filled in; see the module."""

    tested: Literal["full", "less"]
    elements: Mapping[str, _Words] = field(default_factory=dict)
    terms: Mapping[str, _Words] = field(default_factory=dict)
    weak: Mapping[str, _Words] = field(default_factory=dict)
    penalties: _PenaltyWords | None = None


def fold(text: str) -> str:
    """`text` in lower case with plain quotation marks and ё as е; each code point stays one code point."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters, such as İ, grow in lower case
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for sign, plain in _FOLD.items():  # faster than `translate`, as texts have few of them
        lowered = lowered.replace(sign, plain)
    return lowered


def languages() -> tuple[str, ...]:
    """The languages that have cues, sorted."""
    return languages_with(_TOPIC)


@cache
def load(lang: str) -> Cues:
    """The cues of a language. Raises UsageError where palermo has none, InputError for a file that is not valid."""
    if lang not in languages():
        raise UsageError(f"no cue words for language {lang!r}", expected="one of " + ", ".join(languages()))
    name = data_file(lang, _TOPIC)
    data = fill_typed(_with_parts(name, language_data(lang, _TOPIC)), _CueFile, name)
    return Cues(
        lang=lang,
        tested=data.tested,
        elements=compile_table(name, data.elements),
        terms=compile_table(name, {key: patterns for key, patterns in data.terms.items() if key != _DEFINE}),
        define=tuple(_pattern(name, _DEFINE, p, word=False) for p in data.terms.get(_DEFINE, ())),
        weak=compile_table(name, data.weak),
        penalties=_penalties(name, data.penalties) if data.penalties else None,
    )


_PART = re.compile(r"%(\w+)%")


def _with_parts(name: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a cue file with each `%part%` replaced by its pattern, which may rest on parts before it."""
    parts: dict[str, str] = {}

    def put(match: re.Match[str]) -> str:
        if match[1] not in parts:
            raise InputError(f"{match[0]}: no such part", file=name, expected="one of " + ", ".join(parts))
        return f"(?#{match[1]})(?:{parts[match[1]]})"

    def filled(value: Any) -> Any:
        if isinstance(value, str):
            return _PART.sub(put, value)
        if isinstance(value, list):
            return [filled(v) for v in value]
        return {k: filled(v) for k, v in value.items()} if isinstance(value, dict) else value

    for part, pattern in data.get("parts", {}).items():
        parts[part] = _PART.sub(put, pattern)
    return {key: filled(value) for key, value in data.items() if key != "parts"}


def _penalties(name: str, words: _PenaltyWords) -> PenaltyCues:
    return PenaltyCues(
        kinds=compile_table(name, words.kinds),
        units=MappingProxyType({unit: "|".join(listed) for unit, listed in words.units.items()}),
        opens="|".join(words.from_),
        min="|".join(words.min),
        max="|".join(words.max),
        range="|".join(words.range),
        to="|".join(words.to),
        one="|".join(words.one),
        less="|".join(words.less),
        min_before=_pattern(name, "min_before", "|".join(words.min_before)),
        life=_pattern(name, "life", "|".join(words.life)),
        amount=words.amount,
    )


def compile_table(name: str, table: Mapping[str, Sequence[str]]) -> Mapping[str, re.Pattern[str]]:
    """A pattern for each key of a table in the file `name`: any of its words, from the start of a word; never matching
    where it has none. Raises InputError for a pattern that is none.
    """
    return MappingProxyType({key: _pattern(name, key, "|".join(p)) if p else _NEVER for key, p in table.items()})


def _pattern(name: str, key: str, pattern: str, *, word: bool = True) -> re.Pattern[str]:
    """The pattern, from the start of a word unless it says itself where it starts."""
    try:
        return re.compile(rf"(?<![\w-])(?:{pattern})" if word else pattern)
    except re.error as error:
        raise InputError(f"{key}: {error}", file=name, expected="a regular expression") from error


_READABLE = (  # what a pattern says -> what a person reads, in this order
    (r"\(\?P<\w+>", "("),
    (r"\(\?:\\W\+\\w\+\)\{[\d,]+\}\??\\W\+|\(\?:\[\^[^\]]*\]\{[\d,]+\}\??\)|\[\^[^\]]*\]\{[\d,]+\}\??", " … "),
    (r"\(\?:\\w\+ ?\)\{[\d,]+\}\??", "… "),
    (r"\([^()]*\)\{[\d,]+\}\??", "… "),
    (r"\\w[*+]\??", "…"),
    (r"\\b|\^|\$|\\W\*|\\s[*+]?|\?:", ""),
    (r"\[(\w)\w*\]", r"\1"),
    (r"\\(.)", r"\1"),
)


_LOOKING = re.compile(r"\(\?<?[=!]")
_BRACKET = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|[()]")  # an escaped sign or a class of signs opens and closes nothing
_FILLED = re.compile(r"\(\?#\w+\)\(")


def _without(opening: re.Pattern[str], pattern: str, instead: str) -> str:
    """The pattern without the groups that begin so, whatever groups they hold."""
    while found := opening.search(pattern):
        depth, end = 1, len(pattern)
        for sign in _BRACKET.finditer(pattern, found.end()):
            depth += (sign[0] == "(") - (sign[0] == ")")
            if not depth:
                end = sign.end()
                break
        pattern = pattern[: found.start()] + instead + pattern[end:]
    return pattern


def readable(pattern: str) -> tuple[str, ...]:
    """The alternatives of a pattern as a person reads them: "recruit…", "abus… of (power/authority)"."""
    text = _without(_LOOKING, _without(_FILLED, re.sub(r"^\(\?<!\[\\w-\]\)\(\?:(.*)\)$", r"\1", pattern), " … "), "")
    for old, new in _READABLE:
        text = re.sub(old, new, text)
    out, depth, word = [], 0, ""
    for char in text:
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            out.append(word)
            word = ""
        else:
            word += "/" if char == "|" else char
    return tuple(dict.fromkeys(" ".join(w.split()) for w in [*out, word] if w.strip()))
