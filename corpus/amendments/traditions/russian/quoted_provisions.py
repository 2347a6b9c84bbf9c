"""Text quoted by an instruction, for each of the provisions that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from palermo.corpus.amendments.model import Payload, Step, Target
from palermo.corpus.amendments.traditions.russian.layout.article_text import RussianArticleText
from palermo.corpus.amendments.traditions.russian.layout.unit_starts import PARAGRAPH
from palermo.corpus.amendments.traditions.russian.references import RussianUnit

__all__ = ["RussianPayloads"]

_COUNTED = frozenset({"alinea", "sentence"})


class RussianPayloads:
    """Tells apart what is quoted, as the layout reads it."""

    def __init__(self, layout: RussianArticleText) -> None:
        self._layout = layout

    def title(self, payload: Payload, target: Target) -> Payload | None:
        """The heading of the article alone; None where the number quoted with it is another's."""
        lines = [line.strip() for line in payload.text.split("\n") if line.strip()]
        if not lines or any(not line[0].islower() for line in lines[1:]):
            return None
        text = " ".join(lines)
        article = self._layout.titled(text)
        if article is None:
            return replace(payload, text=text)
        number, heading = article
        if len(target.steps) != 1 or number != target.steps[0].num or not heading:
            return None
        return replace(payload, text=heading)

    def pieces(self, payload: Payload, targets: Sequence[Target]) -> list[tuple[Target, Payload]] | None:
        """Each target with what is quoted for it; None where that cannot be told."""
        wide = [one for target in targets for one in _widened(target)]
        if any(t.steps[:-1] != wide[0].steps[:-1] for t in wide):
            return None
        if len(wide[0].steps) == 1 and wide[0].steps[0].level == "article":
            parts = self.articles(payload, [t.steps[-1].num for t in wide])
            return None if parts is None else list(zip(wide, parts, strict=True))
        texts = self._one(payload.text, wide[0]) if len(wide) == 1 else self._several(payload.text, wide)
        if texts is None:
            return None
        if targets[0].through and wide[0].steps[-1].level not in _COUNTED:
            return [(targets[0], payload)]  # with those that were put in between
        return [(t, replace(payload, text=text)) for t, text in zip(wide, texts, strict=True)]

    def _several(self, text: str, targets: Sequence[Target]) -> list[str] | None:
        """A line for each of several lines, or one unit for each of several units."""
        step = targets[0].steps[-1]
        if step.level in _COUNTED:
            lines = [line.strip() for line in text.split("\n") if line.strip()]
            return lines if step.level == "alinea" and len(lines) == len(targets) else None
        units = self._layout.units(text, 0, len(text), step.level)
        if [u.num for u in units] != [t.steps[-1].num for t in targets] or units[0].span.start != 0:
            return None
        ends = [*(u.span.start for u in units[1:]), len(text)]
        return [text[u.span.start : end].strip() for u, end in zip(units, ends, strict=True)]

    def _one(self, text: str, target: Target) -> list[str] | None:
        if target.steps[-1].level not in _COUNTED and not target.through and not _opening(target):
            return [text] if len(self._layout.units(text, 0, len(text), "")) < 2 else None
        bare = self._bare(text, target)
        return None if bare is None else [bare]

    def _bare(self, text: str, target: Target) -> str | None:
        """The words of a first line, part or sentence without the number of its unit, which stays; None where another's
        is quoted."""
        if not _opening(target):
            return text
        units = self._layout.units(text, 0, len(text), "")
        if not units:
            return text
        if units[0].num != target.steps[-2].num or units[0].num_span is None:
            return None
        return text[units[0].num_span.end :].lstrip(".)").lstrip()

    def articles(self, payload: Payload, numbers: Sequence[str]) -> list[Payload] | None:
        """The articles with these numbers, one by one."""
        found = self._layout.sections(payload.text, numbers)
        if [u.num for u in found] != list(numbers) or self._layout.heads(payload.text) != len(numbers):
            return None
        starts = [u.span.start for u in found]
        if payload.text[: starts[0]].strip():
            return None
        ends = [*starts[1:], len(payload.text)]
        return [replace(payload, text=payload.text[a:b].strip()) for a, b in zip(starts, ends, strict=True)]

    def problem(self, payload: Payload, units: Sequence[RussianUnit]) -> str:
        """The reason why what is quoted are not these units; "" where they are, or bear no number by which it could be
        told."""
        kind, step = units[0].kind, units[0].step
        found = self._layout.units(payload.text, 0, len(payload.text), "")
        if kind in _COUNTED:
            lines = [line for line in payload.text.split("\n") if line.strip()]
            return "fewer lines are quoted than it says" if kind == "alinea" and len(lines) < len(units) else ""
        if not found:
            return "" if kind == "part" else "what is quoted does not begin with a number"
        if step is None or step.level not in ("", found[0].level):
            return "what is quoted is another kind of provision"
        numbers, named = [u.num for u in found], [s.num for u in units if (s := u.step) is not None]
        if any(named) and numbers != named:
            return f"what is quoted has the number {', '.join(numbers)}"
        return ""


def _opening(target: Target) -> bool:
    """True if the target is the first of those counted in a numbered unit."""
    return len(target.steps) > 2 and target.steps[-1].num == "1" and target.steps[-1].level in {*_COUNTED, PARAGRAPH}


def _widened(target: Target) -> list[Target]:
    """The provisions of a range, one by one, where they are numbered without a break."""
    first, through = target.steps[-1], target.through
    if not through or not re.fullmatch(r"\d+", first.num) or not re.fullmatch(r"\d+", through):
        return [target]
    numbers = range(int(first.num), int(through) + 1)
    return [replace(target, steps=(*target.steps[:-1], Step(first.level, str(n))), through="") for n in numbers]
