"""The items of an Australian amending schedule: "1 Subsection 41(1)", and on the next line what is done there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.model.reading_text import read_text

__all__ = ["items"]

_ITEM = re.compile(
    r"(?m)^[ \t]*\d{1,3}[A-Z]?[ \t]+(?=(?:At the (?:end|beginning) of |Before |After )?(?:the |each of )?"
    r"(?:(?:[Ss]ub)?(?:[Ss]ection|[Pp]aragraph|[Rr]egulation|[Rr]ule|[Cc]lause)s?\b|(?:Part|Division|Schedule|Title)\b)"
    r"[^\n]{0,160}\n\s*(?:Omit|Repeal|Before|After|Add|Insert|Delete|Substitute|In the appropriate)\b)"
)


def items(passages: Sequence[Passage]) -> list[Passage]:
    """The passages, those that hold several such items cut up into these, without the items' own numbers."""
    return [part for passage in passages for part in _cut(passage)]


def _cut(passage: Passage) -> list[Passage]:
    if passage.quoted or not passage.words.text:
        return [passage]
    start, end = passage.words.source(0, len(passage.words.text))
    heads = list(_ITEM.finditer(passage.source, start, end))
    if len(heads) < 2 or passage.source[start : heads[0].start()].strip():
        return [passage]
    ends = [*(head.start() for head in heads[1:]), end]
    spans = [(head.end(), stop) for head, stop in zip(heads, ends, strict=True)]
    words = [read_text(passage.source, a, b) for a, b in spans]
    numbers = [head.group().strip() for head in heads]
    if any(_value(b) < _value(a) for a, b in pairwise(numbers)):
        return [passage]
    return [Passage(text, passage.number, passage.headings, (), passage.source) for text in words]


def _value(number: str) -> int:
    return int(re.sub(r"\D", "", number))
