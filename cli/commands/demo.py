"""`palermo demo`: the main questions, asked of the law of a state that does not exist."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import click

from palermo.cli.options import quiet
from palermo.cli.progress import track
from palermo.cli.tour import Tour
from palermo.corpus.errors import LibraryError, UsageError
from palermo.corpus.model.findings import GapAnalysis
from palermo.corpus.model.text_model import Version

__all__ = ["command"]

_COUNTRY = "xt"  # of the codes that ISO 3166-1 leaves to its users
_OLD, _NEW, _VICTIMS = "criminal-code-2004", "criminal-code-2019", "victims-act-2022"
_LANGUAGES = ("en", "ru")
_BODIES = {
    "talmeria-2004": (f"{_OLD}.en",),
    "talmeria-2022": (f"{_NEW}.en", f"{_VICTIMS}.en"),
    "talmeria-2022-ru": (f"{_NEW}.ru", f"{_VICTIMS}.ru"),
}
_SEARCHES = (("en", "victims consent to exploitation"), ("ru", "согласия потерпевших"))
_HITS = 2

_INTRODUCTION = """\
Talmeria is a state that does not exist. Its criminal code has made trafficking in persons a crime since 2004. In 2019 \
parliament passed an act to bring the definition into line with the United Nations Protocol, and in 2022 an act on \
victims. Did the definition arrive? palermo answers such questions about any country's law, and shows the words that \
each answer rests on."""

_NEXT = """\
Open them in a browser; each is one file that needs no network. Now a law of your own: `palermo gaps FILE` (text, \
Markdown, HTML, XML, Word, PDF, OpenDocument, RTF or EPUB), and a bill for it: `palermo gaps FILE --with-bill BILL`. \
`palermo --help` lists the rest."""


@click.command("demo")
@click.option(
    "--out", "folder", default="demo", show_default=True, metavar="DIR", help="Where the law and the reports go."
)
@quiet
def command(folder: str) -> None:
    """Show what palermo does, on the law of an invented state.

    The law, a library that holds it and the reports are written to DIR, anew each
    time; what else is in DIR stays as it is.
    """
    out = Path(folder)
    if out.exists() and not out.is_dir():
        raise UsageError("is no folder", file=folder, expected="a folder for the law and the reports")
    show = Tour("palermo: the law of Talmeria", out)
    show.say(_INTRODUCTION)
    law = _load(show)
    _compare(show, law)
    _wordings(show, law)
    _gaps(show)
    _define(show, law)
    _search(show)
    show.reports(_NEXT)


def _lay_out(folder: Path) -> list[Path]:
    """The sample's files, copied to where a person can look at them; the texts in order."""
    from importlib.resources import as_file, files

    folder.mkdir(parents=True, exist_ok=True)
    with as_file(files("palermo") / "sample") as sample:
        copied = [Path(shutil.copyfile(path, folder / path.name)) for path in sorted(sample.iterdir())]
    return [path for path in copied if path.suffix == ".md"]


def _remove(library: Path) -> None:
    """Remove the library of an earlier demo. Raises LibraryError where the library holds other law."""
    from palermo.library.use_cases import held

    if not library.exists():
        return
    if any(version.ref.instrument.country != _COUNTRY for version in held(library)):
        raise LibraryError("holds more than the demo's law", file=str(library), expected="another folder: --out DIR")
    shutil.rmtree(library)


def _load(show: Tour) -> Mapping[str, Version]:
    """The texts by the name of their file, laid out, in a new library, and gathered in bodies of law."""
    from palermo.corpus.readers import read_file
    from palermo.library.use_cases import add_body, add_files
    from palermo.report.library.holdings.list_text import added as as_text

    files = [str(path) for path in _lay_out(show.out / "law")]
    show.step("Put the law into a library", f"add {show.out / 'law'}/*.md {show.library_option}")
    _remove(show.library)
    show.show(as_text(add_files(files, library=show.library, track=track), show.screen))
    law = {Path(file).stem: read_file(file) for file in files}
    for name, texts in _BODIES.items():
        add_body(name, [str(law[text].ref) for text in texts], library=show.library)
    show.say(
        "Texts that are read together are a body of law. The demo made three: the code of 2004; the code of 2019 with "
        "the act on victims; and the same two in Russian."
    )
    return law


