"""`palermo amend`: what amending acts make of an act."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cli.amendment import FORMATS, write
from cli.options import at, lang, library, output
from cli.output import Output
from corpus.errors import UsageError

__all__ = ["command"]


@click.command("amend")
@click.argument("base", metavar="BASE", required=False)
@click.argument("amending", nargs=-1, metavar="AMENDING...")
@click.option(
    "--jsonl", "cases", metavar="FILE", help="Answer cases instead, one JSON object a line (- for standard input)."
)
@click.option("--tradition", metavar="NAME", help="The drafting tradition, such as Canada; else the text shows it.")
@lang
@at
@library
@output(*FORMATS)
def command(
    base: str | None,
    amending: tuple[str, ...],
    cases: str | None,
    tradition: str | None,
    lang: str | None,
    at: str | None,
    library: Path,
    output: Output,
) -> None:
    """Carry out what amending acts instruct.

    BASE is the act in force, each AMENDING an amending act or a bill, carried out in
    the order given: files or references into the library. Every instruction is
    accounted for: applied, refused with its reason (then nothing is changed), or
    not addressed to this act.
    """
    if cases is not None:
        if base is not None:
            raise UsageError("--jsonl takes no BASE", expected="either --jsonl FILE or BASE AMENDING...")
        _batch(cases, output)
        return
    if base is None or not amending:
        raise UsageError("an act and what amends it are needed", expected="BASE AMENDING..., or --jsonl FILE")
    from cli.sides import one, texts
    from palermo.verbs import amend

    act = one(texts(base, lang=lang, library=library, at=at), base)
    acts = [one(texts(name, lang=lang, library=library), name) for name in amending]
    write(amend(act, *acts, tradition=tradition), act, acts, output)


def _batch(cases: str, output: Output) -> None:
    import json

    from corpus.errors import InputError
    from palermo.amendments import amended_lines
    from palermo.report.contract.amend import answer

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
