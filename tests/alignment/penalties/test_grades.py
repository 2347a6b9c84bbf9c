"""Which penalty is the basic one, which is for what aggravates it: in invented provisions and in real statutes."""

from __future__ import annotations

import io
import math
from pathlib import Path

import pytest

from palermo.alignment.gaps.gaps import gaps
from palermo.corpus.model.findings import Penalty
from palermo.corpus.readers import read_file
from palermo.kb.frameworks.framework import load
from palermo.kb.lexicon.circumstances import circumstances, names
from palermo.kb.lexicon.cues import languages

LIFE = math.inf


def _penalties(text: str, lang: str) -> tuple[Penalty, ...]:
    version = read_file("-", lang=lang, stdin=io.BytesIO(text.encode()))
    analysis = gaps([version], load("palermo"))
    for p in analysis.penalties:
        assert version.text[p.evidence.span.start : p.evidence.span.end] == p.evidence.quote
    return analysis.penalties


def _terms(
    penalties: tuple[Penalty, ...], kind: str = "imprisonment"
) -> dict[str | None, tuple[float | None, float | None]]:
    return {p.aggravation: (p.min, p.max) for p in penalties if p.kind == kind}


ENGLISH = """
Section 5. Trafficking in persons

(1) A person who recruits, transports, transfers, harbours or receives another person by threat, force or deception
for the purpose of exploitation commits the offence of trafficking in persons and is liable to imprisonment for not
less than {low} years and not more than {high} years{fine}.

(2) Where the offence under subsection (1) is committed by a public officer or by an organised criminal group, the
offender is liable to imprisonment for life.

(3) Whoever obstructs an inspector in the exercise of a duty under this Part is liable to imprisonment for 2 years.
"""


def test_the_basic_penalty_and_what_aggravates_it() -> None:
    found = _penalties(ENGLISH.format(low="five", high="twelve", fine=""), "en")
    assert _terms(found) == {None: (5, 12), "organised group": (None, LIFE), "official": (None, LIFE)}
    assert [p.basic for p in found] == [True, False, False]
    assert {p.evidence.provision.cite for p in found} == {"5(1)", "5(2)"}


def test_refusing_the_option_of_a_fine_is_no_fine() -> None:
    assert _terms(_penalties(ENGLISH.format(low=5, high=12, fine=" and to a fine"), "en"), "fine") == {
        None: (None, None)
    }
    refused = _penalties(ENGLISH.format(low=5, high=12, fine=" without the option of a fine"), "en")
    assert not _terms(refused, "fine")


@pytest.mark.parametrize(
    ("words", "bounds", "unit"),
    [
        ("a fine not exceeding five hundred thousand rupees", (None, 500_000), "currency"),
        ("a fine of not less than 10,000 dollars", (10_000, None), "currency"),
        ("a fine not exceeding €15,000", (None, 15_000), "currency"),
        ("a fine not exceeding 200 penalty units", (None, 200), "penalty units"),
    ],
)
def test_fines_have_amounts_and_units(words: str, bounds: tuple[float, float], unit: str) -> None:
    [fine] = [p for p in _penalties(ENGLISH.format(low=1, high=9, fine=" and to " + words), "en") if p.kind == "fine"]
    assert ((fine.min, fine.max), fine.unit) == (bounds, unit)


RUSSIAN = """
Статья 12. Торговля людьми

1. Вербовка, перевозка, передача, укрывательство или получение человека в целях эксплуатации -
наказываются лишением свободы на срок от четырех до шести лет либо штрафом в размере до двухсот пятидесяти месячных
расчетных показателей.

2. Те же деяния, совершенные:
а) в отношении несовершеннолетнего;
б) с применением оружия, -
наказываются лишением свободы на срок от восьми до десяти лет.

3. Деяния, предусмотренные частями первой или второй настоящей статьи, повлекшие по неосторожности смерть человека, -
наказываются лишением свободы на срок до двадцати лет либо пожизненным лишением свободы.
"""


def test_circumstances_are_named_one_by_one() -> None:
    found = _penalties(RUSSIAN, "ru")
    terms = {(p.aggravation, p.min, p.max) for p in found if p.kind == "imprisonment"}
    assert {(None, 4, 6), ("child", 8, 10), ("weapon", 8, 10)} < terms
    assert ("death", None, LIFE) in terms
    assert [(p.max, p.unit) for p in found if p.kind == "fine"] == [(250, "calculation indices")]


def test_an_offence_against_children_is_aggravated_beside_another_and_basic_alone() -> None:
    child = RUSSIAN.replace("Статья 12. Торговля людьми", "Статья 13. Торговля несовершеннолетними").replace(
        "получение человека", "получение несовершеннолетнего"
    )
    both = _penalties(RUSSIAN + child.replace("шести лет", "семи лет"), "ru")
    assert ("child", False, 7) in {(p.aggravation, p.basic, p.max) for p in both}
    assert ("child, weapon", False, 10) in {(p.aggravation, p.basic, p.max) for p in both}
    alone = _penalties(child, "ru")
    assert ("child", True, 6) in {(p.aggravation, p.basic, p.max) for p in alone}


def test_an_age_is_no_term() -> None:
    found = _penalties(
        "§ 7 Menschenhandel\n\n(1) Mit Freiheitsstrafe von zwei Jahren bis zu acht Jahren wird bestraft, wer "
        "eine andere Person zum Zweck der Ausbeutung mit Gewalt anwirbt, befördert oder beherbergt. Ebenso "
        "wird bestraft, wer eine Person unter einundzwanzig Jahren zu diesem Zweck anwirbt.\n",
        "de",
    )
    assert {(p.min, p.max) for p in found} == {(2, 8)}


