"""Gaps: one finding an element, exact quotations, and nothing invented where there is no trafficking law."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import Field, fields, replace
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.alignment.gaps.gaps import gaps
from palermo.alignment.penalties.amounts import Amounts
from palermo.corpus.errors import UsageError
from palermo.corpus.model.findings import GapAnalysis, Value
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_file, read_text
from palermo.kb.frameworks.framework import load, names
from palermo.kb.lexicon.cues import fold
from palermo.kb.lexicon.cues import load as load_cues
from palermo.kb.lexicon.negation import negation
from tests.support.counting import TWICE, Counted, steps
from tests.support.generated_offences import CODES, HEAVIER, IRRELEVANT, LANGS, analysis, offence, version

FRAMEWORK = load("palermo")
HERE = Path(__file__).parent
STATUTES = sorted(p for p in (HERE.parent / "statute" / "statutes").iterdir() if p.suffix in {".md", ".txt"})
SAMPLE = sorted(Path(str(files("palermo") / "sample")).glob("*.md"))


def _check(found: GapAnalysis, versions: list[Version]) -> None:
    """What holds of every analysis: the elements once and in order, and evidence that quotes what it points to."""
    assert [f.code for f in found.findings] == [e.code for e in FRAMEWORK.elements]
    for finding in found.findings:
        assert 0 <= finding.confidence <= 1
        assert finding.explanation
        assert finding.would_change
        assert (finding.extent is None) == (finding.value is not Value.YES)
        assert finding.evidence or finding.value is not Value.YES
    evidence = [e for f in found.findings for e in f.evidence]
    for e in (*evidence, *(p.evidence for p in found.penalties)):
        assert e.quote == versions[e.source].text[e.span.start : e.span.end]
        assert e.quote.strip()
        assert e.provision in versions[e.source].root.walk()
    for e in evidence:  # a penalty may stand after the provision that it is for
        assert e.provision.span.start <= (e.words or e.span).start < e.provision.span.end


@pytest.mark.parametrize("path", STATUTES, ids=lambda p: p.stem)
def test_quotations_of_invented_statutes_are_exact(path: Path) -> None:
    versions = [read_file(str(path), lang=path.stem[:2])]
    _check(gaps(versions, FRAMEWORK), versions)


@pytest.mark.parametrize("path", SAMPLE, ids=lambda p: p.name)
def test_quotations_of_the_sample_law_are_exact(path: Path) -> None:
    versions = [read_file(str(path), lang=path.name.split(".")[1])]
    _check(gaps(versions, FRAMEWORK), versions)


@pytest.mark.parametrize("lang", LANGS)
@settings(max_examples=15)
@given(data=st.data())
def test_quotations_are_exact_however_the_law_is_laid_out(lang: str, data: st.DataObject) -> None:
    space, line = (
        data.draw(st.sampled_from([" ", "  ", "\u00a0", " \u00ad"])),
        data.draw(st.sampled_from(["\n", "\r\n", "\n\n"])),
    )
    more = tuple(data.draw(st.lists(st.sampled_from([HEAVIER[lang], IRRELEVANT[lang], "…"]), max_size=3)))
    text = offence(lang).but(more=more).text().replace("\n", line).replace(" ", space)
    versions = [version(text, lang)]
    _check(gaps(versions, FRAMEWORK), versions)


def test_a_body_of_several_texts_counts_its_sources() -> None:
    definitions = 'Section 1. Definitions\n\nIn this Act, "exploitation" means slavery or forced labour.\n'
    law = offence().but(purposes=("exploitation",))
    versions = [version(definitions), version(law.text())]
    found = gaps(versions, FRAMEWORK)
    _check(found, versions)
    assert {e.source for e in found.finding("purpose.slavery").evidence} == {0}
    assert {e.source for e in found.finding("act.recruitment").evidence} == {1}


LONG = offence().but(purposes=("slavery or any condition like it, wherever it is found", "begging"))


def test_a_quotation_holds_the_words_of_its_rule_and_no_space_around_them() -> None:
    for finding in analysis(LONG).findings:
        for e in finding.evidence:
            assert e.quote == e.quote.strip()
            assert e.words is None or e.span.start <= e.words.start < e.words.end <= e.span.end


def test_a_no_says_what_was_searched() -> None:
    found = analysis(offence()).finding("act.sale")
    assert [e.provision.cite for e in found.evidence] == ["12"]


@pytest.mark.parametrize("name", names())
def test_other_frameworks_have_a_finding_for_each_of_their_elements(name: str) -> None:
    framework = load(name)
    found = gaps([version(offence().text())], framework)
    assert [f.code for f in found.findings] == [e.code for e in framework.elements]


def test_ratings_are_those_of_the_framework() -> None:
    found = analysis(offence().but(means=()))
    for finding in found.findings:
        assert finding.rating == FRAMEWORK.element(finding.code).rate(finding.value, finding.extent)
    assert found.finding("means.essential_adult").rating.value == "broader"
    assert found.finding("purpose.organs").rating.value == "absent"


def test_no_text_is_no_body() -> None:
    with pytest.raises(UsageError, match="there is no text to read"):
        gaps([], FRAMEWORK)


def test_texts_in_two_languages_are_no_body() -> None:
    with pytest.raises(UsageError, match="several languages"):
        gaps([version(offence().text()), version(offence("ru").text(), "ru")], FRAMEWORK)


@pytest.mark.parametrize("lang", ["und", "fi"])
def test_a_language_without_cues_is_refused(lang: str) -> None:
    with pytest.raises(UsageError):
        gaps([read_text("12 34 56\n", lang=lang)], FRAMEWORK)


ANOTHER_ACT = """# Fisheries and Harbours Act

