"""The story of a provision for the terminal: the first wording whole, then what each later one changed."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.alignment.compare.compare import compare
from palermo.amending.provision_history import Story, Wording
from palermo.corpus.model.text_model import Version
from palermo.report.format.terminal import PLAIN, Screen
from palermo.report.redline.paragraphs import blocks
from palermo.report.redline.pieces import inline, joined, redline, shortened
from palermo.report.shared.pair_words import labels, tags
from palermo.report.texts.compare.as_text import shown
from palermo.report.texts.history import words

__all__ = ["wordings"]

_CONTEXT = 6  # unchanged words around each change


def wordings(story: Story, screen: Screen = PLAIN) -> str:
    """The whole report."""
    lines = [screen.title(words.title(story))]
    last: Wording | None = None
    for wording in story.wordings:
        lines += ["", screen.strong(words.dates(wording))]
        lines += screen.wrap(words.basis(wording), first="  ", rest="  ")
        for sign, line in words.told(wording, first=last is None):
            lines += screen.wrap(line, first=f"  {sign} ", rest="    ")
        if wording.text is not None:
            before = last.text if last is not None else None
            lines += ["", *(_whole(wording.text, screen) if before is None else _changes(before, wording.text, screen))]
        last = wording
    return "\n".join(lines)


def _whole(text: Version, screen: Screen) -> Iterator[str]:
    for block in blocks(text):
        indent = "    " + "  " * max(block.depth - 1, 0)
        yield from screen.wrap(screen.strong(block.text) if block.heading else block.text, first=indent, rest=indent)


def _changes(before: Version, after: Version, screen: Screen) -> Iterator[str]:
    alignment = compare([before], [after])
    for pair in alignment.pairs:
        if pair.material:
            yield from screen.wrap(f"{labels(pair)}  {', '.join(tags(pair, alignment))}", first="    ", rest="    ")
            pieces = shortened(joined(redline(pair, alignment, material=True)), _CONTEXT)
            text = "".join(shown(mark, some, screen) for mark, some in inline(pieces)).strip()
            yield from screen.wrap(text, first="      ", rest="      ")
