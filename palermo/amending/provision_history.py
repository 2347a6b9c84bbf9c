"""History of a provision: every wording that it had, since when, and the instructions that brought it.

A state of the provision is what a text of the library has, or what one built on the day has on which an instruction
about the provision took effect. Neighbouring states that do not differ in law are one wording.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import dropwhile
from pathlib import Path

from palermo.amending.amending_acts import Amends, amended_by
from palermo.amending.same_in_law import same_in_law
from palermo.amending.text_on_day import Standing, build, carry_out, first_day
from palermo.corpus.amendments import Outcome, Status
from palermo.corpus.citations.find import locate, names
from palermo.corpus.errors import NotFoundError, UsageError
from palermo.corpus.model.refs import InstrumentId, ProvisionRef, VersionRef
from palermo.corpus.model.text_model import BASIC_UNITS, Basis, Provision, Version
from palermo.corpus.structure.lines.numbers import value
from palermo.corpus.text.common_title import common_title
from palermo.corpus.text.narrow import narrow
from palermo.kb.library.in_force import find, in_force
from palermo.kb.library.library import Library
from palermo.kb.library.links.act_names import ActNames
from palermo.kb.library.links.links import Link
from palermo.kb.library.links.read_links import link

__all__ = ["Brought", "Story", "Wording", "wordings"]

_LAST = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Brought:
    """An instruction about the provision, from the text `amends.amending`. It is `sure` that it brought a wording where
    it took effect when the wording did, or carried out on the text before gives that wording; else it may have, as it
    came after the text before. `reason` says why it could not be carried out."""

    amends: Amends
    link: Link
    sure: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """The provision as it read from `start` until before `end` (ISO dates; None: still). Where one is not `exact`,
    it is the day of a text that the library holds: the wording may have changed on any day since the text before.

    `text` is narrowed to it, None while the act had no such provision. `held` are the days of the library's own texts
    that have this wording; without any it is built. `brought` brought it, `refused` should have changed it, too.
    """

    start: str
    end: str | None
    text: Version | None
    held: tuple[str, ...]
    brought: tuple[Brought, ...]
    refused: tuple[Brought, ...] = ()
    exact: bool = True
    end_exact: bool = True


@dataclass(frozen=True, slots=True)
class Story:
    """The wordings of one provision, the oldest first; `level` is what it is (article, section, paragraph), `cite` its
    citation in the act."""

    instrument: InstrumentId
    lang: str
    title: str
    level: str
    cite: str
    wordings: tuple[Wording, ...]


def wordings(reference: str, *, library: Path, provision: str | None = None, lang: str | None = None) -> Story:
    """The story of the provision (an eId or a citation, else the reference's own) over all dates.

    Raises NotFoundError for an instrument or a provision that is not there, UsageError where none is named.
    """
    ref = ProvisionRef.parse(reference)
    wanted = provision or ref.eid
    if wanted is None:
        raise UsageError("a history is that of one provision", expected=f"{reference}~art_5, or --provision 5")
    with Library.open(library) as opened:
        link(opened)
        with opened.snapshot():
            return _Teller(opened, VersionRef(ref.version.instrument, ref.version.lang), lang).story(wanted)


@dataclass(frozen=True, slots=True)
class _State:
    day: str
    text: Version | None
    held: bool
    standing: Standing | None


class _Teller:
    def __init__(self, library: Library, ref: VersionRef, lang: str | None) -> None:
        newest = find(library, ref, lang=lang)
        self._lang = newest[0].lang
        self._instrument = ref.instrument
        self._claims = library.claims(ref.instrument)
        self._texts = [
            f for f in library.fragments() if f.ref.instrument == ref.instrument and f.lang == self._lang and f.since
        ]
        if not self._texts:
            raise NotFoundError(f"{ref} has no date", expected="a text with a date: `palermo add --date DATE FILE`")
        self._read: Callable[[int], Version] = cache(library.version)
        names = ActNames(library)
        self._amended = amended_by(library, names, ref.instrument, self._lang)
        self._laws = _laws(self._amended)
        # An amending act of which this language's text says nothing may say it in another's: it tells, nothing is built
        # by it.
        known = {one.amending.ref.instrument for one in self._laws}
        others = {f.lang for f in names.fragments.values() if f.ref.instrument == ref.instrument} - {self._lang}
        told = (one for lang in sorted(others) for one in _laws(amended_by(library, names, ref.instrument, lang)))
        titles = {f.ref.instrument: f.title for f in names.fragments.values() if f.lang == self._lang}
        self._witnesses = [
            replace(one, amending=replace(act, title=titles.get(act.ref.instrument, act.title)))
            for one in told
            if (act := one.amending).ref.instrument not in known
        ]

    def story(self, wanted: str) -> Story:
        provision, article = self._find(wanted)
        about = [(one, i) for one in (*self._laws, *self._witnesses) for i in one.links if _touches(i, article.num)]
        near = [(one, i) for one, i in about if _reaches(i, provision.cite)] or about
        states = list(self._states(provision, {i.commences for _, i in about if i.commences is not None}))
        title = common_title(f.title for f in self._texts) or self._texts[-1].title
        found = dropwhile(lambda wording: wording.text is None, self._merged(states, near, provision))
        return Story(self._instrument, self._lang, title, provision.level, provision.cite, tuple(found))

    def _merged(
        self, states: Sequence[_State], about: Sequence[tuple[Amends, Link]], provision: Provision
    ) -> Iterator[Wording]:
        """The states as wordings; the first has been there from the beginning, whatever brought it."""
        ledger = _Ledger(about)
        last: Wording | None = None
        before: _State | None = None
        for state in states:
            refused = _refused(state, about)
            if last is not None and same_in_law(last.text, state.text):
                text = state.text if state.held and not last.held else last.text
                last = replace(last, text=text, held=(*last.held, *([state.day] if state.held else ())))
            else:
                brought: Sequence[Brought] = ()
                exact = state.text is not None and _is_enacted(state.text)
                if last is not None and before is not None:
                    brought = self._proved(ledger.brought(state, refused), before, state, provision)
                    exact = any(b.link.commences == state.day and b.link.exact for b in brought)
                    yield replace(last, end=state.day, end_exact=exact)
                held = (state.day,) if state.held else ()
                last = Wording(state.day, None, state.text, held, tuple(brought), exact=exact)
            if not state.held:
                last = replace(last, refused=tuple(refused.values()))
            ledger.pass_by(state)
            before = state
        if last is not None:
            yield last

    def _proved(
        self, brought: Sequence[Brought], before: _State, after: _State, provision: Provision
    ) -> Sequence[Brought]:
        """Those sure that were carried out, where together they turn the text before into the wording after."""
        if all(b.sure for b in brought) or before.standing is None:
            return brought
        acts = list(dict.fromkeys(b.amends.amending.key for b in brought))
        due = [{b.link.order for b in brought if b.amends.amending.key == key} for key in acts]
        amending = [self._read(key) for key in acts]
        for version in before.standing.versions:
            made, outcomes = carry_out(version, amending, due, [after.day] * len(acts))
            if same_in_law(_narrowed(made, provision), after.text):
                done = {(acts[o.source], o.instruction.order): o for o in outcomes}
                return [_proof(b, done.get((b.amends.amending.key, b.link.order))) for b in brought]
        return brought

    def _find(self, wanted: str) -> tuple[Provision, Provision]:
        """The provision and the article that it is in, in the newest text that has it."""
        missing: NotFoundError | None = None
        for version in self._newest_first():
            try:
                ((_, provision),) = locate([version], wanted)
            except NotFoundError as error:
                missing = missing or error
                continue
            return provision, _article(version, provision)
        assert missing is not None
        raise self._not_yet(wanted) or missing

    def _not_yet(self, wanted: str) -> NotFoundError | None:
        """What to say of a provision that an act brings which is not known to be in force."""
        called = {name.casefold() for name in names(wanted)}
        for one in self._amended:
            for i in one.links:
                number = i.brings.casefold()
                if number and {number, f"art_{number}", f"sec_{number}"} & called:
                    return NotFoundError(
                        f"no text has {i.brings} yet: {one.amending.ref} brings it by {i.place}",
                        expected=f"a provision that is in force; since when that one is, is not known ({i.why})",
                    )
        return None

    def _newest_first(self) -> Iterator[Version]:
        for base in sorted(self._texts, key=lambda f: (f.since or "", f.key), reverse=True):
            yield self._read(base.key)
        for base in self._texts:
            yield from build(self._read, [base], self._laws, _LAST).versions

    def _states(self, provision: Provision, days: set[str]) -> Iterator[_State]:
        held = {f.since for f in self._texts if f.since}
        first = min(held)
        for day in sorted(held | {d for d in days if d > first}):
            bases = in_force(self._texts, self._claims, first_day(day))
            own = [f for f in bases if provision.id.split("__")[0] in self._claims.get(f.key, ())] or list(bases)
            if not own:
                yield _State(day, None, day in held, None)
                continue
            found = build(self._read, own, self._laws, first_day(day))
            text = next((t for v in found.versions if (t := _narrowed(v, provision)) is not None), None)
            held_so = all(map(_is_held, found.versions)) if text is None else _is_held(text)
            yield _State(day, text, held_so, found)


def _laws(found: Iterable[Amends]) -> list[Amends]:
    return [one for one in found if not one.is_bill]


class _Ledger:
    """Which instructions have brought a wording, on the way through the states."""

    def __init__(self, about: Sequence[tuple[Amends, Link]]) -> None:
        self._about = about
        self._credited: set[tuple[int, int]] = set()
        self._before = ""  # the day of the state before
        self._official = ""  # the day of the last text that the library holds

    def pass_by(self, state: _State) -> None:
        self._before = state.day
        self._official = state.day if state.held else self._official

    def brought(self, state: _State, refused: Mapping[tuple[int, int], Brought]) -> list[Brought]:
        """The instructions that took effect since the state before; in a text that the library holds those, too, that
        were refused since the one before it, or of which the day is not known."""
        found = []
        for one, i in self._about:
            key = (one.amending.key, i.order)
            if key in self._credited or (key in refused and not state.held):
                continue
            sure = i.commences is not None and self._before < i.commences <= state.day
            if sure or (state.held and self._official < (i.commences or one.amending.since or "") <= state.day):
                self._credited.add(key)
                found.append(Brought(one, i, sure, i.reason))
        return found


def _proof(one: Brought, outcome: Outcome | None) -> Brought:
    if outcome is None:
        return one
    return replace(one, sure=one.sure or outcome.status is Status.APPLIED, reason=outcome.reason)


def _refused(state: _State, about: Iterable[tuple[Amends, Link]]) -> dict[tuple[int, int], Brought]:
    """Of the instructions about the provision those that could not be carried out on the way to this state."""
    if state.standing is None:
        return {}
    reasons = {
        (step.amending.amending.key, o.instruction.order): o.reason
        for step in state.standing.carried
        for o in step.outcomes
        if o.status is Status.REFUSED
    }
    keyed = {(one.amending.key, i.order): (one, i) for one, i in about}
    return {key: Brought(*keyed[key], False, reason) for key, reason in reasons.items() if key in keyed}


def _is_enacted(text: Version) -> bool:
    return text.in_force is not None and text.in_force.basis is Basis.ENACTED


def _is_held(text: Version) -> bool:
    return text.in_force is None or text.in_force.basis is not Basis.BUILT


def _narrowed(version: Version, provision: Provision) -> Version | None:
    if provision.id in version.provisions:
        return narrow(version, provision.id)
    same = [p for p in version.provisions.values() if p.cite == provision.cite and p.level == provision.level]
    return narrow(version, same[0].id) if same else None


def _article(version: Version, provision: Provision) -> Provision:
    """The article or section that the provision is or lies in; itself where it lies in none."""
    around = (p for p in version.root.walk() if p.level in BASIC_UNITS and p.span.covers(provision.span))
    return next(around, provision)


def _touches(i: Link, number: str) -> bool:
    """Whether an instruction can be about the article or section with this number; one about the whole act is."""
    if i.brings.casefold() == number.casefold() or i.section.casefold() == number.casefold():
        return True
    if i.section and i.through:
        return value(i.section)[0] <= value(number)[0] <= value(i.through)[0]
    return not i.section and not i.brings and not i.target


def _reaches(i: Link, cite: str) -> bool:
    """Whether what it is about lies in the provision with this citation, or the other way round."""
    target, own = _numbers(i.target), _numbers(cite)
    shorter = min(len(target), len(own))
    return target[:shorter] == own[:shorter]


def _numbers(cite: str) -> list[str]:
    return re.findall(r"[^()\s]+", cite.split(" “", maxsplit=1)[0].casefold())
