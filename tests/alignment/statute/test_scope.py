"""Scope: which provisions are read as trafficking law, and why."""

from __future__ import annotations

import pytest

from palermo.alignment.scope.offences import ScopeReason
from tests.support.generated_offences import LANGS, cites, offence, scope_of

TAIL = " is guilty of an offence and liable to imprisonment for ten years.\n\n"
ACTS = "recruits, transports or harbours another person by means of force for the purpose of slavery"


@pytest.mark.parametrize("lang", LANGS)
def test_a_heading_that_names_trafficking_makes_the_offence(lang: str) -> None:
    scope = scope_of(offence(lang).text(), lang=lang)
    assert [(u.provision.cite, scope.why[u]) for u in scope.core] == [("12", ScopeReason.HEADING)]


@pytest.mark.parametrize(
    "heading",
    [
        "Assistance to victims of trafficking in persons",
        "Committee against trafficking in persons",
        "Trafficking in drugs",
        "Trafficking in weapons",
        "Confiscation of the proceeds of trafficking in persons",
        "Reports on trafficking in persons",
    ],
)
def test_neighbours_of_trafficking_are_no_offence(heading: str) -> None:
    text = f"Section 20. {heading}\n\nThe Minister may receive, transfer and keep whatever is needed.\n\n"
    assert scope_of(text).core == ()
    assert cites(scope_of(offence().text() + "\n" + text).core_segments) == ["12"]


def test_guilty_of_the_offence_of_trafficking_makes_it_without_a_heading_that_says_so() -> None:
    text = f"Section 12. Crimes against liberty\n\nWhoever {ACTS} commits the offence of trafficking in persons.\n\n"
    assert cites(scope_of(text).core_segments) == ["12"]


def test_a_definition_of_trafficking_makes_the_core_and_the_section_that_punishes_it_too() -> None:
    text = (
        'Section 1. Definitions\n\nIn this Act, "trafficking in persons" means the recruitment, transportation or '
        "receipt "
        "of persons by means of force for the purpose of exploitation.\n\n"
        "Section 7. Penalty\n\nWhoever commits trafficking in persons is guilty of an offence and liable to "
        "imprisonment "
        "for ten years.\n"
    )
    assert cites(scope_of(text).core_segments) == ["1", "7"]


def test_what_cites_the_offence_is_read_beside_it() -> None:
    around = (
        "Section 40. Bodies corporate\n\nA body corporate that commits an offence under section 12 is liable to a fine."
    )
    scope = scope_of(offence().but(around=around).text())
    assert [u.provision.cite for u in scope.wide] == ["40"]


def test_what_cites_another_offence_is_not() -> None:
    around = "Section 40. Fines\n\nA fine under section 13 is paid to the town."
    assert scope_of(offence().but(around=around).text()).wide == ()


def test_definitions_are_reached_transitively_and_only_those_that_are_used() -> None:
    text = (
        'Section 1. Definitions\n\nIn this Act—\n\n"debt bondage" means a pledge of services;\n\n"exploitation" means '
        'sexual exploitation or slavery;\n\n"sexual exploitation" means prostitution;\n\n"ship" means a vessel.\n\n'
        + offence().but(purposes=("exploitation",)).text()
    )
    terms = [d.term for d in scope_of(text).definitions]
    assert terms == ["exploitation", "sexual exploitation"]


def test_a_definition_may_stand_in_another_text_of_the_body() -> None:
    definitions = 'Section 1. Definitions\n\nIn this Act, "exploitation" means slavery.\n'
    scope = scope_of(offence().but(purposes=("exploitation",)).text(), definitions)
    assert [(d.unit.source, d.term) for d in scope.definitions] == [(1, "exploitation")]


def test_neighbouring_offences_stay_outside() -> None:
    around = (
        "Section 13. Kidnapping\n\nWhoever abducts another person" + TAIL + "Section 14. Procuring\n\nWhoever procures "
        "another person for prostitution" + TAIL
    )
    assert cites(scope_of(offence().but(around=around).text()).core_segments) == ["12"]


@pytest.mark.parametrize(
    "text",
    [
        "Section 1. Fishing\n\nWhoever fishes by night" + TAIL,
        "Section 1. Drugs\n\nWhoever is trafficking in drugs, transports, receives or harbours them" + TAIL,
        "Once upon a time a king received a guest and harboured him by force.\n",
        "Section 1. Repealed\n\n…\n",
    ],
)
def test_without_trafficking_law_the_scope_is_empty(text: str) -> None:
    scope = scope_of(text)
    assert (scope.core, scope.wide, scope.core_segments, scope.definitions) == ((), (), (), ())


@pytest.mark.parametrize("lang", LANGS)
def test_every_unit_that_is_read_has_a_reason(lang: str) -> None:
    scope = scope_of(offence(lang).text(), lang=lang)
    assert set(scope.why) == {*scope.core, *scope.wide}


def test_an_article_without_a_heading_in_a_chapter_on_trafficking_makes_the_offence() -> None:
    text = f"Chapter 2 Trafficking in persons\n\nSection 12.\n\nWhoever {ACTS}{TAIL}"
    assert cites(scope_of(text).core_segments) == ["12"]