def _compare(show: Tour, law: Mapping[str, Version]) -> None:
    from palermo.alignment.compare.compare import compare
    from palermo.api import threeway
    from palermo.corpus.text.narrow import narrow
    from palermo.kb.frameworks.framework import load
    from palermo.report.texts.compare.as_html import compare as as_page
    from palermo.report.texts.compare.as_text import compare as as_text
    from palermo.report.texts.compare.touched import Against

    old, new = law[f"{_OLD}.en"], law[f"{_NEW}.en"]
    show.step("What did the amendment change?", f"compare {old.source.path} {new.source.path} --provision 128")
    show.show(as_text(compare([narrow(old, "128")], [narrow(new, "128")]), show.screen))
    for lang in _LANGUAGES:
        found = threeway(law[f"{_OLD}.{lang}"], law[f"{_NEW}.{lang}"])
        page = as_page(found.alignment, Against(found, load("palermo")))
        show.keep(
            f"compare.{lang}.html", f"the whole code before and after, and what each change touches ({lang})", page
        )
    page = as_page(compare([law[f"{_NEW}.ru"]], [law[f"{_NEW}.en"]]))
    show.keep("compare.ru-en.html", "the code of 2019 in Russian and in English, provision beside provision", page)


def _wordings(show: Tour, law: Mapping[str, Version]) -> None:
    from palermo.amending.provision_history import wordings
    from palermo.report.texts.history.as_html import wordings as as_page
    from palermo.report.texts.history.as_text import wordings as as_text

    code = f"{law[f'{_OLD}.en'].ref.instrument}/eng"
    reference = f"{code}~art_127__para_1"
    show.step("Who changed these words, and when?", f"show {reference} --history {show.library_option}")
    show.show(as_text(wordings(reference, library=show.library), show.screen))
    page = as_page(wordings(f"{code}~art_128", library=show.library))
    show.keep("wordings.html", "the wordings of article 128, each with the instruction that brought it", page)


def _gaps(show: Tour) -> None:
    from palermo.alignment.gaps.gaps import gaps
    from palermo.alignment.gaps.gaps_change import change
    from palermo.kb.frameworks.framework import load
    from palermo.library.use_cases import resolve
    from palermo.report.analysis.gaps.as_csv import gaps as as_table
    from palermo.report.analysis.gaps.as_html import gaps as as_page
    from palermo.report.analysis.gaps_change.as_html import gaps_change as as_change
    from palermo.report.analysis.gaps_change.as_text import penalties
    from palermo.report.analysis.gaps_change.text_short import closed, still_open
    from palermo.report.analysis.memo.case import Case
    from palermo.report.shared.provenance import provenance

    protocol = load("palermo")
    before, after, russian = (gaps(resolve(body, library=show.library), protocol) for body in _BODIES)
    show.step(
        "Which gaps did it close?",
        f"gaps talmeria-2004 --with talmeria-2022 {show.library_option}",
    )
    between = change(before, after)
    show.show(closed(before, after, protocol, show.screen))
    show.show("\n".join(penalties(between, show.screen)))
    show.keep(
        "change.html",
        "what the amendment did: requirements and penalties, before and after",
        as_change(between, protocol),
    )
    show.step("What is still open against the Protocol?", f"gaps talmeria-2022 {show.library_option}")
    show.show(still_open(after, protocol, show.screen))
    show.say(_agreement(after, russian))
    for body, analysis in zip(_BODIES, (before, after, russian), strict=True):
        case = Case(analysis, protocol, provenance(f"palermo gaps {body} {show.library_option}"))
        show.keep(f"gaps.{body}.html", f"{body} against the Protocol, with the law's own words", as_page(case))
    show.keep("gaps.talmeria-2022.csv", "the same as a table, one row a question", as_table(after))


def _agreement(one: GapAnalysis, other: GapAnalysis) -> str:
    """How far the two languages of one law give the same answers."""
    differ = [f.code for f in one.findings if f.value is not other.finding(f.code).value]
    total = len(one.findings)
    text = f"The Russian text, read by itself and not translated, gives {total - len(differ)} of {total} answers alike"
    return f"{text}; look at {', '.join(differ)}." if differ else f"{text}."


def _define(show: Tour, law: Mapping[str, Version]) -> None:
    from palermo.alignment.definitions.define import define
    from palermo.kb.frameworks.framework import load
    from palermo.report.texts.definitions.as_html import define as as_page

    sides = [[law[f"{name}.{lang}"]] for name in (_OLD, _NEW) for lang in _LANGUAGES]
    page = as_page(define("trafficking", sides, load("palermo")))
    show.keep("define.html", "the definition of trafficking in 2004 and 2019, in English and in Russian", page)


def _search(show: Tour) -> None:
    from palermo.kb.search.search import SearchScope
    from palermo.library.use_cases import search
    from palermo.report.library.search.as_text import search as as_text

    commands = [f"search {words} --lang {lang} --limit {_HITS} {show.library_option}" for lang, words in _SEARCHES]
    show.step("Where does the law speak of consent?", *commands)
    show.say("Words are found in all their forms: asked for in the plural here, in English and in Russian.")
    for lang, words in _SEARCHES:
        answer = search(words, library=show.library, scope=SearchScope(lang=lang), limit=_HITS, track=track)
        show.show(as_text(answer, show.screen))
