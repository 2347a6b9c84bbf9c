"""A check against the official text as people read it, for every report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from palermo.alignment.compare.model import EDITORIAL, Divergence, WordOp
from palermo.alignment.compare.words.typography import MARKUP
from palermo.amending.check import Check, Difference, DifferenceReason, Verdict
from palermo.report.redline.pieces import Piece, joined, redline
from palermo.report.shared.pair_words import label

__all__ = ["SAID", "TITLES", "beside", "called", "left_over", "pieces", "summary", "tags"]

_UNMARKED = Divergence(EDITORIAL, MARKUP)  # the number of the provision, and print

TITLES = {
    DifferenceReason.NONE: "Explained by no instruction",
    DifferenceReason.APPLIED: "Instructed, and not shown so",
    DifferenceReason.REFUSED: "Refused, and changed in the official text",
}
SAID = {
    Verdict.NOT_SHOWN: "the official text still has the old words",
    Verdict.OTHER: "the official text has other words",
    Verdict.CHANGED: "the official text changed there",
    Verdict.UNCHANGED: "the official text did not change there",
    Verdict.UNKNOWN: "where it would work is not known: it may explain a difference above",
}
_REST = {
    DifferenceReason.APPLIED: (Verdict.NOT_SHOWN, Verdict.OTHER),
    DifferenceReason.REFUSED: (Verdict.CHANGED, Verdict.UNCHANGED, Verdict.UNKNOWN),
}


def summary(check: Check) -> Iterator[str]:
    """The figures in sentences, the most important first."""
    shown, missing, other = (check.count(v) for v in (Verdict.SHOWN, Verdict.NOT_SHOWN, Verdict.OTHER))
    if carried := shown + missing + other:
        yield f"Of {_instructions(carried)} carried out the official text shows {shown:,}" + _tail(
            (missing, "does not show {}"), (other, "has other words at {}")
        )
    changed, same, lost = (check.count(v) for v in (Verdict.CHANGED, Verdict.UNCHANGED, Verdict.UNKNOWN))
    if refused := changed + same + lost:
        yield f"Of {_instructions(refused)} refused the official text changed at the place of {changed:,}" + _tail(
            (same, "did not change at the place of {}"), (lost, "where {} would work is not known")
        )
    alone, every = len(check.explained(DifferenceReason.NONE)), len(check.differences)
    if not every:
        yield "It reads as the text that results from the instructions."
    elif not alone:
        yield f"It differs at {every:,} {'place' if every == 1 else 'places'}, each explained by an instruction."
    else:
        yield f"It differs at {every:,} {'place' if every == 1 else 'places'}; no instruction explains {alone:,}."
    if check.aside:
        yield f"The act given is part of a larger one: the official text's {check.aside:,} other articles are left out."
    if check.printed:
        told = ", ".join(f"{n:,} × {reason}" for reason, n in sorted(check.printed.items(), key=lambda i: -i[1]))
        yield f"Not listed, as no words of the law differ: {told}."


def left_over(check: Check, why: DifferenceReason) -> list[int]:
    """The instructions that no difference tells of, though they belong there, by the number of the outcome."""
    told = {number for difference in check.differences for number in difference.outcomes}
    verdicts = sorted(check.verdicts.items())
    return [number for number, verdict in verdicts if verdict in _REST.get(why, ()) and number not in told]


def called(difference: Difference) -> str:
    """The provisions that differ, by citation: those of the official text, else of the result."""
    here = difference.right if difference.official or not difference.left else difference.left
    return label(here if difference.official or difference.was else (*difference.left, *difference.right)) or "text"


def tags(difference: Difference) -> str:
    """Words for a difference, one or two: moved, renumbered, only on one side, other words."""
    if not difference.edits:
        left, right = difference.pair.left[0], difference.pair.right[0]
        moved = ["stands elsewhere"] * difference.pair.moved
        renumbered = [f"{left.num} became {right.num}"] * difference.pair.renumbered
        return ", ".join(renumbered + moved)
    if not difference.was:
        return "only in the official text"
    return "only in the result" if not difference.official else "other words"


def beside(difference: Difference) -> str:
    """The notes of the official text on the history of the section, "" where it has none that the result has not."""
    return "; ".join(difference.notes)


def pieces(difference: Difference, check: Check) -> list[Piece]:
    """The difference with what stands around it up to the next ones, from the result to the official text."""
    if not difference.edits:
        return []
    edits = difference.pair.edits
    first = next(n for n, e in enumerate(edits) if e is difference.edits[0])
    last = next(n for n, e in enumerate(edits) if e is difference.edits[-1])
    while first and (edits[first - 1].op is WordOp.EQUAL or not edits[first - 1].real):
        first -= 1
    while last + 1 < len(edits) and (edits[last + 1].op is WordOp.EQUAL or not edits[last + 1].real):
        last += 1
    shown = tuple(
        e if e.op is WordOp.EQUAL or e.real else replace(e, divergence=_UNMARKED) for e in edits[first : last + 1]
    )
    return joined(redline(replace(difference.pair, edits=shown), check.alignment))


def _instructions(number: int) -> str:
    return f"{number:,} instruction" + "s" * (number != 1)


def _tail(*parts: tuple[int, str]) -> str:
    return "".join(f", {words.format(f'{n:,}')}" for n, words in parts if n) + "."