Section 1. Definitions

In this Act, "boat" means a vessel that transports persons or goods; "child" means a person under eighteen years of age.

Section 2. Harbour dues

(1) The master of a boat that is harboured, received or transferred in a harbour pays the dues.

(2) Whoever deceives the harbour master by fraud or threatens him with force is guilty of an offence and liable to
imprisonment for two years.

Section 3. Trafficking in endangered fish

Whoever buys, sells, transports, receives or conceals endangered fish for the purpose of trafficking in them is
guilty of an
offence and liable to imprisonment for five years.

Section 4. Recruitment of sailors

Whoever recruits a sailor by false promises, or makes him work against his will, is guilty of an offence and
liable to a fine.
"""
A_STORY = """The Ferryman

There was a ferryman who transported travellers over the river for whatever they would give. One night he received a
woman who had been sold, deceived and beaten by men who wanted her labour. He harboured her in his house by force
of habit,
as he said, and asked for no payment, and when her pursuers threatened him he transferred her to the other bank.

"Slavery," said the old judge, "is a thing for which there should be a punishment." But there was none.
"""
EMPTY_CODE = """# Criminal Code of the Republic of Nowhere

Chapter I. General part

Section 1. [Repealed]

Section 2. [Repealed]

Section 3. Commencement

This Code comes into force on the first of May.
"""


@pytest.mark.parametrize("text", [ANOTHER_ACT, A_STORY, EMPTY_CODE, "x"], ids=["act", "story", "code", "x"])
def test_without_trafficking_law_every_answer_is_no(text: str) -> None:
    versions = [version(text)]
    found = gaps(versions, FRAMEWORK)
    _check(found, versions)
    assert {f.code for f in found.findings if f.value is not Value.NO} == set()
    assert found.penalties == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "ru",
            "Статья 1. Контрабанда\n\n1. Перевозка, передача, получение или сокрытие наркотических средств с "
            "применением "
            "насилия –\n\nнаказываются лишением свободы на срок до десяти лет.\n",
        ),
        (
            "fr",
            "Article 1. Trafic de stupéfiants\n\nLe fait de transporter, de transférer ou de recevoir des "
            "stupéfiants par la "
            "contrainte est puni de dix ans d'emprisonnement.\n",
        ),
        (
            "es",
            "Artículo 1. Tráfico de drogas\n\nSerá castigado con prisión de cinco años quien transporte, reciba u "
            "oculte drogas "
            "mediante engaño.\n",
        ),
        (
            "de",
            "§ 1 Hehlerei\n\nWer eine gestohlene Sache befördert, aufnimmt oder weitergibt, wird mit Freiheitsstrafe "
            "bis zu fünf "
            "Jahren bestraft.\n",
        ),
        (
            "nl",
            "Artikel 1. Heling\n\nDegene die gestolen goederen vervoert, opneemt of overbrengt door misleiding, "
            "wordt gestraft "
            "met gevangenisstraf van ten hoogste vier jaren.\n",
        ),
        (
            "uk",
            "Стаття 1. Контрабанда\n\n1. Переміщення, передача або одержання наркотичних засобів шляхом обману "
            "–\n\nкараються "
            "позбавленням волі на строк до десяти років.\n",
        ),
        (
            "pt",
            "Artigo 1 Tráfico de drogas\n\nQuem transportar, receber ou ocultar drogas mediante engano é punido com "
            "pena "
            "de prisão de dois a cinco anos.\n",
        ),
        (
            "it",
            "Art. 1. Ricettazione\n\nChiunque riceve, trasporta od occulta cose rubate mediante inganno è punito con "
            "la "
            "reclusione fino a quattro anni.\n",
        ),
        (
            "kk",
            "1-бап. Есірткі контрабандасы\n\n1. Есірткіні алдау арқылы тасымалдау, беру, алу немесе жасыру –\n\nбес "
            "жылдан "
            "он жылға дейінгі мерзімге бас бостандығынан айыруға жазаланады.\n",
        ),
    ],
)
def test_other_offences_in_other_languages_are_no_trafficking_law(lang: str, text: str) -> None:
    found = analysis(text, lang=lang)
    assert {f.code for f in found.findings if f.value is not Value.NO} == set()


@pytest.mark.mirror
@pytest.mark.parametrize("path", ["un/smuggling-2000.en.md", "pk/smuggling-act-17-2018.en.txt", "ca/F-10.6.en.xml"])
def test_real_laws_on_other_matters_make_no_trafficking_offence(mirror: Path, path: str) -> None:
    versions = [read_file(str(mirror / path), lang="en")]
    found = gaps(versions, FRAMEWORK)
    _check(found, versions)
    assert found.finding("offence.criminalised").value is Value.NO
    assert {f.code for f in found.findings if f.value is not Value.NO} == set()


@pytest.mark.mirror
@pytest.mark.parametrize(
    ("lang", "path"),
    [
        ("ru", "kz/law-110-viii-2024/full.ru.md"),
        ("en", "mw/act-3-2015.en.txt"),
        ("nl", "nl/sr-273f/2014-01-20.nl.md"),
        ("en", "un/palermo-2000.en.md"),
        ("kk", "kz/law-110-viii-2024/art-1.kk.md"),
    ],
)
def test_quotations_of_real_laws_are_exact(mirror: Path, lang: str, path: str) -> None:
    versions = [read_file(str(mirror / path), lang=lang)]
    _check(gaps(versions, FRAMEWORK), versions)


@pytest.mark.mirror
def test_the_kazakh_and_the_russian_text_of_a_definition_say_the_same(mirror: Path) -> None:
    folder = mirror / "kz" / "law-110-viii-2024"
    kazakh = gaps([read_file(str(folder / "art-1.kk.md"), lang="kk")], FRAMEWORK)
    russian = gaps([read_file(str(folder / "full.ru.md"), lang="ru")], FRAMEWORK)
    shared = [c for c in CODES if c.startswith(("act.", "means.", "scope."))]
    assert [(c, kazakh.finding(c).value) for c in shared] == [(c, russian.finding(c).value) for c in shared]


def _counted(patterns: Any) -> Any:
    """The words of a language with patterns that count what they read."""
    if isinstance(patterns, re.Pattern):
        return Counted(patterns)
    if isinstance(patterns, Mapping):
        return {name: _counted(pattern) for name, pattern in patterns.items()}
    return replace(patterns, **{f.name: _counted(getattr(patterns, f.name)) for f in fields(patterns) if _found(f)})


def _found(field: Field[Any]) -> bool:
    return field.name in ("elements", "terms", "weak") or field.type == "re.Pattern[str]"


def _gaps_of(text: str) -> GapAnalysis:
    return gaps([read_text(text, name="law.txt", lang="en")], FRAMEWORK)


@pytest.fixture
def grows(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[int], str], int], list[float]]:
    """By how much the steps grow, and the characters that are read for words, from a law of a size to its double."""
    cues, negated = _counted(load_cues("en")), _counted(negation("en"))
    monkeypatch.setattr("palermo.alignment.gaps.gaps.load_cues", lambda lang: cues)
    monkeypatch.setattr("palermo.alignment.statute.denials.negation", lambda lang: negated)

    def grow(law: Callable[[int], str], size: int) -> list[float]:
        costs = []
        for n in (size, 2 * size):
            work = partial(_gaps_of, law(n))
            ran = steps(work)
            Counted.read = 0
            found = work()
            assert found.finding("act.recruitment").value is Value.YES
            assert found.penalties
            costs.append((ran, Counted.read))
        return [after / before for before, after in zip(*costs, strict=True)]

    return grow


@pytest.mark.parametrize(
    ("phrase", "times"),
    [
        ("harbouring by force or deception and so on ", 100),
        ("for the purpose of exploitation by force, as well as recruitment of a child; ", 40),
    ],
)
def test_a_clause_that_names_an_element_again_and_again_does_not_take_the_square_of_its_length(
    phrase: str, times: int, grows: Callable[[Callable[[int], str], int], list[float]]
) -> None:
    aim = "for the purpose of exploitation is punishable by imprisonment."
    head = "Article 2. Trafficking in persons\n\n1. Recruitment of a person, "
    grown = grows(lambda n: f"{head}{phrase * n}{aim}\n", times)
    assert max(grown) < TWICE, grown


@pytest.mark.parametrize(
    ("penalty", "between", "times"),
    [
        ("In case {n} the fine is from {n} to {m} dollars or imprisonment for six years.", " ", 100),
        ("{n}. In case {n} the fine is from {n} to {m} dollars or imprisonment for six years.", "\n", 100),
        ("Whoever recruits person {n} by force for slavery is punished by imprisonment for {m} months.", " ", 60),
        ("a fine of {n} dollars and imprisonment for one year and six months", ", or ", 200),
    ],
    ids=["sentences", "paragraphs", "offences", "one sentence"],
)
def test_an_article_of_many_penalties_does_not_take_the_square_of_its_length(
    penalty: str, between: str, times: int, grows: Callable[[Callable[[int], str], int], list[float]]
) -> None:
    head = "Article 2. Trafficking in persons\n\nWhoever recruits a person for slavery is punished"

    def law(size: int) -> str:
        more = between.join(penalty.format(n=n, m=n + 5) for n in range(1, size + 1))
        return f"{head}{' by ' if penalty[0] == 'a' else '.' + between}{more}\n"

    grown = grows(law, times)
    assert max(grown) < TWICE, grown


def test_a_sentence_of_many_numbers_is_copied_as_often_as_one_of_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy in which numbers are marks is written stage by stage, not number by number."""
    written: list[int] = []
    write = Amounts._write

    def count(self: Amounts) -> None:
        written.append(len(self.marked))
        write(self)

    monkeypatch.setattr(Amounts, "_write", count)
    counts = []
    for size in (10, 20):
        text = fold(", ".join(f"a fine of $ {n} or one year and six months" for n in range(2, size)))
        written.clear()
        found = [a.max for a in Amounts(text, load_cues("en")).find(0, len(text))]
        assert found == [x for n in range(2, size) for x in (n, 18)]
        counts.append(len(written))
    assert counts[0] == counts[1]
