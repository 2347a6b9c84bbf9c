"""Text that stands for a day, in words that every report shares: as held, or built from a text by acts."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.amending.text_on_day import Carried, Standing
from palermo.corpus.amendments import Outcome
from palermo.report.language.english import count

__all__ = ["basis", "carried", "notes", "open_acts", "refused", "verdict"]


def verdict(found: Standing) -> str:
    """The text in one sentence: of which date, or built from which, and whether anything is missing in it."""
    if found.later:
        acts = count(len({one.amending.ref.instrument for one in found.later}), "act")
        said = f"the text of {basis(found)}, as named; {acts} amended it between then and {found.at}: not carried out"
    elif all(base.since is None for base in found.bases):
        said = f"a text of no known date: whether it was in force on {found.at} is not known"
    elif not found.carried:
        said = f"the text of {basis(found)}; no act that the library holds amends it between then and {found.at}"
    else:
        acts = count(len({step.amending.amending.ref.instrument for step in found.carried}), "act")
        said = f"built from the text of {basis(found)} by {acts} up to {found.at}"
    if found.refused:
        said += f"; {count(found.refused, 'instruction')} refused, so this is not a consolidation"
    return said


def basis(found: Standing) -> str:
    """The dates of the texts that the library holds, and what each rests on."""
    said = {
        f"{base.since} ({base.in_force.basis})" if base.in_force else (base.since or "no known date")
        for base in found.bases
    }
    return ", ".join(sorted(said))


def carried(step: Carried) -> str:
    """An amending act with its day and how many of its instructions were carried out."""
    act = step.amending.amending
    near = any(i.commences == step.date and not i.exact for i in step.amending.links)
    said = f"{'about ' if near else ''}{step.date}: {act.title or act.ref.instrument}, {step.applied} of "
    said += count(len(step.outcomes) + step.absent, "instruction")
    if step.absent:
        said += f"; {step.absent} on articles that the library does not hold"
    return said


def refused(found: Standing) -> Iterator[tuple[Carried, Outcome]]:
    """The instructions that were not carried out, each with the act that gives it."""
    for step in found.carried:
        for outcome in step.refused:
            yield step, outcome


def open_acts(found: Standing) -> Iterator[str]:
    """The acts that may have amended the text by then: since when is not known."""
    for one in found.unknown:
        undated = [i for i in one.links if i.commences is None]
        act = one.amending
        yield (
            f"{act.title or act.ref.instrument} ({act.since or 'undated'}) amends it, too, by "
            f"{count(len(undated), 'instruction')} not carried out: since when is not known ({undated[0].why})"
        )


def notes(found: Standing) -> Iterator[str]:
    """Notes on a text that was built, or may lack something; nothing on a text that the library holds for that day."""
    ref = found.bases[0].ref.instrument
    if found.carried or found.later or all(base.since is None for base in found.bases):
        yield f"{ref} on {found.at}: {verdict(found)}"
        for step, outcome in refused(found):
            target = outcome.instruction.target.cite or "the act"
            yield f"{ref}: refused at {target}, by {step.amending.amending.ref.instrument}: {outcome.reason}"
    for line in open_acts(found):
        yield f"{ref} on {found.at}: {line}"
