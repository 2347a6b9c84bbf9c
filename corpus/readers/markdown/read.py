"""Markdown as law repositories write it: the text stays character for character, the syntax becomes marks.

Follows CommonMark 0.31 where it speaks of the same thing, and is laxer where real files are: headings without a space
(`##Article`), several front matters in a row, footnotes, definition lists, HTML tags and anchors in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from palermo.corpus.model.text_model import Span
from palermo.corpus.readers.markdown.front_matter import metadata
from palermo.corpus.readers.shared.page_furniture import furniture
from palermo.corpus.readers.shared.reader_output import Raw

__all__ = ["marks_if_markdown", "read"]

_FRONT = re.compile(r"---[ \t]*\r?\n(?:(?![-.]{3}[ \t]*\r?$).*\r?\n)*?---[ \t]*(?:\r?\n|$)", re.M)
_KEY = re.compile(r"(?:[A-Za-z_][\w -]*:(?:\s|$)|\s*-\s|\s+\S|#)")
_LINE_MARKS = re.compile(
    r"""^(?:
        (?P<rule>[ \t]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})\r?$)
      | (?P<fence>[ \t]{0,3}(?:```|~~~).*$)
      | (?P<row>[ \t]*+\|?(?:[ \t]*+:?-{3,}:?[ \t]*+\|)++(?:[ \t]*+:?-{3,}:?[ \t]*+)?\r?$)
      | (?P<target>[ \t]{0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S+.*$)
      | (?P<start>[ \t]*(?:>[ \t]?)*[ \t]*(?:\#{1,6}(?!\#)[ \t]*|[*+][ \t]+(?=\S)|\[\^[^\]\n]+\]:[ \t]*|:[ \t]{2,})?)
    )""",
    re.X | re.M,
)
_DEFINED = re.compile(r"^[ \t]{0,3}\[(?!\^)([^\]\n]+)\]:[ \t]*\S", re.M)
_TAG = re.compile(r"<!--(?:(?!<!--|-->).)*+-->|</?[A-Za-z][A-Za-z0-9:-]*(?:\s[^<>]*)?/?>", re.S)
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])|\\(?=\r?$)", re.M)
_FOOTNOTE = re.compile(r"\[\^[^\[\]\n]+\](?!:)")
_LINK = re.compile(
    r"(!?\[)((?:[^\[\]\n\\]|\\.|\[[^\[\]\n]*\](?![(\[]))*+)(\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\))"
)
_BROKEN_LINK = re.compile(r"(\[)([^\[\]]{1,120})(\]\(https?://[^()\s]+\))")
_LABEL = re.compile(r"(\[)((?:[^\[\]\n\\]|\\.)*)(\]\[([^\[\]\n]+)\])")
# What stands before a sign is asked behind it, so that `re` looks only where one of the signs is.
_STARS = re.compile(r"\*(?<!\\\*)(?<!<\*)\**(?!>)|_(?<![\\\w]_)_{0,2}(?=\S)|_(?<=\S_)(?<!\\_)_{0,2}(?!\w)|`(?<!\\`)`*")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_LOOKS_SO = re.compile(r"^(?:#{1,6} \S|\*\*[^*\n]+\*\*)", re.M)


def read(text: str) -> Raw:
    """The text with its Markdown syntax as marks; what the front matter says of the instrument as metadata."""
    found: list[tuple[int, int]] = []
    start, front = _front_matter(text)
    if start:
        found.append((0, start))
    labels = frozenset(_DEFINED.findall(text))
    bullets: set[int] = set()
    for match in _LINE_MARKS.finditer(text, start):
        if match.end() > match.start() and (match.lastgroup != "start" or match.group().strip()):
            found.append(_trimmed(match))
            bullets.update(range(match.start(), match.end()))
    found += [m.span() for pattern in (_TAG, _ESCAPE, _FOOTNOTE) for m in pattern.finditer(text, start)]
    for pattern in (_LINK, _BROKEN_LINK):
        for match in pattern.finditer(text, start):
            found += [match.span(1), match.span(3)]
    for match in _LABEL.finditer(text, start):
        if match[4] in labels:
            found += [match.span(1), match.span(3)]
    found += [span for span in furniture(text) if span[0] >= start]
    settled = _merge(found)
    starts = [s for s, _ in settled]
    inside = [
        m.span()
        for m in _STARS.finditer(text, start)
        if m.start() not in bullets and not _covers(settled, starts, m.start())
    ]
    return Raw(text, _merge([*settled, *_paired(text, inside)]), metadata=metadata(front))


def marks_if_markdown(text: str) -> tuple[Span, ...]:
    """The marks of a text of another format that is written in Markdown all the same; empty for any other text."""
    return read(text).marks if _LOOKS_SO.search(text) else ()


def _front_matter(text: str) -> tuple[int, str]:
    """Where the text begins after its front matters, and what they say."""
    at = 1 if text.startswith("\ufeff") else 0
    front = []
    while (match := _FRONT.match(text, at)) is not None:
        inner = match.group().strip().strip("-").strip("\r\n")
        lines = [line for line in inner.splitlines() if line.strip()]
        if lines and not _KEY.match(lines[0]):
            break
        front.append(inner)
        at = match.end()
    return (at, "\n".join(front)) if front else (0, "")


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """The mark at the start of a line, without the blanks before it."""
    lead = len(match.group()) - len(match.group().lstrip(" \t"))
    return match.start() + lead, match.end()


def _covers(spans: tuple[Span, ...], starts: list[int], position: int) -> bool:
    index = bisect_right(starts, position) - 1
    return index >= 0 and spans[index].start <= position < spans[index].end


def _paired(text: str, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of runs of emphasis signs, those that are emphasis: the others stand for themselves (`2 * 3`, a lone footnote
    star).
    """
    out: list[tuple[int, int]] = []
    opened: dict[str, tuple[int, int]] = {}
    block = 0
    for start, end in runs:
        sign = text[start]
        if start >= block:
            blank = _BLANK_LINE.search(text, start)
            block = blank.start() if blank else len(text)
            opened.clear()
        if end - start >= 4 and sign == "*":
            out.append((start, end))
        elif sign in opened:
            out += [opened.pop(sign), (start, end)]
        else:
            opened[sign] = (start, end)
    return out


def _merge(spans: list[tuple[int, int]]) -> tuple[Span, ...]:
    """The spans sorted, overlapping and touching ones as one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if end <= start:
            continue
        if out and start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, end))
        else:
            out.append(Span(start, end))
    return tuple(out)
