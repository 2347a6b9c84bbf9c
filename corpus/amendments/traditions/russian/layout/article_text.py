"""Layout of the provisions of post-Soviet acts in the text: article, part or point "1.", "1)", "а)", note.

Units that bear no number (абзац, предложение, часть of an article without numbers) are counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from palermo.corpus.amendments.model import Step
from palermo.corpus.amendments.provision_layout import read_unit
from palermo.corpus.amendments.refusal import Refusal
from palermo.corpus.amendments.traditions.numbered.article_text import ArticleText
from palermo.corpus.amendments.traditions.russian.layout.unit_starts import (
    NUMBER,
    PARAGRAPH,
    RussianLines,
    RussianPiece,
)
from palermo.corpus.amendments.traditions.russian.words import RussianWords
from palermo.corpus.model.text_model import Provision, Span
from palermo.corpus.structure.lines.numbers import clean

__all__ = ["RussianArticleText"]

_RANKS = {PARAGRAPH: 0, "subparagraph": 1, "clause": 2}
_OPENING = '«"“„('


class RussianArticleText(ArticleText):
    """The layout of articles, and of rules made of points."""

    _AROUND = ' \n«"“„'

    def __init__(self, data: RussianWords) -> None:
        self._lines = RussianLines(data)
        self._parts_or_lines = data.parts_or_lines
        junk = r"(?:[\s>*#_«\"“„]|<a\s[^>]*></a>)*"
        head = rf"(?P<start>{data.article.replace('{NUMBER}', f'(?P<num>{NUMBER})')})"
        self._article = re.compile(rf"{junk}{head}[ \t]*")
        self._point = re.compile(rf"{junk}(?P<num>{NUMBER})\.(?=\s)")
        self._heads = re.compile(rf"(?:^|(?<=\s))[«\"“]?{head}")
        # The act may stand above it: in Kazakh it comes first.
        above = rf"(?:{junk}[^\n]{{0,200}}\n\s*){{0,4}}?"
        self._annex = re.compile(rf"{above}{junk}(?P<start>{data.annex.replace('{NUMBER}', NUMBER)})")

    @property
    def levels(self) -> tuple[str, ...]:
        return tuple(_RANKS)

    def section(self, text: str, number: str | None) -> Provision | None:
        """The article that `text` is (or the point, in rules made of points)."""
        head = self._article.match(text) or self._point.match(text)
        if head is None or (number is not None and clean(head["num"]).casefold() != number.casefold()):
            return None
        start = head.start("num" if head.re is self._point else "start")
        body, heading = self._heading(text, head)
        pieces = self._lines.cut(text, body, len(text))
        end = max([p.end for p in pieces], default=len(text.rstrip()))
        span, place = Span(start, max(end, heading.end if heading else 0)), Span(*head.span("num"))
        level, below = "article" if head.re is self._article else PARAGRAPH, tuple(self._nest(text, pieces))
        return read_unit(text, level, clean(head["num"]), span, number=place, heading=heading, children=below)

    def annex(self, text: str, number: str) -> Provision | None:
        """The annex that `text` is, with its points: the one with `number` where that is said."""
        head = self._annex.match(text)
        num = clean(head["num"]) if head and head["num"] else ""
        if head is None or (number and num != number):
            return None
        pieces = self._lines.cut(text, head.end(), len(text))
        first = next((n for n, piece in enumerate(pieces) if piece.level in _RANKS), len(pieces))
        span, below = Span(0, len(text)).trimmed(text), tuple(self._nest(text, pieces[first:]))
        return read_unit(text, "annex", num, span, number=Span(*head.span("start")), children=below)

    def titled(self, text: str) -> tuple[str, str] | None:
        """The number and the heading that a line such as "Статья 5. Якорь" gives; None where it has no number."""
        head = self._article.match(text)
        return (clean(head["num"]), text[head.end() :].strip()) if head else None

    def _heading(self, text: str, head: re.Match[str]) -> tuple[int, Span | None]:
        """The start of the text under the heading, and the heading; without a heading, where the number's dot ends."""
        after = head.end()
        if head.re is self._point:
            return after, None
        if "\n" in text.strip():
            line = self._heading_end(text, after)
            words = text[after:line].rstrip(" \t*_")
            if not words or words[-1] in ".;:," or not text[line:].strip():
                return after, None
            return line, Span(after, after + len(words))
        first = next((p for p in self._lines.cut(text, after, len(text)) if p.level == PARAGRAPH), None)
        words = text[after : first.start].rstrip() if first else ""
        if first is None or not words or words[-1] in ";:,." or self._lines.sentences(text, after, first.start):
            return after, None
        return first.start, Span(after, after + len(words))

    def _heading_end(self, text: str, start: int) -> int:
        """The end of the line, or of those that go on with it: they begin in lower case."""
        end = text.find("\n", start)
        while end >= 0 and text[start:end].strip():
            line = next(iter(self._lines.cut(text, end, len(text))), None)
            if line is None or line.level or not text[line.start].islower() or self._lines.completes(text, line):
                break
            end = text.find("\n", line.start)
        return end if end >= 0 else len(text)

    def _starts(self, text: str) -> list[tuple[int, str]]:
        found = (m for m in self._heads.finditer(text) if not m.start() or "\n" not in text or _line_start(text, m))
        return [(m.start("start"), clean(m["num"]).casefold()) for m in found]

    def _compared(self, number: str) -> str:
        return number.casefold()

    def units(self, text: str, start: int, end: int, level: str) -> tuple[Provision, ...]:
        pieces = self._lines.cut(text[:end], start, end)
        if not pieces or not pieces[0].level or pieces[0].level == "remark":
            return ()
        if level and pieces[0].level != level:
            return ()
        nodes = self._nest(text, pieces)
        return tuple(n for n in nodes if n.level == pieces[0].level)

    def sentences(self, text: str, start: int, end: int) -> list[int]:
        return self._lines.sentences(text, start, end)

    def counted(self, text: str, node: Provision, step: Step) -> list[Span] | None:
        """Sentences, lines (абзац), or parts that bear no number, where the provision has none that do."""
        if step.level == PARAGRAPH:
            return None if any(c.level == PARAGRAPH for c in node.children) else self._parts(text, node)
        if step.level == "alinea":
            if self._parts_or_lines and node.level == "article":
                self._check_same(text, node)
            return [Span(p.text if n == 0 else p.start, p.end) for n, p in enumerate(self._alineas(text, node))]
        self._check_last(text, node, step)
        if step.level == "sentence":
            if node.children or ("\n" in text.strip() and len(self._alineas(text, node)) > 1):
                raise Refusal("sentences of a provision of several lines are not counted")
            start = self._body(text, node)
            cuts = [start, *self._lines.sentences(text, start, node.span.end), node.span.end]
            spans = (Span(a, b).trimmed(text) for a, b in pairwise(cuts))
            return [s for s in spans if s.start < s.end]
        return None

    def _check_same(self, text: str, node: Provision) -> None:
        """A refusal where the parts of the article are not its lines, and one word names both."""
        if node.children or len(self._parts(text, node)) != len(self._alineas(text, node)):
            raise Refusal("a part of the article or a line of it may be meant")

    def _check_last(self, text: str, node: Provision, step: Step) -> None:
        """Refuses what is about a list's last item in running text, as words behind the list seem to belong to it."""
        items = [c for c in node.children if c.level in ("subparagraph", "clause")]
        if "\n" in text.strip() or not items or step.num in {c.num for c in items[:-1]}:
            return
        last = items[-1]
        inside = last.children[0].span.start if last.children else last.span.end
        ends = self._lines.sentences(text, last.span.start, inside)
        if any(end < inside for end in ends):
            raise Refusal(
                f"the text has no line breaks: whether words follow the list behind ({last.num}) is not clear"
            )

    def _body(self, text: str, node: Provision) -> int:
        """The offset where the provision's words begin, behind its number and heading."""
        if node.heading_span is not None:
            return node.heading_span.end
        at = node.num_span.end if node.num_span else node.span.start
        while at < node.span.end and (text[at].isspace() or text[at] in ".)"):
            at += 1
        return at

    def _alineas(self, text: str, node: Provision) -> list[RussianPiece]:
        """The lines of the provision; in running text only where nothing else can begin one."""
        start = self._body(text, node)
        notes = [c.span.start for c in node.children if c.level == "explanation"]
        pieces = [p for p in self._lines.cut(text, start, node.span.end) if p.level != "remark"]
        if node.level != "explanation":
            pieces = [p for p in pieces if not notes or p.start < notes[0]]
        if "\n" in text.strip():
            return pieces
        headless = node.level == "article" and node.heading_span is None
        if headless or any(self._lines.sentences(text, p.text, p.end) for p in pieces):
            raise Refusal("the text has no line breaks: where its paragraphs begin cannot be told")
        return pieces

    def _parts(self, text: str, node: Provision) -> list[Span]:
        """The lines that begin with a capital letter, each with the list or the clause on the penalty below it."""
        parts: list[Span] = []
        for piece in self._alineas(text, node):
            opens = text[piece.text : piece.end].lstrip(_OPENING)[:1].isupper() and not piece.level
            if parts and not opens:
                parts[-1] = Span(parts[-1].start, piece.end)
            else:
                parts.append(Span(piece.start, piece.end))
        return parts

    def _nest(self, text: str, pieces: Sequence[RussianPiece]) -> list[Provision]:
        """The units that the pieces open, each with those below it and the lines that belong to it."""
        out: list[Provision] = []
        at = 0
        while at < len(pieces):
            piece = pieces[at]
            if not piece.level:
                at += 1
                continue
            after = at + 1
            while after < len(pieces) and not self._leaves(text, pieces, at, after):
                after += 1
            span = Span(piece.start, pieces[after - 1].end)
            if piece.level == "remark":
                out.append(read_unit(text, piece.level, piece.num, span))
            else:
                number, below = Span(piece.num_start, piece.num_end), tuple(self._nest(text, pieces[at + 1 : after]))
                out.append(read_unit(text, piece.level, piece.num, span, number=number, children=below))
            at = after
        return out

    def _leaves(self, text: str, pieces: Sequence[RussianPiece], opened: int, position: int) -> bool:
        """True if the piece at `position` is outside of the unit opened by an earlier one."""
        unit, piece = pieces[opened], pieces[position]
        if unit.level == "remark" or piece.level in ("remark", "explanation"):
            return True
        if unit.level == "explanation":
            return False
        if piece.level:
            return _RANKS[piece.level] <= _RANKS[unit.level]
        if unit.level == PARAGRAPH:
            return False
        return self._ends_list(text, pieces, opened, position)

    def _ends_list(self, text: str, pieces: Sequence[RussianPiece], opened: int, position: int) -> bool:
        """True if a line without a number below an item belongs to what stands above the list: the clause on the
        penalty does, and what no further item follows, unless the item announces it."""
        if self._lines.completes(text, pieces[position]):
            return True
        before = pieces[position - 1]
        if text[before.start : before.end].endswith(":"):
            return False
        later = next((p for p in pieces[position + 1 :] if p.level), None)
        goes_on = later is not None and later.level == pieces[opened].level
        return not goes_on and not text[pieces[opened].start : pieces[opened].end].endswith(":")


def _line_start(text: str, head: re.Match[str]) -> bool:
    return not text[text.rfind("\n", 0, head.start("start")) + 1 : head.start("start")].strip(' \t«"“>*#')
