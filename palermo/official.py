"""The official words of what a framework asks: its instrument's text, bound paragraph by paragraph.

The text is recognised by what it says, in any language that palermo has cue words for, and by its identity in others.
Source: the Protocol's articles 3(a) to (d) and 5(1) and (2), whose order and lettering all its translations keep.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from corpus.errors import InputError, ReferenceError
from corpus.findings import GapAnalysis
from corpus.languages import UNDETERMINED
from corpus.model import Provision, Span, Version
from corpus.refs import InstrumentId, VersionRef
from kb.cues import Cues, fold, languages
from kb.cues import load as load_cues
from kb.dating import find
from kb.framework import Framework
from kb.library import Library
from kb.numbers import number

__all__ = ["Official", "bound", "identified", "in_library", "quoted"]

_FALLBACK = "en"
_ONE_TEXT = 30  # articles: the Protocol has twenty, a file with more holds other texts, or the Protocol twice
_ACTS = ("act.recruitment", "act.transportation", "act.transfer", "act.harbouring", "act.receipt")
_FORMS = tuple(f"purpose.{form}" for form in ("sexual", "forced_labour", "slavery", "servitude", "organs"))
_LIABILITY = {"5(2)(a)": "offence.attempt", "5(2)(b)": "offence.accomplice", "5(2)(c)": "offence.organising"}
_MARKED = ("act", "means", "purpose", "offence")  # groups whose elements are single words of a paragraph


@dataclass(frozen=True, slots=True)
class Official:
    """An instrument's official text; `provisions` are its paragraphs by the article that a framework cites."""

    version: Version
    provisions: Mapping[str, Provision]

    def quote(self, article: str) -> str | None:
        """The words of a paragraph as a person reads them; None for one that the text does not have."""
        provision = self.provisions.get(article)
        return self.version.reading(provision.span).text if provision else None

    def words(self, article: str, code: str) -> list[Span]:
        """Where the paragraph names an element (code points of the text), by the cue words of its language."""
        provision = self.provisions.get(article)
        if provision is None or self.version.lang not in languages() or code.partition(".")[0] not in _MARKED:
            return []
        mapped = self.version.reading(provision.span)
        found = load_cues(self.version.lang).element(code).finditer(fold(mapped.text))
        return [Span(*mapped.source(m.start(), m.end())) for m in found if m.end() > m.start()]


def quoted(analysis: GapAnalysis, official: Official | None) -> GapAnalysis:
    """The analysis with the official words of each requirement; as it is without an official text."""
    if official is None:
        return analysis
    findings = (
        replace(f, requires=replace(f.requires, quote=official.quote(f.requires.article))) for f in analysis.findings
    )
    return replace(analysis, findings=tuple(findings))


def in_library(framework: Framework, library: Path, lang: str) -> Official | None:
    """The official text in `lang`, else in English; None where the library does not hold it, or there is none."""
    if not framework.instrument or not Library.is_at(library):
        return None
    instrument = InstrumentId.parse(framework.instrument)
    with Library.open(library) as opened, opened.snapshot():
        for wanted in dict.fromkeys((lang, _FALLBACK)):
            if wanted == UNDETERMINED:
                continue
            try:
                fragments = find(opened, VersionRef(instrument, wanted))
            except ReferenceError:
                continue
            for fragment in fragments:
                version = opened.version(fragment.key)
                if provisions := _bind(version, framework):
                    return Official(version, provisions)
    return None


def bound(version: Version, framework: Framework) -> Official:
    """The text as the framework's official one. Raises InputError where it is another text."""
    provisions = _bind(version, framework) if _is_the_text(version, framework) else {}
    if not provisions:
        raise InputError(
            "is not the text that the framework rests on", file=version.source.path, expected=framework.title
        )
    return Official(version, provisions)


def identified(version: Version, framework: Framework) -> Version:
    """The text with the instrument's identity, where it says what the instrument says; else as it is."""
    if not framework.instrument or str(version.ref.instrument) == framework.instrument:
        return version
    articles = sum(p.level == "article" for p in version.root.walk())
    if articles > _ONE_TEXT or not _is_the_text(version, framework):
        return version
    return replace(version, ref=replace(version.ref, instrument=InstrumentId.parse(framework.instrument)))


def _is_the_text(version: Version, framework: Framework) -> bool:
    """Whether its articles 3 and 5 say what the Protocol's say: acts, means and purposes in 3(a), consent in 3(b),
    children in 3(c), eighteen years in 3(d), liability in 5(2), and what States Parties must do in 5(1)."""
    if version.lang not in languages():
        return str(version.ref.instrument) == framework.instrument
    provisions = _bind(version, framework)
    if not all(article in provisions for article in ("3(a)", "3(b)", "3(c)", "3(d)", "5(1)", *_LIABILITY)):
        return False
    cues = load_cues(version.lang)
    text = {article: fold(version.reading(p.span).text) for article, p in provisions.items()}
    return (
        _named(text["3(a)"], _ACTS, cues) >= len(_ACTS) - 1
        and _named(text["3(a)"], _FORMS, cues) >= len(_FORMS) - 1
        and bool(cues.term("consent").search(text["3(b)"]))
        and bool(cues.term("child").search(text["3(c)"]))
        and _eighteen(text["3(d)"], cues)
        and any(_named(text[article], (code,), cues) for article, code in _LIABILITY.items())
        and _binds_states(text["5(1)"], version.lang)
    )


def _binds_states(text: str, lang: str) -> bool:
    """Whether a treaty speaks; a statute may repeat what it defines, and addresses no States."""
    import yaml

    words = yaml.safe_load((files("kb") / "treaty_words.yaml").read_text("utf-8"))["state party"]
    return lang not in words or re.search(words[lang], text) is not None


def _named(text: str, codes: tuple[str, ...], cues: Cues) -> int:
    return sum(cues.element(code).search(text) is not None for code in codes)


def _eighteen(text: str, cues: Cues) -> bool:
    return "18" in text or any(number(word, cues.lang) == 18 for word in re.findall(r"[^\W\d_][\w-]*", text))


def _bind(version: Version, framework: Framework) -> dict[str, Provision]:
    """The paragraphs that the framework cites, by their place: letters differ between scripts, their order does not."""
    found = {}
    for article in framework.obligations:
        first, *inner = re.findall(r"[^()]+", article)
        provision = next((p for p in version.root.walk() if p.level == "article" and p.num == first), None)
        for label in inner:
            provision = _below(provision, label) if provision else None
        if provision:
            found[article] = provision
    return found


def _below(provision: Provision, label: str) -> Provision | None:
    numbered = [p for p in provision.children if p.num]
    place = int(label) if label.isdecimal() else ord(label) - ord("a") + 1
    return numbered[place - 1] if place <= len(numbered) else None
