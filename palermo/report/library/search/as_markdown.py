"""Provisions as Markdown (CommonMark): each with its act, its words as a quotation, reference and source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from palermo.report.library.search.citations import SourceCitation

__all__ = ["markdown"]

# CommonMark 0.31: what may begin emphasis, links, code, HTML or entities anywhere; the rest only at a line's beginning.
_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~$#])")
_AT_START = re.compile(r"^(\d+)([.)])|^([-+=:])")


def markdown(title: str, cited: Iterable[SourceCitation], first: int = 1, words: Iterable[str] = ()) -> str:
    """The document: a heading, lines that are `words` of it, then the provisions, numbered from `first`."""
    blocks = [f"# {_inline(title)}", *(_text(line) for line in words)]
    for number, citation in enumerate(cited, first):
        lead = f"{number}. "
        indent = " " * len(lead)
        paragraphs = list(_paragraphs(citation))
        blocks.append(lead + paragraphs[0])
        blocks += [indent + paragraph for paragraph in paragraphs[1:]]
    return "\n\n".join(blocks) + "\n"


def _paragraphs(c: SourceCitation) -> Iterator[str]:
    where = f"**{_inline(c.provision or c.level)}**, *{_inline(c.title)}*"
    since = f"in force from {c.since}" + (f" until {c.until}" if c.until else "") if c.since else ""
    facts = [fact for fact in (c.jurisdiction, c.lang, since, c.basis, c.kind) if fact]
    yield f"{where} ({_inline(', '.join(facts))})"
    if c.place:
        yield _text(" › ".join(c.place))
    if c.quotation:
        yield f"> {_text(c.quotation)}"
    if c.note:
        yield f"Note: {_inline(' '.join(c.note.split()))}"
    source = f"<{_link(c.link)}>" if c.link else _code(c.path)
    yield f"{_code(c.reference)}, source: {source}" + (f", accessed {c.accessed}" if c.accessed else "")


def _text(line: str) -> str:
    """A line on its own, which nothing at its beginning makes into a list or a heading."""
    return _AT_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", _inline(line))


def _inline(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _code(text: str) -> str:
    """A code span; its fence is longer than any run of backticks inside."""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _link(url: str) -> str:
    return url.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
