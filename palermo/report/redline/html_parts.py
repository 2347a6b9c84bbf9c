"""Parts of the pages that show a redline: the names of its texts, and the way from one difference to the next."""

from __future__ import annotations

from palermo.report.format.html.page import Markup, join, language

__all__ = ["lines", "named", "near", "steps"]


def near(number: int, total: int) -> Markup:
    """The way from a difference to its neighbours, and which of how many it is."""
    links: list[Markup] = []
    if number > 1:
        links.append(Markup('<a href="#d{}" rel="prev">previous</a>').format(number - 1))
    links.append(Markup("<span>{:,} of {:,}</span>").format(number, total))
    if number < total:
        links.append(Markup('<a href="#d{}" rel="next">next</a>').format(number + 1))
    return Markup('<p class="near">{}</p>').format(join(links, " "))


def steps(total: int) -> Markup:
    """The way to the next difference, for the bar that stays in sight; the script shows it."""
    return Markup(
        '<span class="steps" hidden><a href="#d1" rel="prev" title="Key p or k">previous</a> '
        '<span class="where">{:,} differences</span> '
        '<a href="#d1" rel="next" title="Key n or j">next</a></span>'
    ).format(total)


def named(lang: str, title: str, path: str) -> Markup:
    """A text by its title, with its file below."""
    return Markup('<p><span{}>{}</span><br><span class="label path">{}</span></p>').format(language(lang), title, path)


def lines(text: str) -> Markup:
    """The text with its line breaks."""
    return Markup("<br>").join(text.split("\n"))
