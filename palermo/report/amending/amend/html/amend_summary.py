"""Summary above an amended act: the acts, the counts, the work left to do by hand, and what was passed over."""

from __future__ import annotations

from palermo.amending.check import Check
from palermo.corpus.amendments import Status
from palermo.report.amending.amend.check.words import summary
from palermo.report.amending.amend.commencement import told
from palermo.report.amending.amend.html.outcomes import Outcomes, sentence
from palermo.report.format.html.page import Markup, join
from palermo.report.language.english import count
from palermo.report.redline.html_parts import named

__all__ = ["beginning", "passed_over"]


def beginning(outcomes: Outcomes, check: Check | None = None) -> Markup:
    """Everything that stands there; what needs no look at first is folded."""
    parts = (
        _sides(outcomes),
        _summary(outcomes, check),
        _to_do(outcomes),
        _carried_out(outcomes),
        passed_over(outcomes),
        _commencement(outcomes),
    )
    return join(filter(None, parts))


def _sides(outcomes: Outcomes) -> Markup:
    in_force, *acts = (
        named(text.lang, text.title or text.source.path, text.source.path)
        for text in (outcomes.account.base, *outcomes.account.amending)
    )
    return Markup(
        '<div class="sides heads">\n<div><p class="label">In force</p>\n{}</div>\n'
        '<div><p class="label">Amending</p>\n{}</div>\n</div>'
    ).format(in_force, join(acts))


def _summary(outcomes: Outcomes, check: Check | None) -> Markup:
    account = outcomes.account
    name = "verdict" if account.amendment.status == "applied" else "verdict open"
    reason = Markup("<p>{}</p>").format(sentence(account.amendment.reason)) if account.amendment.reason else ""
    against = Markup("")
    if check is not None:
        against = Markup('\n<p><a href="#{}">Against the official text</a>: {}</p>').format(
            outcomes.official, " ".join(summary(check))
        )
    return Markup('<p class="lead">{}.</p>\n<p class="{}">{}</p>{}{}').format(
        account.counts, name, account.verdict, reason, against
    )


def _to_do(outcomes: Outcomes) -> Markup:
    refused = outcomes.account.numbers(Status.REFUSED)
    if not refused:
        return Markup("")
    items = join(
        Markup("<li>\n<p>{}</p>\n{}{}{}\n</li>").format(
            outcomes.head(n),
            outcomes.reason(n),
            outcomes.said(n, refused[at - 1] if at else None),
            outcomes.link(n),
        )
        for at, n in enumerate(refused)
    )
    return Markup('<section class="todo">\n<h{0}>To do by hand: {1}</h{0}>\n<ol>\n{2}\n</ol>\n</section>').format(
        outcomes.level, count(len(refused), "instruction"), items
    )


def _carried_out(outcomes: Outcomes) -> Markup:
    applied = outcomes.account.numbers(Status.APPLIED)
    if not applied:
        return Markup("")
    items = join(Markup("<li>{} {}</li>").format(outcomes.head(n), outcomes.link(n)) for n in applied)
    return Markup('<details class="list"><summary>{} applied</summary>\n<ol>\n{}\n</ol></details>').format(
        count(len(applied), "instruction"), items
    )


def passed_over(outcomes: Outcomes) -> Markup:
    """Folded list of the instructions that are not addressed to the act, by the reasons."""
    parts = []
    for reason, numbers in outcomes.account.passed_over():
        items = join(Markup("<li>{}{}</li>").format(outcomes.head(n), outcomes.words(n)) for n in numbers)
        parts.append(
            Markup("<details><summary>{:,}: {}</summary>\n<ol>\n{}\n</ol></details>").format(
                len(numbers), reason, items
            )
        )
    if not parts:
        return Markup("")
    total = len(outcomes.account.numbers(Status.ELSEWHERE))
    return Markup('<details class="list"><summary>{:,} {}</summary>\n{}\n</details>').format(
        total, outcomes.account.aside, join(parts)
    )


def _commencement(outcomes: Outcomes) -> Markup:
    parts = []
    for name, sentences in told(outcomes.account.amendment, outcomes.account.amending):
        lines = join(Markup("<li>{}</li>").format(sentence) for sentence in sentences)
        head = Markup("<p>{}</p>\n").format(name) if name and len(outcomes.account.amending) > 1 else Markup("")
        parts.append(Markup("{}<ul>\n{}\n</ul>").format(head, lines))
    if not parts:
        return Markup("")
    return Markup(
        '<details class="list"><summary>When the amending acts come into force</summary>\n{}\n</details>'
    ).format(join(parts))
