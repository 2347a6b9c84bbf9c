"""Facts about an instrument in a library: its texts, the bodies it is read in, what amends it and what it amends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from palermo.amending.amending_acts import Amends, amended_by, amends
from palermo.corpus.model.refs import InstrumentId, ProvisionRef
from palermo.corpus.model.text_model import Basis
from palermo.corpus.text.common_title import common_title
from palermo.kb.library.in_force import find
from palermo.kb.library.library import Fragment, Library
from palermo.kb.library.links.act_names import ActNames
from palermo.kb.library.links.read_links import link
from palermo.library.use_cases import Held, grouped

__all__ = ["Info", "Pending", "info"]


@dataclass(frozen=True, slots=True)
class Pending:
    """Instructions that the newest text in their language, in force since `newest`, cannot have: `amends` has no
    others. `date` is when they take effect (None: not known); what is `doubtful` may be in that text all the same."""

    amends: Amends
    date: str | None
    newest: str | None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Info:
    """`amended_by` and `amends` count each amending act once a language, by the oldest text of it."""

    instrument: InstrumentId
    title: str
    held: tuple[Held, ...]
    bodies: tuple[str, ...]
    amended_by: tuple[Amends, ...]
    pending: tuple[Pending, ...]
    amends: tuple[Amends, ...]


def info(reference: str, *, library: Path, lang: str | None = None) -> Info:
    """Facts about the instrument that the reference is to, in its language where it has one.

    Raises NotFoundError where the library does not have it.
    """
    ref = ProvisionRef.parse(reference).version
    with ExitStack() as held:
        opened = held.enter_context(Library.open(library))
        link(opened)
        held.enter_context(opened.snapshot())
        names = ActNames(opened)
        spoken = sorted({f.lang for f in names.fragments.values() if f.ref.instrument == ref.instrument})
        wanted = ref.lang or lang
        if wanted is not None or not spoken:
            spoken = [find(opened, ref, lang=wanted)[0].lang]  # raises, and says what is there, if it is not
        texts = [f for f in opened.fragments() if f.ref.instrument == ref.instrument and f.lang in spoken]
        if ref.date is not None:
            find(opened, ref)
        found = [one for code in spoken for one in amended_by(opened, names, ref.instrument, code)]
        return Info(
            ref.instrument,
            common_title(f.title for f in texts) or texts[0].title,
            grouped(texts),
            tuple(b.id for b in opened.bodies() if any(r.instrument == ref.instrument for r in b.refs)),
            tuple(found),
            tuple(_pending(found, texts)),
            tuple(one for code in spoken for one in amends(opened, names, _oldest(texts, code))),
        )


def _pending(found: Iterable[Amends], texts: Sequence[Fragment]) -> Iterator[Pending]:
    for one in found:
        same = [
            f for f in texts if f.lang == one.amending.lang and not (f.in_force and f.in_force.basis is Basis.BUILT)
        ]
        newest = max((f.since for f in same if f.since), default=None)
        for date in sorted({i.commences for i in one.links}, key=lambda day: day or "9999"):
            if date is not None and newest is not None and date <= newest:
                continue
            made = one.amending.since
            doubtful = date is None and not one.is_bill and None not in (made, newest) and str(made) <= str(newest)
            links = tuple(i for i in one.links if i.commences == date)
            yield Pending(replace(one, links=links), date, newest, doubtful)


def _oldest(texts: Iterable[Fragment], lang: str) -> list[Fragment]:
    same = [f for f in texts if f.lang == lang]
    since = min((f.since or "9999" for f in same), default="")
    return [f for f in same if (f.since or "9999") == since]
