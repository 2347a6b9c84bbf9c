"""Hold an amendment against the official consolidation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from palermo.alignment.compare.model import Alignment, WordOp
from palermo.alignment.compare.words.typography import MARKUP
from palermo.amending.check.irrelevant import aside, history
from palermo.amending.check.model import Check, Difference, DifferenceReason, Verdict
from palermo.amending.check.regions import regions
from palermo.amending.check.sections import by_section
from palermo.amending.check.stretches import CheckedStretch, outermost, stretches
from palermo.amending.check.verdicts import applied, carries, targets, within
from palermo.amending.check.wording import bare
from palermo.corpus.amendments import Amendment, Outcome, Status
from palermo.corpus.errors import InputError
from palermo.corpus.model.text_model import EDITORS_NOTES, Version

__all__ = ["check"]

# Editions of one act that are 22 years apart share 0.8 of their words by this measure, different acts up to 0.17.
_ANOTHER = 0.3
_UNSEEN = frozenset({MARKUP, "white space"})  # differences that nobody sees


def check(base: Version, amendment: Amendment, official: Version) -> Check:
    """Check of each instruction against the official text, and each difference between the two with what explains it.

    Raises InputError where the official text is plainly another act's.
    """
    assert amendment.version is not None
    alignment, left_out = by_section(amendment.version, official)
    if not _same(base, official) and _shared(alignment) < _ANOTHER:
        raise InputError(
            "is the text of another act: hardly any of its words are the same",
            file=official.source.path,
            expected=f"the official consolidation of {base.title or base.source.path}",
        )
    counted = _print(alignment)
    found = []
    for stretch in (s for pair in alignment.pairs for s in stretches(pair, alignment)):
        reason = aside(stretch, amendment.version, official)
        if reason is None:
            found.append(stretch)
        else:
            counted[reason] += 1
    verdicts: dict[int, Verdict] = {}
    explained: dict[int, tuple[DifferenceReason, list[int]]] = {}
    for region in regions(amendment):
        verdicts[region.outcome], touching = applied(region, base, alignment, found)
        for stretch in touching if verdicts[region.outcome] is not Verdict.SHOWN else ():
            explained.setdefault(id(stretch), (DifferenceReason.APPLIED, []))[1].append(region.outcome)
    for number, outcome in enumerate(amendment.outcomes):
        if outcome.status is not Status.REFUSED:
            continue
        verdicts[number], hidden = _hidden(outcome, amendment.version, official, found)
        for stretch in hidden:
            why, numbers = explained.setdefault(id(stretch), (DifferenceReason.REFUSED, []))
            if why is DifferenceReason.REFUSED:
                numbers.append(number)
    both = (amendment.version, official)
    notes = history(alignment, official)
    differences = [_difference(s, both, notes, *explained.get(id(s), (DifferenceReason.NONE, []))) for s in found]
    differences += [_difference(s, both, notes, DifferenceReason.NONE, []) for s in _renamed(alignment)]
    order = {id(pair): at for at, pair in enumerate(alignment.pairs)}
    differences.sort(key=lambda d: order[id(d.pair)])
    return Check(official, alignment, verdicts, tuple(differences), counted, left_out)


def _same(base: Version, official: Version) -> bool:
    """Whether the two say that they are one act."""
    return base.ref.instrument == official.ref.instrument or bool(
        base.title and bare(base.title) == bare(official.title)
    )


def _shared(alignment: Alignment) -> float:
    """Which share of the result stands unchanged in the official text."""
    edits = [e for pair in alignment.pairs for e in pair.edits]
    kept = sum(e.left.end - e.left.start for e in edits if e.op is WordOp.EQUAL)
    return kept / max(1, sum(e.left.end - e.left.start for e in edits))


def _hidden(
    outcome: Outcome, result: Version, official: Version, found: Sequence[CheckedStretch]
) -> tuple[Verdict, list[CheckedStretch]]:
    """Whether the official text changed where an instruction was not carried out, and the differences there."""
    instruction = outcome.instruction
    left, right = targets(instruction, result, official)
    brought = [s for s in found if carries(instruction, s)]
    if left is None and right is None:
        return (Verdict.CHANGED if brought else Verdict.UNKNOWN), brought
    there = [s for s in found if s in brought or within(s, left, right)]
    return (Verdict.CHANGED if there else Verdict.UNCHANGED), there


def _renamed(alignment: Alignment) -> Iterator[CheckedStretch]:
    """Sections with another number or another place, whatever their words."""
    for pair in alignment.pairs:
        if (pair.renumbered or pair.moved) and pair.left[0].level not in EDITORS_NOTES:
            yield CheckedStretch(pair, (), pair.left[0].span, pair.right[0].span, "", "")


def _difference(
    stretch: CheckedStretch,
    both: tuple[Version, Version],
    notes: Mapping[str, Sequence[str]],
    why: DifferenceReason,
    outcomes: Sequence[int],
) -> Difference:
    pair = stretch.pair
    return Difference(
        why,
        pair,
        stretch.edits,
        outermost(both[0], stretch.left) if pair.left else (),
        outermost(both[1], stretch.right) if pair.right else (),
        stretch.was,
        stretch.now,
        tuple(outcomes),
        tuple(note for p in pair.right for note in notes.get(p.id, ())),
    )


def _print(alignment: Alignment) -> Counter[str]:
    """How often the texts differ in print alone, by the reason; once for words and what stands for them."""
    counted: Counter[str] = Counter()
    for pair in alignment.pairs:
        last = None
        for edit in pair.edits:
            said = edit.divergence if edit.op is not WordOp.EQUAL else None
            if said is not None and said.print_alone and said.reason not in _UNSEEN and said != last:
                counted[said.reason] += 1
            last = said
    return counted
