"""Verdicts of the official text on an instruction, and the differences that an instruction explains."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.alignment.compare.model import Alignment, Pair, PairKind
from palermo.amending.check.model import Verdict
from palermo.amending.check.regions import Region, answer
from palermo.amending.check.stretches import CheckedStretch
from palermo.amending.check.wording import bare, contains, keys
from palermo.corpus.amendments import Instruction, Op
from palermo.corpus.amendments.working_text.draft import UNITS
from palermo.corpus.model.text_model import Provision, Span, Version

__all__ = ["applied", "carries", "targets", "within"]

_ENOUGH = 3  # words that a section or a quotation is recognised by


def applied(
    region: Region, base: Version, alignment: Alignment, found: Sequence[CheckedStretch]
) -> tuple[Verdict, list[CheckedStretch]]:
    """Verdict of the official text on an instruction that was carried out, and the differences in its words."""
    result, official = alignment.left[0], alignment.right[0]
    old, new = _read(base, region.base), _read(result, region.span)
    pair = _pair(alignment, region.span)
    if not new.strip() and old.strip():
        back = [s for s in found if _brings_back(s, old, pair, region.span, result)]
        return (Verdict.NOT_SHOWN if back else Verdict.SHOWN), back
    inside = [s for s in found if s.pair is pair and not _heads(s)]
    touching = [s for s in inside if _touches(s, region.span) or _returns(s, old, region.span, result)]
    there = answer(pair, region.span) if pair is not None and pair.right else None
    now = "" if there is None else _read(official, there)
    if bare(old) == bare(new):  # signs alone
        return (Verdict.NOT_SHOWN if keys(now) == keys(old) != keys(new) else Verdict.SHOWN), touching
    if not touching or bare(now) == bare(new):
        return Verdict.SHOWN, []
    return (Verdict.NOT_SHOWN if bare(now) == bare(old) else Verdict.OTHER), touching


def targets(instruction: Instruction, result: Version, official: Version) -> tuple[Provision | None, Provision | None]:
    """The provision that an instruction is about, in the result and in the official text, as deep as one has it;
    None where it is not there, or less deep."""
    left, here = _descend(instruction, result)
    right, there = _descend(instruction, official)
    return (left if here >= there else None), (right if there >= here else None)


def within(stretch: CheckedStretch, left: Provision | None, right: Provision | None) -> bool:
    """True if the stretch has words in the provision: of the result, or of the official text."""
    if left is not None and stretch.was and stretch.left.overlaps(left.span):
        return True
    if right is not None and stretch.now:
        return stretch.right.overlaps(right.span)
    return left is not None and bool(stretch.pair.left) and left.span.start < stretch.left.start <= left.span.end


def carries(instruction: Instruction, stretch: CheckedStretch) -> bool:
    """True if the official words of the stretch are those that the instruction brings (or, of a change of words
    everywhere, puts in the place of those that the result has)."""
    payload = bare(instruction.payload.text) if instruction.payload else []
    now, was = bare(stretch.now), bare(stretch.was)
    if instruction.op is Op.GLOBAL and instruction.anchor is not None:
        return now == payload and was == bare(instruction.anchor.text)
    return len(now) >= _ENOUGH and contains(payload, now)


def _brings_back(stretch: CheckedStretch, old: str, pair: Pair | None, span: Span, result: Version) -> bool:
    """Whether the official text still has the words that an instruction took out."""
    if not contains(bare(stretch.now), bare(old)):
        return False
    if stretch.pair is pair:
        low, high = sorted((stretch.left.start, span.start))
        return stretch.left.start <= span.start <= stretch.left.end or not result.text[low:high].strip()
    return stretch.pair.kind is PairKind.ADDED and len(bare(old)) >= _ENOUGH


def _heads(stretch: CheckedStretch) -> bool:
    """Whether the official text only has a heading more, which consolidators add to sections that came without one."""
    if stretch.was or not stretch.pair.right:
        return False
    section = stretch.pair.right[0]
    ends = [s.end for s in (section.num_span, section.heading_span) if s is not None]
    return stretch.right.start < max(ends, default=0)


def _returns(stretch: CheckedStretch, old: str, span: Span, result: Version) -> bool:
    """Whether the official text has, beside the new words, some of those that they took the place of."""
    if stretch.was or not contains(bare(old), bare(stretch.now)):
        return False
    return any(not result.text[min(at, stretch.left.start) : max(at, stretch.left.start)].strip() for at in span)


def _touches(stretch: CheckedStretch, span: Span) -> bool:
    if stretch.was:
        return stretch.left.overlaps(span)
    return span.start < stretch.left.start < span.end


def _pair(alignment: Alignment, span: Span) -> Pair | None:
    at = span.start
    holding = [p for p in alignment.pairs if any(n.span.start <= at <= n.span.end for n in p.left)]
    narrow = [p for p in holding if any(n.span.covers(span) for n in p.left)]
    return min(narrow or holding, key=lambda p: min(n.span.end - n.span.start for n in p.left), default=None)


def _read(version: Version, span: Span) -> str:
    return version.reading(span).text if span.end > span.start else ""


def _descend(instruction: Instruction, version: Version) -> tuple[Provision | None, int]:
    """The provision at the target's steps, and how many of them led to it."""
    steps = instruction.target.steps
    units = version.root.outermost(UNITS)
    node = next((u for u in units if steps and u.num.casefold() == steps[0].num.casefold()), None)
    for deep, step in enumerate(steps[1:], 1):
        inner = [c for c in node.children if c.num and c.num.casefold() == step.num.casefold()] if node else []
        if len(inner) != 1:
            return node, deep if node else 0
        node = inner[0]
    return node, len(steps) if node else 0
