"""What became of each instruction, in HTML: the list of what is left to do, and the notes beside the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.amendments import Outcome, Status
from palermo.checking import Check
from palermo.report.amended import Account, said
from palermo.report.checked import summary
from palermo.report.commencement import told
from palermo.report.html.page import Markup, join, language
from palermo.report.instructions import short
from palermo.report.terminal.common import count

__all__ = ["Outcomes"]

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
        """Whether there is something left to do by hand."""
        return self.account.outcomes[number].status is Status.REFUSED

    def beginning(self, check: Check | None = None) -> Markup:
        """The acts, the counts in plain words, what a lawyer has to do by hand, and what is not addressed."""
        parts = [
            *(self._sides(), self._summary(check), self._to_do(), self._carried_out(), self.passed_over()),
            self._commencement(),
        ]
        return join(filter(None, parts))

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
                self._tag(self.account.outcomes[n].status),
                self._head(self.account.outcomes[n]),
                self._reason(n) if reasons else "",
                self._said(n, numbers[at - 1] if at else None),
            )
            for at, n in enumerate(numbers)
        )

    def line(self, number: int) -> Markup:
        """The outcome in a line that leads to its place: `1(2): insert after 7(2), article 7:`."""
        link = self._link(number)
        return Markup("{}{}:").format(
            self._head(self.account.outcomes[number]), Markup(", {}").format(link) if link else ""
        )

    def refusal(self, number: int) -> Markup:
        """Why it was not carried out, in a line by itself."""
        outcome = self.account.outcomes[number]
        return Markup('<p class="refusal">{} {} {}</p>\n').format(
            self._tag(outcome.status), self.account.place(outcome), _sentence(outcome.reason)
        )

    def _sides(self) -> Markup:
        base = self.account.base
        acts = join(
            Markup('<p><span{}>{}</span><br><span class="label path">{}</span></p>').format(
                language(act.lang), act.title or act.source.path, act.source.path
            )
            for act in self.account.amending
        )
        return Markup(
            '<div class="sides heads">\n<div><p class="label">In force</p>\n<p><span{}>{}</span><br>'
            '<span class="label path">{}</span></p></div>\n<div><p class="label">Amending</p>\n{}</div>\n</div>'
        ).format(language(base.lang), base.title or base.source.path, base.source.path, acts)

    def _summary(self, check: Check | None) -> Markup:
        account = self.account
        name = "verdict" if account.amendment.status == "applied" else "verdict open"
        reason = Markup("<p>{}</p>").format(_sentence(account.amendment.reason)) if account.amendment.reason else ""
        against = Markup("")
        if check is not None:
            against = Markup('\n<p><a href="#{}">Against the official text</a>: {}</p>').format(
                self.official, " ".join(summary(check))
            )
        return Markup('<p class="lead">{}.</p>\n<p class="{}">{}</p>{}{}').format(
            account.counts, name, account.verdict, reason, against
        )

    def _to_do(self) -> Markup:
        refused = self.account.numbers(Status.REFUSED)
        if not refused:
            return Markup("")
        items = join(
            Markup("<li>\n<p>{}</p>\n{}{}{}\n</li>").format(
                self._head(self.account.outcomes[n]),
                self._reason(n),
                self._said(n, refused[at - 1] if at else None),
                self._link(n),
            )
            for at, n in enumerate(refused)
        )
        return Markup('<section class="todo">\n<h{0}>To do by hand: {1}</h{0}>\n<ol>\n{2}\n</ol>\n</section>').format(
            self.level, count(len(refused), "instruction"), items
        )

    def _carried_out(self) -> Markup:
        applied = self.account.numbers(Status.APPLIED)
        if not applied:
            return Markup("")
        items = join(
            Markup("<li>{} {}</li>").format(self._head(self.account.outcomes[n]), self._link(n)) for n in applied
        )
        return Markup('<details class="list"><summary>{} applied</summary>\n<ol>\n{}\n</ol></details>').format(
            count(len(applied), "instruction"), items
        )

    def passed_over(self) -> Markup:
        """What is not addressed to the act, by its reasons, folded."""
        parts = []
        for reason, numbers in self.account.passed_over():
            items = join(
                Markup("<li>{}{}</li>").format(self._head(outcome), self._words(outcome))
                for outcome in (self.account.outcomes[n] for n in numbers)
            )
            parts.append(
                Markup("<details><summary>{:,}: {}</summary>\n<ol>\n{}\n</ol></details>").format(
                    len(numbers), reason, items
                )
            )
        if not parts:
            return Markup("")
        total = len(self.account.numbers(Status.ELSEWHERE))
        return Markup('<details class="list"><summary>{:,} {}</summary>\n{}\n</details>').format(
            total, self.account.aside, join(parts)
        )

    def _commencement(self) -> Markup:
        parts = []
        for name, sentences in told(self.account.amendment, self.account.amending):
            lines = join(Markup("<li>{}</li>").format(sentence) for sentence in sentences)
            head = Markup("<p>{}</p>\n").format(name) if name and len(self.account.amending) > 1 else Markup("")
            parts.append(Markup("{}<ul>\n{}\n</ul>").format(head, lines))
        if not parts:
            return Markup("")
        return Markup(
            '<details class="list"><summary>When the amending acts come into force</summary>\n{}\n</details>'
        ).format(join(parts))

    def _tag(self, status: Status) -> Markup:
        return Markup('<span class="tag {}">{}</span>').format(_COLOURS[status], status.value)

    def _head(self, outcome: Outcome) -> Markup:
        """Where the instruction stands, and what it does."""
        where = self.account.place(outcome)
        act = self.account.act(outcome)
        of = Markup(" of <span{}>{}</span>").format(language(self._lang(outcome)), act) if act else ""
        return (
            Markup("<strong>{}</strong>{}: {}").format(where, of, said(outcome))
            if where
            else Markup("{}").format(said(outcome))
        )

    def _reason(self, number: int) -> Markup:
        reason = self.account.outcomes[number].reason
        return Markup('<p class="reason">{}</p>\n').format(_sentence(reason)) if reason else Markup("")

    def _said(self, number: int, before: int | None) -> Markup:
        """The instruction's words, unless they are those of the one before, and the edit."""
        outcomes = self.account.outcomes
        outcome = outcomes[number]
        again = before is not None and outcomes[before].instruction.text == outcome.instruction.text
        return join([Markup("") if again else self._words(outcome), self._edit(outcome)], "")

    def _words(self, outcome: Outcome) -> Markup:
        """The instruction's words; of long ones the first, which unfold."""
        text, lang = outcome.instruction.text, language(self._lang(outcome))
        whole, first = short(text, len(text)), short(text, _SHOWN)
        if whole == first:
            return Markup("<blockquote{}>{}</blockquote>").format(lang, whole)
        return Markup('<details class="words"{}><summary>{}</summary>\n<blockquote>{}</blockquote></details>').format(
            lang, first, whole
        )

    def _edit(self, outcome: Outcome) -> Markup:
        """What it took out and put in, where that is short; of one that was refused, what it would put in."""
        if outcome.edit is None:
            payload = outcome.instruction.payload
            quoted = short(payload.text, _EDIT) if payload is not None else ""
            return (
                Markup('<p class="edit">To put in: <q{}>{}</q></p>').format(language(self._lang(outcome)), quoted)
                if quoted
                else Markup("")
            )
        base = self.account.base
        out = base.reading(outcome.edit.base).text if outcome.edit.base.end > outcome.edit.base.start else ""
        came = short(outcome.edit.insert, len(outcome.edit.insert))
        if max(len(out), len(came)) > _EDIT:
            return Markup("")
        marked = [Markup("<del>{}</del>").format(out)] * bool(out) + [Markup("<ins>{}</ins>").format(came)] * bool(came)
        return Markup('<p class="edit"{}>{}</p>').format(language(base.lang), join(marked, " → "))

    def _link(self, number: int) -> Markup:
        place = self.places.get(number)
        group = self.account.homes.get(number)
        if place is None or group is None:
            return Markup("")
        return Markup('<a href="#d{}">{}</a>').format(place, group.name)

    def _lang(self, outcome: Outcome) -> str:
        return self.account.amending[outcome.source].lang


def _sentence(text: str) -> str:
    """A reason as a sentence."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?', '!')) else '.'}"