def test_the_aim_in_a_heading_is_no_neighbouring_offence() -> None:
    text = f"Section 12. Trafficking in persons for the purpose of removing organs\n\nWhoever {ACTS}{TAIL}"
    assert cites(scope_of(text).core_segments) == ["12"]


def test_a_penalty_for_the_offence_by_its_number_is_an_aggravation() -> None:
    text = (
        f"Section 12. Trafficking in persons\n\nWhoever {ACTS}{TAIL}Section 13.\n\nThe offence set out in section 12 "
        "is punished by imprisonment for twenty years where the victim is a minor.\n"
    )
    assert [s.role.value for s in scope_of(text).core_segments if s.unit.provision.cite == "13"] == ["aggravated"]


def test_a_term_of_the_offence_may_give_its_acts() -> None:
    text = (
        "Section 12. Trafficking in persons\n\nA person who takes a relevant action with a view to exploitation is "
        'guilty of an offence.\n\n"relevant action" means the recruitment, transportation or harbouring of another '
        "person.\n"
    )
    scope = scope_of(text)
    assert any(s.term == "relevant action" for s in scope.core_segments)


def test_what_a_chapter_called_trafficking_punishes_in_words_of_its_own_is_the_offence() -> None:
    text = (
        "Chapter 1 Theft\n\nSection 11.\n\nWhoever steals is punished by imprisonment for one year.\n\n"
        "Chapter 2 Trafficking in persons\n\nSection 12.\n\nWhoever alienates the freedom of another is punished by "
        "imprisonment for ten years.\n\nChapter 3 Fraud\n\nSection 13.\n\nWhoever cheats is fined.\n"
    )
    scope = scope_of(text)
    assert [(u.provision.cite, scope.why[u]) for u in scope.core] == [("12", ScopeReason.CHAPTER)]


def test_an_act_is_about_what_its_title_says_not_its_first_chapter() -> None:
    text = (
        f"Penal Code\n\nChapter 1 Trafficking in persons\n\nSection 12. Trafficking in persons\n\nWhoever {ACTS}{TAIL}"
        "Chapter 2 Procuring\n\nSection 13. Procuring\n\nThe penalty is nine years of imprisonment if one threatens."
    )
    assert cites(scope_of(text).core_segments) == ["12"]


def test_offences_that_the_purpose_cites_are_its_forms() -> None:
    text = (
        f"Section 11. Slavery\n\nWhoever exercises the powers of an owner over a person, holds one in slavery or makes "
        f"one beg{TAIL}Section 12. Trafficking in persons\n\nWhoever recruits, transports or harbours another person "
        f"by means of force in order to commit the crimes of section 11{TAIL}Section 13. Theft\n\nWhoever steals{TAIL}"
    )
    assert cites(scope_of(text).definitions) == ["11"]


def test_a_defined_aim_that_is_not_called_exploitation_is_followed() -> None:
    text = (
        'Section 1. Definitions\n\n"Unlawful purpose" means prostitution, forced labour or slavery;\n"raft" means a '
        "thing that floats.\n\nSection 12. Trafficking in persons\n\nWhoever recruits, transports or harbours another "
        f"person by means of force for an unlawful purpose{TAIL}"
    )
    assert [s.term for s in scope_of(text).definitions] == ["unlawful purpose"]


def test_what_a_code_says_of_itself_before_its_first_article_is_no_offence() -> None:
    preface = f"The drafters asked whether whoever {ACTS} commits the offence of trafficking in persons.\n\n"
    scope = scope_of("# Code\n\n" + preface + offence().text())
    assert [u.provision.cite for u in scope.core] == ["12"]


def test_a_rule_on_helpers_far_from_the_offence_is_read_where_it_cites_it() -> None:
    between = "".join(f"Section {n}. Harbours\n\nNobody shall sink raft {n}.\n\n" for n in range(20, 220))
    helpers = "Section 300. General\n\nWhoever aids or abets another to contravene section {} is liable to a fine.\n"
    far = scope_of(offence().text() + "\n" + between + helpers.format(12))
    assert [u.provision.cite for u in far.wide] == ["300"]
    assert scope_of(offence().text() + "\n" + between + helpers.format(25)).wide == ()


def test_an_article_of_an_act_on_trafficking_is_the_offence_by_its_one_act_and_its_aim() -> None:
    text = (
        "# Act against Human Trafficking\n\nArticle 8. Removal\n\nWhoever removes another person by force for the "
        "purpose of "
        "sexual exploitation shall be punished by imprisonment for ten years.\n"
    )
    assert [u.provision.cite for u in scope_of(text).core] == ["8"]
    assert scope_of(text.replace("Human Trafficking", "Noise")).core == ()


def test_who_does_nearly_all_the_acts_for_exploitation_commits_it_whatever_it_is_called() -> None:
    text = (
        "Section 2. Arranging\n\n(1) A person commits an offence if the person recruits, transports, harbours or "
        "receives another person with a view to that person's exploitation.\n"
    )
    assert [u.provision.cite for u in scope_of(text).core] == ["2"]
    assert scope_of(text.replace("commits an offence", "is to be registered")).core == ()
    assert scope_of(text.replace("that person's exploitation", "a fair wage")).core == ()
