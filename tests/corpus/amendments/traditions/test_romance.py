"""Amending acts in French (France, Belgium, Luxembourg, Africa) and Spanish (Spain, America); the acts are invented."""

from __future__ import annotations

import re
from typing import Any

import pytest

from palermo.corpus.amendments import Status, amend, amend_section
from palermo.corpus.amendments.contenders import tradition_of
from palermo.corpus.amendments.reading.passages import of_text
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_text
from tests.support.amending.drafted_cases import drafted
from tests.support.failures.same_text import assert_same_text

MARKS = str.maketrans("“”„«»‘’‚'", '"' * 9)


def folded(text: str) -> str:
    return re.sub(r"\s+([,.;:)])", r"\1", re.sub(r"\s+", " ", text.translate(MARKS))).strip()


@pytest.mark.parametrize("case", drafted("french", "spanish"))
def test_a_case_is_carried_out_or_refused(case: dict[str, Any]) -> None:
    amendment = amend_section(case["before"], case["instruction"], case["lang"])
    if case.get("expect") == "refused":
        assert amendment.status != "applied", case["why"]
        return
    assert amendment.status == "applied", [(o.instruction.text, o.reason) for o in amendment.outcomes]
    assert_same_text(folded(amendment.text), folded(case["after"]))


ARTICLE = (
    "Article 7\nLa barque porte un numéro. Le numéro est peint.\nElle est bleue :\n1° à la proue ;\n2° à la poupe."
)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Au premier alinéa de l'article 7, le mot : « numéro » est supprimé.", "stands 2 times"),
        ("Au deuxième alinéa de l'article 7, le mot : « verte » est supprimé.", "is not in"),
        ("Au sixième alinéa de l'article 7, le mot : « bleue » est supprimé.", "only 4"),
        ("Après le 1° de l'article 7, il est inséré un 2° ainsi rédigé : « 2° au mât ; »", "already"),
        ("Le 2° de l'article 7 est ainsi rédigé : « a) à la poupe. »", "does not begin with a number"),
        ("Le 2° de l'article 7 est ainsi rédigé : « 3° à la poupe. »", "begins with 3"),
        ("L'article 7 est ainsi rédigé : « Art. 8. – Rien. »", "cannot be told apart"),
        ("À l'article 7, les mots : « à la proue » sont remplacés par les mots : « au mât", "breaks off"),
        ("L'alinéa 3 de l'article 7 est abrogé.", "whether the items"),
        ("Si le maire y consent, le 2° de l'article 7 est abrogé.", "conditional"),
        ("Le 2° de l'article 7 est déplacé après le premier alinéa.", "not understood"),
        ("Le 2° est abrogé.", "no article is named"),
        ("L'article 7 est ainsi rédigé : « Art. 7. – (Le reste sans changement) »", "leaves words out"),
    ],
)  # fmt: skip
def test_what_could_be_read_in_two_ways_changes_nothing(words: str, reason: str) -> None:
    amendment = amend_section(ARTICLE, words, "fr", tradition="France")
    assert_same_text(amendment.text, ARTICLE)
    assert amendment.status == "refused"
    assert any(reason in o.reason for o in amendment.outcomes), [o.reason for o in amendment.outcomes]


def test_a_tradition_is_known_by_its_names() -> None:
    words = "Le 2° de l'article 7 est abrogé."
    for name in ("France", "fr", "FRENCH", "Belgium", "lu"):
        assert "poupe" not in amend_section(ARTICLE, words, "fr", tradition=name).text
    words = "Se suprime el apartado 1 del artículo 3."
    for name in ("Spain", "es", "Mexico", "pe"):
        assert amend_section("Artículo 3. Faro.\n1. Uno.\n2. Dos.", words, "es", tradition=name).status == "applied"


def test_canadian_formulae_stay_canadian() -> None:
    said = "L'article 7 de la même loi est remplacé par ce qui suit : 7 La barque est rouge."
    found = tradition_of(of_text(said), "fr")
    assert found is not None
    assert found[0].name == "Canada"


def test_a_repeal_that_could_be_canadian_is_refused() -> None:
    text = "7 La barque est bleue."
    amendment = amend_section(text, "L'article 7 de la même loi est abrogé.", "fr", "2031, ch. 7, art. 4")
    assert "[Abrogé" in amendment.text
    assert amend_section(text, "L'article 7 de la même loi est abrogé.", "fr").status == "refused"


def test_lines_broken_at_a_width_are_paragraphs() -> None:
    text = (
        "Article 7\n----\nLa barque porte un numéro que le maître\ndu port délivre.\n\nElle est bleue, sauf\nexception."
    )
    amendment = amend_section(text, "Le second alinéa de l'article 7 est ainsi rédigé : « Elle est rouge. »", "fr")
    assert amendment.text.endswith("délivre.\n\nElle est rouge.")
    one = text.replace("\n\n", "\n")
    assert amend_section(one, "Le second alinéa de l'article 7 est supprimé.", "fr").status == "refused"


LAW = """# Loi du 2 mai 1931 sur les phares

## Article 1er

Le phare est allumé par le gardien.

## Article 2

Le gardien tient un journal.
"""


def law(text: str, title: str, lang: str = "fr") -> Version:
    return read_text(text, name="law.md", lang=lang, title=title)


def test_a_whole_act_with_new_articles_and_what_is_about_another_act() -> None:
    bill = """# Loi du 3 juin 2031

## Article 1er

La loi du 2 mai 1931 sur les phares est ainsi modifiée :

1° À l'article 1er, le mot : « gardien » est remplacé par le mot : « veilleur » ;

2° Après l'article 1er, il est inséré un article 1er bis ainsi rédigé :

« Art. 1er bis. – Le veilleur est assermenté. »

## Article 2

L'article 2 de la loi du 4 avril 1940 sur les bouées est abrogé.
"""
    amendment = amend(law(LAW, "Loi du 2 mai 1931 sur les phares"), [law(bill, "Loi du 3 juin 2031")])
    told = [(o.instruction.op.value, o.status, o.reason) for o in amendment.outcomes]
    assert [t[1] for t in told] == [Status.APPLIED, Status.APPLIED, Status.ELSEWHERE], told
    assert "par le veilleur" in amendment.text
    assert amendment.text.index("veilleur est assermenté") < amendment.text.index("journal")


def test_the_first_clause_names_the_article_of_the_second() -> None:
    """And a number is free where the provision that had it is repealed."""
    words = "Le 1° de l'article 7 est abrogé et le 2° devient le 1°."
    assert amend_section(ARTICLE, words, "fr").text.endswith("Elle est bleue :\n1° à la poupe.")
