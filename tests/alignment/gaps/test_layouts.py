"""Turned text: a change of the law turns the codes that depend on it, and no others."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.alignment.gaps.gaps import analyse, answer
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_text
from palermo.kb.frameworks.framework import load
from tests.support.failures.case_ids import case_ids
from tests.support.generated_offences import (
    ACTS,
    HEAVIER,
    IRRELEVANT,
    LANGS,
    MEANS,
    PURPOSES,
    Offence,
    answers,
    offence,
    turned,
)

FRAMEWORK = load("palermo")
STATUTES = sorted(
    p for p in (Path(__file__).parents[1] / "statute" / "statutes").iterdir() if p.suffix in {".md", ".txt"}
)


def _full(lang: str) -> Offence:
    """An offence with a consent clause and a heavier penalty for child victims."""
    return offence(lang).but(more=(HEAVIER[lang], IRRELEVANT[lang]))


def _change(before: Offence, after: Offence) -> set[str]:
    return turned(answers(before), answers(after))


def _fails(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, reason=reason)


@pytest.mark.parametrize("lang", LANGS)
def test_deleting_one_purpose_turns_its_code(lang: str) -> None:
    full = _full(lang)
    for word in full.purposes:
        code = next(c for c, w in PURPOSES[lang].items() if w == word)
        assert _change(full, full.but(purposes=tuple(p for p in full.purposes if p != word))) == {code}


@pytest.mark.parametrize("lang", LANGS)
def test_deleting_one_means_turns_its_code(lang: str) -> None:
    full = _full(lang)
    for word in full.means:
        code = next(c for c, w in MEANS[lang].items() if w == word)
        assert _change(full, full.but(means=tuple(m for m in full.means if m != word))) == {code}


@pytest.mark.parametrize("lang", LANGS)
def test_deleting_one_act_turns_its_code(lang: str) -> None:
    full = _full(lang)
    for word in full.acts:
        code = next(c for c, w in ACTS[lang].items() if w == word)
        assert _change(full, full.but(acts=tuple(a for a in full.acts if a != word))) == {code}


@pytest.mark.parametrize("lang", LANGS)
def test_deleting_the_consent_clause_turns_consent(lang: str) -> None:
    full = _full(lang)
    assert _change(full, full.but(more=(HEAVIER[lang],))) == {"consent.irrelevant"}


@pytest.mark.parametrize("lang", LANGS)
def test_deleting_the_aggravation_turns_what_is_about_children(lang: str) -> None:
    full = _full(lang)
    less = full.but(more=(IRRELEVANT[lang],))
    assert _change(full, less) == {"child.aggravated"}
    assert answers(less)["child.age_18"] == "unclear"  # children are not named any more


BOTH = "Section 12. Trafficking in persons\n\nWhoever recruits, harbours or receives another person {} is liable to "
"a fine.\n"


def test_or_to_and_between_means_and_purpose_turns_what_is_needed() -> None:
    """By force or for slavery: neither is needed; by force and for slavery: both are."""
    either = answers(BOTH.format("by means of force or for the purpose of slavery"))
    both = answers(BOTH.format("by means of force and for the purpose of slavery"))
    assert turned(either, both) == {"means.essential_adult", "purpose.required", "child.no_means"}


@_fails("or and and between acts are read alike")
def test_or_to_and_between_acts_turns_what_every_variant_needs() -> None:
    acts = "Section 12. Trafficking in persons\n\nWhoever recruits {} transports another person for the purpose of "
    "slavery is liable to a fine.\n"
    assert turned(answers(acts.format("or")), answers(acts.format("and"))) == {"scope.movement_required"}


@pytest.mark.parametrize("lang", LANGS)
@settings(max_examples=10)
@given(data=st.data())
def test_order_of_words_in_lists_turns_nothing(lang: str, data: st.DataObject) -> None:
    full = _full(lang)
    again = full.but(
        acts=tuple(data.draw(st.permutations(full.acts))),
        means=tuple(data.draw(st.permutations(full.means))),
        purposes=tuple(data.draw(st.permutations(full.purposes))),
    )
    assert _change(full, again) == set()


def _read(text: str, name: str, lang: str) -> Version:
    return read_text(text, name=name, lang=lang)


@cache
def _answers(texts: tuple[str, ...], names: tuple[str, ...], lang: str) -> dict[str, str]:
    versions = [_read(t, n, lang) for t, n in zip(texts, names, strict=True)]
    scope, _ = analyse(versions, FRAMEWORK)
    return {code: a.value.value for code, a in answer(scope).items()}


def _between_words(text: str, change: Callable[[re.Match[str]], str]) -> str:
    """The text with the single spaces inside its lines changed; numbers, marks and tags are left alone."""
    between = re.compile(r"(?<=[^\W\d_]{2}[^\W\d_]) (?=[^\W\d_]{2})")
    return "".join(p if p.startswith("<") else between.sub(change, p) for p in re.split(r"(<[^<>]*>)", text))


def _plain(text: str) -> bool:
    """Whether a text has no markup, in which line ends and blank lines say something."""
    return re.search(r"^(?:#|<|\*\*|\|)", text, re.M) is None


def _closed_up(text: str) -> str:
    return re.sub(r"\n{2,}", "\n", text) if _plain(text) else text


def _wrapped(text: str) -> str:
    lines = (textwrap.wrap(line, 76, break_long_words=False) or [""] for line in text.splitlines())
    return "\n".join("\n".join(line) for line in lines) + "\n" if _plain(text) else text


LAYOUTS: dict[str, Callable[[str], str]] = {
    "double spaces": lambda t: _between_words(t, lambda m: "  "),
    "no-break spaces": lambda t: _between_words(t, lambda m: "\u00a0"),
    "blank lines": lambda t: re.sub(r"\n\n", "\n\n\n", t),
    "trailing spaces": lambda t: re.sub(r"(?<=\S)\n", " \n", t),
    "carriage returns": lambda t: t.replace("\n", "\r\n"),
    "soft hyphens": lambda t: re.sub(r"(?<=[^\W\d_]{4})(?=[^\W\d_]{4})", "\u00ad", t),
    "curly apostrophes": lambda t: re.sub(r"(?<=[^\W\d_])'(?=[^\W\d_])", "’", t),
    "straight apostrophes": lambda t: re.sub(r"(?<=[^\W\d_])’(?=[^\W\d_])", "'", t),
    "no blank lines": _closed_up,
    "lines broken": _wrapped,
    "lines broken, none blank": lambda t: _closed_up(_wrapped(t)),
    "long dashes": lambda t: re.sub(r"(?<=[^\W\d_]) – ", " — ", t),
}


MISREAD = {("en-09-tavola", "lines broken, none blank"): "the last of the sections that it quotes are not told apart"}
QUICK = {"double spaces", "carriage returns", "no blank lines"}  # the others run with the slow tests


def _laid_out(laws: dict[str, object]) -> list[object]:
    """Each law in each layout that changes it, known failures and slow ones marked."""

    def marks(name: str, layout: str) -> list[pytest.MarkDecorator]:
        known = [_fails(MISREAD[name, layout])] if (name, layout) in MISREAD else []
        return known if layout in QUICK else [pytest.mark.slow, *known]

    return [
        pytest.param(law, layout, id=f"{name}-{layout}", marks=marks(name, layout))
        for name, law in laws.items()
        for layout in sorted(LAYOUTS)
        if not isinstance(law, Path) or LAYOUTS[layout](law.read_text("utf-8")) != law.read_text("utf-8")
    ]


@pytest.mark.parametrize(("path", "layout"), _laid_out({p.stem: p for p in STATUTES}))
def test_typography_and_white_space_turn_nothing(path: Path, layout: str) -> None:
    text, lang = path.read_text("utf-8"), path.stem[:2]
    changed = LAYOUTS[layout](text)
    assert turned(_answers((text,), (path.name,), lang), _answers((changed,), (path.name,), lang)) == set()


@pytest.mark.parametrize("path", STATUTES, ids=lambda p: p.stem)
def test_changing_articles_that_were_not_read_turns_nothing(path: Path) -> None:
    text, lang = path.read_text("utf-8"), path.stem[:2]
    scope, _ = analyse([_read(text, path.name, lang)], FRAMEWORK)
    read = {*scope.why, *(d.unit for d in scope.definitions)}
    others = [u for u in scope.units if u not in read and u.text.strip()]
    changed = text
    for unit in reversed(others):
        end = unit.span(0, len(unit.text)).end
        changed = changed[:end] + " 2001." + changed[end:]
    if changed == text:
        pytest.skip("every article was read")
    assert turned(_answers((text,), (path.name,), lang), _answers((changed,), (path.name,), lang)) == set()


@dataclass(frozen=True)
class Turn:
    """A change of a real law: what is looked for, what stands in its place, the codes that must turn."""

    body: str
    old: str
    new: str
    codes: frozenset[str]


BODIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "palermo": ("en", ("un/palermo-2000.en.md",)),
    "directive": ("en", ("eu/dir-2011-36/2011-04-15.art-1-10.en.md",)),
    "kz-1997": ("ru", tuple(f"kz/criminal-code-1997/2015-01-01/art-{n}.ru.md" for n in (125, 128, 133))),
    "mw": ("en", ("mw/act-3-2015.en.txt",)),
    "fr": ("fr", ("fr/code-penal/225-4-1/2013-08-07.fr.md", "fr/code-penal/225-4-2/2013-08-07.fr.md")),
    "nl": ("nl", ("nl/sr-273f/2014-01-20.nl.md",)),
    "ie": ("en", ("ie/2008-act-8/2008-05-07.en.md",)),
    "ua": ("uk", ("amendments/ua_kk149/after_kk_current.txt",)),
}


def _turn(body: str, old: str, new: str, *codes: str) -> Turn:
    return Turn(body, old, new, frozenset(codes))


TURNS = [
    _turn("palermo", "servitude or the", "or the", "purpose.servitude"),
    _turn("palermo", " or the removal of organs", "", "purpose.organs"),
    _turn("palermo", "forced labour or services, ", "", "purpose.forced_labour"),
    _turn("palermo", "of abduction, ", "", "means.abduction"),
    _turn("palermo", "of fraud, ", "", "means.fraud"),
    _turn("palermo", "of deception, ", "", "means.deception"),
    _turn("palermo", r"b\) The consent of a victim[^\n]*\n", "", "consent.irrelevant"),
    _turn("palermo", r"c\) The recruitment[^\n]*\n", "", "child.no_means"),
    _turn("palermo", "under eighteen", "under sixteen", "child.age_18"),
    _turn("palermo", "shall include, at a minimum,", "shall mean", "purpose.open_list"),
    _turn("directive", "including begging, ", "", "purpose.begging"),
    _turn("directive", ", or the removal of organs", "", "purpose.organs"),
    _turn("directive", "of fraud, ", "", "means.fraud"),
    _turn("directive", r"4\. The consent of a victim[^\n]*\n", "", "consent.irrelevant"),
    _turn("directive", r"5\. When the conduct[^\n]*\n", "", "child.no_means"),
    _turn("directive", "below 18", "below 16", "child.age_18"),
    _turn("directive", "shall include, as a minimum,", "shall mean", "purpose.open_list"),
    _turn("kz-1997", r"\w\) путем обмана или злоупотребления доверием;", "", "means.deception"),
    _turn("kz-1997", r"\w\) лицом с использованием своего служебного положения;", "", "means.abuse_of_power"),
    _turn("kz-1997", r"\w\) в целях изъятия органов[^\n]*", "", "purpose.organs_aggravating"),
    _turn("kz-1997", r"3\\\. Согласие потерпевшего[^\n]*", "", "consent.irrelevant"),
    _turn("kz-1997", r"\w\) совершены организованной группой;", "", "offence.organising"),
    _turn("mw", r"\(b\) abduction;", "", "means.abduction"),
    _turn(
        "mw",
        r" \(2\) The consent of a trafficked person[^\n]*| or that the child consented[^\n]*",
        ".",
        "consent.irrelevant",
    ),
    _turn("mw", "below the age of eighteen", "below the age of sixteen", "child.age_18"),
    _turn("mw", r"\(c\) the removal of body parts[^;]*;", "", "purpose.organs", "purpose.organs_aggravating"),
    _turn("fr", r"de prélèvement de l'un de ses organes,\s", "", "purpose.organs"),
    _turn("fr", r"d'exploitation de la mendicité,\s", "", "purpose.begging"),
    _turn("fr", "de contrainte, ", "", "means.coercion"),
    _turn("fr", r"de menace, ", "", "means.threat"),
    _turn("nl", "dienstbaarheid en ", "", "purpose.servitude"),
    _turn("nl", ", met inbegrip van bedelarij", "", "purpose.begging"),
    _turn("nl", "fraude, ", "", "means.fraud"),
    _turn("nl", "afpersing, ", ""),
    _turn("nl", "achttien jaren nog niet", "zestien jaren nog niet", "child.age_18"),
    _turn("ie", "subjecting him or her to servitude or", "subjecting him or her to", "purpose.servitude"),
    _turn("ie", "under the age of 18 years", "under the age of 16 years", "child.age_18"),
    _turn("ua", "викрадення, ", "", "means.abduction"),
    _turn("ua", "підневільний стан, ", "", "purpose.servitude"),
    _turn("ua", "вилучення органів, ", "", "purpose.organs"),
    _turn("ua", r"3\. Відповідальність за вербування[^\n]*\n", "", "child.no_means"),
    _turn("ua", " тощо", "", "purpose.open_list"),
]


def _law(mirror: Path, body: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    lang, files = BODIES[body]
    texts = tuple((mirror / f).read_text("utf-8") for f in files)
    if body == "ua":  # of the whole code only the article
        texts = tuple(t[t.index("Стаття 149.") : t.index("Стаття 150.")] for t in texts)
    return texts, tuple(Path(f).name for f in files), lang


@pytest.mark.mirror
@pytest.mark.parametrize(
    "turn", TURNS, ids=case_ids([f"{t.body} {' '.join(sorted(t.codes))} {t.old} {t.new}" for t in TURNS], words=4)
)
def test_a_change_of_a_real_law_turns_what_depends_on_it(mirror: Path, turn: Turn) -> None:
    texts, names, lang = _law(mirror, turn.body)
    changed = tuple(re.sub(turn.old, turn.new, t) for t in texts)
    assert changed != texts
    assert turned(_answers(texts, names, lang), _answers(changed, names, lang)) == turn.codes


@pytest.mark.mirror
@pytest.mark.parametrize(("body", "layout"), _laid_out({body: body for body in sorted(BODIES)}))
def test_typography_of_a_real_law_turns_nothing(mirror: Path, body: str, layout: str) -> None:
    texts, names, lang = _law(mirror, body)
    changed = tuple(LAYOUTS[layout](t) for t in texts)
    if changed == texts:
        pytest.skip("nothing to change")
    assert turned(_answers(texts, names, lang), _answers(changed, names, lang)) == set()


@pytest.mark.mirror
@pytest.mark.parametrize("body", ["kz-1997", "fr"])
def test_the_order_of_the_texts_of_a_body_turns_nothing(mirror: Path, body: str) -> None:
    texts, names, lang = _law(mirror, body)
    assert turned(_answers(texts, names, lang), _answers(texts[::-1], names[::-1], lang)) == set()


@pytest.mark.mirror
def test_the_order_of_other_articles_turns_nothing(mirror: Path) -> None:
    (text,), names, lang = _law(mirror, "directive")
    head, *articles = re.split(r"(?=^#### Article )", text, flags=re.M)
    assert len(articles) > 8
    assert (
        turned(
            _answers((text,), names, lang), _answers((head + "".join([articles[0], *articles[:0:-1]]),), names, lang)
        )
        == set()
    )
