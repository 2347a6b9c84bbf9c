"""Alternatives of the cue files and the samples of a language that match them.

An alternative is an entry of a list or a side of a `|` in one, at any depth; a `|` in a part (`%person%`) is one of the
part, once for the language. What may not follow or precede ("(?!…)") has no alternatives, and an entry that never
matches ("(?!)") is none, since nothing matches it.

`python -m tests.support.cue_coverage [LANG …]` lists the alternatives that no sample matches.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from palermo.corpus.language_data import language_data
from palermo.kb.lexicon.cues import languages
from tests.support.samples import paragraphs

_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?#(?P<part>\w+)\)|\((?P<open>\?(?:P<\w+>|P=|<?[=!]|:))?|[|)]")
_PART = re.compile(r"%(\w+)%")
_TABLES = ("elements", "terms", "weak")


@dataclass(frozen=True, slots=True)
class Alternative:
    """An alternative: the list it is of (`act.sale`, `weak.act.sale`, `penalties.units.days`), its entry, its text.

    `place` is where the text begins in the entry, its parts filled in, in code points.
    """

    owner: str
    entry: str
    place: int
    text: str

    def __str__(self) -> str:
        return f"{self.owner}: {self.text}" + ("" if self.text == self.entry else f"   in   {self.entry}")


@dataclass(frozen=True, slots=True, eq=False)
class Marked:
    """An entry whose pattern has an empty group at the end of each alternative, and the alternative of each group."""

    owner: str
    pattern: re.Pattern[str]
    marks: Mapping[int, Alternative]

    def taken(self, text: str) -> set[Alternative]:
        """The alternatives that had a part in a match of the entry in a folded text."""
        return {self.marks[i] for match in self.pattern.finditer(text) for i in self.marks if match.start(i) >= 0}


@dataclass(frozen=True, slots=True)
class _Group:
    """A group that is open: where its list's entry began (`base`) and where its present alternative did (`start`)."""

    owner: str
    entry: str
    base: int
    start: int
    denied: bool
    several: bool = False


def _lists(lang: str) -> Iterator[tuple[str, list[str]]]:
    data = language_data(lang, "cues")
    for table in _TABLES:
        for key, entries in data.get(table, {}).items():
            yield (f"weak.{key}" if table == "weak" else key), entries
    for key, value in data.get("penalties", {}).items():
        tables = value if isinstance(value, dict) else {"": value}
        for kind, entries in tables.items():
            if isinstance(entries, list):
                yield f"penalties.{key}.{kind}".rstrip("."), entries


def _filled(parts: Mapping[str, str], pattern: str) -> str:
    return _PART.sub(lambda m: f"(?#{m[1]})(?:{_filled(parts, parts[m[1]])})", pattern)


def mark(owner: str, entry: str, parts: Mapping[str, str]) -> Marked:
    """The entry with its marks; a stack holds the groups that are open."""
    pattern = _filled(parts, entry)
    out: list[str] = []
    found: list[Alternative] = []
    stack = [_Group(owner, entry, 0, 0, denied=False)]
    copied, part = 0, ""

    def close(group: _Group, end: int) -> None:
        nonlocal copied
        if (text := pattern[group.start : end]) not in {"", "(?!)"} and not group.denied:
            out.append(pattern[copied:end] + f"(?P<mark_{len(found)}>)")
            copied = end
            found.append(Alternative(group.owner, group.entry, group.start - group.base, text))

    for token in _TOKEN.finditer(pattern):
        group, end = stack[-1], token.end()
        if token["part"]:
            part = token["part"]
        elif token[0] == "|":
            close(group, token.start())
            stack[-1] = replace(group, start=end, several=True)
        elif token[0] == ")":
            if group.several:
                close(group, token.start())
            stack.pop()
        elif token[0].startswith("("):
            denied = group.denied or token[0].endswith("!")
            of = (f"parts.{part}", parts[part], end) if part else (group.owner, group.entry, group.base)
            stack.append(_Group(*of, start=end, denied=denied))
            part = ""
    close(stack[0], len(pattern))
    marked = "".join(out) + pattern[copied:]
    compiled = re.compile(marked if owner == "define" else rf"(?<![\w-])(?:{marked})")
    return Marked(owner, compiled, {compiled.groupindex[f"mark_{i}"]: a for i, a in enumerate(found)})


@cache
def _entries(lang: str) -> tuple[Marked, ...]:
    parts = language_data(lang, "cues").get("parts", {})
    return tuple(mark(owner, entry, parts) for owner, entries in _lists(lang) for entry in entries)


def alternatives(lang: str) -> tuple[Alternative, ...]:
    """Each alternative of a language once, in the order of its file."""
    return tuple(dict.fromkeys(a for marked in _entries(lang) for a in marked.marks.values()))


def shows(lang: str, name: str, text: str) -> bool:
    """The list of that name, or the weak one of that code, matches the folded text."""
    return any(m.pattern.search(text) for m in _entries(lang) if m.owner in {name, f"weak.{name}"})


def unmatched(lang: str) -> tuple[Alternative, ...]:
    """The alternatives that no sample matches, in the order of the file.

    A code's are matched by samples of that code, those of terms, penalties and parts by any of the language.
    """
    codes = set(language_data(lang, "cues").get("elements", {}))
    missing = dict.fromkeys(alternatives(lang))
    for marked in _entries(lang):
        code = marked.owner.removeprefix("weak.")
        wanted = {a for a in marked.marks.values() if a in missing}
        for text in paragraphs(lang, code if code in codes else ""):
            if not wanted:
                break
            for alternative in wanted & marked.taken(text):
                wanted.remove(alternative)
                missing.pop(alternative)
    return tuple(missing)


def main(langs: list[str]) -> None:
    """Print the alternatives that no sample matches, then how many of how many a language has."""
    for lang in langs or languages():
        missing = unmatched(lang)
        for alternative in missing:
            print(f"{lang}\t{alternative}")
        print(
            f"{lang}: {len(missing)} of {len(alternatives(lang))} alternatives are matched by no sample",
            file=sys.stderr,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
