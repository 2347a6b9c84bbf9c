"""Hold amending texts against a base and carry out what they instruct."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from corpus.amendments.address import addressed, expanded
from corpus.amendments.apply import Workshop, carry_out
from corpus.amendments.draft import Draft
from corpus.amendments.model import Amendment, Instruction, Outcome, Status, Target
from corpus.amendments.passages import of_text, of_version
from corpus.amendments.reading import unknown
from corpus.amendments.record import Record
from corpus.amendments.refusal import Refusal
from corpus.amendments.result import consolidated
from corpus.amendments.tradition import Layout, tradition_of
from corpus.model import Version

__all__ = ["amend", "amend_section"]


def amend(
    base: Version,
    amending: Sequence[Version],
    *,
    tradition: str | None = None,
    only: Callable[[int, Instruction], bool] = lambda source, instruction: True,
) -> Amendment:
    """The base with every instruction of the amending acts (in the order given) that is addressed to it.

    With `only`, those of each act (by its place among `amending`) that it chooses; the others are left out of the
    outcomes. An act in a tradition that palermo does not know is refused as a whole; `reason` says so.
    """
    draft = Draft.of(base)
    outcomes: list[Outcome] = []
    reasons: list[str] = []
    record = Record()
    for at, act in enumerate(amending):
        found = tradition_of(of_version(act), act.lang, tradition, act.ref.instrument.country)
        if found is None:
            reasons.append(f"{act.title or act.source.path}: {unknown(act.lang)}")
            continue
        known, instructions = found
        for instruction in (i for i in instructions if only(at, i)):
            cited = known.cited(act.lang, act.ref.instrument, instruction.section)
            shop = Workshop(draft, known, known.layout(base.lang), base.lang, cited, record, at)
            outcomes += [_outcome(shop, part, base.title or None) for part in expanded(instruction, draft)]
    status = _status(outcomes, failed=bool(reasons))
    version = consolidated(base, draft, _date(amending))
    return Amendment(status, version.text, tuple(outcomes), tuple(draft.edits()), "; ".join(reasons), version)


def amend_section(
    before: str, instruction: str, lang: str, citation: str = "", tradition: str | None = None
) -> Amendment:
    """One section as text, amended by the instructions given as text (`palermo amend --jsonl`).

    `citation` is the amending act's, for the mark that some house styles put where a provision was repealed.
    """
    found = tradition_of(of_text(instruction), lang, tradition, citation=citation)
    if found is None:
        return Amendment("refused", before, (), reason=unknown(lang))
    known, instructions = found
    layout = known.layout(lang)

    def attempt(act: str | None) -> Amendment:
        """The section as one of this act's (None: of whichever, as no instruction names two)."""
        draft = _draft(before, layout, instructions)
        if draft is None:
            none = [Outcome(i, Status.REFUSED, "the text given begins with no number") for i in instructions]
            return Amendment("refused", before, tuple(none))
        shop = Workshop(draft, known, layout, lang, citation, Record())
        ours = [part for i in instructions for part in expanded(i, draft)]
        done = [_outcome(shop, i) if act in (None, i.target.act) else _other(i) for i in ours]
        return Amendment(_status(done), draft.text, tuple(done), tuple(draft.edits()))

    acts = _acts(before, layout, instructions)
    if len(acts) < 2:
        return attempt(None)
    tried = [attempt(act) for act in acts]
    fitting = [a for a in tried if a.status == "applied"]
    # what is not understood could fit, too: then the other act's fitting says nothing
    unread = any(o.status is Status.REFUSED and o.instruction.reason for a in tried for o in a.outcomes)
    if len(fitting) == 1 and not unread:
        return fitting[0]
    reason = "provisions of several acts with this number are amended, and which act the text is of cannot be told"
    refused = tuple(Outcome(i, Status.REFUSED, reason) for i in instructions)
    return Amendment("refused", before, refused)


def _acts(text: str, layout: Layout, instructions: Sequence[Instruction]) -> list[str]:
    """The acts of which a section with the text's number is amended."""
    draft = _draft(text, layout, instructions)
    if draft is None:
        return []
    numbers = set(draft.sections)
    return list(dict.fromkeys(i.target.act for i in instructions if i.target.steps and numbers & {*_printed(i.target)}))


def _printed(target: Target) -> tuple[str, ...]:
    """The numbers that the target's section may have in a text."""
    number = target.steps[0].num
    return (number, target.codified) if target.codified else (number,)


def _other(instruction: Instruction) -> Outcome:
    return Outcome(instruction, Status.ELSEWHERE, f"it amends another act: {instruction.target.act}")


def _date(amending: Sequence[Version]) -> str | None:
    """Since when all of the amending acts are in force; None where one does not say."""
    dates = [act.in_force.start for act in amending if act.in_force]
    return max(dates) if dates and len(dates) == len(amending) else None


def _draft(text: str, layout: Layout, instructions: Sequence[Instruction]) -> Draft | None:
    """The text as one section: the one among those amended whose number stands first in it."""
    numbers = dict.fromkeys(n for i in instructions if i.target.steps for n in _printed(i.target))
    anchors = (i.anchor.steps[0].num for i in instructions if i.anchor and i.anchor.steps and not i.target.steps)
    found = [unit for n in numbers | dict.fromkeys(anchors) if (unit := layout.section(text, n)) is not None]
    unit = min(found, key=lambda u: u.num_span.start if u.num_span else 0) if found else layout.section(text, None)
    return Draft.single(text, unit) if unit is not None else None


def _outcome(shop: Workshop, instruction: Instruction, title: str | None = None) -> Outcome:
    try:
        addressed(instruction, shop.lang, title, shop.tradition.is_act)
        return Outcome(instruction, Status.APPLIED, "", carry_out(shop, instruction), shop.source)
    except Refusal as refusal:
        return Outcome(instruction, refusal.status, refusal.reason, source=shop.source)


def _status(outcomes: Sequence[Outcome], *, failed: bool = False) -> str:
    done = sum(1 for o in outcomes if o.status is Status.APPLIED)
    refused = failed or any(o.status is Status.REFUSED for o in outcomes)
    return "refused" if not done else "partly" if refused else "applied"
