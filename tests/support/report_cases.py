"""Cases for the tests of documents: the sample law, and a law that is hostile to whoever writes it down."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import files

from palermo.alignment.gaps.gaps import gaps
from palermo.analysis.matrix import Matrix, MatrixBody
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_file, read_text
from palermo.kb.frameworks.framework import load
from palermo.report.analysis.memo.case import Case
from palermo.report.shared.provenance import Provenance

__all__ = ["MADE", "PROTOCOL", "case", "hostile", "matrix", "sample"]

MADE = Provenance("palermo gaps law.md", "2026-11-25", "0.0")
PROTOCOL = load("palermo")
LONG = 2_000_000


@cache
def sample(name: str) -> Version:
    return read_file(str(files("palermo") / "sample" / f"{name}.md"))


def case(*names: str) -> Case:
    return Case(gaps([sample(name) for name in names], PROTOCOL), PROTOCOL, MADE)


def hostile(*, long: int = 0) -> Case:
    """Markup, formulae, control characters and text that turns its direction, inside the words that are quoted."""
    text = (
        "=HYPERLINK(1) <b>Code</b> | _x0041_\n\nArticle 1. Trafficking in persons\n\n"
        "1. Recruitment of a person <script>alert(1)</script> & \ue000\ue001 \u202ea person | *star* "
        "[link](javascript:x) for the purpose of exploitation is punishable by imprisonment of two to five years.\n\n"
        "=1+1 Exploitation means slavery or servitude " + "and so on " * (long // 10) + ".\n"
    )
    read = read_text(text, name="=law.txt", lang="en")
    # No reader lets control characters through; a library of another program, or a later reader, may.
    version = replace(read, text=read.text.replace("\ue000", "\x0b").replace("\ue001", "\x07"))
    return Case(gaps([version], PROTOCOL), PROTOCOL, MADE)


def matrix(*cases: Case) -> Matrix:
    return Matrix(PROTOCOL, tuple(MatrixBody(f"body-{n}", c.analysis) for n, c in enumerate(cases, 1)))
