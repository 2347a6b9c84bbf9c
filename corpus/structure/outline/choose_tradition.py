"""Chooses the drafting traditions that a text follows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from palermo.corpus.structure.lines.lines import Line, Lines
from palermo.corpus.structure.traditions.grammar import NumberingRules, load, traditions

__all__ = ["choose"]

_HEAD = 3000  # where a text says what it is
_BEGINNING = 60  # in which an article's word and number stand
_LONGEST = 400  # a line that opens an article is shorter, or it holds the article's text


def choose(view: Lines, lang: str) -> tuple[NumberingRules, ...]:
    """The traditions of a text, the likeliest first: its language's, or those whose words for articles it uses most."""
    own = load(lang)
    begin = _beginnings(view)
    counts = {t.name: _count(view, t, begin) for t in traditions()}
    special = [t for t in traditions() if t.requires and _required(view, t) and lang in ("en", "und")]
    best = sorted(traditions(), key=lambda t: -counts[t.name])
    first = special or list(own)
    here = max((counts[t.name] for t in first), default=0)
    enough = max(5, here * 0.3)
    likely = [t for t in best if t not in first and counts[t.name] >= enough]
    others = [t for t in likely if _count(view, t, begin, first if here else ()) >= enough]
    chosen = [*first, *others[:1]] if first else others[:2] or best[:1]
    return tuple(chosen)


def _beginnings(view: Lines) -> dict[str, list[Line]]:
    """The lines by the words at their beginning that may name an article in some tradition."""
    found: defaultdict[str, list[Line]] = defaultdict(list)
    for line in view.lines:
        if line.end - line.start < _LONGEST:
            for word in set(view.text[line.start : line.start + _BEGINNING].split()):
                found[word].append(line)
    words = "\n".join(found)
    return {word: found[word] for word in _named(words, _any_article())}


@cache
def _any_article() -> re.Pattern[str]:
    """The words for articles of all traditions: one search tells which words are worth asking each tradition about.

    Those with one first letter stand together, which `re` then looks at once.
    """
    by_letter: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for word in (word for t in traditions() for word in _OR.split(t.article_word.pattern)):
        by_letter[word[0]][word] = None
    return re.compile("|".join(f"(?:{'|'.join(words)})" for words in by_letter.values()), re.I)


_OR = re.compile(r"\|(?![^(\[]*[)\]])")


def _named(words: str, pattern: re.Pattern[str]) -> dict[str, None]:
    """Those of the words, one a line, in which the pattern is found, in order."""
    ends = words + "\n"
    found = ((words.rfind("\n", 0, m.start()) + 1, ends.find("\n", m.start())) for m in pattern.finditer(words))
    return dict.fromkeys(words[start:end] for start, end in found)


def _required(view: Lines, tradition: NumberingRules) -> bool:
    return tradition.requires is None or tradition.requires.search(view.text[:_HEAD]) is not None


def _count(
    view: Lines, tradition: NumberingRules, begin: Mapping[str, list[Line]], beside: Sequence[NumberingRules] = ()
) -> int:
    """How many lines open an article in the words of a tradition, and in none of those `beside` it.

    Beside other articles "§" is no word of a tradition: it numbers their paragraphs.
    """
    if not _required(view, tradition):
        return 0
    named = _named("\n".join(begin), tradition.article_word)
    lines = {line.start: line for word in named for line in begin.get(word, ())}
    text, opens = view.text, tradition.article.match if lines else None
    opened = [line for line in lines.values() if opens and opens(text, line.start, line.end)]
    if not beside:
        return len(opened)
    return sum(
        1
        for line in opened
        if text[line.start] != "§" and not any(t.article.match(text, line.start, line.end) for t in beside)
    )
