r"""Provisions as BibTeX: entries of biblatex's type `@legislation`, which plain BibTeX styles print as `@misc`.

Fields are those of the biblatex manual (3.20), 2.1.2 and 2.2.2, with `year` beside `date` for styles that know no
other. The text stays UTF-8; what TeX takes for a command is written as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from palermo.corpus.model.languages import UNDETERMINED
from palermo.report.library.search.citations import SourceCitation, day, told
from palermo.report.library.search.keys import keys

__all__ = ["bibtex"]

# Braces as commands, because BibTeX counts those that are escaped with a backslash, too.
_TEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
})  # fmt: skip
_URL = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", '"': "%22", "<": "%3C", ">": "%3E"})
# Names that babel and biblatex know (biblatex manual, `langid`); others are left out.
_BABEL = {
    "ar": "arabic", "bg": "bulgarian", "cs": "czech", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "et": "estonian", "fi": "finnish", "fr": "french", "hu": "hungarian", "it": "italian", "lt": "lithuanian",
    "lv": "latvian", "nl": "dutch", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sk": "slovak", "sl": "slovene", "sv": "swedish", "tr": "turkish", "uk": "ukrainian",
}  # fmt: skip


def bibtex(cited: Iterable[SourceCitation]) -> str:
    """The file: one entry a provision, in their order."""
    listed = list(cited)
    return "\n".join(_entry(key, citation) for key, citation in zip(keys(listed), listed, strict=True))


def _entry(key: str, citation: SourceCitation) -> str:
    lines = [f"  {name} = {{{value}}}," for name, value in _fields(citation)]
    return "\n".join([f"@legislation{{{key},", *lines, "}", ""])


def _fields(c: SourceCitation) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{_tex(c.title)}}}"  # a second pair of braces keeps its capitals
    date = c.enacted or c.since
    for name, value in (
        ("titleaddon", c.designation or c.provision),
        ("number", c.number),
        ("date", date),
        ("year", date[:4]),
        ("location", c.jurisdiction),
        ("langid", _BABEL.get(c.lang, "")),
        ("language", "" if c.lang == UNDETERMINED else c.lang),
    ):
        if value:
            yield name, _tex(value)
    if c.link:
        yield "url", c.link.translate(_URL)
    if c.link and day(c.accessed):
        yield "urldate", day(c.accessed)
    yield "note", _tex("; ".join(told(c)))
    if c.quotation:
        yield "abstract", _tex(c.quotation)
    if c.note:
        yield "annotation", _tex(" ".join(c.note.split()))


def _tex(text: str) -> str:
    return text.translate(_TEX)
