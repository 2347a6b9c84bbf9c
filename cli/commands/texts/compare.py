"""`palermo compare`: what became of each clause."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.alignment.compare.model import Alignment
from palermo.cli.options import at, library, output, side_langs
from palermo.cli.output import Output
from palermo.cli.results.comparison import FORMATS, LAYOUTS, ComparisonLook, check, write, write_rivals
from palermo.cli.results.tables import TrackedChanges, changes, report_lang
from palermo.report.texts.compare.touched import Against

__all__ = ["command"]

_DIFFERENCES = 1  # as diff(1)
# `palermo.texts.filter_pairs.CHOICES`, which a test holds equal, without its imports: `--help` stays fast.
_CHOICES = (
    "material", "changed", "added", "removed", "split", "merged", "moved", "renumbered", "penalty", "penalty-raised",
    "penalty-lowered", "penalty-changed", "number", "date", "modality", "negation", "connective", "defined-term",
    "cross-reference", "list-item", "wording", "editorial",
)  # fmt: skip


def _kinds(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds that are named, several of them with commas between them or the option given again."""
    kind = click.Choice(_CHOICES)
    return tuple(kind.convert(part.strip(), param, ctx) for value in values for part in value.split(","))


@click.command("compare")
@click.argument("left", metavar="LEFT")
@click.argument("right", metavar="RIGHT")
@click.option(
    "--provision",
    metavar="CITE",
    help="Only this provision and what lies in it, on either side: 128, section 5(2), art_128.",
)
@click.option(
    "--only",
    multiple=True,
    callback=_kinds,
    metavar="KIND[,KIND]",
    help="Only differences of this kind, or of any of several; material ones may matter in law. One of: "
    f"{', '.join(_CHOICES)}.",
)
@click.option(
    "--layout",
    type=click.Choice(LAYOUTS),
    help="In text: in one column, or in two; else by the width of the terminal, two from 120 columns. In docx, html "
    "and pdf: table is the comparative table that accompanies a bill.",
)
@click.option(
    "--context",
    type=click.IntRange(min=0),
    default=6,
    show_default=True,
    metavar="N",
    help="How many unchanged words to print around each change (in text; a page has them all).",
)
@click.option(
    "--against",
    "framework",
    metavar="ID",
    help="Say of each changed clause which elements of this framework (such as palermo) it touches, and whether "
    "it moves the law towards what is asked or away from it.",
)
@click.option("--exit-code", is_flag=True, help="End with 1 if anything (of the kinds asked for) differs, else with 0.")
@side_langs
@at
@library
@click.option(
    "--rival",
    metavar="TEXT",
    help="A second text against LEFT: a table of in force, RIGHT and this one side by side (html, docx, pdf).",
)
@click.option(
    "--justifications",
    metavar="FILE",
    help="In the comparative table: a CSV file or workbook with the columns provision (128(2)) and justification.",
)
@report_lang
@changes
@output(*FORMATS)
@click.pass_context
def command(
    ctx: click.Context,
    left: str,
    right: str,
    provision: str | None,
    only: tuple[str, ...],
    layout: str | None,
    context: int,
    framework: str | None,
    exit_code: bool,
    langs: tuple[str | None, str | None],
    day: str | None,
    library: Path,
    rival: str | None,
    justifications: str | None,
    report_lang: str | None,
    changes: TrackedChanges,
    output: Output,
) -> None:
    """Compare two texts clause by clause.

    LEFT and RIGHT are each a file, a reference into the library, a body of law, or
    several of these joined by commas. Provisions are paired by their words, numbers,
    headings and places; what was moved, renumbered, split or merged is said, and
    changed words are marked; in docx as tracked changes, to be accepted or rejected.
    """
    from palermo.alignment.compare.compare import compare
    from palermo.cli.texts import texts
    from palermo.texts.filter_pairs import only as chosen
    from palermo.texts.filter_pairs import within

    look = ComparisonLook(output, layout, context, "material" in only, changes, report_lang, justifications)
    check(look, rival=rival is not None, against=framework is not None)
    sides = [texts(side, lang=lang, library=library, day=day) for side, lang in zip((left, right), langs, strict=True)]
    alignment = compare(*sides)
    against = None if framework is None else _against(framework, alignment)
    if provision is not None:
        alignment = within(alignment, provision)
    alignment = chosen(alignment, only)
    if rival is None:
        write(alignment, against, look)
    else:
        other = compare(sides[0], texts(rival, lang=langs[1], library=library, day=day))
        other = chosen(other if provision is None else within(other, provision), only)
        write_rivals(alignment, other, look)
    if exit_code and alignment.differs:
        ctx.exit(_DIFFERENCES)


def _against(framework: str, alignment: Alignment) -> Against:
    from palermo.alignment.gaps.gaps import gaps
    from palermo.alignment.gaps.gaps_change import change
    from palermo.alignment.threeway import threeway
    from palermo.kb.frameworks.framework import load
    from palermo.report.texts.compare.touched import Against

    requirements = load(framework)
    between = change(gaps(alignment.left, requirements), gaps(alignment.right, requirements))
    return Against(threeway(alignment, between), requirements)
