"""A text as an HTML page: its provisions as nested sections, with a table of contents where there are many."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.amending.text_on_day import Standing
from palermo.corpus.model.text_model import Provision, Version
from palermo.report.format.html.page import Markup, join, language, page
from palermo.report.redline.paragraphs import RedlineBlock, blocks
from palermo.report.texts.history import built_from
from palermo.report.texts.show.words import known, steps

__all__ = ["show"]

_LISTED = frozenset(
    [
        "part",
        "book",
        "title",
        "chapter",
        "subchapter",
        "section",
        "article",
        "rule",
        "regulation",
        "schedule",
        "attachment",
    ]
)
_FEW = 8  # headings; below this the page is its own table of contents


def show(version: Version, standing: Standing | None = None) -> str:
    """The whole page. Every provision has its eId as its anchor; with `standing`, what the text was built from."""
    parts = list(blocks(version))
    body = Markup("{}\n<article{}>\n{}\n</article>").format(
        _contents(parts), language(version.lang), join(_sections(version.root, parts))
    )
    return page(version.title or version.source.path, body, lead=_facts(version, standing), sheets=["show"])


def _facts(version: Version, standing: Standing | None) -> Markup:
    items = [Markup("<dt>{}</dt><dd>{}</dd>").format(*fact) for fact in known(version)]
    if standing is not None:
        items.append(Markup("<dt>{}</dt><dd>{}</dd>").format(f"On {standing.at}", _built(standing)))
    return Markup('<dl class="facts">{}</dl>').format(join(items))


def _built(found: Standing) -> Markup:
    lines = steps(found)
    listed = Markup("<ul>{}</ul>").format(join(Markup("<li>{}</li>").format(line) for line in lines)) if lines else ""
    return Markup("{}{}").format(built_from.verdict(found), listed)


def _contents(parts: list[RedlineBlock]) -> Markup:
    listed = [b for b in parts if b.heading and b.provision.id and b.provision.level in _LISTED]
    if len(listed) < _FEW:
        return Markup("")
    items = join(
        Markup('<li class="depth{}"><a href="#{}">{}</a></li>').format(min(b.depth, 5), b.provision.id, b.text)
        for b in listed
    )
    return Markup(
        '<nav aria-label="Contents"><details><summary>Contents</summary>\n'
        '<ol class="contents">\n{}\n</ol>\n</details></nav>'
    ).format(items)


def _sections(root: Provision, parts: list[RedlineBlock]) -> Iterator[Markup]:
    """Sections opened and closed as the blocks go down and up the tree."""
    parents = {child.id: parent for parent in root.walk() for child in parent.children}
    open_: list[Provision] = []
    for block in parts:
        chain = _chain(block.provision, root, parents)
        while open_ and (len(open_) > len(chain) or open_[-1] is not chain[len(open_) - 1]):
            open_.pop()
            yield Markup("</section>")
        for provision in chain[len(open_) :]:
            open_.append(provision)
            yield Markup('<section id="{}" class="{}">').format(provision.id, provision.level)
        yield _block(block)
    for _ in open_:
        yield Markup("</section>")


def _chain(provision: Provision, root: Provision, parents: dict[str, Provision]) -> list[Provision]:
    chain: list[Provision] = []
    while provision is not root:
        chain.append(provision)
        provision = parents[provision.id]
    return chain[::-1]


def _block(block: RedlineBlock) -> Markup:
    if block.heading:
        return Markup("<h{0}>{1}</h{0}>").format(min(block.depth + 1, 6) if block.depth else 2, block.text)
    return Markup("<p>{}</p>").format(block.text)
