"""`palermo brief`: how a body of law stands, on one page."""

from __future__ import annotations

from pathlib import Path

import click

from cli.documents import in_language
from cli.making import made_by, write
from cli.options import at, framework, lang, library, output
from cli.output import Output

__all__ = ["command"]


@click.command("brief")
@click.argument("files", nargs=-1, required=True, metavar="FILE|REF|BODY...")
@lang
@framework
@at
@library
@in_language
@output("md", "html", "docx", "pdf")
def command(
    files: tuple[str, ...], lang: str | None, framework: str, at: str | None, library: Path, output: Output
) -> None:
    """Put a body of law on one page, with its articles behind it.

    Several files are read as one body of law, as `palermo gaps` reads them. The page
    says how many requirements are met, open and undecided, group by group, the
    gravest gaps in sentences, the penalty for the offence itself and how sure this
    is; the articles follow in full, with the files that were read.
    """
    from alignment.gaps import gaps
    from cli.sides import law
    from kb.framework import load
    from palermo.report.analysis.brief import brief as as_document
    from palermo.report.analysis.case import Case
    from palermo.reviewing import with_reviews

    requirements = load(framework)
    given = law(files, lang=lang, library=library, at=at)
    analysis = with_reviews(gaps(given, requirements), ",".join(files), requirements, library=library)
    write(as_document(Case(analysis, requirements, made_by(output))), output)
