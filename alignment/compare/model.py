"""Types of a comparison: edits, pairs of provisions, and the alignment of two sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from palermo.alignment.compare.words.typography import PRINT
from palermo.corpus.model.text_model import Provision, Span, Version

__all__ = [
    "EDITORIAL",
    "EDITORS_NOTE",
    "HISTORY_NOTE",
    "PENALTY_LOWERED",
    "PENALTY_RAISED",
    "RENUMBERING",
    "Alignment",
    "Divergence",
    "Pair",
    "PairKind",
    "WordEdit",
    "WordOp",
]

EDITORIAL = "editorial"
EDITORS_NOTE, HISTORY_NOTE = "an editor's note", "a note on the history of the text"  # reasons of editorial ones
RENUMBERING = "renumbering"
PENALTY_RAISED, PENALTY_LOWERED = "penalty-raised", "penalty-lowered"


class PairKind(StrEnum):
    """Kind of change to a provision's own text. Only its words count: another number or place is recorded apart."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    SPLIT = "split"
    MERGED = "merged"

    @property
    def mirrored(self) -> PairKind:
        """The kind seen from the other side."""
        return _MIRROR.get(self, self)


_MIRROR = {
    PairKind.ADDED: PairKind.REMOVED,
    PairKind.REMOVED: PairKind.ADDED,
    PairKind.SPLIT: PairKind.MERGED,
    PairKind.MERGED: PairKind.SPLIT,
}


class WordOp(StrEnum):
    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


@dataclass(frozen=True, slots=True)
class Divergence:
    """In what way the two texts differ at an edit, and by which rule; `unit` is that of the values `from_` and `to`.

    The reason reads the same from either side.
    """

    kind: str
    reason: str
    from_: str | None = None
    to: str | None = None
    unit: str | None = None

    @property
    def print_alone(self) -> bool:
        """True if the two sides read the same, so that nobody would mark the difference."""
        return self.kind == EDITORIAL and self.reason in PRINT

    @property
    def mirrored(self) -> Divergence:
        """The divergence seen from the other side."""
        kind = {PENALTY_RAISED: PENALTY_LOWERED, PENALTY_LOWERED: PENALTY_RAISED}.get(self.kind, self.kind)
        return Divergence(kind, self.reason, self.to, self.from_, self.unit)


@dataclass(frozen=True, slots=True)
class WordEdit:
    """Step from the left own text to the right own text. Spans are code points of the texts as read, half-open.

    EQUAL covers literally the same characters on both sides; DELETE has an empty right span, INSERT an empty left one.
    `divergence` says what kind of difference it is, as far as that is known; None on an edit that is not EQUAL is a
    difference in the words. EDITORIAL is either print alone (`typography.PRINT`) or words that change nothing in law.
    """

    op: WordOp
    left: Span
    right: Span
    divergence: Divergence | None = None

    @property
    def marked(self) -> bool:
        """True if a person would mark the edit: it is neither equal nor only typography."""
        return self.op is not WordOp.EQUAL and not (self.divergence is not None and self.divergence.print_alone)

    @property
    def real(self) -> bool:
        """True if words differ: the edit is neither equal, nor only typography, nor only the provision's own number."""
        return self.marked and (self.divergence is None or self.divergence.kind != RENUMBERING)

    @property
    def material(self) -> bool:
        """True if words differ that may matter in law: the edit is real, and not editorial."""
        return self.real and (self.divergence is None or self.divergence.kind != EDITORIAL)


@dataclass(frozen=True, slots=True)
class Pair:
    """Provisions whose own texts answer each other.

    `left` is empty for ADDED, `right` for REMOVED; SPLIT has several on the right, MERGED on the left, all others one
    on each side. `left_source` and `right_source` count in the versions of the sides. `moved`: its order among its
    paired neighbours, or its parent, is another. `renumbered`: its own number is another. `score` is 0 to 1, made of
    `parts`. The edits, in order, rebuild the right own text (the span less the children's spans) from the left.
    """

    kind: PairKind
    left: tuple[Provision, ...]
    right: tuple[Provision, ...]
    left_source: int | None
    right_source: int | None
    moved: bool
    renumbered: bool
    score: float
    parts: Mapping[str, float]
    edits: tuple[WordEdit, ...]

    @property
    def differs(self) -> bool:
        """True if a lawyer has anything to look at in the pair: other words, another number or another place."""
        return self.moved or self.renumbered or any(e.real for e in self.edits)

    @property
    def material(self) -> bool:
        """True if words differ that may matter in law; another number or place alone does not count."""
        return any(e.material for e in self.edits)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two sides and the pairs between them, in the order of the right text; what was removed stands where it stood."""

    left: tuple[Version, ...]
    right: tuple[Version, ...]
    pairs: tuple[Pair, ...]

    @property
    def differs(self) -> bool:
        return any(p.differs for p in self.pairs)

    @property
    def material(self) -> bool:
        return any(p.material for p in self.pairs)

    @property
    def counts(self) -> dict[str, int]:
        """Number of pairs of each kind, and of those that are moved and renumbered (whatever their kind)."""
        kinds = Counter(p.kind for p in self.pairs)
        counts = {kind.value: kinds[kind] for kind in PairKind}
        counts["moved"] = sum(p.moved for p in self.pairs)
        counts["renumbered"] = sum(p.renumbered for p in self.pairs)
        return counts
