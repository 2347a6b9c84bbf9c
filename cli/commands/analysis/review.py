"""`palermo review`: what a reviewer says of the answers, beside them and never in their place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from pathlib import Path
from typing import Any, TypedDict, Unpack

import click

from palermo.cli.options import at, framework, lang, library, output
from palermo.cli.output import Output, note
from palermo.cli.progress import track
from palermo.cli.results.documents import every, write_plain, write_report
from palermo.corpus.errors import LibraryError, UsageError
from palermo.corpus.model.reviews import Review
from palermo.review.reviews import ReviewedLaw

__all__ = ["command"]

_Look = Callable[..., ReviewedLaw]


class _Signature(TypedDict):
    """The options of `_signed`, as `word` and `withdraw` take them."""

    by: str
    date: str | None
    reason: str


@click.group("review")
def command() -> None:
    """Accept or override answers, with a name, a date and a reason.

    A reviewer's word is kept in the library and shown beside palermo's answer wherever
    that is shown. It counts for a later text of the law only while the words that it
    rests on are the same; where reviewers differ, none wins.
    """


def _about(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say which law is meant; passed as `look: Callable[[str], Law]` and `library: Path`."""

    @lang
    @framework
    @at
    @library
    @wraps(command)
    def wrapped(*args: Any, lang: str | None, framework: str, day: str | None, library: Path, **kwargs: Any) -> Any:
        def look(body: str, since: str | None = None) -> ReviewedLaw:
            from palermo.cli.texts import texts
            from palermo.kb.frameworks.framework import load
            from palermo.review.reviews import law

            if "-" in body.split(","):
                raise UsageError("what comes from standard input cannot be reviewed", expected="a file, or a body")
            requirements = load(framework)
            if any(body == element.code for element in requirements.elements) and not Path(body).exists():
                raise UsageError(f"{body} is a code", expected="the body of law first, and the code behind it")
            resolve = partial(texts, lang=lang, library=library, day=since or day)
            return law(body, resolve, requirements, library=library)

        return command(*args, look=look, library=library, **kwargs)

    return wrapped


