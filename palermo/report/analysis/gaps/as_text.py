"""A gap analysis as text: what is open first, then what is undecided, then what was found, with the law's words."""

from __future__ import annotations

from palermo.corpus.model.findings import Finding, GapAnalysis, Rating
from palermo.kb.frameworks.framework import Framework
from palermo.report.analysis.gaps.official_words import advice, excerpt
from palermo.report.analysis.gaps.review_words import said as said_by_reviewers
from palermo.report.analysis.gaps.review_words import tally
from palermo.report.analysis.gaps_change.words import AND_MORE
from palermo.report.format.terminal import Screen
from palermo.report.language import sentences as w
from palermo.report.language.forms import clipped, day, percent, quoted
from palermo.report.language.message import Message, translated
from palermo.report.shared import framework_words as asked
from palermo.report.shared.overlap import overlaps
from palermo.report.shared.penalty_words import grades, listed, said
from palermo.report.shared.quotes import OPEN, cited, grouped, numbered, places, reading
from palermo.report.shared.rating_signs import counted, rated
from palermo.texts.official_text import Official

__all__ = ["gaps"]

_QUOTES = 3  # quotations for one finding; the rest are counted
_LENGTH = 160  # code points of one quotation
_SINCE = Message("{lang}, in force from {date}")
_MORE = Message("and {n} more", "and {n} more")
_RESTS_ON = Message(
    "Each answer rests on the words quoted and on the rule named, not on what the words mean in practice. "
    "Words that a rule does not know can be missed; check what matters against the text."
)
# Names of lines: of eleven letters at most, as they stand before the words.
_ASKS, _WORDS, _WHY, _SEARCHED = Message("asks"), Message("words"), Message("why"), Message("searched")
_CHANGES, _REVIEW = Message("changes"), Message("review")


def gaps(analysis: GapAnalysis, framework: Framework, screen: Screen, official: Official | None = None) -> str:
    """The whole report, with the official words of what is open where there is an official text."""
    lines = [screen.title(w.TITLE(law=_title(analysis))), ""]
    lines += screen.wrap(w.SUBJECT(framework=asked.titled(framework)), rest="  ")
    for i, version in enumerate(analysis.sources):
        title, lang = version.title or version.source.path, version.lang
        since = _SINCE(lang=lang, date=day(version.in_force.start)) if version.in_force else lang
        lines += screen.wrap(f"[{i + 1}] {title} ({since})", rest="    ")
    lines += [line for said in overlaps(analysis.sources) for line in screen.wrap(said)]
    lines += ["", *screen.wrap(counted(f.rating for f in analysis.findings))]
    lines += [line for text in tally(analysis.findings) for line in screen.wrap(text, rest="  ")]
    lines.append("")
    for title, findings in grouped(analysis.findings):
        lines += [screen.strong(f"{title} ({len(findings)})"), ""]
        for finding in findings:
            lines += _finding(analysis, framework, finding, screen, official)
        lines.append("")
    lines += _penalties(analysis, screen)
    lines += screen.wrap(_RESTS_ON())
    if say := advice(framework, official, analysis.sources[0].lang):
        lines += screen.wrap(say)
    return "\n".join(lines)


def _penalties(analysis: GapAnalysis, screen: Screen) -> list[str]:
    if not analysis.penalties:
        return []
    lines = [screen.strong(w.PENALTIES()), ""]
    for grade in grades(analysis):
        first = f"  {numbered(analysis, grade.evidence)} ".ljust(12)
        text = f"{listed(grade.labels)}: {screen.strong(said(grade.penalties))}"
        lines += screen.wrap(text, first=first, rest=" " * 12)
    return [*lines, ""]


def _title(analysis: GapAnalysis) -> str:
    titles = list(dict.fromkeys(v.title or v.source.path for v in analysis.sources))
    return AND_MORE.of(len(titles) - 1, title=titles[0]) if len(titles) > 1 else titles[0]


def _finding(
    analysis: GapAnalysis, framework: Framework, finding: Finding, screen: Screen, official: Official | None
) -> list[str]:
    element = framework.element(finding.code)
    if finding.rating is Rating.NOT_REQUIRED:
        lines = screen.wrap(f"{finding.code}  {asked.label(element)}", first="  ", rest="      ")
        return lines + _reviewed(finding, screen)
    head = f"{rated(finding.rating):9} {screen.strong(asked.label(element))}  {screen.faint(finding.code)}"
    if element.article:
        head += f"  {w.ARTICLE(article=element.article, bindingness=asked.bindingness(element.bindingness))}"
    lines = screen.wrap(head, first="  ", rest="            ")
    detailed = finding.rating in OPEN or finding.rating is Rating.UNDECIDED
    if detailed:
        lines += screen.labelled(_ASKS(), translated(finding.requires.restatement, asked.ABOUT))
        if words := excerpt(official, finding.requires.article, finding.code):
            lines += screen.labelled(_WORDS(), f"{finding.requires.article} {quoted(words)}")
    quotes = cited(finding)
    for e in quotes[:_QUOTES]:
        lines += screen.labelled(numbered(analysis, e), quoted(clipped(reading(analysis, e), _LENGTH)))
    if len(quotes) > _QUOTES:
        lines += screen.labelled("", _MORE.of(len(quotes) - _QUOTES))
    if detailed:
        lines += screen.labelled(
            _WHY(), f"{translated(finding.explanation)} [{finding.rule}, {percent(finding.confidence)}]"
        )
        if not quotes and (where := places(finding)):
            lines += screen.labelled(_SEARCHED(), where)
        lines += screen.labelled(_CHANGES(), translated(finding.would_change))
    lines += _reviewed(finding, screen)
    return [*lines, ""] if detailed else lines


def _reviewed(finding: Finding, screen: Screen) -> list[str]:
    said = said_by_reviewers(finding.review) if finding.review else ()
    return [line for text in said for line in screen.labelled(_REVIEW(), text)]
