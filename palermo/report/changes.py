"""What a change did, in the order in which a person asks for it, and penalties that changed alike taken together."""

from __future__ import annotations

from dataclasses import dataclass

from alignment.change import GapsChange, Kind, PenaltyChange, PenaltyKind
from corpus.findings import Evidence, Finding, GapAnalysis, Penalty, Rating
from palermo.report.penalties import amount, label
from palermo.report.quotes import cited, reading

__all__ = [
    "BRIEF",
    "TITLES",
    "PenaltyRow",
    "counted",
    "dated",
    "evidence_of",
    "penalty_rows",
    "ratings",
    "titled",
    "words",
]

TITLES: tuple[tuple[Kind, str], ...] = (
    (Kind.CLOSED, "Closed"),
    (Kind.IMPROVED, "Nearer to what is asked, and still open"),
    (Kind.OPENED, "Opened"),
    (Kind.WORSENED, "Further from what is asked"),
    (Kind.UNDECIDED, "Undecided, before or after"),
    (Kind.ADDED, "Goes further than what is asked, and did not before"),
    (Kind.WITHDRAWN, "No longer goes further than what is asked"),
    (Kind.ALTERED, "Met before and after, in another way"),
    (Kind.OPEN, "Still open"),
    (Kind.SETTLED, "Unchanged, and not open"),
)
BRIEF = (Kind.OPEN, Kind.SETTLED)  # said by name only: nothing changed
_ORDER = (PenaltyKind.RAISED, PenaltyKind.LOWERED, PenaltyKind.NEW, PenaltyKind.GONE, PenaltyKind.ALTERED)


@dataclass(frozen=True, slots=True)
class PenaltyRow:
    """A change of penalty, and the circumstances that it holds for; `before` and `after` are amounts, "" for none."""

    kind: PenaltyKind
    labels: tuple[str, ...]
    before: str
    after: str
    old: Penalty | None
    new: Penalty | None

    @property
    def cites(self) -> str:
        """The provisions, `128(1)` or `128(2) → 129(2)`."""
        places = [p.evidence.provision.cite for p in (self.old, self.new) if p]
        return " → ".join(dict.fromkeys(places))


def penalty_rows(change: GapsChange) -> list[PenaltyRow]:
    """The penalties that changed, the offence itself first; circumstances with the same change in one row."""
    together: dict[tuple[object, ...], list[PenaltyChange]] = {}
    for p in change.penalties:
        if p.kind is not PenaltyKind.SAME:
            place = tuple(x.evidence.provision.cite if x else "" for x in (p.before, p.after))
            together.setdefault((_ORDER.index(p.kind), _said(p.before), _said(p.after), place), []).append(p)
    rows = [
        PenaltyRow(
            same[0].kind,
            tuple(label(p.either.aggravation) for p in same),
            _said(same[0].before),
            _said(same[0].after),
            same[0].before,
            same[0].after,
        )
        for same in together.values()
    ]
    return sorted(rows, key=lambda row: (row.labels[0] != label(None), _ORDER.index(row.kind)))


def _said(penalty: Penalty | None) -> str:
    return f"{penalty.kind} {amount(penalty)}".strip() if penalty else ""


def ratings(before: Finding, after: Finding) -> str:
    """`absent → met`, with the extent where only that changed."""
    names = [f.rating.value + (f", {f.extent}" if f.extent == "some cases" else "") for f in (before, after)]
    if names[0] == names[1] and before.value is not after.value:
        names = [f"{name} ({f.value.value})" for name, f in zip(names, (before, after), strict=True)]
    return " → ".join(dict.fromkeys(names))


def evidence_of(finding: Finding) -> Evidence | None:
    """The words that show best what the law said: those of a yes; none where there are no words."""
    quotes = cited(finding)
    return quotes[0] if quotes and finding.rating is not Rating.UNDECIDED else None


def words(analysis: GapAnalysis, finding: Finding) -> str:
    """`128(1) “…”`, or where words were looked for."""
    evidence = evidence_of(finding)
    if evidence is not None:
        return f"{evidence.provision.cite} “{reading(analysis, evidence)}”"
    if finding.rating is Rating.UNDECIDED:
        return finding.explanation
    where = ", ".join(dict.fromkeys(e.provision.cite for e in finding.evidence if e.provision.cite))
    return f"no words (searched: {where or 'the whole text'})"


def counted(change: GapsChange) -> str:
    """`closed 2 · opened 1 · still open 7`, in the order of TITLES."""
    return " · ".join(f"{kind.value} {len(change.of(kind))}" for kind, _ in TITLES if change.of(kind))


def titled(analysis: GapAnalysis, *, date: bool = True) -> str:
    """The title of the first text, with how many more there are, and the date."""
    titles = list(dict.fromkeys(v.title or v.source.path for v in analysis.sources))
    more = f" and {len(titles) - 1} more" if len(titles) > 1 else ""
    since = dated(analysis) if date else ""
    return titles[0] + more + (f" ({since})" if since else "")


def dated(analysis: GapAnalysis) -> str:
    """The day from which all of the texts are in force, as far as known: the latest of theirs."""
    return max((v.in_force.start for v in analysis.sources if v.in_force), default="")
