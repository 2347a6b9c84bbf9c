"""Brings the catalogues of the report's languages up to what reports say: `python docs/tools/write_catalogues.py`.

What is new then has no translation there, and what is no longer said is gone. To begin another language, make an
empty file for it first.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
CATALOGUES = ROOT / "palermo" / "report" / "language" / "catalogues"
_RULES = ("alignment/gaps/gaps.py", "alignment/rules/*.py", "alignment/review/carry_over.py")
_HEAD = """\
# What palermo's reports say, in the language `{lang}`. The order is that of the files that say it.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: {lang}\\n"
"Plural-Forms: {plural}\\n"

"""


class Said(NamedTuple):
    """What a report can say: `several` for another number than one, `context` where English needs none."""

    one: str
    several: str = ""
    context: str = ""


@cache
def messages() -> dict[Said, str]:
    """Everything that a report can say in its own language, with where it comes from."""
    found: dict[Said, str] = {}
    for said, source in (*_of_reports(), *_of_rules(), *_of_data(), *_of_types()):
        if said.one:
            found.setdefault(said, source)
    return found


def _of_reports() -> Iterator[tuple[Said, str]]:
    """What stands in `Message(…)`, and the heads of columns."""
    from palermo.report.language.message import COLUMN

    for path in sorted((ROOT / "palermo" / "report").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            name = path.relative_to(ROOT).as_posix()
            if node.func.id == "Column" and node.args and isinstance(node.args[0], ast.Constant):
                yield Said(str(node.args[0].value), context=COLUMN), name
            if node.func.id == "Message":
                words = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                named = {k.arg: k.value.value for k in node.keywords if isinstance(k.value, ast.Constant)}
                if words:
                    yield Said(*words, **named), name  # type: ignore[arg-type]


def _of_rules() -> Iterator[tuple[Said, str]]:
    """The sentences of the rules, and the patterns of those that are made from one."""
    for path in sorted(path for pattern in _RULES for path in ROOT.glob(pattern)):
        tree = ast.parse(path.read_text("utf-8"))
        documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        patterns = {
            id(node.args[0])
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Sentence"
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in documented:
                continue
            sentence = node.value[:1].isupper() and node.value.endswith(".") and " " in node.value
            if sentence or id(node) in patterns:
                yield Said(node.value), path.relative_to(ROOT).as_posix()


def _of_data() -> Iterator[tuple[Said, str]]:
    from palermo.kb.frameworks.codebook import codebook
    from palermo.kb.frameworks.framework import load, names
    from palermo.kb.frameworks.headlines import sentences
    from palermo.report.shared.framework_words import ABOUT, SHORT
    from palermo.report.texts.ministry_tables.labels import TABLE, english

    for name in names():
        framework, file = load(name), f"kb/frameworks/catalogues/{name}.yaml"
        for element in framework.elements:
            for words in (element.restatement, element.qualification, element.citation, element.notes):
                yield Said(words, context=ABOUT), file
            yield Said(element.code.partition(".")[2].replace("_", " "), context=SHORT), file
            yield Said(element.bindingness, context="bindingness"), file
        yield Said(framework.citation, context=ABOUT), file
        yield from ((Said(group.label), file) for group in framework.groups.values())
        book = codebook(framework)
        for meaning in (*book.values.values(), *book.extents.values()):
            yield Said(meaning, context="codebook"), "kb/frameworks/codebook.yaml"
        for entry in book.entries:
            for words in (entry.means, *entry.decisions):
                yield Said(words, context="codebook"), file
    yield from (
        (Said(words, context=TABLE), "palermo/report/texts/ministry_tables/labels.yaml") for words in english().values()
    )
    yield from ((Said(sentence, context=ABOUT), "kb/frameworks/catalogues/palermo.yaml") for sentence in sentences())


def _of_types() -> Iterator[tuple[Said, str]]:
    from palermo.alignment.gaps.gaps_change import GapChangeKind, PenaltyKind
    from palermo.alignment.penalties.grades import HEAVIER
    from palermo.corpus.language_data import language_data, languages_with
    from palermo.corpus.model.answers import Extent, Rating, Value
    from palermo.corpus.model.reviews import ReviewStanding
    from palermo.kb.lexicon.circumstances import names
    from palermo.report.language.message import COLUMN
    from palermo.report.shared.penalty_words import BASIC, CIRCUMSTANCE, KIND, UNIT, UNITS

    yield from ((Said(rating.value, context="rating"), "corpus/model/answers.py") for rating in Rating)
    yield from ((Said(word), "corpus/model/answers.py") for word in (*Value, *Extent))
    yield from (
        (Said(word), "corpus/model/reviews.py")
        for word in ("accepted", "overridden", "conflict", ReviewStanding.REOPENED.value)
    )
    yield from ((Said(kind.value, context="change"), "alignment/gaps/gaps_change.py") for kind in GapChangeKind)
    yield from (
        (Said(kind.value, context="change of a penalty"), "alignment/gaps/gaps_change.py") for kind in PenaltyKind
    )
    yield from (
        (Said(name, context=CIRCUMSTANCE), "kb/languages/common/circumstances.yaml") for name in (BASIC, *names())
    )
    yield from ((Said(unit, context=UNIT), "kb/languages") for unit in (*UNITS, "category"))
    for counted in (message for pair in UNITS.values() for message in pair):
        yield Said(counted.one, counted.several, counted.context), "palermo/report/shared/penalty_words.py"
    yield from (
        (Said(rating.value, context=COLUMN), "palermo/report/analysis/matrix/xlsx_overview.py") for rating in Rating
    )
    yield Said(HEAVIER, context=KIND), "alignment/penalties/grades.py"
    for lang in languages_with("cues"):
        kinds = language_data(lang, "cues").get("penalties", {}).get("kinds", {})
        yield from ((Said(kind, context=KIND), "kb/languages") for kind in kinds)


def render(path: Path) -> str:
    """The catalogue at the path with what reports say now, and the translations that it has."""
    lang = path.stem
    with path.open("rb") as file:
        old = read_po(file, locale=lang)
    made = Catalog(locale=lang)
    for said, source in sorted(messages().items(), key=lambda pair: (pair[1], pair[0])):
        known = old.get(said.one, said.context or None)
        words = (said.one, said.several) if said.several else said.one
        made.add(words, known.string if known else None, [(source, None)], context=said.context or None)  # type: ignore[list-item]
    out = BytesIO()
    write_po(out, made, width=120, omit_header=True)
    return _HEAD.format(lang=lang, plural=get_plural(lang)) + out.getvalue().decode("utf-8")


if __name__ == "__main__":
    for catalogue in sorted(CATALOGUES.glob("*.po")):
        catalogue.write_text(render(catalogue), encoding="utf-8")
