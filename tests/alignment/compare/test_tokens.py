"""Tokens are whole words, in any script."""

from __future__ import annotations

import pytest

from palermo.alignment.compare.words.tokens import tokenize
from tests.support.small_laws import law, section


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("купля-продажа лиц", ["купля-продажа", "лиц"]),
        ("l’exploitation d'un", ["l'", "exploitation", "d'", "un"]),
        ("п’ять об'єктів", ["п'ять", "об'єктів"]),
        ("‘heavy boat’means ‘boat’", ['"', "heavy", "boat", '"', "means", '"', "boat", '"']),
        ("‘the victim’s age’", ['"', "the", "victim's", "age", '"']),
        ("the victim's age", ["the", "victim's", "age"]),
        ("10,000.50 or 1.2.3;", ["10,000.50", "or", "1.2.3", ";"]),
        ("section 132-1(a)", ["section", "132-1", "(", "a", ")"]),
        ("ব্যক্তি व्यक्ति", ["ব্যক্তি", "व्यक्ति"]),
        ("人身売買", ["人", "身", "売", "買"]),
        ("ещё «так»", ["еще", '"', "так", '"']),
        ("traf\u00adficking", ["trafficking"]),
    ],
)
def test_words(text: str, keys: list[str]) -> None:
    version = law(section("", text))
    tokens = tokenize(version, [version.root.span])
    assert list(tokens.keys) == keys
    assert all(version.text[s:e].strip() == version.text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True))
