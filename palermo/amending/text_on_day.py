"""The text in force on a day: as the library holds it, or built from the last text before it and the acts since.

texts that the library holds ──► of each article the last one by that day
acts that amend it ──► what took effect after that text and by that day, in that order ──►
palermo.corpus.amendments.amend
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from palermo.amending.amending_acts import Amends, amended_by
from palermo.corpus.amendments import Outcome, Status, amend
from palermo.corpus.model.refs import VersionRef
from palermo.corpus.model.text_model import BASIC_UNITS, Basis, Interval, Version
from palermo.corpus.structure.lines.numbers import value
from palermo.kb.library.in_force import check_in_force, find
from palermo.kb.library.library import Fragment, Library
from palermo.kb.library.links.act_names import ActNames
from palermo.kb.library.links.links import Link
from palermo.kb.library.links.read_links import link

__all__ = ["Carried", "Standing", "build", "carry_out", "first_day", "text_on_day"]


@dataclass(frozen=True, slots=True)
class Carried:
    """Effect of an amending act on a text on the day `date`, when some of its instructions took effect.

    `absent` of them are about articles that the library does not hold.
    """

    amending: Amends
    date: str
    outcomes: tuple[Outcome, ...]
    absent: int = 0

    @property
    def applied(self) -> int:
        return sum(1 for o in self.outcomes if o.status is Status.APPLIED)

    @property
    def refused(self) -> tuple[Outcome, ...]:
        return tuple(o for o in self.outcomes if o.status is Status.REFUSED)


@dataclass(frozen=True, slots=True)
class Standing:
    """The text as it stood on the day `at`, in as many `versions` as the library holds it in.

    `bases` are the texts that they are, or were built from by what was `carried` out. `unknown` amend it, too, from a
    day that is not known: they may have by then. `later` amended a text that was named by its date, after that and by
    that day; what was named is left as it is.
    """

    at: str
    versions: tuple[Version, ...]
    bases: tuple[Fragment, ...]
    carried: tuple[Carried, ...] = ()
    unknown: tuple[Amends, ...] = ()
    later: tuple[Amends, ...] = ()

    @property
    def refused(self) -> int:
        """Number of instructions that could not be carried out: with any, this is not the text in force."""
        return sum(len(step.refused) for step in self.carried)


def text_on_day(library: Library, ref: VersionRef, on_day: str, *, lang: str | None = None) -> Standing:
    """The text that `ref` means (in `lang` where it has no language) as it stood on the ISO date `on_day`.

    One with a date means the text of that date, as it is. Raises NotFoundError as `palermo.kb.library.in_force.find`
    does, UsageError where the text of its date is not in force on that day.
    """
    day = first_day(on_day)
    bases = find(library, ref, lang=lang, day=day)
    if ref.date is not None:
        check_in_force(library, bases, day)
    link(library)
    found = amended_by(library, ActNames(library), ref.instrument, bases[0].lang)
    if ref.date is None:
        return build(library.version, bases, found, day)
    later = tuple(one for one in found if not one.is_bill and any(_took_effect(one, base, day) for base in bases))
    return replace(build(library.version, bases, (), day), later=later)


def build(read: Callable[[int], Version], bases: Sequence[Fragment], found: Iterable[Amends], day: str) -> Standing:
    """The texts with every instruction of the acts that took effect after each of them and by that day; `read` gives
    the text with a key of the library.

    A text without a date stays as it is: which acts came after it cannot be told.
    """
    laws = [one for one in found if not one.is_bill]
    steps = [(date, one, links) for date, one, links in _steps(laws) if any(_after(f, date, day) for f in bases)]
    acts = {one.amending.key: read(one.amending.key) for _, one, _ in steps}
    amending = [acts[one.amending.key] for _, one, _ in steps]
    versions: list[Version] = []
    outcomes: list[list[Outcome]] = [[] for _ in steps]
    texts = [read(base.key) for base in bases]
    for base, text in zip(bases, texts, strict=True):
        due = [
            {i.order for i in links if _after(base, date, day) and any(home is text for home in _homes(i, texts))}
            for date, _, links in steps
        ]
        version, done = carry_out(text, amending, due, [date for date, _, _ in steps])
        versions.append(version)
        for outcome in done:
            outcomes[outcome.source].append(outcome)
    carried = (_carried(date, one, links, outcomes[n]) for n, (date, one, links) in enumerate(steps))
    unknown = tuple(one for one in laws if _may_have_begun(one, bases, day))
    return Standing(day, tuple(versions), tuple(bases), tuple(carried), unknown)


def first_day(date: str) -> str:
    """The ISO date; of a year or a month its first day."""
    return (date + "-01-01")[:10]


def _steps(laws: Iterable[Amends]) -> list[tuple[str, Amends, list[Link]]]:
    """What took effect together: by its day, on one day in the order of the acts."""
    steps = []
    for n, one in enumerate(laws):
        dates = {link.commences for link in one.links if link.commences is not None}
        steps += [(date, n, one, [i for i in one.links if i.commences == date]) for date in dates]
    return [(date, one, links) for date, _, one, links in sorted(steps, key=lambda step: step[:2])]


def _took_effect(one: Amends, base: Fragment, day: str) -> bool:
    return any(i.commences is not None and _after(base, i.commences, day) for i in one.links)


def _after(base: Fragment, date: str, day: str) -> bool:
    return base.since is not None and base.since < date and first_day(date) <= day


def carry_out(
    version: Version, amending: Sequence[Version], due: Sequence[set[int]], dates: Sequence[str]
) -> tuple[Version, Sequence[Outcome]]:
    """The text with those instructions of each amending act that are `due` (by their order), and what became of each;
    it is in force from the last of the `dates` (one an act) on which anything was changed."""
    if not any(due):
        return version, ()
    # Which act is meant is known: its title may be another one than the amending acts have.
    untitled = replace(version, title="")
    result = amend(untitled, amending, only=lambda source, instruction: instruction.order in due[source])
    applied = [o.source for o in result.outcomes if o.status is Status.APPLIED]
    if not applied or result.version is None:
        return version, result.outcomes
    since = dates[max(applied)]
    ref = replace(version.ref, date=since)
    return (
        replace(
            result.version,
            ref=ref,
            title=version.title,
            in_force=Interval(since, None, Basis.BUILT),
            source=replace(result.version.source, path=f"{ref} ({Basis.BUILT})"),
        ),
        result.outcomes,
    )


def _homes(link: Link, texts: Sequence[Version]) -> Sequence[Version]:
    """Those of several texts that an instruction can be about: the one that has its article, for a new one the one with
    the last article before it, else all of them."""
    if len(texts) == 1:
        return texts
    if link.section:
        return [text for text in texts if link.section.casefold() in _numbers(text)]
    if link.brings:
        before = [(number, n) for n, text in enumerate(texts) for number in map(value, _numbers(text))]
        last = max((one for one in before if one[0] < value(link.brings)), default=None)
        return texts if last is None else [texts[last[1]]]
    return texts


def _numbers(text: Version) -> set[str]:
    return {p.num.casefold() for p in text.root.walk() if p.level in BASIC_UNITS and p.num}


def _carried(date: str, one: Amends, links: Iterable[Link], outcomes: Sequence[Outcome]) -> Carried:
    """What became of the instructions in all of the texts: what one refuses may have been meant for another."""
    by_order: dict[int, list[Outcome]] = {}
    for outcome in outcomes:
        by_order.setdefault(outcome.instruction.order, []).append(outcome)
    kept: list[Outcome] = []
    for order in sorted(by_order):
        applied = [o for o in by_order[order] if o.status is Status.APPLIED]
        kept += applied or by_order[order][:1]
    absent = sum(1 for link in links if link.order not in by_order)
    return Carried(one, date, tuple(kept), absent)


def _may_have_begun(one: Amends, bases: Iterable[Fragment], day: str) -> bool:
    if all(link.commences is not None for link in one.links):
        return False
    made = one.amending.since
    return made is None or any(base.since is not None and base.since < made <= day for base in bases)
