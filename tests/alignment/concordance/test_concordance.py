"""Which provisions of two instruments answer each other: laws, and small invented instruments."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from palermo.alignment.concordance import Concordance, Strength, concordance
from palermo.alignment.concordance.answers import agreed, answers
from palermo.alignment.concordance.evidence import read_side
from palermo.alignment.concordance.kin import kin
from palermo.alignment.concordance.vectors import measure
from palermo.corpus.errors import UsageError
from palermo.corpus.model.text_model import Version
from palermo.kb.thesaurus import thesaurus
from tests.support.small_laws import Layout, Rule, item, law, layouts, section, trees


def pairs(found: Concordance) -> set[tuple[str, str]]:
    """The numbers of the matching provisions."""
    return {(m.left.num, m.right.num) for m in found.matches}


ENGLISH = [
    section("1", "In this Act a child is any person under eighteen years of age."),
    section("2", "The Minister pays each victim compensation out of a fund."),
    section("3", "A carrier checks the passport of every passenger before the ship leaves."),
    section(
        "4", "Shelters offer", item("a", "housing;"), item("b", "medical help;"), item("c", "legal advice by a lawyer.")
    ),
    section("5", "Police officers are trained to interview witnesses."),
]
RUSSIAN = [
    section("10", "Перевозчик проверяет паспорт каждого пассажира до отправления судна."),
    section("20", "Министр выплачивает каждому потерпевшему компенсацию из средств фонда."),
    section("30", "Сотрудники полиции проходят подготовку по допросу свидетелей."),
    section(
        "40", "Приюты предоставляют",
        item("1", "жилье;"), item("2", "медицинскую помощь;"), item("3", "консультации адвоката."),
    ),
    section("50", "В настоящем законе ребенком является лицо, не достигшее восемнадцати лет."),
    section("60", "Рыбаки чинят сети зимой."),
]  # fmt: skip


@pytest.fixture(scope="module")
def across() -> Concordance:
    return concordance([law(*ENGLISH)], [law(*RUSSIAN, lang="ru")])


def test_two_languages_meet_in_what_both_name(across: Concordance) -> None:
    expected = {("1", "50"), ("2", "20"), ("3", "10"), ("4", "40"), ("5", "30"), ("a", "1"), ("b", "2"), ("c", "3")}
    assert expected <= pairs(across)
    assert not any("60" in pair for pair in pairs(across))


def test_what_is_shared_is_said_in_codes(across: Concordance) -> None:
    money = next(m for m in across.matches if m.left.num == "2")
    assert {"victim.compensation", "victim.fund", "law.minister"} <= set(money.shared)
    assert money.strength is Strength.CORE
    assert 0 < money.score <= 1
    assert money.parts["concepts"] > 0.5
    assert set(money.shared) <= set(thesaurus.load().concepts)


def test_what_answers_nothing_is_listed(across: Concordance) -> None:
    assert [p.num for _, p in across.unmatched_right] == ["60"]
    assert across.unmatched_left == ()


OTHERS = [
    section("90", "Nets are mended in winter."),
    section("91", "The Minister appoints a harbour master for three years."),
    section("92", "Boats longer than seven metres carry a lantern."),
]


def test_one_may_answer_several() -> None:
    left = [section("1", "A witness has the right to an interpreter, and to a lawyer."), *OTHERS]
    right = [
        section("7", "An interpreter assists every witness."),
        section("8", "A lawyer assists every witness."),
        *OTHERS,
    ]
    assert {("1", "7"), ("1", "8")} <= pairs(concordance([law(*left)], [law(*right)]))


def test_formulae_count_for_little() -> None:
    text = law(section("1", "The Minister shall take the necessary measures against fraud."))
    said = measure(read_side([text]), {}).own[1]
    assert 0 < said["words", "necessary"] < said["words", "fraud"] / 2
    assert said["concepts", "formula.necessary_measures"] < said["concepts", "law.minister"]
    assert said["concepts", "law.minister"] < said["concepts", "crime.fraud"]


def test_a_rule_speaks_of_what_its_concepts_say_together() -> None:
    text = law(
        section("1", "The following aggravate the penalty:", item("a", "the victim is a child;"), item("b", "night.")),
        section("2", "A child is any person under eighteen years of age."),
    )
    own = measure(read_side([text]), {}).own
    speaks = {p.num for i, p in enumerate(text.root.walk()) if ("subjects", "offender_child") in own.get(i, {})}
    assert speaks == {"a"}


def test_that_something_is_defined_is_no_likeness_by_itself() -> None:
    said = read_side([law(section("1", '"Officer" has the meaning of the law on police.'))])[1].own["concepts"]
    assert "law.definition" not in said


def test_a_definition_answers_the_definition_and_not_the_use() -> None:
    left = [section("1", '"Exploitation" means servitude and slavery.'), section("2", "Exploitation is a crime.")]
    right = [
        section("5", "Ausbeutung ist ein Verbrechen."),
        section("6", "«Ausbeutung» bedeutet Sklaverei und Knechtschaft."),
    ]
    assert pairs(concordance([law(*left)], [law(*right, lang="de")])) == {("1", "6"), ("2", "5")}


def test_a_definition_is_no_rival_of_the_offence() -> None:
    left = [section("1", '"Trafficking in persons" means to recruit or harbour persons by force for slavery.'), *OTHERS]
    definition = section("2", '"Trafficking in persons" means to recruit or harbour persons by force for slavery.')
    offence = section(
        "3", "Whoever commits trafficking, that is to recruit or harbour persons for slavery, is punished."
    )
    found = concordance([law(*left)], [law(definition, offence, *OTHERS)])
    assert {("1", "2"), ("1", "3")} <= pairs(found)


def test_what_the_rules_find_is_evidence() -> None:
    offence = (
        "A person who recruits, transports or harbours another person by {} for the purpose of {} commits trafficking "
        "in persons and is liable to imprisonment."
    )
    consent = "The consent of the victim of trafficking in persons is irrelevant."
    defence = "It is no defence that the victim of trafficking in persons consented."
    left = law(section("1", "", item("a", offence.format("force", "slavery")), item("b", consent)), *OTHERS)
    right = law(*OTHERS, section("5", "", item("x", offence.format("threats", "servitude")), item("y", defence)))
    shown = read_side([left]), read_side([right])
    found = answers([left], shown[0]), answers([right], shown[1])
    assert {shown[0][i].provision.num: codes for i, codes in found[0].items()} == {
        "a": {"offence.criminalised"},
        "b": {"consent.irrelevant"},
    }
    both = {(shown[0][i].provision.num, shown[1][j].provision.num) for i, j in agreed(*found)}
    assert both == {("a", "x"), ("b", "y")}
    match = next(m for m in concordance([left], [right]).matches if m.left.num == "b")
    assert match.right.num == "y"
    assert match.parts["answers"] == 1.0


def test_what_two_provisions_answer_counts_the_less_the_more_answer_it() -> None:
    assert agreed({1: frozenset("a"), 2: frozenset("a")}, {7: frozenset("ab"), 8: frozenset("b")}) == {
        (1, 7): 0.5,
        (2, 7): 0.5,
    }


def test_an_explanation_is_no_law() -> None:
    said = Rule("", "Boats carry lanterns at night.", level="statement")
    assert concordance([law(section("1", "Boats carry lanterns at night."))], [law(said)]).matches == ()


def test_what_is_left_of_a_number_hides_no_definition() -> None:
    text = law(section("1", ") торговля людьми – вербовка людей"), lang="ru")
    assert read_side([text])[1].own["terms"] == {"crime.trafficking": 1.0}


@pytest.mark.parametrize(("cite", "speaks"), [("7", True), ("77", False)])
def test_a_provision_speaks_of_what_it_cites(cite: str, speaks: bool) -> None:
    text = law(section("1", "Recruitment by deception for slavery"), section("2", "Whoever does what section 7 says"))
    cited, citing = text.root.children
    text = replace(text, root=replace(text.root, children=(replace(cited, cite=cite), citing)))
    said = measure(read_side([text]), {}).own[2]
    assert (("concepts", "crime.slavery") in said) is speaks
    assert (("elements", "purpose.slavery") in said) is speaks


def test_a_container_answers_as_a_whole() -> None:
    left = [section("1", "", item("a", "Boats carry lanterns at night."), item("b", "Dogs are kept on a leash."))]
    right = [
        section("5", "", item("x", "Dogs stay on a leash."), item("y", "Every boat carries a lantern at night.")),
        section("6", "", item("z", "Bees are announced.")),
    ]
    found = concordance([law(*left)], [law(*right)])
    assert pairs(found) == {("1", "5"), ("a", "y"), ("b", "x")}


def test_notes_are_no_law() -> None:
    note = Rule("", "Boats carry lanterns at night.", level="remark")
    assert concordance([law(section("1", "Boats carry lanterns at night."))], [law(note)]).matches == ()


def test_core_alone(across: Concordance) -> None:
    assert {m.strength for m in across.core.matches} == {Strength.CORE}
    assert across.core.unmatched_right == across.unmatched_right


@pytest.mark.parametrize(("left", "right", "says"), [("und", "en", "not known"), ("en", "ga", "thesaurus")])
def test_a_language_must_be_known(left: str, right: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        concordance([law(*ENGLISH, lang=left)], [law(*ENGLISH, lang=right)])


def test_one_language_needs_no_thesaurus() -> None:
    text = law(section("1", "Tá an bád ar an trá"), section("2", "Níl aon iasc sa líon"), lang="ga")
    assert pairs(concordance([text], [text])) == {("1", "1"), ("2", "2")}


@pytest.mark.parametrize(
    "words", [("protocole", "протокол", "protokoll"), ("convention", "конвенция"), ("document", "документ", "dokument")]
)
def test_kin_have_one_key(words: tuple[str, ...]) -> None:
    assert len({kin(word) for word in words}) == 1
    assert kin(words[0])


def test_short_words_have_no_kin() -> None:
    assert kin("boat") == kin("дом") == kin("12345678") == ""


@given(trees, layouts, trees, layouts)
@settings(max_examples=30)
def test_sides_swapped_mirror(old: list[Rule], before: Layout, new: list[Rule], after: Layout) -> None:
    left, right = law(*old, layout=before), law(*new, layout=after, lang="ru")
    there, back = concordance([left], [right]), concordance([right], [left])
    assert {(m.left.id, m.right.id, m.strength, m.score) for m in there.matches} == {
        (m.right.id, m.left.id, m.strength, m.score) for m in back.matches
    }
    assert there.unmatched_left == back.unmatched_right
    assert there.unmatched_right == back.unmatched_left


@given(trees, layouts)
@settings(max_examples=30)
def test_a_text_answers_itself(rules: list[Rule], layout: Layout) -> None:
    text = law(*rules, layout=layout)
    found = concordance([text], [text])
    itself = {m.left.id for m in found.matches if m.left is m.right}
    for rule in text.root.walk():
        words = thesaurus.content(" ".join(text.reading(span).text for span in rule.own_spans()), "en")
        said = [w for w in words if not w.text.isdigit() and w.text != rule.num]
        if rule is not text.root and said and not _beside(text, rule.id):
            assert rule.id in itself, rule


def _beside(text: Version, wanted: str) -> bool:
    """Whether the provision is an editor's remark or inside one."""
    return any(p.level == "remark" and any(q.id == wanted for q in p.walk()) for p in text.root.walk())
