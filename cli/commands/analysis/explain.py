"""`palermo explain`: how an answer came about, or what a body of law was read as."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import at, framework, lang, library, output
from palermo.cli.output import Output
from palermo.cli.results.documents import every, write_report
from palermo.corpus.errors import NotFoundError, UsageError
from palermo.kb.frameworks.framework import Framework

__all__ = ["command"]


@click.command("explain")
@click.argument("words", nargs=-1, required=True, metavar="[CODE] FILE|REF|BODY...")
@click.option("--scope", is_flag=True, help="Show what was read as offence, definition, variant; without CODE.")
@lang
@framework
@at
@library
@output(*every("text", "json"))
def command(
    words: tuple[str, ...],
    scope: bool,
    lang: str | None,
    framework: str,
    day: str | None,
    library: Path,
    output: Output,
) -> None:
    """Say how an answer of `gaps` came about.

    CODE is an element such as means.coercion, or coercion (`palermo frameworks` lists
    them): the rule, the words that fired, the words that were looked for and where, and the
    change of text that would turn the answer. With --scope: which provisions were
    read as the offence and why, its parts and variants, the definitions reached.
    """
    from palermo.alignment.gaps.explain_answer import explain, read_scope
    from palermo.cli.texts import law
    from palermo.kb.frameworks.framework import load
    from palermo.report.analysis.explain import as_document, as_json, as_text

    requirements = load(framework)
    code, files = ("", words) if scope else (words[0], words[1:])
    if not files:
        raise UsageError(
            "there is nothing to read", expected="palermo explain CODE FILE, such as means.coercion act.xml"
        )
    if not scope:
        code = _code(code, files, requirements)
    versions = law(files, lang=lang, library=library, day=day)
    if scope:
        write_report(
            output,
            read_scope(versions, requirements),
            lambda found, made: as_document.scope(found, requirements, made),
            json=as_json.scope,
            text=as_text.scope,
        )
        return
    write_report(
        output,
        explain(code, versions, requirements),
        lambda found, made: as_document.explain(found, requirements, made),
        json=as_json.explain,
        text=as_text.explain,
    )


def _code(wanted: str, files: tuple[str, ...], requirements: Framework) -> str:
    """The code that is meant; an error says so where it was put behind the law."""
    try:
        return requirements.code(wanted)
    except NotFoundError:
        if any(files[-1] == element.code for element in requirements.elements):
            raise UsageError(f"{files[-1]} is a code", expected="the code first, and the law behind it") from None
        raise
