"""Segments: sentences and defined terms with their role."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.alignment.statute.segments import Segment, SegmentRole, segments
from palermo.alignment.statute.units import units
from palermo.kb.lexicon.cues import load
from tests.support.generated_offences import HEAVIER, IRRELEVANT, LANGS, answers, offence, version


def _segments(text: str, lang: str = "en") -> list[Segment]:
    return [s for unit in units([version(text, lang)]) for s in segments(unit, load(lang))]


def _roles(text: str, lang: str = "en") -> list[str]:
    return [s.role.value for s in _segments(text, lang)]


@pytest.mark.parametrize("lang", LANGS)
def test_the_parts_of_an_offence_have_their_roles(lang: str) -> None:
    law = offence(lang).but(more=(HEAVIER[lang], IRRELEVANT[lang]))
    assert _roles(law.text(), lang) == ["basic", "aggravated", "consent"]


@pytest.mark.parametrize("lang", LANGS)
def test_a_child_victim_is_seen_in_the_aggravation_and_not_in_the_offence(lang: str) -> None:
    found = _segments(offence(lang).but(more=(HEAVIER[lang],)).text(), lang)
    assert [s.child for s in found] == [False, True]


DEFINITIONS = {
    "en": 'Section 1. Definitions\n\nIn this Act—\n\n"exploitation" means slavery or forced labour;\n\n"child" means '
    "a person "
    "under eighteen years of age.\n",
    "ru": "Статья 1. Понятия\n\nВ настоящем Законе используются следующие понятия:\n\n1) эксплуатация – рабство или "
    "принудительный труд;\n\n2) ребенок – лицо, не достигшее восемнадцати лет.\n",
    "fr": "Article 1. Définitions\n\nAu sens de la présente loi :\n\n« exploitation » désigne l'esclavage ou le "
    "travail "
    "forcé ;\n\n« enfant » désigne toute personne de moins de dix-huit ans.\n",
    "es": "Artículo 1. Definiciones\n\nSe entiende por explotación la esclavitud o el trabajo forzado.\n\nSe "
    "entiende por "
    "niño la persona menor de dieciocho años.\n",
}


@pytest.mark.parametrize("lang", sorted(DEFINITIONS))
def test_each_defined_term_is_a_segment_that_knows_its_term(lang: str) -> None:
    terms = [s.term for s in _segments(DEFINITIONS[lang], lang) if s.role is SegmentRole.DEFINITION]
    assert len(terms) == 2
    assert "эксплуатация" in terms[0] or "expl" in terms[0]


def test_items_that_end_in_semicolons_keep_their_introduction() -> None:
    text = (
        "Section 12. Trafficking in persons\n\n(1) Whoever recruits or harbours another person by means of—\n\n(a) "
        "force;\n\n"
        "(b) fraud; or\n\n(c) deception,\n\nfor the purpose of slavery is guilty of an offence and liable to a fine.\n"
    )
    (only,) = _segments(text)
    assert "recruits" in only.text
    assert "deception" in only.text


def test_items_that_are_sentences_stand_alone() -> None:
    text = (
        "Section 12. Trafficking in persons\n\n(1) Whoever recruits another person by force is liable to a fine.\n\n"
        "(2) The consent of the victim is irrelevant.\n"
    )
    assert _roles(text) == ["basic", "consent"]


def test_a_penalty_in_a_sentence_of_its_own_belongs_to_the_offence_before() -> None:
    text = (
        "Section 12. Trafficking in persons\n\nRecruiting or harbouring a person by force is an offence. It is "
        "punished by "
        "imprisonment for ten years.\n"
    )
    assert _roles(text) == ["basic", "basic"]


def test_an_abbreviation_and_a_number_end_no_sentence() -> None:
    text = "Статья 12. Торговля людьми\n\nДеяние, предусмотренное ст. 5 и п. 2, наказывается штрафом.\n"
    assert len(_segments(text, "ru")) == 1


@pytest.mark.parametrize("lang", LANGS)
@settings(max_examples=15)
@given(data=st.data())
def test_segments_cover_the_unit_in_order_whatever_paragraphs_it_has(lang: str, data: st.DataObject) -> None:
    pool = [HEAVIER[lang], IRRELEVANT[lang], "(a);", "…", "12.", '"', "A. B. c. D"]
    more = data.draw(st.lists(st.sampled_from(pool), max_size=5))
    law = offence(lang).but(more=tuple(more)).text()
    for unit in units([version(law, lang)]):
        found = segments(unit, load(lang))
        covered = [unit.text[s.start : s.end] for s in found]
        assert "".join("".join(covered).split()) == "".join(unit.text.split())
        for before, after in pairwise(found):
            assert before.start < before.end <= after.start


def test_items_that_end_in_full_stops_stay_in_their_sentence() -> None:
    text = (
        "Artículo 40. Trata de personas. Será castigado con prisión de cinco a ocho años quien, mediante engaño, "
        "captare, trasladare o acogiere a una persona con cualquiera de los siguientes fines:\n\na) La servidumbre.\n\n"
        "b) La extracción de órganos.\n\nc) La mendicidad.\n"
    )
    found = answers(text, lang="es")
    assert [found[f"purpose.{p}"] for p in ("servitude", "organs", "begging")] == ["yes", "yes", "yes"]


def test_items_that_are_grades_of_the_penalty_stand_by_themselves() -> None:
    text = (
        "Artículo 41. Sanción de la trata de personas. La trata de personas será sancionada:\n\n"
        "1. Con prisión de diez a doce años.\n\n2. Con prisión de trece a quince años, si la víctima es menor.\n"
    )
    assert not any("diez" in s.text and "trece" in s.text for s in _segments(text, "es"))


GLOSSARIES = {
    "es": "Artículo 4. Definiciones\n\nA los efectos de esta ley:\n\nA) Trata de personas. La captación, el transporte "
    "o la acogida de personas con fines de explotación.\n\nB) Niño. Toda persona menor de dieciocho años.\n",
    "fr": "Article 2. Définitions\n\nAu sens de la loi, on entend par :\n\n« Traite des personnes » : le recrutement, "
    "le transport ou l'accueil de personnes aux fins d'exploitation ;\n\n« Enfant » : toute personne de moins de "
    "dix-huit ans.\n",
}


@pytest.mark.parametrize("lang", sorted(GLOSSARIES))
def test_an_item_headed_by_its_term_defines_it(lang: str) -> None:
    defined = [s.term for s in _segments(GLOSSARIES[lang], lang) if s.role is SegmentRole.DEFINITION]
    assert [term.split()[0] for term in defined] == (["trata", "niño"] if lang == "es" else ["traite", "enfant"])


def test_a_term_and_a_dash_head_a_definition_whose_items_go_on() -> None:
    text = (
        'Section 2. Interpretation\n\nIn this Act—\n\n"trafficking"—\n\n(a) means the recruitment, transportation or '
        "receipt of a person by force, for the purpose of exploitation;\n"
    )
    assert "trafficking" in [s.term for s in _segments(text) if s.role is SegmentRole.DEFINITION]


def test_an_aim_in_spite_of_consent_is_no_rule_on_consent() -> None:
    text = (
        "Ст. 12. Торгівля людьми\n\nТоргівлею людьми є вербування, перевезення або передача особи із застосуванням:\n"
        "1) сили,\n2) обману – з метою її експлуатації, навіть за її згодою, у проституції, жебрацтві, рабстві.\n"
    )
    assert SegmentRole.CONSENT not in [s.role for s in _segments(text, "uk")]


def test_numbers_that_go_on_with_that_of_their_paragraph_are_its_items() -> None:
    text = (
        "Статья 12. Торговля людьми\n\n1. Вербовка, перевозка или передача человека в целях рабства –\n"
        "наказывается лишением свободы на срок до пяти лет.\n\n2. Если данное преступление совершено:\n"
        "2.1. в отношении ребенка;\n2.2. в отношении двух лиц, –\n"
        "наказывается лишением свободы на срок до девяти лет.\n"
    )
    aggravated = [s for s in _segments(text, "ru") if s.role is SegmentRole.AGGRAVATED]
    assert [s.child for s in aggravated] == [True]


def test_a_sentence_that_says_what_is_included_goes_on_with_its_definition() -> None:
    text = (
        'Section 1. Definitions\n\n"Exploitation" means using a person for gain. This includes slavery and begging.\n\n'
        + offence().but(purposes=("exploitation",)).text()
    )
    assert _roles(text)[:2] == ["definition", "definition"]
    assert answers(text)["purpose.begging"] == "yes"
    assert answers(text.replace("This includes", "The court considers"))["purpose.begging"] != "yes"


def test_a_sentence_ends_at_a_raised_figure_of_an_amendment() -> None:
    text = "Article 1. De la fraude\n\n[¹ Le juge constate la fraude.]¹ Le greffier en prend acte.\n"
    assert len(_segments(text, "fr")) == 2


@pytest.mark.parametrize(
    "heavier", ["The same act if: 1) committed at night", "The same acts, where committed at night"]
)
def test_the_same_act_if_is_an_aggravation(heavier: str) -> None:
    law = offence().but(more=(f"{heavier}, is punishable by imprisonment for twenty years.",))
    assert _roles(law.text())[1] == "aggravated"


@pytest.mark.parametrize("lead", ["On entend par les termes suivants :", "Au sens de la présente loi :"])
def test_a_list_of_terms_that_is_announced_is_a_glossary_without_a_heading(lead: str) -> None:
    text = (
        f"Article 2\n\n{lead}\n\n1. La servitude domestique : le travail au foyer d'autrui sans salaire.\n\n"
        "2. Les pratiques assimilées : le mariage forcé et le servage.\n"
    )
    assert _roles(text, "fr")[-2:] == ["definition", "definition"]
    assert "definition" not in _roles(text.replace(lead, "Le juge constate :"), "fr")
