"""Account of what amending acts made of an act, in the order in which a drafter looks at it, for every report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from palermo.corpus.amendments import Amendment, Op, Outcome, Status
from palermo.corpus.model.text_model import Provision, Version
from palermo.report.amending.amend.outcome_places import OutcomePlaces
from palermo.report.amending.instructions.words import headline, place
from palermo.report.language.english import count
from palermo.report.redline.tracked import Tracked, tracked

__all__ = ["Account", "OutcomeGroup", "named", "said"]

_LATER = "it comes into force on"  # how the reason of an instruction begins that is not in force on the day asked for


@dataclass(frozen=True, slots=True)
class OutcomeGroup:
    """The paragraphs of one article or section, or of what stands between two (`left` and `right` are None).

    `beside` are the outcomes whose place begins at a paragraph (both counted from 0, of the group and of the
    amendment). `name` is what a person calls it.
    """

    left: Provision | None
    right: Provision | None
    name: str
    paragraphs: tuple[Tracked, ...]
    beside: Mapping[int, tuple[int, ...]]

    @property
    def touched(self) -> bool:
        """True if there is anything to look at in the group."""
        return bool(self.beside) or self.changed

    @property
    def outcomes(self) -> list[int]:
        """The outcomes beside it, as they are numbered in the amendment."""
        return [n for at in sorted(self.beside) for n in self.beside[at]]

    @property
    def changed(self) -> bool:
        return any(paragraph.changed for paragraph in self.paragraphs)


@dataclass(frozen=True)
class Account:
    """An amendment with the act in force and the amending acts."""

    amendment: Amendment
    base: Version
    amending: Sequence[Version]

    @property
    def version(self) -> Version:
        """The amended text. Amendments of a single section as plain text have none and are not reported on."""
        assert self.amendment.version is not None
        return self.amendment.version

    @property
    def title(self) -> str:
        """Title of the act, or its path if it has no title."""
        return self.base.title or self.base.source.path

    @property
    def outcomes(self) -> Sequence[Outcome]:
        return self.amendment.outcomes

    @cached_property
    def paragraphs(self) -> list[Tracked]:
        """The whole act, paragraph by paragraph."""
        return tracked(self.base, self.version, self.amendment.edits)

    @cached_property
    def groups(self) -> tuple[OutcomeGroup, ...]:
        """The whole act, article by article; each paragraph is in one of them."""
        where = OutcomePlaces(self.amendment, self.base, self.version, self.paragraphs)
        beside: dict[int, list[int]] = {}
        for n in self.ordered(range(len(self.outcomes))):
            at = where.of(n)
            if at is not None:
                beside.setdefault(at, []).append(n)
        groups = list(_groups(self.paragraphs, beside))
        after = [group.name for group in groups[1:]] + [""]
        return tuple(
            group if group.name else replace(group, name=f"Before {name}" if name else "At the end")
            for group, name in zip(groups, after, strict=True)
        )

    @cached_property
    def homes(self) -> Mapping[int, OutcomeGroup]:
        """The group that each outcome stands beside, by the number of the outcome; those without a place are left
        out."""
        return {n: group for group in self.groups for n in group.outcomes}

    @property
    def touched(self) -> list[OutcomeGroup]:
        """The groups in which there is anything to look at."""
        return [group for group in self.groups if group.touched]

    def numbers(self, status: Status) -> list[int]:
        """Numbers of the outcomes that have the status, as their instructions stand in the amending acts."""
        return self.ordered(n for n, outcome in enumerate(self.outcomes) if outcome.status is status)

    def ordered(self, numbers: Iterable[int]) -> list[int]:
        """Outcomes as their instructions stand in the amending acts."""
        return sorted(numbers, key=lambda n: (self.outcomes[n].source, self.outcomes[n].instruction.span.start))

    def place(self, outcome: Outcome) -> str:
        """Where the instruction stands in its amending act: a citation, "" where that has none."""
        return place(self.amending[outcome.source], outcome.instruction)

    def act(self, outcome: Outcome) -> str:
        """The amending act's name, where there are several; else ""."""
        act = self.amending[outcome.source]
        return " ".join((act.title or act.source.path).split()) if len(self.amending) > 1 else ""

    def cited(self, outcome: Outcome) -> str:
        """Where the instruction stands: `3(a)`, of several acts `3(a) of the Ferry Act`."""
        return " of ".join(filter(None, (self.place(outcome), self.act(outcome))))

    def told(self, outcome: Outcome) -> str:
        """Where the instruction stands, and what it does: `3(a): replace 7`."""
        return ": ".join(filter(None, (self.cited(outcome), said(outcome))))

    def outcomes_of(self, group: OutcomeGroup) -> list[Outcome]:
        """The outcomes beside a group, as their instructions stand in the amending acts."""
        return [self.outcomes[n] for n in self.ordered(group.outcomes)]

    @property
    def homeless(self) -> list[int]:
        """Numbers of the refused outcomes that have no place in the act."""
        return [n for n in self.numbers(Status.REFUSED) if n not in self.homes]

    @property
    def counts(self) -> str:
        """`14 instructions: 11 applied, 2 refused, 1 not addressed`."""
        counts = Counter(outcome.status for outcome in self.outcomes)
        told = ", ".join(f"{counts[status]:,} {status.value}" for status in Status if counts[status])
        return f"{count(len(self.outcomes), 'instruction')}: {told}" if told else "No instruction"

    @property
    def later(self) -> int:
        """Number of instructions that come into force after the day asked for."""
        return sum(self.outcomes[n].reason.startswith(_LATER) for n in self.numbers(Status.ELSEWHERE))

    @property
    def verdict(self) -> str:
        """Sentence on the worth of the text: whether it is a consolidation."""
        applied, refused = self.numbers(Status.APPLIED), self.numbers(Status.REFUSED)
        later = f"{count(self.later, 'instruction')} will be later." if self.later else ""
        if self.amendment.status == "applied":
            if later:
                return f"What is in force by then was carried out; {later}"
            return "Every instruction to this act was carried out."
        if applied:
            return "The text is no consolidation yet: what was refused is not in it."
        if refused or self.amendment.reason:
            return "Nothing was carried out: the text is still the one in force."
        if later:
            return f"Nothing is in force by then; {later}"
        return "No instruction is addressed to this act: the text is still the one in force."

    @property
    def aside(self) -> str:
        """Words for the instructions that were passed over."""
        return "not addressed to this act" + (" or not yet in force" if self.later else "")

    def passed_over(self) -> Iterator[tuple[str, list[int]]]:
        """The outcomes that are not addressed to the act by their reasons, the most frequent first."""
        reasons: dict[str, list[int]] = {}
        for n in self.numbers(Status.ELSEWHERE):
            reasons.setdefault(self.outcomes[n].reason, []).append(n)
        yield from sorted(reasons.items(), key=lambda item: -len(item[1]))


