"""Hold amending texts against a base and carry out what they instruct."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from palermo.corpus.amendments.commencement.order import Bill, CommencementStep, Schedule
from palermo.corpus.amendments.contenders import contenders, undecided
from palermo.corpus.amendments.model import Amendment, Instruction, Op, Outcome, Status, Target
from palermo.corpus.amendments.operations.apply import carry_out
from palermo.corpus.amendments.operations.conflicts import Record
from palermo.corpus.amendments.operations.edit_context import EditContext
from palermo.corpus.amendments.provision_layout import Annexes, ProvisionLayout
from palermo.corpus.amendments.read_act import unknown
from palermo.corpus.amendments.reading.named_act import addressed, expanded
from palermo.corpus.amendments.reading.passages import of_text
from palermo.corpus.amendments.refusal import Refusal
from palermo.corpus.amendments.tradition import DraftingTradition
from palermo.corpus.amendments.working_text.consolidated import consolidated
from palermo.corpus.amendments.working_text.draft import ANNEXED, WorkingText
from palermo.corpus.model.languages import UNDETERMINED
from palermo.corpus.model.text_model import Version

__all__ = ["amend", "amend_section", "verdict"]


def amend(  # noqa: PLR0913 - what may be said of how it is done
    base: Version,
    amending: Sequence[Version | Bill],
    *,
    tradition: str | None = None,
    only: Callable[[int, Instruction], bool] = lambda source, instruction: True,
    schedule: Schedule | None = None,
    day: str | None = None,
) -> Amendment:
    """The base with every instruction of the amending acts that is addressed to it: in the order given, or that of
    `schedule`.

    With `only`, those of each act (by its place among `amending`) that it chooses; the others are left out of the
    outcomes. With `day` (ISO), those that have taken effect by then: what comes later is "not addressed", and refused
    is that of which it is not known. An act in a tradition that palermo does not know is refused as a whole; `reason`
    says so.
    """
    draft = WorkingText.of(base)
    outcomes: list[Outcome] = []
    record = Record()
    bills = [one if isinstance(one, Bill) else Bill.of(one, tradition) for one in amending]
    for step in schedule.steps if schedule else _as_given(bills):
        bill = bills[step.source]
        for instruction in (i for i in step.instructions if only(step.source, i)):
            if (foreign := _foreign(bill, instruction, base)) is not None:
                outcomes.append(Outcome(instruction, foreign.status, foreign.reason, source=step.source))
                continue
            assert bill.tradition is not None
            known, lang = bill.tradition, bill.act.lang
            cited = known.cited(lang, bill.act.ref.instrument, instruction.section)
            layout, end = known.layout(base.lang), len(bill.act.text.rstrip())
            shop = EditContext(draft, known, layout, base.lang, cited, record, step.source, step.date, end)
            wait = _waits(bill, instruction, day)
            outcomes += [_outcome(shop, part, base.title or None, wait) for part in expanded(instruction, draft)]
    reasons = [f"{bill.name}: {unknown(bill.act.lang)}" for bill in bills if bill.tradition is None]
    status = verdict(outcomes, failed=bool(reasons))
    version = consolidated(base, draft, _date(bills, outcomes))
    return Amendment(
        status,
        version.text,
        tuple(outcomes),
        tuple(draft.edits()),
        "; ".join(reasons),
        version,
        tuple(bill.table for bill in bills),
        schedule.reason if schedule else "",
    )


def _as_given(bills: Sequence[Bill]) -> list[CommencementStep]:
    return [CommencementStep(source, None, bill.instructions) for source, bill in enumerate(bills)]


def _foreign(bill: Bill, instruction: Instruction, base: Version) -> Refusal | None:
    """The reason why an amending act in another language does not change this text, unless it names the language
    version."""
    theirs, ours = bill.act.lang, base.lang
    if instruction.target.lang is not None or UNDETERMINED in (theirs, ours) or theirs == ours:
        return None
    return Refusal(f"it amends the text in its own language, {theirs!r}; this one is in {ours!r}", Status.ELSEWHERE)


def _waits(bill: Bill, instruction: Instruction, day: str | None) -> Refusal | None:
    """The reason why the instruction is not carried out for a text as of that day."""
    if day is None or instruction.op is Op.COMMENCE:
        return None
    begins = bill.table.of(instruction)
    if begins.date is None:
        return Refusal(f"whether it is in force on {day} is not known: {begins.reason}")
    return Refusal(f"it comes into force on {begins.date}", Status.ELSEWHERE) if begins.date > day else None


def amend_section(
    before: str, instruction: str, lang: str, citation: str = "", tradition: str | None = None
) -> Amendment:
    """A section as text, amended by the instructions given as text (`palermo amend --jsonl`).

    `citation` is the amending act's, for the mark that some house styles put where a provision was repealed. Where it
    can be drafted in several traditions, what comes of it must be the same in all.
    """
    readings = contenders(of_text(instruction), lang, tradition, citation=citation)
    if not readings:
        return Amendment("refused", before, (), reason=unknown(lang))
    done = [_amended(before, r.tradition, r.instructions, lang, citation) for r in readings]
    alike = {a.status for a in done} == {"applied"} and len({" ".join(a.text.split()) for a in done}) == 1
    if alike or len(done) == 1:
        return done[0]
    return _amended(before, readings[0].tradition, undecided(readings[0].instructions), lang, citation)


def _amended(
    before: str, known: DraftingTradition, instructions: Sequence[Instruction], lang: str, citation: str
) -> Amendment:
    """The section with these instructions carried out."""
    layout = known.layout(lang)

    def attempt(act: str | None) -> Amendment:
        """The section as one of this act's (None: of whichever, as no instruction names two)."""
        draft = _draft(before, layout, instructions)
        if draft is None:
            none = [Outcome(i, Status.REFUSED, "the text given begins with no number") for i in instructions]
            return Amendment("refused", before, tuple(none))
        shop = EditContext(draft, known, layout, lang, citation, Record())
        ours = [part for i in instructions for part in expanded(i, draft)]
        done = [_outcome(shop, i) if act in (None, i.target.act) else _other(i) for i in ours]
        return Amendment(verdict(done), draft.text, tuple(done), tuple(draft.edits()))

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


