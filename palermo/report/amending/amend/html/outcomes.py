"""Outcome of each instruction, in HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from palermo.corpus.amendments import Outcome, Status
from palermo.report.amending.amend.account import Account, said
from palermo.report.amending.instructions.words import short
from palermo.report.format.html.page import Markup, join, language

__all__ = ["Outcomes", "sentence"]

_COLOURS = {Status.APPLIED: "good", Status.REFUSED: "bad", Status.ELSEWHERE: ""}
_SHOWN = 160  # code points of an instruction beside the text; the rest is folded
_EDIT = 90  # code points; longer edits are seen better in the text beside


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The outcomes of one act; `places` are the numbers of their places (`d<n>`), by the number of the outcome, `level`
    is that of the first headings, `number` counts the acts of the page.
    """

    account: Account
    places: Mapping[int, int]
    level: int = 2
    number: int = 1

    def refused(self, number: int) -> bool:
        """True if the outcome leaves something to do by hand."""
        return self.account.outcomes[number].status is Status.REFUSED

    @property
    def official(self) -> str:
        """The anchor of the check against the official text."""
        return f"official{self.number}"

    def notes(self, numbers: Sequence[int], *, reasons: bool = True) -> Markup:
        """The outcomes beside the text that they are about, with or without the reasons."""
        if not numbers:
            return Markup('<p class="label">Changed by an instruction nearby.</p>')
        return join(
            Markup('<div class="note {}">\n<p>{} {}</p>\n{}{}\n</div>').format(
                "refused" if self.refused(n) else "applied",
                self._tag(self.account.outcomes[n]),
                self.head(n),
                self.reason(n) if reasons else "",
                self.said(n, numbers[at - 1] if at else None),
            )
            for at, n in enumerate(numbers)
        )

    def line(self, number: int) -> Markup:
        """The outcome in a line that leads to its place: `1(2): insert after 7(2), article 7:`."""
        link = self.link(number)
        return Markup("{}{}:").format(self.head(number), Markup(", {}").format(link) if link else "")

    def refusal(self, number: int) -> Markup:
        """Why it was not carried out, in a line by itself."""
        outcome = self.account.outcomes[number]
        return Markup('<p class="refusal">{} {} {}</p>\n').format(
            self._tag(outcome), self.account.place(outcome), sentence(outcome.reason)
        )

    def head(self, number: int) -> Markup:
        """Where the instruction stands, and what it does."""
        outcome = self.account.outcomes[number]
        where, act = self.account.place(outcome), self.account.act(outcome)
        if not where:
            return Markup("{}").format(said(outcome))
        of = Markup(" of <span{}>{}</span>").format(self._lang(outcome), act) if act else Markup("")
        return Markup("<strong>{}</strong>{}: {}").format(where, of, said(outcome))

    def reason(self, number: int) -> Markup:
        """Why it was not carried out, if it was not."""
        reason = self.account.outcomes[number].reason
        return Markup('<p class="reason">{}</p>\n').format(sentence(reason)) if reason else Markup("")

    def said(self, number: int, before: int | None) -> Markup:
        """The instruction's words, unless they are those of the one before, and the edit."""
        outcomes = self.account.outcomes
        again = before is not None and outcomes[before].instruction.text == outcomes[number].instruction.text
        return join([Markup("") if again else self.words(number), self._edit(outcomes[number])], "")

    def words(self, number: int) -> Markup:
        """The instruction's words; of long ones the first, which unfold."""
        outcome = self.account.outcomes[number]
        text, lang = outcome.instruction.text, self._lang(outcome)
        whole, first = short(text, len(text)), short(text, _SHOWN)
        if whole == first:
            return Markup("<blockquote{}>{}</blockquote>").format(lang, whole)
        return Markup('<details class="words"{}><summary>{}</summary>\n<blockquote>{}</blockquote></details>').format(
            lang, first, whole
        )

    def link(self, number: int) -> Markup:
        """To its place, named by the article; nothing where it has none."""
        place, group = self.places.get(number), self.account.homes.get(number)
        if place is None or group is None:
            return Markup("")
        return Markup('<a href="#d{}">{}</a>').format(place, group.name)

    def _tag(self, outcome: Outcome) -> Markup:
        return Markup('<span class="tag {}">{}</span>').format(_COLOURS[outcome.status], outcome.status.value)

    def _edit(self, outcome: Outcome) -> Markup:
        """What it took out and put in, where that is short; of one that was refused, what it would put in."""
        edit, payload, base = outcome.edit, outcome.instruction.payload, self.account.base
        if edit is None:
            quoted = short(payload.text, _EDIT) if payload is not None else ""
            put = Markup('<p class="edit">To put in: <q{}>{}</q></p>').format(self._lang(outcome), quoted)
            return put if quoted else Markup("")
        out = base.reading(edit.base).text if edit.base.end > edit.base.start else ""
        came = short(edit.insert, len(edit.insert))
        if max(len(out), len(came)) > _EDIT:
            return Markup("")
        marked = [Markup("<del>{}</del>").format(out)] * bool(out) + [Markup("<ins>{}</ins>").format(came)] * bool(came)
        return Markup('<p class="edit"{}>{}</p>').format(language(base.lang), join(marked, " → "))

    def _lang(self, outcome: Outcome) -> Markup:
        return language(self.account.amending[outcome.source].lang)


def sentence(text: str) -> str:
    """A reason as a sentence."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?', '!')) else '.'}"
