"""The law's own words with what was found in them marked; beside them the official text, equal elements in one mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from palermo.corpus.model.findings import GapAnalysis, Value
from palermo.corpus.model.text_model import BASIC_UNITS, Provision, Span, Version
from palermo.kb.frameworks.framework import Element, Framework
from palermo.report.format.html.page import Markup, join, language
from palermo.report.language.message import Message
from palermo.report.redline.html_parts import lines
from palermo.report.shared.framework_words import label, titled
from palermo.report.shared.quotes import OPEN
from palermo.texts.official_text import Official

__all__ = ["law"]

_TITLE, _ARTICLE = Message("The law’s own words"), Message("Article {article}")
_MARKED = Message("What the findings rest on is marked; each mark names its elements.")
_BESIDE = Message("Beside the law stand the words of: {framework}. The same number marks the same element in both.")
_PLAIN = Message("Not found in the law, and plain there: {names}.")

_LONG = 120  # code points: evidence longer than this (a whole sentence) gives way to the words inside it


@dataclass(frozen=True, slots=True)
class _Mark:
    """An element found in the law: `number` is the same wherever it is marked."""

    number: int
    element: Element


def law(analysis: GapAnalysis, framework: Framework, official: Official | None) -> Markup:
    """The articles that hold what was found, whole; beside them the official text, if there is one."""
    found = [f for f in analysis.findings if f.value is Value.YES and f.evidence]
    marks = {f.code: _Mark(n, framework.element(f.code)) for n, f in enumerate(found, 1)}
    articles = [
        _provision(version, article, inside, numbered=official is not None)
        for source, version in enumerate(analysis.sources)
        for article, inside in _with_finds(version, _finds(analysis, source, marks))
    ]
    if not articles:
        return Markup("")
    title = Markup("<h2>{}</h2>\n").format(_TITLE())
    if official is None:
        return title + Markup("<p>{}</p>\n{}").format(_MARKED(), join(articles))
    missing = [label(framework.element(f.code)) for f in analysis.findings if f.rating in OPEN and f.code not in marks]
    plain = " " + _PLAIN(names=", ".join(missing)) if missing else ""
    return title + Markup('<p>{}{}</p>\n<div class="beside"><div class="asked">{}</div>\n<div>{}</div></div>').format(
        _BESIDE(framework=titled(framework)), plain, join(_asked(official, marks.values())), join(articles)
    )


def _asked(official: Official, marks: Iterable[_Mark]) -> Iterator[Markup]:
    """The paragraphs of the official text, the elements that the law has marked in them."""
    wanted = list(marks)
    for article, provision in official.provisions.items():
        here = [m for m in wanted if m.element.article == article]
        finds = [(span, m) for m in here for span in official.words(article, m.element.code) or [_head(provision)]]
        yield Markup("<h3>{}</h3>\n{}").format(
            _ARTICLE(article=article), _provision(official.version, provision, finds, numbered=True, name="asked")
        )


def _head(provision: Provision) -> Span:
    """Its number, where an element is the paragraph as a whole."""
    return provision.num_span or Span(provision.span.start, provision.span.start + 1)


_Find = tuple[Span, _Mark]


def _finds(analysis: GapAnalysis, source: int, marks: dict[str, _Mark]) -> list[_Find]:
    return [
        (e.words or e.span, marks[f.code])
        for f in analysis.findings
        if f.code in marks
        for e in f.evidence
        if e.source == source
    ]


def _with_finds(version: Version, finds: Sequence[_Find]) -> Iterator[tuple[Provision, list[_Find]]]:
    """The outermost articles and sections that hold finds; the root where there are none."""
    articles = [p for p in version.root.walk() if p.level in BASIC_UNITS and "|" not in p.cite]
    for article in articles or [version.root]:
        inside = [(s, m) for s, m in finds if article.span.start <= s.start < article.span.end]
        if inside:
            yield article, inside


def _provision(
    version: Version, provision: Provision, finds: Iterable[_Find], *, numbered: bool, name: str = "law"
) -> Markup:
    mapped = version.reading(provision.span, lines=True)
    out: list[Markup] = []
    at = 0
    for span, marks in _merged(finds):
        start, end = max(mapped.locate(span.start), at), mapped.locate(span.end - 1) + 1
        while end < len(mapped.text) and mapped.text[end].isalnum() and mapped.text[end - 1].isalnum():
            end += 1  # a cue word can be the stem of one
        end = start + len(mapped.text[start:end].rstrip())
        if end <= start:
            continue
        out += [lines(mapped.text[at:start]), _mark(mapped.text[start:end], marks, numbered=numbered)]
        at = end
    out.append(lines(mapped.text[at:]))
    return Markup('<section class="law" id="{}-{}"{}>{}</section>').format(
        name, provision.id or "text", language(version.lang), join(out, "")
    )


def _mark(text: str, marks: Sequence[_Mark], *, numbered: bool) -> Markup:
    title = ", ".join(label(m.element) for m in marks)
    numbers = ", ".join(str(m.number) for m in marks)
    sign = Markup("<sup>{}</sup>").format(numbers) if numbered else Markup("")
    return Markup('<mark class="{}" title="{}">{}{}</mark>').format(marks[0].element.group, title, lines(text), sign)


def _merged(finds: Iterable[_Find]) -> list[tuple[Span, list[_Mark]]]:
    """Overlapping finds as one span; long ones give way to the words inside them."""
    merged: list[tuple[Span, list[_Mark]]] = []
    for span, mark in sorted(finds, key=lambda find: (find[0], find[1].number)):
        if span.end - span.start > _LONG:
            continue
        if merged and span.start < merged[-1][0].end:
            last, marks = merged[-1]
            merged[-1] = (Span(last.start, max(last.end, span.end)), marks if mark in marks else [*marks, mark])
        else:
            merged.append((span, [mark]))
    return merged