def _acts(text: str, layout: ProvisionLayout, instructions: Sequence[Instruction]) -> list[str]:
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


def _date(bills: Sequence[Bill], outcomes: Sequence[Outcome]) -> str | None:
    """Since when all that was carried out is in force; None where that is not known of an instruction."""
    dates = {bills[o.source].table.of(o.instruction).date for o in outcomes if o.status is Status.APPLIED}
    known = [date for date in dates if date is not None]
    return max(known) if known and len(known) == len(dates) else None


def _draft(text: str, layout: ProvisionLayout, instructions: Sequence[Instruction]) -> WorkingText | None:
    """The text as one section: the one among those amended whose number stands first in it."""
    if isinstance(layout, Annexes):
        named = dict.fromkeys(i.target.steps[0] for i in instructions if i.target.steps[:1])
        annexes = (layout.annex(text, step.num) for step in named if step.level in ANNEXED)
        if (annex := next((a for a in annexes if a is not None), None)) is not None:
            return WorkingText.single(text, annex)
    targets = [i.target for i in instructions if i.target.steps and i.target.steps[0].level not in ANNEXED]
    numbers = dict.fromkeys(n for target in targets for n in _printed(target))
    anchors = (i.anchor.steps[0].num for i in instructions if i.anchor and i.anchor.steps and not i.target.steps)
    found = [unit for n in numbers | dict.fromkeys(anchors) if (unit := layout.section(text, n)) is not None]
    unit = min(found, key=lambda u: u.num_span.start if u.num_span else 0) if found else layout.section(text, None)
    return WorkingText.single(text, unit) if unit is not None else None


def _outcome(
    shop: EditContext, instruction: Instruction, title: str | None = None, wait: Refusal | None = None
) -> Outcome:
    try:
        addressed(instruction, shop.lang, title, shop.tradition.is_act)
        if wait is not None:
            raise wait
        return Outcome(instruction, Status.APPLIED, "", carry_out(shop, instruction), shop.source)
    except Refusal as refusal:
        return Outcome(instruction, refusal.status, refusal.reason, source=shop.source)


def verdict(outcomes: Sequence[Outcome], *, failed: bool = False) -> str:
    """The status of an amendment with these outcomes; `failed` where an act was not read at all."""
    done = sum(1 for o in outcomes if o.status is Status.APPLIED)
    refused = failed or any(o.status is Status.REFUSED for o in outcomes)
    return "refused" if not done else "partly" if refused else "applied"