AMOUNTS = [
    (
        "fr",
        "cinq à dix ans d'emprisonnement et d'une amende de deux à six millions de francs",
        (5, 10),
        (2e6, 6e6, "currency"),
    ),
    (
        "fr",
        "un emprisonnement de trois ans à cinq ans et une amende de 10.000 à 50.000 euros",
        (3, 5),
        (1e4, 5e4, "currency"),
    ),
    ("es", "prisión de cinco a veintitrés años y de un mil a dos mil días multa", (5, 23), (1000, 2000, "day fines")),
    (
        "en",
        "twelve (12) years of imprisonment and a fine of not less than K500,000",
        (None, 12),
        (500_000, None, "currency"),
    ),
    (
        "nl",
        "gevangenisstraf van één jaar tot vijf jaar of geldboete van de vijfde categorie",
        (1, 5),
        (None, 5, "category"),
    ),
]
FRAMES = {
    "fr": """Article 7

La traite des personnes est punie de {}. Elle est le fait de recruter une personne par menace.
""",
    "es": """Artículo 7. Trata de personas

Quien capte o traslade a una persona con fines de explotación será sancionado con {}.
""",
    "en": """Section 7. Trafficking in persons

Whoever recruits or transports a person for the purpose of exploitation is liable to {}.
""",
    "nl": """Artikel 7

Als schuldig aan mensenhandel wordt met {} gestraft degene die een ander werft of vervoert met het
oogmerk van uitbuiting.
""",
}


@pytest.mark.parametrize(("lang", "words", "term", "fine"), AMOUNTS)
def test_amounts_go_to_their_kind(lang: str, words: str, term: object, fine: object) -> None:
    found = _penalties(FRAMES[lang].format(words), lang)
    assert [(p.min, p.max) for p in found if p.kind == "imprisonment"] == [term]
    assert [(p.min, p.max, p.unit) for p in found if p.kind == "fine"] == [fine]


APART = """
Section 2. Meaning of trafficking

In this Act "trafficking in persons" means recruiting, transporting, harbouring or receiving a person by threat or
deception for the purpose of exploitation.

Section 9. Penalty

A person who commits trafficking in persons as meant in section 2 is liable to imprisonment for 11 years.

Section 10. Aggravating circumstances

The court treats it as an aggravating circumstance of trafficking in persons that the offender is a public officer.
"""


def test_an_offence_punished_in_another_section_than_it_is_defined_in() -> None:
    found = {(p.evidence.provision.cite, p.aggravation, p.kind, p.max) for p in _penalties(APART, "en")}
    assert found == {("9", None, "imprisonment", 11), ("10", "official", "heavier sentence", None)}


@pytest.mark.parametrize("lang", languages())
def test_every_language_names_the_circumstances_that_conventions_ask_for(lang: str) -> None:
    assert {"organised group", "official", "death", "serious harm"} <= set(circumstances(lang)[0])
    assert names()[0] == "child"


KZ = "kz/criminal-code-1997/{date}/art-{article}.ru.md"
REAL = [
    (KZ.format(date="2005-07-08", article=128), {None: (None, 1), "child": (None, 5), "organised group": (3, 8)}),
    (KZ.format(date="2006-03-02", article=128), {None: (None, 5), "official": (5, 7), "organised group": (7, 15)}),
    (KZ.format(date="2015-01-01", article=128), {None: (3, 5), "documents": (5, 7), "death": (10, 15)}),
    ("kz/criminal-code-2014/2025-09-16/art-128.ru.md", {None: (4, 7), "cross-border": (9, 12), "death": (12, 15)}),
    (KZ.format(date="2015-01-01", article=133), {"child": (5, 7), "child, organised group": (12, 15)}),
    ("fr/code-penal/225-4-1/2013-08-07.fr.md", {None: (None, 7), "child": (None, 10)}),
    ("amendments/de_stgb232/before_2013-01-11_stgb.md", {"child": (0.5, 10), "less serious case": (0.5, 5)}),
    (
        "nl/sr-273f/2014-01-20.nl.md",
        {None: (None, 12), "child": (None, 15), "serious harm": (None, 18), "death": (None, LIFE)},
    ),
    ("in/ipc-359-374.en.txt", {None: (7, 10), "official": (None, LIFE), "child, several victims": None}),
    ("mw/act-3-2015.en.txt", {None: (None, 14), "child": (None, LIFE), "official": (None, LIFE)}),
    ("ca/criminal-code.en.txt", {None: (4, 14), "death": (5, LIFE), "child": (5, 14), "child, death": (6, LIFE)}),
    ("us/usc-18/s1590/pl-113-21.en.md", {None: (None, 20), "death": (None, LIFE)}),
    ("amendments/ua_kk149/after_kk_current.txt", {None: (3, 8), "child": (8, 15), "organised group": (8, 15)}),
    ("amendments/pe_codigo_penal/DLEG-635-1991.md", {"official": (12, 20)}),
]


@pytest.mark.mirror
@pytest.mark.parametrize(("file", "expected"), REAL, ids=[file for file, _ in REAL])
def test_penalties_of_real_statutes(
    file: str, expected: dict[str | None, tuple[float, float] | None], mirror: Path
) -> None:
    version = read_file(str(mirror / file))
    found = gaps([version], load("palermo")).penalties
    terms = _terms(found)
    for aggravation, bounds in expected.items():
        assert terms.get(aggravation) == bounds, aggravation
    for p in found:
        assert version.text[p.evidence.span.start : p.evidence.span.end] == p.evidence.quote