def _signed(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--by`, `--date`, `--reason`: passed as the keys of `_Signature`."""
    options = (
        click.option("--by", metavar="NAME", required=True, help="Who says so."),
        click.option("--date", metavar="DATE", help="When it was said; else today."),
        click.option("--reason", metavar="TEXT", default="", help="Why."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@command.command("list")
@click.argument("bodies", nargs=-1, metavar="[BODY]...")
@click.option("--all", "everything", is_flag=True, help="The answers that were reviewed, too.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="How many at most of a body; else all.")
@_about
@output(*every("text", "json"))
def list_(
    bodies: tuple[str, ...],
    everything: bool,
    limit: int | None,
    look: _Look,
    library: Path,
    output: Output,
) -> None:
    """List the answers that wait for a reviewer's word.

    First those on which reviewers differ and those to look at again, then what is
    undecided, then the least sure. A BODY is a FILE, a reference, a body's id, or
    several joined by commas; without any it is all that the library has.
    """
    from palermo.analysis.matrix import everything as all_of
    from palermo.report.analysis.review import as_document, as_json, as_text
    from palermo.review.reviews import waiting

    found = []
    for body in track(bodies or all_of(library), label="analysing"):
        try:
            law = look(body)
        except UsageError as error:
            if bodies:
                raise
            note(f"{body} was left out: {error.message}")
            continue
        found.append((law, waiting(law, everything=everything)))
    write_report(
        output,
        found,
        partial(as_document.queue, limit=limit),
        json=lambda laws: as_json.queue([(law, items[:limit]) for law, items in laws]),
        text=partial(as_text.queue, limit=limit),
    )


@command.command("show")
@click.argument("body")
@click.argument("code")
@_about
@output(*every("text", "json"))
def show(body: str, code: str, look: _Look, library: Path, output: Output) -> None:
    """Show an answer, all that reviewers said of it, and what changed since."""
    from palermo.report.analysis.review import as_document, as_json, as_text
    from palermo.review.reviews import story

    law = look(body)
    code = law.framework.code(code)
    finding = law.finding(code)
    write_report(
        output,
        story(law, code, library=library),
        partial(as_document.story, law, finding),
        json=partial(as_json.story, law, finding),
        text=partial(as_text.story, law, finding),
    )


@command.command("accept")
@click.argument("body")
@click.argument("codes", nargs=-1, required=True, metavar="CODE...")
@_signed
@_about
@output("text", "json")
def accept(
    body: str, codes: tuple[str, ...], look: _Look, library: Path, output: Output, **said: Unpack[_Signature]
) -> None:
    """Say that palermo's answers to these codes are right; all of them, or none."""
    from palermo.review.reviews import keep, word

    law = look(body)
    codes = _codes(law, codes)
    words = [word(law, code, **said) for code in codes]
    _kept(law, keep(words, library=library), codes, library, output)


@command.command("override")
@click.argument("body")
@click.argument("code")
@click.option("--value", type=click.Choice(["yes", "no", "unclear"]), required=True, help="The answer instead.")
@click.option("--extent", type=click.Choice(["full", "some"]), help="Of a yes: for all cases, or for some cases only.")
@click.option("--cite", "cites", multiple=True, metavar="PROVISION", help="Where the law says so, such as 128(2).")
@click.option("--quote", "quotes", multiple=True, metavar="WORDS", help="The law's words that say so.")
@_signed
@_about
@output("text", "json")
def override(
    body: str,
    code: str,
    value: str,
    extent: str | None,
    cites: tuple[str, ...],
    quotes: tuple[str, ...],
    look: _Look,
    library: Path,
    output: Output,
    **said: Unpack[_Signature],
) -> None:
    """Give another answer than palermo's, with a reason.

    --cite and --quote name the evidence; they can be given several times. The rating
    follows from the answer, as palermo's does.
    """
    from palermo.corpus.model.findings import Extent, Value
    from palermo.review.named_evidence import Named
    from palermo.review.reviews import keep, word

    law = look(body)
    code = law.framework.code(code)
    cases = Extent.SOME if extent == "some" else extent
    review = word(law, code, Value(value), cases, evidence=Named(cites, quotes), **said)
    _kept(law, keep([review], library=library), (code,), library, output)


@command.command("withdraw")
@click.argument("body")
@click.argument("codes", nargs=-1, required=True, metavar="CODE...")
@_signed
@_about
@output("text", "json")
def withdraw(
    body: str, codes: tuple[str, ...], look: _Look, library: Path, output: Output, **said: Unpack[_Signature]
) -> None:
    """Take back what you said of these codes; it stays in their story."""
    from palermo.review.reviews import withdraw as take_back

    _has_library(library)
    law = look(body)
    codes = _codes(law, codes)
    taken = take_back(law, codes, library=library, **said)
    _kept(law, taken, codes, library, output)


@command.command("import")
@click.argument("file", metavar="FILE.xlsx|FILE.csv")
@click.option("--by", metavar="NAME", help="Who says so, where a row does not name the reviewer.")
@click.option("--body", metavar="BODY", help="The body of law, where a row does not name it.")
@click.option("--dry-run", is_flag=True, help="Only say what would be kept.")
@_about
@output("text", "json")
def import_(
    file: str,
    by: str | None,
    body: str | None,
    dry_run: bool,
    look: _Look,
    library: Path,
    output: Output,
) -> None:
    """Keep what reviewers filled in in a workbook or a CSV file, all of it or nothing.

    The columns are those of the workbook that `gaps` and `matrix` write: code, body,
    machine value, machine extent, reviewer value, reviewer extent, reviewer, review
    date, reason. A row without a reviewer value says nothing. Formulas are not
    evaluated.
    """
    from palermo.report.analysis.review import as_json, as_text
    from palermo.review.review_files import import_reviews

    found = import_reviews(file, look, library=library, by=by, body=body, dry_run=dry_run)
    json, text = partial(as_json.imported, dry_run=dry_run), partial(as_text.imported, dry_run=dry_run)
    write_plain(output, found, json=json, text=text)


@command.command("export")
@click.option("--all", "ended", is_flag=True, help="What was withdrawn or replaced, too; `import` passes it over.")
@library
@output(*every("csv", "json"))
def export(ended: bool, library: Path, output: Output) -> None:
    """Write out every reviewer's word that the library holds; `import` reads it back."""
    from palermo.report.analysis.review import as_csv, as_document, as_json
    from palermo.review.review_files import all_reviews

    _has_library(library)
    found = all_reviews(library, ended=ended)
    write_report(output, found, as_document.reviews, json=as_json.exported, csv=as_csv.reviews)


@command.command("compare")
@click.argument("file", metavar="CODING.csv")
@click.argument("sides", nargs=-1, metavar="[SIDE]...")
@click.option("--decided", is_flag=True, help="Leave out what the coding calls unclear.")
@lang
@framework
@at
@library
@output(*every("text", "json", "html", "csv"))
def compare(
    file: str,
    sides: tuple[str, ...],
    decided: bool,
    lang: str | None,
    framework: str,
    day: str | None,
    library: Path,
    output: Output,
) -> None:
    """Hold your own coding against palermo's: agreement, kappa, disagreements.

    CODING.csv has the columns body, code, value (yes, no, unclear) and, if you like,
    provision. A body is a body's id, a reference or a FILE, unless a SIDE says what it
    is: NAME=FILE,FILE. With several SIDEs only these bodies are compared.
    """
    from palermo.analysis.coding import against
    from palermo.cli.texts import texts
    from palermo.kb.frameworks.framework import load
    from palermo.report.analysis.coding import as_csv, as_document, as_html, as_json, as_text

    found = against(
        file,
        partial(texts, lang=lang, library=library, day=day),
        load(framework),
        sides=sides,
        decided=decided,
        track=partial(track, label="analysing"),
    )
    write_report(
        output,
        found,
        as_document.coding,
        json=as_json.coding,
        csv=as_csv.coding,
        html=as_html.coding,
        text=as_text.coding,
    )


def _codes(law: ReviewedLaw, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The codes that are meant, each once."""
    return tuple(dict.fromkeys(law.framework.code(one) for one in wanted))


def _kept(law: ReviewedLaw, words: tuple[Review, ...], codes: tuple[str, ...], library: Path, output: Output) -> None:
    """What was changed, and how the answers stand now."""
    from palermo.report.analysis.review import as_json, as_text
    from palermo.review.reviews import refreshed

    law = refreshed(law, library=library)
    findings = [law.finding(code) for code in codes]
    write_plain(output, findings, json=partial(as_json.kept, law, words), text=partial(as_text.kept, law, words))


def _has_library(library: Path) -> None:
    from palermo.kb.library.library import Library

    if not Library.is_at(library):
        raise LibraryError("no library here", file=str(library), expected="one with reviews")
