"""A check against the official text as a section of the page of an amendment."""

from __future__ import annotations

from palermo.amending.check import Check, Difference, DifferenceReason
from palermo.report.amending.amend.check.words import SAID, TITLES, beside, called, left_over, pieces, summary, tags
from palermo.report.amending.amend.html.amended_paragraphs import running
from palermo.report.amending.amend.html.outcomes import Outcomes
from palermo.report.format.html.page import Markup, join, language
from palermo.report.redline.html_parts import named
from palermo.report.redline.pieces import shortened
from palermo.report.shared.pair_words import headline

__all__ = ["checked"]

_CONTEXT = 20  # words


def checked(check: Check, outcomes: Outcomes) -> Markup:
    """The figures, then what no instruction explains, what is not shown, and what a refusal hides."""
    figures = join(Markup("<li>{}</li>").format(sentence) for sentence in summary(check))
    parts = [_part(why, title, check, outcomes) for why, title in TITLES.items()]
    return Markup(
        '<section id="{1}">\n<h{0}>Against the official text</h{0}>\n{2}\n<ul>\n{3}\n</ul>\n{4}\n</section>'
    ).format(
        outcomes.level,
        outcomes.official,
        named(check.official.lang, headline(check.official), check.official.source.path),
        figures,
        join(filter(None, parts)),
    )


def _part(why: DifferenceReason, title: str, check: Check, outcomes: Outcomes) -> Markup:
    items = [_difference(difference, check, outcomes) for difference in check.explained(why)]
    items += [
        Markup("<li><p>{} {}</p></li>").format(outcomes.line(n), SAID[check.verdicts[n]]) for n in left_over(check, why)
    ]
    if not items:
        return Markup("")
    return Markup("<h{0}>{1}</h{0}>\n<ol>\n{2}\n</ol>").format(outcomes.level + 1, title, join(items))


def _difference(difference: Difference, check: Check, outcomes: Outcomes) -> Markup:
    told = join(
        Markup('<p class="label">{} {}</p>').format(outcomes.line(n), SAID.get(check.verdicts[n], ""))
        for n in difference.outcomes
    )
    note = beside(difference)
    return Markup('<li>\n<p><strong>{}</strong> <span class="tag warn">{}</span></p>\n{}<p{}>{}</p>{}\n</li>').format(
        called(difference),
        tags(difference),
        told,
        language(check.official.lang),
        running(shortened(pieces(difference, check), _CONTEXT)),
        Markup('\n<p class="label">The official text notes there: {}</p>').format(note) if note else "",
    )
