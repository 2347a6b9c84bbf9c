"""The official words of what a framework asks: its instrument's text, bound paragraph by paragraph.

The text is recognised by what it says, in any language that palermo has cue words for, and by its identity in others.
A paragraph is found by its place: translations keep the order and the lettering.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from palermo.alignment.statute.codes import form_codes, liability_codes, typical_acts
from palermo.corpus.errors import InputError, NotFoundError
from palermo.corpus.grammar_words import grammar_words
from palermo.corpus.model.findings import GapAnalysis, Value
from palermo.corpus.model.languages import UNDETERMINED
from palermo.corpus.model.refs import InstrumentId, VersionRef
from palermo.corpus.model.text_model import Provision, Span, Version
from palermo.kb.frameworks.framework import Framework
from palermo.kb.lexicon.cues import Cues, fold, languages
from palermo.kb.lexicon.cues import load as load_cues
from palermo.kb.lexicon.numbers import number
from palermo.kb.library.in_force import find
from palermo.kb.library.library import Library

__all__ = ["Official", "bound", "identified", "in_library", "quoted"]

_FALLBACK = "en"
_ENOUGH = 8  # codes that a text has to be known by: of fewer, a text on the same matter has as many
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
            except NotFoundError:
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
    numbers = [p.num for p in version.root.walk() if p.level == "article"]
    if any(numbers.count(_place(article)[0]) > 1 for article in framework.obligations):
        return version  # the file holds other texts, or this one twice
    if not _is_the_text(version, framework):
        return version
    return replace(version, ref=replace(version.ref, instrument=InstrumentId.parse(framework.instrument)))


def _is_the_text(version: Version, framework: Framework) -> bool:
    """Whether it has every paragraph that the framework cites, these say what the framework restates (`_says`), and it
    binds States; by its identity where palermo has no words for its language, or the framework none to be known by."""
    says = _says(framework)
    if version.lang not in languages() or not says:
        return str(version.ref.instrument) == framework.instrument != ""
    provisions = _bind(version, framework)
    if len(provisions) < len(framework.obligations):
        return False
    cues = load_cues(version.lang)
    text = {article: fold(version.reading(p.span).text) for article, p in provisions.items()}
    asked = [element for element in framework.elements if element.article]
    binding = [text[e.article] for e in asked if e.code == _CRIMINAL] or list(text.values())
    return (
        _named_in(text, says, cues)
        and all(_TOLD_BY[e.code](text[e.article], cues) for e in asked if e.code in _TOLD_BY)
        and _binds_states(binding, version.lang)
    )


def _named_in(text: Mapping[str, str], says: Mapping[tuple[str, str], Sequence[str]], cues: Cues) -> bool:
    """Whether the paragraphs name what they say: of lists all but one, of forms of liability one."""
    named = {key: _named(text[key[0]], codes, cues) for key, codes in says.items()}
    liability = [number for (_, group), number in named.items() if group == _LIABILITY]
    lists = all(named[key] >= max(len(codes) - 1, 1) for key, codes in says.items() if key[1] != _LIABILITY)
    return lists and (not liability or any(liability))


def _says(framework: Framework) -> dict[tuple[str, str], tuple[str, ...]]:
    """The codes that paragraphs are known by, by paragraph and group: acts, forms of exploitation, forms of liability.
    None where these are too few."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for element in framework.elements:
        key = element.article, element.group
        if (
            element.article
            and element.asks is Value.YES
            and element.code in {*typical_acts(), *form_codes(), *liability_codes()}
        ):
            found[key] = (*found.get(key, ()), element.code)
    return found if sum(map(len, found.values())) >= _ENOUGH else {}


def _binds_states(texts: Iterable[str], lang: str) -> bool:
    """Whether a treaty speaks; a statute may repeat what it defines, and addresses no States."""
    pattern = grammar_words(lang).instruments.treaty
    return not pattern or any(re.search(pattern, text) for text in texts)


def _named(text: str, codes: Iterable[str], cues: Cues) -> int:
    return sum(cues.element(code).search(text) is not None for code in codes)


def _eighteen(text: str, cues: Cues) -> bool:
    return "18" in text or any(number(word, cues.lang) == 18 for word in re.findall(r"[^\W\d_][\w-]*", text))


_LIABILITY, _CRIMINAL = "offence", "offence.criminalised"
# Codes that are told by other words than their own.
_TOLD_BY: Mapping[str, Callable[[str, Cues], bool]] = {
    "consent.irrelevant": lambda text, cues: bool(cues.term("consent").search(text)),
    "child.no_means": lambda text, cues: bool(cues.term("child").search(text)),
    "child.age_18": _eighteen,
}


def _bind(version: Version, framework: Framework) -> dict[str, Provision]:
    """The paragraphs that the framework cites, by their place: letters differ between scripts, their order does not."""
    found = {}
    for article in framework.obligations:
        first, *inner = _place(article)
        provision = next((p for p in version.root.walk() if p.level == "article" and p.num == first), None)
        for label in inner:
            provision = _below(provision, label) if provision else None
        if provision:
            found[article] = provision
    return found


def _place(article: str) -> list[str]:
    """The labels in a citation, from the article in: 3(a)."""
    return re.findall(r"[^()\s]+", article) or [""]


def _below(provision: Provision, label: str) -> Provision | None:
    numbered = [p for p in provision.children if p.num]
    if not label.isdecimal() and not re.fullmatch("[a-z]", label):
        return next((p for p in numbered if p.num == label), None)
    place = int(label) if label.isdecimal() else ord(label) - ord("a") + 1
    return numbered[place - 1] if 0 < place <= len(numbered) else None
