"""A check against the official text as a section of the page of an amendment."""

from __future__ import annotations

from palermo.checking import Check, Difference, Why
from palermo.report.checked import SAID, TITLES, beside, called, left_over, pieces, summary, tags
from palermo.report.html.amend_outcomes import Outcomes
from palermo.report.html.amend_text import running
from palermo.report.html.page import Markup, join, language
from palermo.report.pairs import headline
from palermo.report.redline import shortened

__all__ = ["checked", "pointer"]

_CONTEXT = 20  # words


def pointer(check: Check) -> Markup:
    """The first figures, leading to the section."""
    return Markup('<p><a href="#official">Against the official text</a>: {}</p>').format(" ".join(summary(check)))


def checked(check: Check, outcomes: Outcomes) -> Markup:
    """The figures, then what no instruction explains, what is not shown, and what a refusal hides."""
    figures = join(Markup("<li>{}</li>").format(sentence) for sentence in summary(check))
    parts = [_part(why, title, check, outcomes) for why, title in TITLES.items()]
    return Markup(
        '<section class="official" id="official">\n<h2>Against the official text</h2>\n<p><span{}>{}</span><br>'
        '<span class="label path">{}</span></p>\n<ul>\n{}\n</ul>\n{}\n</section>'
    ).format(
        language(check.official.lang),
        headline(check.official),
        check.official.source.path,
        figures,
        join(filter(None, parts)),
    )


def _part(why: Why, title: str, check: Check, outcomes: Outcomes) -> Markup:
    items = [_difference(difference, check, outcomes) for difference in check.explained(why)]
    items += [
        Markup("<li><p>{} {}</p></li>").format(outcomes.line(n), SAID[check.verdicts[n]]) for n in left_over(check, why)
    ]
    if not items:
        return Markup("")
    return Markup("<h3>{}</h3>\n<ol>\n{}\n</ol>").format(title, join(items))


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
