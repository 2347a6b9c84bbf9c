"""Units of French and Spanish articles that bear no number and are counted: paragraphs (alinéa, párrafo), sentences."""

from __future__ import annotations

from itertools import pairwise

from palermo.corpus.amendments.model import Step
from palermo.corpus.amendments.refusal import Refusal
from palermo.corpus.amendments.traditions.romance.layout.article_head import ArticleHeads
from palermo.corpus.amendments.traditions.romance.layout.article_tree import ArticleTree, Trees
from palermo.corpus.amendments.traditions.romance.layout.unit_starts import INDENT, PROVISO, RomanceLines
from palermo.corpus.model.text_model import Provision, Span

__all__ = ["Counting"]

_FLAT = "the text has no line breaks: where its paragraphs begin cannot be told"
_LOOSE = "which line breaks of the text end a paragraph cannot be told"
_DIVIDED = "the provision is divided into numbered parts: of which one the paragraph is meant is not said"
_ENDS = '.!?»"”)'


class Counting:
    """Counts with `items` where the items of a list are counted among the paragraphs, as in French; in Spanish they
    belong to the paragraph above them."""

    def __init__(self, articles: ArticleHeads, lines: RomanceLines, trees: Trees, *, items: bool) -> None:
        self._articles, self._lines, self._trees = articles, lines, trees
        self._items = items

    def spans(self, text: str, node: Provision, step: Step) -> list[Span] | None:
        """The units counted in the provision, in order; None for a numbered unit. The level says what: `sentence`, or
        `alinea`, and behind a colon how, if not as the tradition counts: from the end, with the list below it, without,
        a dash, all words of the provision, or by whichever way of counting if these agree."""
        level, _, way = step.level.partition(":")
        if level not in ("alinea", "sentence"):
            self._check_end(text, node, step)
            return None
        spans = self._sentences(text, node, step) if level == "sentence" else self._alineas(text, node, step, way)
        if not way.lstrip("-").isdigit():
            return spans
        if len(spans) < -int(way):
            raise Refusal(f"there are only {len(spans)} of them")
        return [spans[int(way)]]

    def _tree(self, text: str, node: Provision) -> ArticleTree:
        """The tree of the whole article."""
        head = self._articles.head(text)
        return self._trees(text, head.body if head else node.span.start, len(text.rstrip()))

    def _body(self, text: str, node: Provision) -> int:
        """The offset where the provision's words begin, behind its number and heading."""
        if node.level == "article":
            head = self._articles.head(text)
            return head.body if head else node.span.start
        marks = self._lines.marks(text, node.span.start, node.span.end)
        return max((m.text for m in marks if m.form != INDENT), default=node.span.start)

    def _check_end(self, text: str, node: Provision, step: Step) -> None:
        """Refuses what is about a unit of which the end is not certain."""
        found = [c for c in node.children if c.num.casefold() == step.num.casefold()]
        if len(found) == 1 and found[0].span.start in self._tree(text, node).unsure:
            raise Refusal(f"the text has no line breaks: whether words follow the list behind {step.num} is not clear")

    def _alineas(self, text: str, node: Provision, step: Step, way: str) -> list[Span]:
        if way == "whole" or (not step.num and ("\n" not in text.strip() or self._items)):
            return [Span(self._body(text, node), node.span.end)]
        if way == "inciso":
            return self._incisos(text, node, step)
        if way.startswith("words"):
            return self._worded(text, node, step, way.removeprefix("words").removeprefix("-"))
        rows = self._rows(text, node, step if way in ("", "either") else None)
        if way == "indent":
            return [r for r in rows if any(m.form == INDENT for m in self._lines.marks(text, r.start, r.end))]
        groups = self._groups(text, node, rows)
        if way in ("list", "opening", "lone"):
            return self._with_list(rows, groups, step, way)
        if step.num not in ("1", "-1", "") and way in ("", "either") and self._divided(text, node):
            raise Refusal(_DIVIDED)
        if way == "either":
            self._check_either(rows, groups, step)
        return rows if self._items or way == "either" else groups

    @staticmethod
    def _with_list(rows: list[Span], groups: list[Span], step: Step, way: str) -> list[Span]:
        """The paragraphs with their lists, without them, or those of which the one meant has none."""
        if way == "opening":
            return [Span(g.start, next(r.end for r in rows if r.start == g.start)) for g in groups]
        chosen = _nth(groups, int(step.num))
        if way == "lone" and chosen is not None and chosen not in rows:
            raise Refusal("a list follows the paragraph: whether it goes with it is not said")
        return groups

    @staticmethod
    def _check_either(rows: list[Span], groups: list[Span], step: Step) -> None:
        if step.num and _nth(rows, int(step.num)) != _nth(groups, int(step.num)):
            raise Refusal("whether the items of the list are counted is not certain, and the paragraph is another then")

    def _rows(self, text: str, node: Provision, step: Step | None = None) -> list[Span]:
        """The lines of the provision, the first without its number. In running text they may be certain up to the one
        that is meant, or all of them; else a refusal."""
        tree = self._tree(text, node)
        if tree.loose:
            raise Refusal(_LOOSE)
        start = self._body(text, node)
        rows = [Span(max(a, start), b) for a, b in tree.lines if b > start and a < node.span.end]
        if "\n" in text.strip() and not (tree.flat and len(tree.lines) > 1):
            return rows
        at = int(step.num) if step and step.num else 0
        said = self._cut(text, start, node.span.end)
        if at > 0 and len(said) == at - 1 and not node.children:
            return said  # so many paragraphs only if each sentence is one
        for row in rows[at:] if at < 0 else rows[:at] if at and self._items else rows:
            marks = self._lines.marks(text, row.start, row.end)
            begin = max((m.text for m in marks), default=row.start)
            if any(end < row.end for end in self._lines.sentences(text, begin, row.end)):
                raise Refusal(_FLAT)
        return rows

    def _worded(self, text: str, node: Provision, step: Step, way: str) -> list[Span]:
        """The paragraphs; in running text, for the one that is meant, all that may belong to it."""
        try:
            return self._alineas(text, node, step, way)
        except Refusal as refusal:
            if refusal.reason != _FLAT:
                raise
        start = self._body(text, node)
        rows = [Span(a, b) for a, b in self._tree(text, node).lines if b > start and a < node.span.end]
        at = int(step.num)
        if at < 0:
            return rows
        most = 0
        inside: list[Span] = []
        for n, row in enumerate(rows, 1):
            most += max(1, len(self._cut(text, row.start, row.end)))
            if n <= at <= most:
                inside.append(row)
        if not inside:
            raise Refusal(f"there are only {most} of them: no paragraph {at}")
        return [Span(max(start, inside[0].start), min(inside[-1].end, node.span.end))] * at

    def _groups(self, text: str, node: Provision, rows: list[Span]) -> list[Span]:
        """The lines without numbers, each with the list below it; a parágrafo is none."""
        out: list[Span] = []
        for row in rows:
            marks = self._lines.marks(text, row.start, row.end)
            if any(m.level == PROVISO for m in marks):
                break
            if out and marks and (marks[0].form == INDENT or _opens(node, row.start)):
                out[-1] = Span(out[-1].start, row.end)
            else:
                out.append(row)
        return out

    def _divided(self, text: str, node: Provision) -> bool:
        """True if the provision consists of numbered parts that have paragraphs of their own."""
        divisions = self._tree(text, node).divisions
        return any(c.span.start in divisions for c in node.children)

    def _incisos(self, text: str, node: Provision, step: Step) -> list[Span]:
        """An "inciso 2" is the item with that number where there is one, and a paragraph where nothing is numbered."""
        found = [c.span for c in node.children if c.num.casefold() == step.num.casefold()]
        if found:
            self._check_end(text, node, step)
            return found * int(step.num) if len(found) == 1 else []
        if any(c.level != PROVISO for c in node.children):
            raise Refusal(f"inciso {step.num} is not in the text")
        return self._groups(text, node, self._rows(text, node))

    def _sentences(self, text: str, node: Provision, step: Step) -> list[Span]:
        start, end = self._body(text, node), node.span.end
        rows = [Span(max(a, start), min(b, end)) for a, b in self._tree(text, node).lines if b > start and a < end]
        if not step.num and step.level == "sentence":
            return self._cut(text, *(rows[-1] if rows else node.span))
        if len(rows) < 2 and not node.children:
            return self._cut(text, start, end)
        inside = self._cut(text, start, rows[0].end if rows else end)
        at = int(step.num)
        if not 0 < at <= len(inside) or text[inside[at - 1].end - 1] not in _ENDS:
            raise Refusal("sentences of a provision of several lines are not counted")
        return inside

    def _cut(self, text: str, start: int, end: int) -> list[Span]:
        cuts = [start, *self._lines.sentences(text, start, end), end]
        spans = (Span(a, b).trimmed(text) for a, b in pairwise(cuts))
        return [s for s in spans if s.start < s.end]


def _nth(spans: list[Span], position: int) -> Span | None:
    """The one at that place, from 1 or from the end; None where there is none."""
    inside = 0 < position <= len(spans) or -len(spans) <= position < 0
    return spans[position - 1 if position > 0 else position] if inside else None


def _opens(node: Provision, position: int) -> bool:
    """True if a unit below the provision begins there."""
    return any(c.span.start == position or _opens(c, position) for c in node.children)
