"""Words for a change of the law, in the order in which a person asks; penalties that changed alike are together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from palermo.alignment.gaps.gaps_change import GapChange, GapChangeKind, GapsChange, PenaltyChange, PenaltyKind
from palermo.corpus.model.findings import Evidence, Extent, Finding, GapAnalysis, Penalty, Rating
from palermo.corpus.text.common_title import common_title
from palermo.kb.frameworks.framework import Framework
from palermo.report.language.forms import day, quoted
from palermo.report.language.message import Message, translated
from palermo.report.shared.framework_words import ABOUT
from palermo.report.shared.penalty_words import label, listed, said
from palermo.report.shared.quotes import cited, places, reading
from palermo.report.shared.rating_signs import rated

__all__ = [
    "AND_MORE",
    "BRIEF",
    "KINDS",
    "PENALTY_KINDS",
    "SAME",
    "TITLES",
    "PenaltyRow",
    "counted",
    "dated",
    "evidence_of",
    "found",
    "notes",
    "penalty_rows",
    "ratings",
    "titled",
    "unsettled",
]

TITLES: tuple[tuple[GapChangeKind, Message], ...] = (
    (GapChangeKind.CLOSED, Message("Closed")),
    (GapChangeKind.IMPROVED, Message("Nearer to what is asked, and still open")),
    (GapChangeKind.OPENED, Message("Opened")),
    (GapChangeKind.WORSENED, Message("Further from what is asked")),
    (GapChangeKind.UNDECIDED, Message("Undecided, before or after")),
    (GapChangeKind.ADDED, Message("Goes further than what is asked, and did not before")),
    (GapChangeKind.WITHDRAWN, Message("No longer goes further than what is asked")),
    (GapChangeKind.ALTERED, Message("Met before and after, in another way")),
    (GapChangeKind.OPEN, Message("Still open")),
    (GapChangeKind.SETTLED, Message("Unchanged, and not open")),
)
KINDS = {kind: Message(kind.value, context="change") for kind in GapChangeKind}
PENALTY_KINDS = {kind: Message(kind.value, context="change of a penalty") for kind in PenaltyKind}
SAME = Message("The same before and after.")
_SEARCHED = Message("no words (searched: {places})")
_THE_WHOLE_TEXT = Message("the whole text")
AND_MORE = Message("{title} and one more", "{title} and {n} more")
_IN_SOME_CASES = Message("{rating}, some cases")
BRIEF = (GapChangeKind.OPEN, GapChangeKind.SETTLED)  # said by name only: nothing changed
_ORDER = (PenaltyKind.RAISED, PenaltyKind.LOWERED, PenaltyKind.NEW, PenaltyKind.GONE, PenaltyKind.ALTERED)


@dataclass(frozen=True, slots=True)
class PenaltyRow:
    """A change of penalty, and the circumstances and provisions that it holds for.

    `before` and `after` are amounts in words, "" for none; `old` and `new` the first penalties that changed so.
    """

    kind: PenaltyKind
    labels: str
    cites: str
    before: str
    after: str
    old: Penalty | None
    new: Penalty | None


def penalty_rows(change: GapsChange) -> list[PenaltyRow]:
    """The penalties that changed, the offence itself first; circumstances with the same change in one row."""
    together: dict[tuple[object, ...], list[PenaltyChange]] = {}
    for p in change.penalties:
        if p.kind is not PenaltyKind.SAME:
            key = (p.either.basic, _ORDER.index(p.kind), _said(p.before), _said(p.after), *_wording(p))
            together.setdefault(key, []).append(p)
    return [_row(same) for _, same in sorted(together.items(), key=lambda item: (not item[0][0], item[0][1]))]


def _row(same: list[PenaltyChange]) -> PenaltyRow:
    first = same[0]
    return PenaltyRow(
        kind=first.kind,
        labels=listed([label(p.either.aggravation) for p in same]),
        cites=", ".join(dict.fromkeys(_places(p) for p in same)),
        before=_said(first.before),
        after=_said(first.after),
        old=first.before,
        new=first.after,
    )


def _wording(p: PenaltyChange) -> tuple[str, ...]:
    """The words of a penalty that changed in nothing but its wording."""
    if _said(p.before) != _said(p.after):
        return ()
    return tuple(" ".join(x.evidence.quote.split()) for x in (p.before, p.after) if x)


def _places(p: PenaltyChange) -> str:
    """`128(1)` or `128(2) → 129(2)`."""
    return " → ".join(dict.fromkeys(x.evidence.provision.cite for x in (p.before, p.after) if x))


def _said(penalty: Penalty | None) -> str:
    return said([penalty]) if penalty else ""


def unsettled(change: GapChange) -> bool:
    """True if the answer could be told on neither side."""
    return change.kind is GapChangeKind.UNDECIDED and change.before.rating is change.after.rating


def ratings(before: Finding, after: Finding) -> str:
    """`absent → met`, with the extent where only that changed."""
    names = [
        _IN_SOME_CASES(rating=rated(f.rating)) if f.extent == Extent.SOME else rated(f.rating) for f in (before, after)
    ]
    if names[0] == names[1] and before.value is not after.value:
        names = [f"{name} ({translated(f.value.value)})" for name, f in zip(names, (before, after), strict=True)]
    return " → ".join(dict.fromkeys(names))


def notes(change: GapsChange, framework: Framework, changes: Iterable[GapChange]) -> list[str]:
    """Notes of the framework on means that are no longer named, if the offence needs none after the change."""
    needed = [f for f in change.after.findings if f.code == "means.essential_adult"]
    if not any(f.rating is Rating.BROADER for f in needed):
        return []
    about = (framework.element(c.code).notes for c in changes if c.code.startswith("means."))
    return list(dict.fromkeys(translated(note, ABOUT) for note in about if note))


def evidence_of(finding: Finding) -> Evidence | None:
    """The words that show best what the law said: those of a yes; none where there are no words."""
    quotes = cited(finding)
    return quotes[0] if quotes and finding.rating is not Rating.UNDECIDED else None


def found(analysis: GapAnalysis, finding: Finding) -> str:
    """`128(1) “…”`, or where words were looked for."""
    evidence = evidence_of(finding)
    if evidence is not None:
        return f"{evidence.provision.cite} {quoted(reading(analysis, evidence))}"
    if finding.rating is Rating.UNDECIDED:
        return translated(finding.explanation)
    return _SEARCHED(places=places(finding) or _THE_WHOLE_TEXT())


def counted(change: GapsChange) -> str:
    """`closed 2 · opened 1 · still open 7`, in the order of TITLES."""
    return " · ".join(f"{KINDS[kind]()} {len(change.of(kind))}" for kind, _ in TITLES if change.of(kind))


def titled(analysis: GapAnalysis, *, date: bool = True) -> str:
    """Common title of the texts, or the first title with how many more there are; and the date."""
    titles = list(dict.fromkeys(v.title or v.source.path for v in analysis.sources))
    shared = common_title(titles)
    name = shared or (AND_MORE.of(len(titles) - 1, title=titles[0]) if len(titles) > 1 else titles[0])
    since = dated(analysis) if date else ""
    return name + (f" ({since})" if since else "")


def dated(analysis: GapAnalysis) -> str:
    """The day from which all of the texts are in force, as far as known: the latest of theirs."""
    return day(max((v.in_force.start for v in analysis.sources if v.in_force), default=""))