def said(outcome: Outcome) -> str:
    """Headline of the instruction, in a line; a clause that edits nothing has its own."""
    return "no instruction" if outcome.instruction.op is Op.COMMENCE else headline(outcome.instruction)


def named(group: OutcomeGroup) -> str:
    """The group's name with its heading: `Section 8 Dues`."""
    provision = group.right or group.left
    return f"{group.name} {provision.heading}".strip() if provision is not None else group.name


@dataclass(slots=True)
class _Open:
    """A group that is being filled."""

    left: Provision | None
    right: Provision | None
    paragraphs: list[Tracked]
    beside: dict[int, tuple[int, ...]]

    def takes(self, paragraph: Tracked) -> bool:
        """Whether the paragraph belongs to it: the amended text leads, what only went belongs where it stood."""
        left, right = paragraph.left_article, paragraph.right_article
        if paragraph.right is None:
            return self.left is left and (left is not None or self.right is None)
        if paragraph.left is None or self.right is not None:
            return self.right is right and (right is not None or self.left is None)
        return self.left is left and (left is None) == (right is None)


def _groups(paragraphs: Sequence[Tracked], beside: Mapping[int, Sequence[int]]) -> Iterator[OutcomeGroup]:
    current: _Open | None = None
    for at, paragraph in enumerate(paragraphs):
        left, right = paragraph.left_article, paragraph.right_article
        if current is None or not current.takes(paragraph):
            if current is not None:
                yield _closed(current)
            current = _Open(left, right, [], {})
        current.left, current.right = current.left or left, current.right or right
        if at in beside:
            current.beside[len(current.paragraphs)] = tuple(beside[at])
        current.paragraphs.append(paragraph)
    if current is not None:
        yield _closed(current)


def _closed(group: _Open) -> OutcomeGroup:
    provision = group.right or group.left
    name = "" if provision is None else f"{provision.level.capitalize()} {provision.cite or provision.num}".strip()
    return OutcomeGroup(group.left, group.right, name, tuple(group.paragraphs), group.beside)
