"""How far a reference reaches in running text."""

from __future__ import annotations

import pytest

from palermo.kb.lexicon.reference_words import find_references


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "Under section 5(2)(a) a person may apply.", ["section 5(2)(a)"]),
        ("en", "See sections 3, 7 and 12 to 14 of this Act.", ["sections 3, 7 and 12 to 14 of this Act"]),
        ("en", "See section 5, 30 days later.", ["section 5"]),
        ("en", "Article 2, Article 3 and Article 18a(1) apply.", ["Article 2, Article 3 and Article 18a(1)"]),
        ("en", "A person shall act within 30 days.", []),
        ("ru", "По частям первой или второй статьи 12.", ["частям первой или второй статьи 12."]),
        ("uk", "Дії, передбачені частиною 2 статті 14, караються.", ["частиною 2 статті 14"]),
        ("fr", "Les peines prévues aux 2° et 3° de l'article 13-2.", ["2° et 3° de l'article 13-2."]),
        ("de", "Dies gilt nach § 11 Abs. 3 Satz 2 und § 14 entsprechend.", ["§ 11 Abs. 3 Satz 2 und § 14"]),
        ("nl", "Bedoeld in het eerste en tweede lid van artikel 4.", ["eerste en tweede lid van artikel 4."]),
        ("es", "Según los artículos 12 y 14 de la presente Ley procede.", ["artículos 12 y 14 de la presente Ley"]),
    ],
)  # fmt: skip
def test_where_references_stand(lang: str, text: str, found: list[str]) -> None:
    assert [text[start:end].rstrip(" ,") for start, end in find_references(text, lang)] == found
