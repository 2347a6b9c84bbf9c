"""How the provisions of French and Spanish acts lie in the text: an article, the units in it, and lines without number.

A line that bears no number (alinéa, párrafo, inciso) is counted. In French a list's items are counted, too, in Spanish
they belong to the line above them (Conseil d'État, Guide de légistique, 3.4.1; Directrices de técnica normativa, 31).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from corpus.amendments.model import Step
from corpus.amendments.refusal import Refusal
from corpus.amendments.traditions.romance_lines import Lines
from corpus.amendments.traditions.romance_numbers import ARTICLE, normal
from corpus.amendments.traditions.romance_tree import Tree, grown
from corpus.amendments.tree import shifted
from corpus.model import Provision, Span

__all__ = ["ArticleText"]

_LEVELS = ("division", "subdivision", "paragraph", "number", "letter", "roman", "double")
_FLAT = "the text has no line breaks: where its paragraphs begin cannot be told"
_DIVIDING = frozenset({"I.", "§", "(1)", "1."})  # kinds of marks of parts that an article may be divided into
_LONG = 14  # words: a line with more is no heading, where headings end in a full stop


class ArticleText:
    """The layout: see `tradition.Layout`. Levels of what is counted are `alinea`, `sentence` and `alinea:…`."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._lines = Lines(data)
        junk = r"(?:[\s>*#_«\"“„]|<a\s[^>]*></a>)*"
        names = data["article"]
        self._article = re.compile(rf"{junk}(?P<word>{names})\s*(?P<num>{ARTICLE}|{data['article_words']})(?![\w])")
        self._heads = re.compile(
            rf"(?:^|\n|(?<=[.;»\"”*])\s)[\s>*#_«\"“]*(?P<start>(?:{names})\s*(?P<num>{ARTICLE})(?![\w]))"
        )
        self._behind = re.compile(r"(?:\s?\((?:nouveau|nuevo)\))?[ \t]?[*_]*(?:\.?[ºª°]?[ \t]?[.:–—-]+)*[ \t*_]*")
        self._verbs = re.compile(data["verbs"]) if data.get("verbs") else None
        self._stops = bool(data["headings_stop"])
        self._items = bool(data["items_are_lines"])
        self._grown = lru_cache(maxsize=64)(self._tree)

    @property
    def conjunctions(self) -> frozenset[str]:
        return frozenset()

    @property
    def levels(self) -> tuple[str, ...]:
        return (*_LEVELS, "proviso")

    @property
    def closed(self) -> frozenset[str]:
        return frozenset(self.levels)

    @property
    def rereads(self) -> bool:
        return True

    @property
    def ranges(self) -> bool:
        return False

    def section(self, text: str, number: str | None) -> Provision | None:
        """The article that `text` is."""
        head = self._article.match(text)
        if head is None or (number is not None and normal(head["num"]).casefold() != normal(number).casefold()):
            return None
        body, heading = self._heading(text, head)
        tree = self._grown(text, body, len(text.rstrip()))
        ends = [*(e for _, e in tree.lines), heading.end if heading else 0, head.end("num")]
        return Provision(
            id="",
            level="article",
            num=normal(head["num"]),
            cite="",
            heading=text[heading.start : heading.end] if heading else "",
            span=Span(head.start("word"), max(ends)),
            children=tree.units,
            num_span=Span(*head.span("num")),
            heading_span=heading,
        )

    def sections(self, text: str, numbers: Sequence[str]) -> tuple[Provision, ...]:
        heads = list(self._heads.finditer(text))
        wanted = [normal(n).casefold() for n in numbers]
        starts = [m.start("start") for m in heads if normal(m["num"]).casefold() in wanted]
        if len(starts) != len(wanted):
            return ()
        parts = [(a, text[a:b]) for a, b in pairwise([*starts, len(text)])]
        units = [(a, self.section(part.rstrip(' \n«"“*#'), None)) for a, part in parts]
        return tuple(shifted(unit, a) for a, unit in units if unit is not None)

    def heads(self, text: str) -> int:
        """How many articles seem to begin in the text."""
        return len(list(self._heads.finditer(text)))

    def headed(self, text: str) -> str:
        """The number of the article with which the text begins; "" where it begins with none."""
        head = self._article.match(text)
        return normal(head["num"]) if head else ""

    def units(self, text: str, start: int, end: int, level: str) -> tuple[Provision, ...]:
        if level == "definition":
            return (Provision("", level, "", "", "", Span(start, end)),)
        tree = self._grown(text[:end], start, end)
        first = tree.units[0] if tree.units else None
        if first is None or text[start : first.span.start].strip(' «"“'):
            return ()
        if level and level not in ("item", first.level):
            return ()
        return tuple(u for u in tree.units if u.level == first.level)

    def sentences(self, text: str, start: int, end: int) -> list[int]:
        return self._lines.sentences(text, start, end)

    def definitions(self, text: str, node: Provision) -> list[Span]:
        return []

    def counted(self, text: str, node: Provision, step: Step) -> list[Span] | None:
        """What is counted in the provision, in order; None for a numbered unit. `alinea:…` is one of these by its place
        from the end, a paragraph with its list, its words alone, the words before a list, a dash, or a paragraph by
        whichever way of counting, if these agree."""
        level, _, way = step.level.partition(":")
        if level not in ("alinea", "sentence"):
            self._check_end(text, node, step)
            return None
        if level == "sentence":
            spans = self._sentences(text, node, step)
        elif way == "inciso":
            return self._incisos(text, node, step)
        else:
            spans = self._alineas(text, node, step, way)
        if way.lstrip("-").isdigit():
            if len(spans) < -int(way):
                raise Refusal(f"there are only {len(spans)} of them")
            return [spans[int(way)]]
        return spans

    def _tree(self, text: str, start: int, end: int) -> Tree:
        return grown(self._lines, text, start, end)

    def _body(self, text: str, node: Provision) -> int:
        """Where the provision's words begin, behind its number and heading."""
        if node.level == "article":
            head = self._article.match(text)
            return self._heading(text, head)[0] if head else node.span.start
        marks = self._lines.marks(text, node.span.start, node.span.end)
        if node.num_span is not None or node.level == "alinea":
            return max((m.text for m in marks if m.form != "indent"), default=node.span.start)
        return node.span.start

    def _heading(self, text: str, head: re.Match[str]) -> tuple[int, Span | None]:
        """Where the text under the heading begins, and the heading."""
        behind = self._behind.match(text, head.end())
        after = behind.end() if behind else head.end()
        line = text.find("\n", after)
        end = line if line >= 0 else len(text)
        words = text[after:end].rstrip(" \t*_")
        whole = end < len(text) and bool(text[end:].strip())
        if not whole and (title := self._before_first(text, after, len(text))) is not None:
            return title.end, title
        if not words.strip() or self._lines.marks(text, after, end):
            return after, None
        if whole and words[-1] not in ".;:,)»" and not self._lines.sentences(text, after, after + len(words) - 1):
            return end, Span(after, after + len(words))
        first = next(iter(self._lines.sentences(text, after, end)), after + len(words))
        title = text[after:first]
        if first < end and text[first:end].strip() and title.isupper():
            return first, Span(after, first)
        if not self._stops or self._verbs is None or self._verbs.search(title) or len(title.split()) > _LONG:
            return after, None
        numbered = self._lines.marks(text, first + len(text[first:]) - len(text[first:].lstrip()), len(text))
        if (whole and first >= after + len(words)) or any(m.num == "1" for m in numbered):
            return first, Span(after, first)
        return after, None

    def _before_first(self, text: str, start: int, end: int) -> Span | None:
        """In running text, the few words without a sign before the first of several numbered parts are a heading."""
        for gap in re.compile(r"\s").finditer(text, start, min(end, start + 160)):
            if re.search(r"[.;:,]", text[start : gap.start()]):
                return None
            firsts = [m for m in self._lines.marks(text, gap.end(), end, flat=True) if m.num in ("1", "I")]
            if firsts and firsts[0].kind in _DIVIDING and text[start : gap.start()].strip():
                upper = text[firsts[0].text : firsts[0].text + 1].isupper()
                return Span(start, gap.start()) if upper else None
        return None

    def _check_end(self, text: str, node: Provision, step: Step) -> None:
        """Refuses what is about a unit of which the end is not certain."""
        found = [c for c in node.children if c.num.casefold() == step.num.casefold()]
        if len(found) != 1:
            return
        head = self._article.match(text)
        body = self._heading(text, head)[0] if head else 0
        if found[0].span.start in self._grown(text, body, len(text.rstrip())).unsure:
            raise Refusal(f"the text has no line breaks: whether words follow the list behind {step.num} is not clear")

    def _rows(self, text: str, node: Provision, step: Step | None = None) -> list[Span]:
        """The lines of the provision, the first without its number. Refused where running text does not show them."""
        start = self._body(text, node)
        article = self._article.match(text)
        body = self._heading(text, article)[0] if article else start
        tree = self._grown(text, body, len(text.rstrip()))
        if tree.loose:
            raise Refusal("which line breaks of the text end a paragraph cannot be told")
        rows = [Span(max(a, start), b) for a, b in tree.lines if b > start and a < node.span.end]
        if "\n" in text.strip() and not (tree.flat and len(tree.lines) > 1):
            return rows
        at = int(step.num) if step and step.num else 0
        said = self._cut(text, start, node.span.end)
        if at > 0 and len(said) == at - 1 and not node.children:
            return said  # so many paragraphs only if each sentence is one
        sure = rows[at:] if at < 0 else rows[:at] if at and self._items else rows
        for row in sure:
            self._certain(text, row)
        return rows

    def _certain(self, text: str, row: Span) -> None:
        marks = self._lines.marks(text, row.start, row.end)
        begin = max((m.text for m in marks), default=row.start)
        if any(end < row.end for end in self._lines.sentences(text, begin, row.end)):
            raise Refusal(_FLAT)

    def _alineas(self, text: str, node: Provision, step: Step, way: str) -> list[Span]:
        if way == "whole" or (not step.num and ("\n" not in text.strip() or self._items)):
            return [Span(self._body(text, node), node.span.end)]
        if way.startswith("words"):
            return self._worded(text, node, step, way)
        rows = self._rows(text, node, step if way in ("", "either") else None)
        if way == "indent":
            return [r for r in rows if any(m.form == "indent" for m in self._lines.marks(text, r.start, r.end))]
        groups = self._groups(text, node, rows)
        if way == "list":
            return groups
        if way == "opening":
            return [Span(g.start, next(r.end for r in rows if r.start == g.start)) for g in groups]
        if way == "lone":
            self._check_lone(rows, groups, step)
            return groups
        divided = self._divided(text, node)
        if divided and step.num not in ("1", "-1", "") and not way:
            raise Refusal(
                "the provision is divided into numbered parts: of which one the paragraph is meant is not said"
            )
        if way == "either" or (way == "" and not self._items):
            return self._either(rows, groups, step, divided=divided, strict=way == "either")
        return rows

    def _worded(self, text: str, node: Provision, step: Step, way: str) -> list[Span]:
        """The paragraphs; in running text, for the one that is meant, all that may belong to it."""
        plain = Step("alinea:either" if way.endswith("either") else "alinea", step.num)
        try:
            return self._alineas(text, node, plain, plain.level.partition(":")[2])
        except Refusal as refusal:
            if refusal.reason != _FLAT:
                raise
        rows = [r for r in self._raw_rows(text, node) if r.end > self._body(text, node)]
        at = int(step.num)
        if at < 0:
            return rows
        most, inside = 0, []
        for n, row in enumerate(rows, 1):
            most += max(1, len(self._cut(text, row.start, row.end)))
            if n <= at <= most:
                inside.append(row)
        if not inside:
            raise Refusal(f"there are only {most} of them: no paragraph {at}")
        return [Span(inside[0].start, inside[-1].end)] * at

    def _either(self, rows: list[Span], groups: list[Span], step: Step, *, divided: bool, strict: bool) -> list[Span]:
        if divided and step.num not in ("1", "-1", ""):
            raise Refusal(
                "the provision is divided into numbered parts: of which one the paragraph is meant is not said"
            )
        if not strict:
            return groups
        at = int(step.num) if step.num else -1
        one, other = ([*s][at - 1 if at > 0 else at : at if at > 0 else None][:1] for s in (rows, groups))
        if step.num and one != other:
            raise Refusal("whether the items of the list are counted is not certain, and the paragraph is another then")
        return rows

    @staticmethod
    def _check_lone(rows: list[Span], groups: list[Span], step: Step) -> None:
        at = int(step.num)
        chosen = groups[at - 1 if at > 0 else at] if -len(groups) <= at <= len(groups) and groups else None
        if chosen is not None and chosen not in rows:
            raise Refusal("a list follows the paragraph: whether it goes with it is not said")

    def _groups(self, text: str, node: Provision, rows: list[Span]) -> list[Span]:
        """The lines without numbers, each with the list below it; a parágrafo is none."""
        out: list[Span] = []
        for row in rows:
            marks = self._lines.marks(text, row.start, row.end)
            if any(m.level == "proviso" for m in marks):
                break
            if out and marks and self._opens(node, row.start, marks[0].form == "indent"):
                out[-1] = Span(out[-1].start, row.end)
            else:
                out.append(row)
        return out

    @staticmethod
    def _opens(node: Provision, at: int, indent: bool) -> bool:
        if indent:
            return True
        return any(c.span.start == at or ArticleText._opens(c, at, False) for c in node.children)

    def _divided(self, text: str, node: Provision) -> bool:
        head = self._article.match(text)
        body = self._heading(text, head)[0] if head else node.span.start
        divisions = self._grown(text, body, len(text.rstrip())).divisions
        return any(c.span.start in divisions for c in node.children)

    def _incisos(self, text: str, node: Provision, step: Step) -> list[Span] | None:
        """An "inciso 2" is an item with that number, where there is one, and else a paragraph."""
        if any(c.num.casefold() == step.num.casefold() for c in node.children):
            self._check_end(text, node, step)
            return None
        if any(c.level not in ("proviso",) for c in node.children):
            raise Refusal(f"inciso {step.num} is not in the text")
        return self._groups(text, node, self._rows(text, node))

    def _sentences(self, text: str, node: Provision, step: Step) -> list[Span]:
        start = self._body(text, node)
        end = node.span.end
        if step.num == "" and step.level == "sentence":
            last = self._last_row(text, node)
            return self._cut(text, last.start, last.end)
        rows = [r for r in self._raw_rows(text, node) if r.end > start]
        if len(rows) > 1 or node.children:
            first = rows[0].end if rows else end
            inside = [s for s in self._cut(text, start, first) if s.end <= first]
            at = int(step.num)
            if not 0 < at <= len(inside) or text[inside[at - 1].end - 1] not in '.!?»"”)':
                raise Refusal("sentences of a provision of several lines are not counted")
            return inside
        return self._cut(text, start, end)

    def _raw_rows(self, text: str, node: Provision) -> list[Span]:
        head = self._article.match(text)
        body = self._heading(text, head)[0] if head else node.span.start
        tree = self._grown(text, body, len(text.rstrip()))
        return [Span(a, b) for a, b in tree.lines if b > node.span.start and a < node.span.end]

    def _last_row(self, text: str, node: Provision) -> Span:
        rows = self._raw_rows(text, node)
        start = self._body(text, node)
        return Span(max(rows[-1].start, start), min(rows[-1].end, node.span.end)) if rows else node.span

    def _cut(self, text: str, start: int, end: int) -> list[Span]:
        cuts = [start, *self._lines.sentences(text, start, end), end]
        spans = (_stripped(text, a, b) for a, b in pairwise(cuts))
        return [s for s in spans if s.start < s.end]


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
