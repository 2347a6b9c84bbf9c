"""The summary in plain words: what was compared, how it stands, the gaps that matter most, what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from palermo.corpus.model.findings import Rating, Value
from palermo.corpus.model.text_model import Version
from palermo.kb.frameworks.headlines import Headline, headlines
from palermo.report.analysis.gaps.review_words import tally as reviewed
from palermo.report.analysis.memo.case import Case, named
from palermo.report.format.document import paragraph, text
from palermo.report.format.parts import Block, Heading, Items, Run, Text
from palermo.report.language import sentences as w
from palermo.report.language.forms import country_name, day, language_name
from palermo.report.shared.counts import Counts, counts, lawless
from palermo.report.shared.framework_words import bindingness, titled, told
from palermo.report.shared.overlap import overlaps
from palermo.report.shared.quotes import cited

__all__ = ["compared", "dated_texts", "doubtful", "lead", "main_gaps", "summary", "tally", "texts_together", "to_do"]

_MOST = 5  # gaps that the summary tells of
_COMMA = ", "
_NO_COUNTRY = "zz"  # of a file that does not say where it comes from


def summary(case: Case) -> Iterator[Block]:
    """The blocks under the first heading; somebody who reads no more knows what was found."""
    yield Heading(w.SUMMARY())
    yield paragraph(lead(case), lead=True)
    yield from compared(case)
    yield paragraph(tally(case))
    yield from main_gaps(case, _MOST)


def lead(case: Case) -> str:
    """The whole result in one sentence."""
    if lawless(case.analysis):
        return w.LEAD_NO_LAW()
    found = counts(case.analysis)
    if not found.open:
        return w.LEAD_NONE(asked=found.asked)
    return w.LEAD_OPEN.of(found.open, asked=found.asked)


def compared(case: Case) -> Iterator[Block]:
    """Texts that were read, and the framework they were held against."""
    sources = case.analysis.sources
    yield paragraph(w.COMPARED.of(len(sources), framework=titled(case.framework)))
    yield Items(tuple(text(_text_of(version)) for version in sources), numbered=len(sources) > 1)
    if len(sources) > 1:
        yield paragraph(Run(w.BRACKETS(), soft=True))
    yield from doubtful(case)


def doubtful(case: Case) -> Iterator[Block]:
    """Objections to reading these texts together."""
    return (paragraph(said) for said in overlaps(case.analysis.sources))


def dated_texts(case: Case) -> str:
    """The texts in one paragraph."""
    return w.DATED_TEXTS(texts=" ".join(texts_together(case.analysis.sources)))


def texts_together(versions: Sequence[Version]) -> list[str]:
    """The texts, those of one country, language and day in one sentence; numbered, where there are several."""
    together: dict[tuple[object, ...], list[tuple[Version, str]]] = {}
    for number, version in enumerate(versions, 1):
        title = w.NUMBERED(n=number, title=named(version)) if len(versions) > 1 else named(version)
        key = (version.ref.instrument.country, version.lang, version.in_force)
        together.setdefault(key, []).append((version, title))
    return [_text_of(same[0][0], "; ".join(title for _, title in same)) for same in together.values()]


def _text_of(version: Version, title: str | None = None) -> str:
    """A text with its language and since when it is in force, in a sentence; `title` instead of its own."""
    title = title or named(version)
    country, since = version.ref.instrument.country, version.in_force
    place = language_name(version.lang)
    if country != _NO_COUNTRY:
        place = w.TEXT_PLACE(country=country_name(country), language=place)
    if since is None:
        return w.TEXT_UNDATED(title=title, place=place)
    return w.TEXT_DATED(title=title, place=place, date=day(since.start), basis=w.BASES[since.basis]())


def tally(case: Case) -> str:
    """Numbers of requirements met, open and undecided, and of codes that the law has and nobody asks for."""
    found = counts(case.analysis)
    if lawless(case.analysis):
        return w.NO_LAW(asked=found.asked)
    counted = w.COUNTS if found.undecided else w.COUNTS_DECIDED
    said = [counted(asked=found.asked, met=found.met, open=found.open, undecided=found.undecided)]
    if found.beyond:
        said.append(w.BEYOND.of(found.beyond))
    if further := _undecided(case) - found.undecided:
        said.append(w.BEYOND_UNDECIDED.of(further))
    return " ".join([*said, *reviewed(case.analysis.findings)])


def main_gaps(case: Case, limit: int) -> Iterator[Block]:
    """The gravest gaps, each in a sentence with its paragraph and the place in the law."""
    if lawless(case.analysis):
        return
    gaps = headlines(case.analysis)[:limit]
    if not gaps:
        yield paragraph(w.NOTHING_OPEN())
        return
    yield paragraph(w.MAIN_GAPS.of(len(gaps)))
    yield Items(tuple(_gap(case, headline) for headline in gaps), numbered=True)


def _gap(case: Case, headline: Headline) -> Text:
    elements = [case.element(f) for f in headline.findings]
    articles = ", ".join(dict.fromkeys(e.article for e in elements))
    asked = w.ASKED_BY(
        articles=articles, bindingness="; ".join(dict.fromkeys(bindingness(e.bindingness) for e in elements))
    )
    places = case.places(headline.findings)
    placed = w.GAP_PLACE if any(cited(finding) for finding in headline.findings) else w.GAP_SEARCHED
    where = placed(asked=asked, places=_COMMA.join(places)) if places else w.GAP_ASKED(asked=asked)
    return text(Run(told(headline, case.framework), strong=True), " ", Run(where, soft=True))


def to_do(case: Case) -> Iterator[Block]:
    """The next steps of whoever has this document in hand."""
    yield Heading(w.NEXT())
    yield Items(tuple(text(step) for step in _steps(case, counts(case.analysis))), numbered=True)


def _steps(case: Case, found: Counts) -> Iterator[str]:
    analysis = case.analysis
    if lawless(analysis):
        yield w.NEXT_NO_SCOPE()
    else:
        yield w.NEXT_SCOPE(places=_COMMA.join(_scope(case)))
        if found.open:
            yield w.NEXT_OPEN.of(found.open)
    if undecided := _undecided(case):
        yield w.NEXT_UNDECIDED.of(undecided)
    if unsure := [named(v) for v in analysis.sources if not v.source.official]:
        yield w.NEXT_UNOFFICIAL(files="; ".join(dict.fromkeys(unsure)))
    if undated := [named(v) for v in analysis.sources if v.in_force is None]:
        yield w.NEXT_UNDATED(files="; ".join(dict.fromkeys(undated)))
    yield w.NEXT_PRACTICE()


def _scope(case: Case) -> list[str]:
    """The articles that the findings quote, as far as they answer with a yes, and those that state the penalties."""
    found = [f for f in case.analysis.findings if f.value is Value.YES]
    cites = [(e.source, e.provision.cite) for f in found for e in f.evidence]
    cites += [(p.evidence.source, p.evidence.provision.cite) for p in case.analysis.penalties]
    many = len(case.analysis.sources) > 1
    outer = dict.fromkeys((source, cite.partition("(")[0].strip()) for source, cite in cites if cite)
    return [f"[{source + 1}] {cite}" if many else cite for source, cite in sorted(outer, key=_natural)]


def _natural(place: tuple[int, str]) -> tuple[int, int, str]:
    digits = "".join(c for c in place[1].partition("-")[0] if c.isdigit())
    return place[0], int(digits[:9] or 0), place[1]


def _undecided(case: Case) -> int:
    return sum(f.rating is Rating.UNDECIDED for f in case.analysis.findings)
