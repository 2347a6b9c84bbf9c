"""`palermo brief`: how a body of law stands, on one page."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import at, framework, lang, library, output
from palermo.cli.output import Output
from palermo.cli.results.documents import made_by, write
from palermo.cli.results.tables import in_language

__all__ = ["command"]


@click.command("brief")
@click.argument("files", nargs=-1, required=True, metavar="FILE|REF|BODY...")
@lang
@framework
@at
@library
@in_language
@output("md", "html", "docx", "pdf", "text", "xlsx", "csv")
def command(
    files: tuple[str, ...], lang: str | None, framework: str, day: str | None, library: Path, output: Output
) -> None:
    """Put a body of law on one page, with its articles behind it.

    Several files are read as one body of law, as `palermo gaps` reads them. The page
    says how many requirements are met, open and undecided, group by group, the
    gravest gaps in sentences, the penalty for the offence itself and how sure this
    is; the articles follow in full, with the files that were read.
    """
    from palermo.alignment.gaps.gaps import gaps
    from palermo.cli.texts import law
    from palermo.kb.frameworks.framework import load
    from palermo.report.analysis.memo.brief import brief as as_document
    from palermo.report.analysis.memo.case import Case
    from palermo.review.reviews import with_reviews

    requirements = load(framework)
    given = law(files, lang=lang, library=library, day=day)
    analysis = with_reviews(gaps(given, requirements), ",".join(files), requirements, library=library)
    write(as_document(Case(analysis, requirements, made_by(output))), output)
