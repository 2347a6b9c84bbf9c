"""Acts as amended: amending acts in the order of their commencement, as of a day, on one act or on several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from palermo.amending.check import Check, check
from palermo.amending.text_on_day import first_day
from palermo.corpus.amendments import Amendment, amend
from palermo.corpus.amendments.amend_several import Several, amend_each
from palermo.corpus.amendments.commencement.order import Bill, by_commencement
from palermo.corpus.errors import UsageError
from palermo.corpus.model.text_model import Version
from palermo.corpus.text.common_title import common_title

__all__ = ["checked_each", "consolidate", "consolidate_each"]


def consolidate(
    base: Version,
    amending: Sequence[Version],
    *,
    tradition: str | None = None,
    day: str | None = None,
    title: str | None = None,
) -> Amendment:
    """The act as amended, `day` an ISO date or year if given; outcomes count in `amending` as it is given.

    `title` is what the amending acts call the act, where that is not its title.
    """
    bills = [Bill.of(act, tradition) for act in amending]
    named = replace(base, title=title) if title else base
    result = amend(named, bills, schedule=by_commencement(bills), day=day and first_day(day))
    return replace(result, version=result.version and replace(result.version, title=base.title))


def consolidate_each(
    bases: Sequence[Version], amending: Sequence[Version], *, tradition: str | None = None, day: str | None = None
) -> Several:
    """Each of several acts as amended. Parts of one instrument have one title.

    Raises UsageError for an act without a title: it cannot be told what is addressed to it.
    """
    untitled = next((base for base in bases if not base.title), None)
    if untitled is not None:
        raise UsageError(
            "has no title, so it cannot be told which instructions are addressed to it",
            file=untitled.source.path,
            expected="acts with titles, or this one alone",
        )
    bills = [Bill.of(act, tradition) for act in amending]
    titles = {base.ref: common_title(other.title for other in bases if other.ref == base.ref) for base in bases}
    named = [replace(base, title=titles[base.ref] or base.title) for base in bases]
    return amend_each(named, bills, schedule=by_commencement(bills), day=day and first_day(day))


def checked_each(bases: Sequence[Version], several: Several, official: Sequence[Version]) -> list[Check | None]:
    """Each amendment held against the official text with the same instrument or title; None where there is none.

    Raises UsageError where an official text is of none of the acts, or of several.
    """
    found: list[Check | None] = [None] * len(bases)
    for text in official:
        same = [n for n, b in enumerate(bases) if b.lang == text.lang and b.ref.instrument == text.ref.instrument]
        same = same or [n for n, b in enumerate(bases) if b.lang == text.lang and _key(b.title) == _key(text.title)]
        if len(same) != 1 or found[same[0]] is not None:
            raise UsageError(
                "it cannot be told which of the acts this is the official text of",
                file=text.source.path,
                expected="one text for each act, with its title or in a library",
            )
        found[same[0]] = check(bases[same[0]], several.amendments[same[0]], text)
    return found


def _key(title: str) -> str:
    return " ".join(title.casefold().split())
