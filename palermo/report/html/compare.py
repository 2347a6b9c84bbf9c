"""A comparison as an HTML page: two columns that become one on a narrow screen, what is unchanged folded away."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from alignment.model import Alignment, Pair
from corpus.model import Version
from palermo.report.html.page import Markup, join, language, page
from palermo.report.pairs import headline, label, labels, summary, tags
from palermo.report.redline import Mark, Piece, redline, spaced
from palermo.report.touched import Against

__all__ = ["compare"]

_LIST_FROM = 2  # differences; a single one needs no list
_TITLES = {Mark.SAME: "", Mark.OUT: "del", Mark.IN: "ins"}


def compare(alignment: Alignment, against: Against | None = None) -> str:
    """The whole page. The n-th difference has the anchor `d<n>`, and links to the one before and after it."""
    numbers = {id(pair): n for n, pair in enumerate((p for p in alignment.pairs if p.differs), 1)}
    body = [_sides(alignment), _counts(alignment), _strip(alignment, numbers), _list(alignment, numbers)]
    for differs, pairs in groupby(alignment.pairs, key=lambda pair: pair.differs):
        if differs:
            body.extend(_difference(pair, alignment, numbers[id(pair)], len(numbers)) for pair in pairs)
        else:
            body.append(_unchanged(list(pairs), alignment))
    return page(_title(alignment), join(body), sheets=["compare"])


def _title(alignment: Alignment) -> str:
    left, right = alignment.left[0], alignment.right[0]
    if left.title and left.title == right.title:
        dates = [v.in_force.start for v in (left, right) if v.in_force is not None]
        return f"{left.title}: {' and '.join(dates)}" if len(set(dates)) == 2 else left.title
    return f"{left.title or left.source.path} and {right.title or right.source.path}"


def _sides(alignment: Alignment) -> Markup:
    return Markup('<div class="sides heads">\n{}\n{}\n</div>').format(
        _side("Left", alignment.left), _side("Right", alignment.right)
    )


def _side(name: str, versions: Sequence[Version]) -> Markup:
    texts = join(
        Markup('<p><span{}>{}</span><br><span class="label path">{}</span></p>').format(
            language(v.lang), headline(v), v.source.path
        )
        for v in versions
    )
    return Markup('<div><h2 class="label">{}</h2>\n{}</div>').format(name, texts)


def _counts(alignment: Alignment) -> Markup:
    counts = join((Markup("<li>{}</li>").format(text) for text in summary(alignment)), "")
    return Markup(
        '<ul class="counts" aria-label="Counts of provisions">{}</ul>\n'
        '<p class="label">Struck: <del>only in the left text</del>. Underlined: <ins>only in the right text</ins>. '
        "Differences of spaces, quotation marks, dashes and markup are not marked.</p>"
    ).format(counts)


def _strip(alignment: Alignment, numbers: dict[int, int]) -> Markup:
    """The whole text as a strip: each difference a link in its place, what is unchanged as wide as it is long."""
    if not numbers:
        return Markup("")
    parts = []
    for differs, pairs in groupby(alignment.pairs, key=lambda pair: pair.differs):
        some = list(pairs)
        if not differs:
            parts.append(Markup('<span style="flex-grow:{}"></span>').format(len(some)))
            continue
        for pair in some:
            n = numbers[id(pair)]
            name = f"{labels(pair)}: {', '.join(tags(pair))}"
            parts.append(
                Markup('<a href="#d{}" class="{}" title="{}" aria-label="{}" tabindex="-1"></a>').format(
                    n, pair.kind.value, name, name
                )
            )
    return Markup('<nav class="strip" aria-label="Overview of the text">{}</nav>').format(join(parts, ""))


def _list(alignment: Alignment, numbers: dict[int, int]) -> Markup:
    if len(numbers) < _LIST_FROM:
        return Markup("") if numbers else Markup('<p class="lead">No words differ.</p>')
    items = join(
        Markup('<li><a href="#d{}">{}</a> {}</li>').format(numbers[id(pair)], labels(pair), _tags(pair))
        for pair in alignment.pairs
        if pair.differs
    )
    return Markup('<details class="list"><summary>All {:,} differences</summary>\n<ol>\n{}\n</ol></details>').format(
        len(numbers), items
    )


def _difference(pair: Pair, alignment: Alignment, number: int, total: int) -> Markup:
    pieces = redline(pair, alignment)
    left = _column(pieces, Mark.OUT, alignment.left, pair.left_source, "Not in the left text.")
    right = _column(pieces, Mark.IN, alignment.right, pair.right_source, "Not in the right text.")
    return Markup(
        '<section class="pair {kind}" id="d{n}" aria-labelledby="h{n}">\n'
        '<header><h2 id="h{n}">{name}</h2> {tags}\n<nav aria-label="Differences">{links}</nav></header>\n'
        '<div class="sides">\n{left}\n{right}\n</div>\n</section>'
    ).format(
        kind=pair.kind.value,
        n=number,
        name=labels(pair),
        tags=_tags(pair),
        links=_links(number, total),
        left=left,
        right=right,
    )


def _column(
    pieces: Sequence[Piece], mark: Mark, versions: Sequence[Version], source: int | None, absent: str
) -> Markup:
    if source is None:
        return Markup('<p class="absent">{}</p>').format(absent)
    texts = [(p.mark, p.left if mark is Mark.OUT else p.right) for p in pieces if p.mark in (Mark.SAME, mark)]
    return Markup("<p{}>{}</p>").format(language(versions[source].lang), join(map(_marked, texts), ""))


def _marked(piece: tuple[Mark, str]) -> Markup:
    mark, text = piece
    element = _TITLES[mark]
    if not element or not text.strip():
        return _lines(text)
    before, words, after = spaced(text)
    return Markup("{}<{}>{}</{}>{}").format(_lines(before), Markup(element), _lines(words), Markup(element), after)


def _lines(text: str) -> Markup:
    return Markup("<br>").join(text.split("\n"))


def _links(number: int, total: int) -> Markup:
    links: list[Markup] = []
    if number > 1:
        links.append(Markup('<a href="#d{}" rel="prev">previous</a>').format(number - 1))
    links.append(Markup("<span>{:,} of {:,}</span>").format(number, total))
    if number < total:
        links.append(Markup('<a href="#d{}" rel="next">next</a>').format(number + 1))
    return join(links, " ")


def _tags(pair: Pair) -> Markup:
    colour = {"added": "good", "removed": "bad"}
    return join(Markup('<span class="tag {}">{}</span>').format(colour.get(tag, "warn"), tag) for tag in tags(pair))


def _unchanged(pairs: Sequence[Pair], alignment: Alignment) -> Markup:
    """Provisions whose words are the same, folded away, each once."""
    read = [(pair, "".join(p.right for p in redline(pair, alignment)).strip()) for pair in pairs]
    shown = [(pair, text) for pair, text in read if text]
    if not shown:
        return Markup("")
    name = " – ".join(dict.fromkeys(label(pair.right or pair.left) for pair, _ in (shown[0], shown[-1])))
    lang = language(alignment.right[0].lang)
    texts = join(Markup("<p{}>{}</p>").format(lang, _lines(text)) for _, text in shown)
    return Markup('<details class="same"><summary>{} unchanged: {}</summary>\n{}\n</details>').format(
        f"{len(shown):,} {'provision' if len(shown) == 1 else 'provisions'}", name, texts
    )
