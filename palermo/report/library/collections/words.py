"""Words on collections and kept searches that every report shares."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.corpus.model.refs import ProvisionRef
from palermo.corpus.model.text_model import BASIC_UNITS
from palermo.kb.library.collections import KeptHit, KeptSearch
from palermo.kb.search.search import SearchScope
from palermo.library.collections import ItemState, Member, Shelf
from palermo.library.saved_searches import News
from palermo.report.language.english import count
from palermo.report.library.search.citations import SourceCitation, cited
from palermo.report.library.search.words import way

__all__ = ["NO_NEWS", "asked", "citations", "headings", "now_and_then", "standing", "summary", "why_gone"]

NO_NEWS = "Nothing is new, and nothing is gone."


def asked(kept: KeptSearch, scope: SearchScope) -> str:
    """The search as it is typed."""
    options = [
        *(f"--element {code}" for code in scope.elements),
        *(["--across"] if scope.across else []),
        *([f"--jurisdiction {scope.jurisdiction}"] if scope.jurisdiction else []),
        *([f"--lang {scope.lang}"] if scope.lang else []),
        *([f"--at {scope.at}"] if scope.at else []),
    ]
    return " ".join([kept.query, *options]).strip()


def standing(member: Member) -> Iterator[str]:
    """Changes of a provision since it was put in, a sentence each; nothing if all is as it was."""
    if member.state is ItemState.GONE:
        yield f"Gone: the library no longer has it; it was put in on {member.item.added}."
    if member.state is ItemState.CHANGED:
        yield f"Changed: its text is another one than on {member.item.added}."
    if member.newer is not None and member.repealed:
        yield f"The newest text, {member.newer}, has no such provision."
    elif member.newer is not None:
        yield f"A newer text has other words: {member.newer}"


def now_and_then(report: News) -> str:
    """Number of hits now, and when the search was kept."""
    total = count(report.total, "article or section", "articles and sections")
    return f"{total} now, {len(report.kept.hits)} on {report.kept.since}"


def why_gone(report: News, hit: KeptHit) -> str:
    """Why the search no longer finds it."""
    return "its text is no longer in the library" if hit in report.removed else "it is there, but no longer found"


def summary(shelf: Shelf) -> str:
    """Number of provisions, and of those about which there is something to tell."""
    told = sum(any(True for _ in standing(member)) for member in shelf.members)
    return count(len(shelf.members), "provision") + (f", {told} changed, gone or with newer words" if told else "")


def citations(shelf: Shelf) -> tuple[SourceCitation, ...]:
    """The provisions in their order; of one that is gone what was kept of it."""
    return tuple(_citation(member) for member in shelf.members)


def headings(news: News) -> Iterator[tuple[str, int]]:
    """Heading and number of each kind of news, in the order of `News`."""
    yield "new, in texts that were added", len(news.added)
    yield "found before in another text of the same reference", len(news.changed)
    yield "new, in texts that were there: palermo reads them otherwise now", len(news.found)
    yield "gone", len(news.gone)


def _citation(member: Member) -> SourceCitation:
    item = member.item
    if member.fragment is not None and member.provision is not None:
        words = member.words if len(member.words) <= len(item.words) else item.words
        words = words if member.state is ItemState.SAME else member.words
        labels = [step.label for step in member.place if step.provision.level in BASIC_UNITS]
        article = labels[0] if labels else ""
        return cited(member.fragment, member.provision, words, way(member.place), article, item.note)
    version = ProvisionRef.parse(item.ref).version
    return SourceCitation(
        title=item.title,
        jurisdiction=version.instrument.country,
        lang=version.lang or "",
        since=version.date or "",
        provision=item.cite,
        quotation=item.words,
        reference=item.ref,
        kind="no longer in the library",
        note=item.note,
    )
