"""An amending text as its own provisions: the words of each with its quoted structure apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from palermo.corpus.amendments.working_text.draft import UNITS
from palermo.corpus.model.reading_text import Mapped, read_text
from palermo.corpus.model.text_model import Provision, Span, Version

__all__ = ["Passage", "of_text", "of_version"]

HIDDEN = "\ufffc"  # object replacement character: stands for each character of a quoted structure


@dataclass(frozen=True, slots=True)
class Passage:
    """A provision of an amending act, or a whole amending text of which no more is known.

    `words` is what a person reads there (white space folded), mapped to the amending text; `quoted` are the spans of it
    that are quoted structure where the reader knows them. `number` is the provision's own number, `headings` are those
    that it stands under, outermost first; `scheduled`: it is a paragraph of a schedule, of which one may say what those
    behind it under the same headings are about.
    """

    words: Mapped
    number: str = ""
    headings: tuple[str, ...] = ()
    quoted: tuple[Span, ...] = ()
    source: str = ""
    scheduled: bool = False

    def plain(self) -> str:
        """The words with quoted structure blotted out, character for character."""
        text = self.words.text
        for span in self.quoted:
            text = text[: span.start] + HIDDEN * (span.end - span.start) + text[span.end :]
        return text

    def line_starts(self) -> frozenset[int]:
        """The places where words of the source's lines begin."""
        offsets = self.words.offsets
        breaks = (at for at in range(1, len(offsets)) if "\n" in self.source[offsets[at - 1] : offsets[at]])
        return frozenset({0, *breaks})

    def payload(self, start: int, end: int) -> str:
        """The words as they are to be put in: with their line breaks."""
        if end <= start:
            return ""
        a, b = self.words.source(start, end)
        return read_text(self.source, a, b, lines=True).text

    def span(self, start: int, end: int) -> Span:
        """The span of the amending text that `start` to `end` of the words was read from."""
        return Span(*self.words.source(start, end)) if end > start else Span(0, 0)


def of_text(text: str) -> list[Passage]:
    """A text without known structure: one passage."""
    return [Passage(read_text(text, 0, len(text)), source=text)]


def of_version(version: Version) -> list[Passage]:
    """The articles or sections of an amending act, and the paragraphs of its schedules, in order; those that it quotes
    are part of the one quoting them.

    What stands before and between them is a passage, too: the reader of the file may not have seen that it is one. What
    follows the last (an explanatory statement, signatures) is none.
    """
    found: list[Passage] = []
    end = 0
    for node, headings in _sections(version.root, ()):
        between = version.reading(Span(end, max(end, node.span.start)))
        if between.text.strip():
            found.append(Passage(between, headings=headings, source=version.text))
        found.append(_passage(version, node, headings))
        end = max(end, node.span.end)
    return found or [Passage(version.reading(), source=version.text)]


def _sections(node: Provision, headings: tuple[str, ...]) -> Iterator[tuple[Provision, tuple[str, ...]]]:
    for child in node.children:
        if child.level == "schedule" and (paragraphs := list(_paragraphs(child, (*headings, child.heading)))):
            yield from paragraphs
            end = paragraphs[-1][0].span.end
            if end < child.span.end:  # a table below them
                yield replace(child, children=(), span=Span(end, child.span.end)), headings
        elif child.level in UNITS:
            yield child, headings
        else:
            yield from _sections(child, (*headings, child.heading) if child.heading else headings)


def _paragraphs(node: Provision, headings: tuple[str, ...]) -> Iterator[tuple[Provision, tuple[str, ...]]]:
    """The numbered paragraphs of a schedule that are its own, and no quotation's."""
    for child in node.children:
        if "|" in child.cite:
            continue
        if child.level == "paragraph" and child.num:
            yield child, (*headings, child.heading)
        elif child.level not in UNITS:
            yield from _paragraphs(child, (*headings, child.heading))


def _passage(version: Version, node: Provision, headings: tuple[str, ...]) -> Passage:
    words = version.reading(node.span)
    quoted = []
    for span in _quoted(node):
        start, end = words.locate(span.start), words.locate(span.end - 1) + 1
        if start < 0 or words.offsets[start] < span.start:
            start += 1
        quoted.append(Span(start, end))
    scheduled = node.level == "paragraph"
    return Passage(
        words, node.cite if scheduled else node.num, headings, tuple(quoted), version.text, scheduled=scheduled
    )


def _quoted(node: Provision) -> Iterator[Span]:
    """The runs of quoted provisions below the node: their citation has the mark of a quotation, their parent's not."""
    run: Span | None = None
    for child in node.children:
        if "|" in child.cite and "|" not in node.cite:
            run = Span(run.start if run else child.span.start, child.span.end)
            continue
        if run is not None:
            yield run
            run = None
        yield from _quoted(child)
    if run is not None:
        yield run
