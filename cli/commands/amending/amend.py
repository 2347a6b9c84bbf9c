"""`palermo amend`: what amending acts make of an act."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from palermo.amending.check import Check
from palermo.cli.options import at, lang, library
from palermo.cli.output import Output, note
from palermo.cli.results.amendment import AmendmentView, check, view, write, write_each
from palermo.corpus.amendments import Amendment
from palermo.corpus.errors import UsageError
from palermo.corpus.model.refs import check_date
from palermo.corpus.model.text_model import Version

__all__ = ["command"]

_DIFFERENCES = 1  # as diff(1)


@click.command("amend")
@click.argument("base", metavar="BASE", required=False)
@click.argument("amending", nargs=-1, metavar="AMENDING...")
@click.option(
    "--jsonl", "cases", metavar="FILE", help="Answer cases instead, one JSON object a line (- for standard input)."
)
@click.option("--tradition", metavar="NAME", help="The drafting tradition, such as Canada; else the text shows it.")
@click.option(
    "--called",
    "title",
    metavar="NAME",
    help="What the amending acts call the act, where its title is another or was changed.",
)
@click.option(
    "--check",
    "official",
    metavar="OFFICIAL",
    help="The official consolidation: say what it shows of each instruction, and what in it none explains.",
)
@click.option(
    "--exit-code", is_flag=True, help="With --check, end with 1 if instructed and actual differ, else with 0."
)
@click.option(
    "--keep",
    metavar="DATE",
    callback=lambda _ctx, _param, value: check_date(value) if value else None,
    help="Put the result into the library, as the text in force from this day; only if nothing was refused.",
)
@lang
@at
@library
@view
@click.pass_context
def command(
    ctx: click.Context,
    base: str | None,
    amending: tuple[str, ...],
    cases: str | None,
    tradition: str | None,
    title: str | None,
    official: str | None,
    exit_code: bool,
    keep: str | None,
    lang: str | None,
    day: str | None,
    library: Path,
    view: AmendmentView,
) -> None:
    """Carry out what amending acts instruct.

    BASE is the act in force, or several joined by commas, or a body; each AMENDING an
    amending act or a bill: files or references into the library. They are carried out
    in the order in which they come into force; with --at, as far as they are in force
    on that day. Every instruction is accounted for: applied, refused with its reason
    (then nothing is changed), or not addressed to this act.
    """
    if cases is not None:
        if base is not None:
            raise UsageError("--jsonl takes no BASE", expected="either --jsonl FILE or BASE AMENDING...")
        _batch(cases, view.output)
        return
    if exit_code and official is None:
        raise UsageError("--exit-code compares with an official text", expected="--check OFFICIAL")
    if base is None or not amending:
        raise UsageError("an act and what amends it are needed", expected="BASE AMENDING..., or --jsonl FILE")
    from palermo.cli.texts import one, texts

    check(view, official=official is not None)
    bases = texts(base, lang=lang, library=library, day=day, build=False)
    acts = [one(texts(name, lang=lang, library=library), name) for name in amending]
    officials = texts(official, lang=lang, library=library) if official else ()
    check(view, official=official is not None, several=len(bases))
    if len(bases) > 1:
        if title is not None:
            raise UsageError("--called names one act", expected="one BASE")
        from palermo.amending.consolidate import checked_each, consolidate_each

        several = consolidate_each(bases, acts, tradition=tradition, day=day)
        checks = checked_each(bases, several, officials)
        kept = _whole(several.amendments) if keep else ()
        write_each(several, bases, acts, view, checks)
    else:
        from palermo.amending.consolidate import consolidate

        amendment = consolidate(bases[0], acts, tradition=tradition, day=day, title=title)
        checks = [_check(bases[0], amendment, one(officials, official))] if official else []
        kept = _whole([amendment]) if keep else ()
        write(amendment, bases[0], acts, view, checks[0] if checks else None)
    if keep:
        _keep(kept, keep, library)  # last: whoever gets an error has nothing new in the library
    if exit_code and any(check.differs for check in checks if check is not None):
        ctx.exit(_DIFFERENCES)


def _whole(amendments: Sequence[Amendment]) -> Sequence[Version]:
    from palermo.amending.proposed import whole

    return whole(amendments)


def _keep(versions: Sequence[Version], date: str, library: Path) -> None:
    """Put the texts that result into the library."""
    from palermo.library.use_cases import keep

    for version in versions:
        note(f"kept as {keep(version, date, library=library).ref} (built): `palermo show` prints it")


def _check(act: Version, amendment: Amendment, official: Version) -> Check:
    from palermo.amending.check import check as held

    if official.lang != act.lang:
        raise UsageError(f"the official text is in {official.lang!r}, the act in {act.lang!r}", expected="one language")
    return held(act, amendment, official)


def _batch(cases: str, output: Output) -> None:
    import json

    from palermo.amending.batch import amended_lines
    from palermo.corpus.errors import InputError
    from palermo.report.amending.amend.as_json import answer

    if cases == "-":
        if sys.stdin is None:
            raise InputError("standard input is not open", file="-", expected="one JSON object a line")
        data = sys.stdin.buffer.read()
    else:
        data = Path(cases).read_bytes()
    text = data.decode("utf-8-sig", errors="replace")
    answers = [answer(case, amendment) for case, amendment in amended_lines(text.split("\n"), cases)]
    if answers:
        output.write("\n".join(json.dumps(line, ensure_ascii=False) for line in answers))
