"""The codebook for the terminal."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import groupby

from palermo.corpus.model.findings import Extent, Value
from palermo.kb.frameworks.codebook import Codebook, CodebookEntry, common
from palermo.report.analysis.memo.codebook import CODEBOOK
from palermo.report.format.terminal import PLAIN, Screen
from palermo.report.language import sentences as w
from palermo.report.language.message import Message, translated
from palermo.report.shared import framework_words as asked
from palermo.report.shared.rating_signs import rated

__all__ = ["codebook"]

_CLOSE, _RATING = Message("close", context="a call"), Message("rating")


def codebook(book: Codebook, screen: Screen = PLAIN) -> str:
    """Values and extents, then the codes group by group; what holds for all of them is said once, above them."""
    lines = [screen.title(w.CODEBOOK_TITLE(framework=asked.titled(book.framework))), ""]
    for title, meanings in ((w.VALUES_TABLE, book.values), (w.EXTENTS_TABLE, book.extents)):
        lines.append(screen.strong(title()))
        for name, said in meanings.items():
            lines += _labelled(translated(name), translated(said, CODEBOOK), screen)
        lines.append("")
    general = common(book.entries)
    lines += [line for decision in general for line in _labelled(_CLOSE(), translated(decision, CODEBOOK), screen)]
    for group, inside in groupby(book.entries, key=lambda entry: entry.element.group):
        entries = tuple(inside)
        shared = tuple(d for d in common(entries) if d not in general)
        lines += ["", screen.strong(asked.group(group))]
        lines += [line for decision in shared for line in _labelled(_CLOSE(), translated(decision, CODEBOOK), screen)]
        lines += [line for entry in entries for line in _entry(entry, {*general, *shared}, screen)]
    return "\n".join(lines)


def _entry(entry: CodebookEntry, seen: Container[str], screen: Screen) -> Iterator[str]:
    e = entry.element
    strictly = asked.bindingness(e.bindingness)
    asks = w.ARTICLE(article=e.article, bindingness=strictly) if e.article else w.NO_ARTICLE()
    yield from screen.wrap(f"{screen.strong(e.code)}  {asked.label(e)} ({asks})", first="  ", rest="      ")
    yield from _labelled(translated("yes"), translated(entry.means, CODEBOOK), screen)
    for decision in (d for d in entry.decisions if d not in seen):
        yield from _labelled(_CLOSE(), translated(decision, CODEBOOK), screen)
    given = (e.rate(Value.YES), e.rate(Value.YES, Extent.SOME), e.rate(Value.NO))
    ratings = " · ".join(
        f"{translated(name)} {rated(rating)}" for name, rating in zip(("yes", "some cases", "no"), given, strict=True)
    )
    yield from _labelled(_RATING(), ratings, screen)


def _labelled(label: str, message: str, screen: Screen) -> list[str]:
    return screen.wrap(message, first=f"    {label}  ".ljust(12), rest=" " * 12)
