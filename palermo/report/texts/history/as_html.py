"""The story of a provision as an HTML page: a table of its wordings, then each with what it changed."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.alignment.compare.compare import compare
from palermo.amending.provision_history import Story, Wording
from palermo.corpus.model.text_model import Version
from palermo.report.format.html.page import Markup, join, language, page, table
from palermo.report.redline.paragraphs import RedlineBlock, blocks
from palermo.report.redline.pieces import inline, joined, redline
from palermo.report.shared.pair_words import labels, tags
from palermo.report.texts.compare.html_pair import marked
from palermo.report.texts.history import words as told

__all__ = ["wordings"]

_STEP = 1.6  # rem of indentation


def wordings(story: Story) -> str:
    """The whole page; the n-th wording has the anchor `w<n>`."""
    lead = Markup("<p>{}, {}</p>").format(str(story.instrument), story.lang)
    rows = [_row(n, wording) for n, wording in enumerate(story.wordings, 1)]
    body = [table(told.CAPTION, told.HEAD, rows)]
    last: Wording | None = None
    for n, wording in enumerate(story.wordings, 1):
        body.append(_wording(n, wording, last, story.lang))
        last = wording
    return page(told.title(story), join(body), lead=lead, sheets=["show"])


def _row(n: int, wording: Wording) -> list[str | Markup]:
    acts = [line for _, line in told.told(wording, first=n == 1)]
    return [
        Markup('<a href="#w{}">{}</a>').format(n, told.dates(wording)),
        told.basis(wording),
        Markup("<br>").join(acts) if acts else "",
    ]


def _wording(n: int, wording: Wording, last: Wording | None, lang: str) -> Markup:
    head = Markup("<h2>{}</h2>\n<p>{}</p>").format(told.dates(wording), told.basis(wording))
    text = Markup("")
    if wording.text is not None and (last is None or last.text is None):
        text = _whole(wording.text)
    elif wording.text is not None and last is not None and last.text is not None:
        text = Markup("{}\n<details><summary>The whole wording</summary>\n{}\n</details>").format(
            join(_changes(last.text, wording.text)), _whole(wording.text)
        )
    return Markup('<section id="w{}">{}\n<article{}>\n{}\n</article></section>').format(n, head, language(lang), text)


def _whole(text: Version) -> Markup:
    parts = list(blocks(text))
    least = min((block.depth for block in parts), default=0)
    return join(_block(block, block.depth - least) for block in parts)


def _block(block: RedlineBlock, depth: int) -> Markup:
    text = Markup("<strong>{}</strong>").format(block.text) if block.heading else block.text
    return Markup('<p style="margin-left: {}rem">{}</p>').format(_STEP * depth, text)


def _changes(before: Version, after: Version) -> Iterator[Markup]:
    alignment = compare([before], [after])
    for pair in alignment.pairs:
        if pair.material:
            pieces = inline(joined(redline(pair, alignment, material=True)))
            words = join((marked(mark, some) for mark, some in pieces), "")
            head = f"{labels(pair)} ({', '.join(tags(pair, alignment))})"
            yield Markup('<p class="label">{}</p>\n<p>{}</p>').format(head, words)
