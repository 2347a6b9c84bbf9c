"""`palermo gaps`: a body of law held against a framework; what a change did about it; its whole story."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

import click

from palermo.cli.options import at, framework, lang, library, output
from palermo.cli.output import Output, note
from palermo.cli.results.documents import DOCUMENTS, made_by, write_report
from palermo.cli.results.tables import in_language
from palermo.corpus.errors import UsageError
from palermo.corpus.model.findings import GapAnalysis
from palermo.corpus.model.text_model import Version
from palermo.kb.frameworks.framework import Framework
from palermo.report.shared.provenance import Provenance
from palermo.texts.official_text import Official

__all__ = ["command"]

_FORMATS = ("text", "json", "html", "csv", "xlsx", *DOCUMENTS)


@click.command("gaps")
@click.argument("files", nargs=-1, required=True, metavar="FILE|REF|BODY...")
@click.option(
    "--with",
    "amended",
    multiple=True,
    metavar="SIDE",
    help="What it became: say what the change did about the gaps. Several may be given, as one body of law.",
)
@click.option(
    "--with-bill",
    "bills",
    multiple=True,
    metavar="FILE|REF",
    help="What this bill would make of it: carry it out, and say what that does about the gaps. Several may be given.",
)
@click.option("--history", is_flag=True, help="Tell the story over all dates of the texts given.")
@click.option("--official", metavar="FILE|REF", help="The framework's official text to quote; else the library's.")
@lang
@framework
@at
@library
@in_language
@output(*_FORMATS)
def command(
    files: tuple[str, ...],
    amended: tuple[str, ...],
    bills: tuple[str, ...],
    history: bool,
    official: str | None,
    lang: str | None,
    framework: str,
    day: str | None,
    library: Path,
    output: Output,
) -> None:
    """Hold a body of law against a framework and list what is open.

    Several files are read as one body of law: a definition in one, the offence in
    another. Each finding quotes the law, names the rule that fired and says what
    would change the answer; what cannot be told is undecided. With --with, what a
    change closed, opened and left, and which penalties it raised; with --with-bill
    the same of a bill that is carried out on the law first. With --history,
    each text is an edition of its own: an instrument without a date stands for all
    its dated texts; what is to be read together is joined by commas. The official
    words of the requirements are quoted from the library, or from --official. As md,
    docx or pdf it is a document for a memo, with a summary in plain words, method,
    error rates and sources; as xlsx a workbook with columns for a reviewer.
    """
    from palermo.alignment.gaps.gaps import gaps
    from palermo.cli.texts import law, one, texts
    from palermo.kb.frameworks.framework import load
    from palermo.review.reviews import with_reviews
    from palermo.texts.official_text import bound, in_library, quoted

    _check(history=history, changed=bool(amended or bills), day=day)
    if amended and bills:
        raise UsageError("--with and --with-bill are two ways to say what the law became", expected="one of them")
    requirements = load(framework)

    def resolve(side: str) -> tuple[Version, ...]:
        return texts(side, lang=lang, library=library, day=day)

    def analyse(versions: Sequence[Version], side: str) -> GapAnalysis:
        found = with_reviews(gaps(versions, requirements), side, requirements, library=library)
        return quoted(found, words(versions[0].lang))

    @cache
    def words(spoken: str) -> Official | None:
        if official is None:
            return in_library(requirements, library, spoken)
        return bound(one(texts(official, lang=None, library=library), official), requirements)

    if history:
        from palermo.texts.editions import editions

        bodies = editions(files, resolve, library=library, lang=lang)
        _history([analyse(body, ",".join(files)) for body in bodies], requirements, output)
        return
    given = law(files, lang=lang, library=library, day=day)
    base = analyse(given, ",".join(files))
    if bills:
        acts = [one(texts(bill, lang=lang, library=library), bill) for bill in bills]
        _change(base, analyse(_billed(given, acts), ",".join(files)), requirements, output)
    elif not amended:
        _report(base, ",".join(files), requirements, words(base.sources[0].lang), output)
    else:
        became = law(amended, lang=lang, library=library, day=day)
        _change(base, analyse(became, ",".join(amended)), requirements, output)


def _check(*, history: bool, changed: bool, day: str | None) -> None:
    """Raise UsageError, before any work is done, where what is asked for does not go together."""
    if history and (changed or day is not None):
        raise UsageError("--history takes all dates", expected="no --with, --with-bill or --at beside it")


def _billed(law: Sequence[Version], acts: Sequence[Version]) -> Sequence[Version]:
    from palermo.amending.proposed import as_billed

    billed = as_billed(law, acts)
    if billed.refused:
        note(f"{len(billed.refused)} instructions of the bill refused, so this is not what the law would be:")
    for outcome in billed.refused:
        note(f"refused at {outcome.instruction.target.cite or 'the act'}: {outcome.reason}")
    return billed.texts


def _report(
    analysis: GapAnalysis, side: str, requirements: Framework, official: Official | None, output: Output
) -> None:
    from palermo.report.analysis.gaps import as_csv, as_html, as_json, as_text
    from palermo.report.analysis.memo.case import Case
    from palermo.report.analysis.memo.gaps import gaps as as_document

    def case(made: Provenance) -> Case:
        return Case(analysis, requirements, made, official)

    if output.format == "xlsx":
        _workbook([(side, analysis)], requirements, output)
        return
    write_report(
        output,
        analysis,
        lambda _, made: as_document(case(made)),
        json=as_json.gaps,
        html=lambda _: as_html.gaps(case(made_by(output))),
        csv=as_csv.gaps,
        text=lambda found, screen: as_text.gaps(found, requirements, screen, official),
    )


def _workbook(analyses: list[tuple[str, GapAnalysis]], requirements: Framework, output: Output) -> None:
    from palermo.analysis.matrix import Matrix, MatrixBody
    from palermo.report.analysis.matrix.as_xlsx import matrix as as_workbook

    bodies = tuple(MatrixBody(side, analysis) for side, analysis in analyses)
    output.bytes(as_workbook(Matrix(requirements, bodies), made_by(output)))


def _change(before: GapAnalysis, after: GapAnalysis, requirements: Framework, output: Output) -> None:
    from palermo.alignment.compare.compare import compare
    from palermo.alignment.gaps.gaps_change import change
    from palermo.report.analysis.gaps_change import as_csv, as_html, as_json, as_text
    from palermo.report.analysis.memo.change import change as as_document

    write_report(
        output,
        change(before, after),
        lambda found, made: as_document(found, requirements, made, compare(before.sources, after.sources)),
        json=as_json.gaps_change,
        html=partial(as_html.gaps_change, framework=requirements),
        csv=as_csv.gaps_change,
        text=lambda found, screen: as_text.gaps_change(found, requirements, screen),
    )


def _history(analyses: list[GapAnalysis], requirements: Framework, output: Output) -> None:
    from palermo.alignment.gaps.history import history
    from palermo.report.analysis.gaps_history import as_html, as_json, as_text
    from palermo.report.analysis.memo.history import history as as_document

    story = history(analyses)
    if output.format == "xlsx":
        side = ",".join(dict.fromkeys(str(v.ref.instrument) for v in story.editions[-1].analysis.sources))
        _workbook([(side, edition.analysis) for edition in story.editions], requirements, output)
        return
    write_report(
        output,
        story,
        lambda found, made: as_document(found, requirements, made),
        json=as_json.gaps_history,
        html=partial(as_html.gaps_history, framework=requirements),
        text=lambda found, screen: as_text.gaps_history(found, requirements, screen),
    )
