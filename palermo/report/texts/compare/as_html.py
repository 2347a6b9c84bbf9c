"""A comparison as an HTML page: two columns that stand level and become one on a narrow screen, article by article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from palermo.alignment.compare.model import Alignment, Pair
from palermo.corpus.model.text_model import Provision, Version
from palermo.report.format.html.page import Markup, join, language, page
from palermo.report.language.english import count
from palermo.report.redline.html_parts import named, steps
from palermo.report.redline.places import RedlinePlaces
from palermo.report.shared.pair_words import bilingual, called, headline, label, labels, nothing, summary, tags, title
from palermo.report.texts.compare.groups import Departure, PairGroup, groups
from palermo.report.texts.compare.html_pair import ShownPair, difference, names, tag_list, unchanged
from palermo.report.texts.compare.touched import Against
from palermo.report.texts.compare.touched import headline as touching

__all__ = ["compare"]

_LIST_FROM = 2  # differences; a single one needs no list, no filter and no way to the next
_CONTEXT = 2  # so many unchanged provisions in a row are shown among the differences of an article; more are folded


def compare(alignment: Alignment, against: Against | None = None) -> str:
    """The whole page. The n-th difference has the anchor `d<n>`, and links to the one before and after it; what moved
    leaves the anchor `from<n>` where it stood. Filters and links work without the script, which only adds keys.
    """
    places = RedlinePlaces(alignment)
    parts = list(groups(places))
    pairs = [item for group in parts for item in group.items if isinstance(item, Pair)]
    differing = [pair for pair in pairs if pair.differs]
    shown = ShownPair(places, {id(pair): n for n, pair in enumerate(differing, 1)}, against)
    body = [_sides(alignment), _counts(alignment), _touching(shown), _bar(pairs, shown), _list(differing, shown)]
    for differs, some in groupby(parts, key=lambda group: group.differs):
        if differs:
            body.extend(_article(group, shown) for group in some)
        else:
            body.append(_folded([pair for group in some for pair in group.items if isinstance(pair, Pair)], shown))
    return page(title(alignment), join(body), sheets=["compare"], script="compare" if differing else None)


def _sides(alignment: Alignment) -> Markup:
    return Markup('<div class="sides heads">\n{}\n{}\n</div>').format(
        _side("Left", alignment.left), _side("Right", alignment.right)
    )


def _side(name: str, versions: Sequence[Version]) -> Markup:
    texts = join(named(v.lang, headline(v), v.source.path) for v in versions)
    return Markup('<div><h2 class="label">{}</h2>\n{}</div>').format(name, texts)


def _counts(alignment: Alignment) -> Markup:
    counts = join((Markup("<li>{}</li>").format(text) for text in summary(alignment)), "")
    legend = Markup(
        "Struck: <del>only in the left text</del>. Underlined: <ins>only in the right text</ins>. "
        "Differences of spaces, quotation marks, dashes, ё and е, and markup are not marked."
    )
    if any(bilingual(pair, alignment) for pair in alignment.pairs):
        legend = Markup("Counterparts are in two languages: they stand side by side, and no words are marked.")
    return Markup(
        '<ul class="counts" aria-label="Counts of provisions">{}</ul>\n<p class="label legend">{}</p>'
    ).format(counts, legend)


def _touching(shown: ShownPair) -> Markup:
    if shown.against is None:
        return Markup("")
    elsewhere = shown.against.found.elsewhere
    more = ""
    if elsewhere:
        moved = ", ".join(f"{shown.against.label(touch)} ({touch.direction.value})" for touch in elsewhere)
        more = f" The answer moved, though its words stand in no changed clause: {moved}."
    return Markup("<p>{}{}</p>").format(touching(shown.against, shown.alignment.pairs), more)


def _bar(pairs: Sequence[Pair], shown: ShownPair) -> Markup:
    """What stays in sight: the filters, the way to the next difference, and the text as a strip."""
    differing = [pair for pair in pairs if pair.differs]
    if len(differing) < _LIST_FROM:
        return Markup("") if differing else Markup('<p class="lead">{}</p>').format(nothing(shown.alignment))
    filters = []
    if not any(bilingual(pair, shown.alignment) for pair in differing):
        filters.append(_filter("material", "Material only", sum(pair.material for pair in differing)))
    if shown.against is not None:
        touching_pairs = sum(bool(shown.against.of(pair)) for pair in differing)
        filters.append(_filter("touches", "Touching the framework only", touching_pairs))
    return Markup('<nav class="bar" aria-label="Differences">\n{}\n{}\n{}\n</nav>').format(
        join(filters), steps(len(differing)), _strip(pairs, shown)
    )


def _filter(name: str, text: str, number: int) -> Markup:
    return Markup('<label><input type="checkbox" id="only-{}"> {} ({:,})</label>').format(name, text, number)


def _strip(pairs: Sequence[Pair], shown: ShownPair) -> Markup:
    """The whole text: each difference a link in its place, what is unchanged as wide as it is long."""
    parts = []
    for differs, run in groupby(pairs, key=lambda pair: pair.differs):
        some = list(run)
        if not differs:
            parts.append(Markup('<span style="flex-grow:{}"></span>').format(sum(map(_length, some)) or 1))
            continue
        for pair in some:
            name = f"{labels(pair)}: {', '.join(tags(pair, shown.alignment))}"
            parts.append(
                Markup(
                    '<a href="#d{}" class="{}" style="flex-grow:{}" title="{}" aria-label="{}" tabindex="-1"></a>'
                ).format(shown.number(pair), names(pair, shown), _length(pair) or 1, name, name)
            )
    return Markup('<div class="strip" role="group" aria-label="Overview of the text">{}</div>').format(join(parts, ""))


def _length(pair: Pair) -> int:
    """The code points of its own text, of the longer side."""
    return max(sum(end - start for p in side for start, end in p.own_spans()) for side in (pair.left, pair.right))


def _list(differing: Sequence[Pair], shown: ShownPair) -> Markup:
    if len(differing) < _LIST_FROM:
        return Markup("")
    items = join(
        Markup('<li class="{}"><a href="#d{}">{}</a> {}</li>').format(
            names(pair, shown), shown.number(pair), labels(pair), tag_list(pair, shown)
        )
        for pair in differing
    )
    return Markup('<details class="list"><summary>All {:,} differences</summary>\n<ol>\n{}\n</ol></details>').format(
        len(differing), items
    )


def _article(group: PairGroup, shown: ShownPair) -> Markup:
    if all(isinstance(item, Departure) for item in group.items):  # the whole article left its place
        return join(_items(group, shown))
    return Markup('<section class="article">\n<h2>{}</h2>\n{}\n</section>').format(
        _heading(group, shown), join(_items(group, shown))
    )


def _heading(group: PairGroup, shown: ShownPair) -> Markup:
    left, right = group.left, group.right
    sides = [(left, shown.alignment.left), (right, shown.alignment.right)]
    titles = [Markup("<span{}>{}</span>").format(_spoken(p, side), called(p)) for p, side in sides if p is not None]
    return join(dict.fromkeys(titles), " → ")


def _spoken(provision: Provision, side: Sequence[Version]) -> Markup:
    """The language of a heading, which may be one of several texts of a side."""
    version = next((v for v in side if v.provisions.get(provision.id) is provision), side[0])
    return language(version.lang) if provision.heading else Markup("")


def _items(group: PairGroup, shown: ShownPair) -> Iterator[Markup]:
    run: list[Pair] = []
    for item in group.items:
        if isinstance(item, Pair) and not item.differs:
            if not _only_heading(item, group, shown):
                run.append(item)
            continue
        yield _run(run, shown)
        run = []
        yield _departure(item, shown) if isinstance(item, Departure) else difference(item, shown)
    yield _run(run, shown)


def _only_heading(pair: Pair, group: PairGroup, shown: ShownPair) -> bool:
    """Whether it is the article's heading and nothing else, which stands above already."""
    article = group.right
    if article is None or article.heading_span is None or pair.right != (article,) or pair.right_source is None:
        return False
    text, end = shown.alignment.right[pair.right_source].text, article.heading_span.end
    return not any(c.isalnum() for span in article.own_spans() for c in text[max(span.start, end) : span.end])


def _run(pairs: list[Pair], shown: ShownPair) -> Markup:
    return unchanged(pairs, shown) if len(pairs) <= _CONTEXT else _folded(pairs, shown)


def _departure(gone: Departure, shown: ShownPair) -> Markup:
    n, pair = shown.number(gone.pair), gone.pair
    return Markup(
        '<p class="gone" id="from{n}" tabindex="-1">{old} stood here in the left text. '
        '<a href="#d{n}">Where it went: {new}</a></p>'
    ).format(n=n, old=label(pair.left), new=label(pair.right))


def _folded(pairs: list[Pair], shown: ShownPair) -> Markup:
    texts = unchanged(pairs, shown)
    if not texts:
        return Markup("")
    name = " – ".join(dict.fromkeys(label(pair.right or pair.left) for pair in (pairs[0], pairs[-1])))
    return Markup('<details class="unchanged"><summary>{} unchanged: {}</summary>\n{}\n</details>').format(
        count(len(pairs), "provision"), name, texts
    )
