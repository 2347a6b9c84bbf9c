"""The verbs as a program calls them: a text or several, a framework by its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from palermo.corpus.model.text_model import Version

if TYPE_CHECKING:
    from palermo.alignment.compare.model import Alignment
    from palermo.alignment.concordance import Concordance
    from palermo.alignment.definitions.define import Definition
    from palermo.alignment.gaps.gaps_change import GapsChange
    from palermo.alignment.gaps.history import History
    from palermo.alignment.threeway import ThreeWay
    from palermo.amending.check import Check
    from palermo.corpus.amendments import AmendingReading, Amendment
    from palermo.corpus.model.findings import GapAnalysis

__all__ = [
    "Law",
    "amend",
    "change",
    "check",
    "compare",
    "concordance",
    "define",
    "gaps",
    "history",
    "instructions",
    "threeway",
]

Law = Version | Sequence[Version]  # several are read together: fragments of one text, or a body of law


def amend(
    base: Version,
    *amending: Version,
    tradition: str | None = None,
    day: str | None = None,
    title: str | None = None,
) -> Amendment:
    """The consolidated text, and what became of every instruction of the amending acts (`palermo.corpus.amendments`).

    They are carried out in the order in which they come into force, with `day` (an ISO date) as far as they are in
    force on that day. `title` is what they call the act, where that is not its title. Raises nothing for an instruction
    that cannot be carried out: it is refused, with its reason, and changes nothing.
    """
    from palermo.amending.consolidate import consolidate

    return consolidate(base, amending, tradition=tradition, day=day, title=title)


def check(base: Version, amendment: Amendment, official: Version) -> Check:
    """What an official consolidation of `base` shows of an amendment of it, and what in it no instruction explains
    (`palermo.amending.check`)."""
    from palermo.amending.check import check as hold

    return hold(base, amendment, official)


def change(before: Law, after: Law, framework: str = "palermo") -> GapsChange:
    """What a change of the law closed, opened, raised and left (`palermo.alignment.gaps.gaps_change`). Raises what
    `gaps` raises."""
    from palermo.alignment.gaps.gaps_change import change as between

    return between(gaps(before, framework), gaps(after, framework))


def compare(left: Law, right: Law) -> Alignment:
    """What became of each provision of `left` in `right`, down to the words (`palermo.alignment.compare.compare`)."""
    from palermo.alignment.compare.compare import compare as align

    return align(_texts(left), _texts(right))


def concordance(left: Law, right: Law) -> Concordance:
    """Which provisions of `left` and `right` answer each other, in one language or two
    (`palermo.alignment.concordance`).

    Raises UsageError for a language that is not known, or between two of which one has no terms in the thesaurus.
    """
    from palermo.alignment.concordance import concordance as find

    return find(_texts(left), _texts(right))


def define(term: str, *laws: Law, framework: str = "palermo") -> Definition:
    """What each law says of each element of a term's definition, side by side (`palermo.alignment.definitions.define`).

    Raises NotFoundError for an unknown term or framework, and what `gaps` raises.
    """
    from palermo.alignment.definitions.define import define as find
    from palermo.kb.frameworks.framework import load

    return find(term, [_texts(law) for law in laws], load(framework))


def gaps(law: Law, framework: str = "palermo", official: Version | None = None) -> GapAnalysis:
    """A finding with its evidence for each element of the framework (`palermo.alignment.gaps.gaps`), and the penalties.

    With the framework's `official` text each requirement quotes it. Raises NotFoundError for an unknown framework,
    UsageError for a language that palermo has no cue words for, InputError where `official` is another text.
    """
    from palermo.alignment.gaps.gaps import gaps as find
    from palermo.kb.frameworks.framework import load
    from palermo.texts.official_text import bound, quoted

    requirements = load(framework)
    return quoted(find(_texts(law), requirements), bound(official, requirements) if official else None)


def history(*laws: Law, framework: str = "palermo") -> History:
    """The analyses of the laws by date, and what changed from each to the next (`palermo.alignment.gaps.history`).

    Raises UsageError for fewer than two dates and for a text without one, and what `gaps` raises.
    """
    from palermo.alignment.gaps.history import history as story

    return story([gaps(law, framework) for law in laws])


def instructions(act: Version, tradition: str | None = None) -> AmendingReading:
    """What an amending act instructs, in order, without a text to carry it out on
    (`palermo.corpus.amendments.reading.read`).

    Raises UsageError for an unknown tradition, and for a text whose language is not known.
    """
    from palermo.corpus.amendments import read

    return read(act, tradition=tradition)


def threeway(before: Law, after: Law, framework: str = "palermo") -> ThreeWay:
    """Which elements each changed clause touches, and which way it moves the law (`palermo.alignment.threeway`).

    Raises what `gaps` raises.
    """
    from palermo.alignment.threeway import threeway as held

    return held(compare(before, after), change(before, after, framework))


def _texts(law: Law) -> tuple[Version, ...]:
    return (law,) if isinstance(law, Version) else tuple(law)
