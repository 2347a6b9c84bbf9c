"""Units: a body of law cut into the articles and sections that are read one by one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.alignment.statute.units import Unit, units
from tests.support.generated_offences import LANGS, offence, version

TWO = {
    "en": "Section 1. Short title\n\nThis is the Act.\n\nSection 2. Trafficking in persons\n\n(1) Nobody trafficks.\n",
    "ru": "Статья 1. Название\n\nЭто закон.\n\nСтатья 2. Торговля людьми\n\n1. Никто не торгует людьми.\n",
    "uk": "Стаття 1. Назва\n\nЦе закон.\n\nСтаття 2. Торгівля людьми\n\n1. Ніхто не торгує людьми.\n",
    "fr": "Article 1. Titre\n\nCeci est la loi.\n\nArticle 2. Traite\n\n(1) La traite est interdite.\n",
    "es": "Artículo 1. Título\n\nEsta es la ley.\n\nArtículo 2. Trata\n\n1. Se prohíbe la trata.\n",
    "de": "§ 1 Titel\n\nDas ist das Gesetz.\n\n§ 2 Menschenhandel\n\n(1) Menschenhandel ist verboten.\n",
    "nl": "Artikel 1. Titel\n\nDit is de wet.\n\nArtikel 2. Mensenhandel\n\n1 Mensenhandel is verboden.\n",
}


def _units(*texts: str, lang: str = "en") -> list[Unit]:
    return units([version(t, lang) for t in texts])


@pytest.mark.parametrize("lang", LANGS)
def test_each_article_is_a_unit_with_its_heading_and_without_its_number(lang: str) -> None:
    first, second = _units(TWO[lang], lang=lang)
    assert [u.provision.cite for u in (first, second)] == ["1", "2"]
    assert first.heading in {"short title", "название", "назва", "titre", "título", "titel"}
    assert first.heading not in first.folded
    assert second.text.endswith(".")


@pytest.mark.parametrize("lang", LANGS)
def test_folded_stands_code_point_for_code_point_over_the_text(lang: str) -> None:
    for unit in _units(offence(lang).text(), lang=lang):
        assert len(unit.folded) == len(unit.text) == len(unit.offsets)
        assert unit.folded.casefold() == unit.folded or lang == "de"


def test_several_texts_are_one_body_and_each_unit_knows_its_source() -> None:
    found = _units(TWO["en"], offence().text())
    assert [(u.source, u.provision.cite) for u in found] == [(0, "1"), (0, "2"), (1, "12")]


def test_a_text_without_articles_is_one_unit() -> None:
    (only,) = _units("A story of a ship that was never found again, told by those who looked for it.\n")
    assert only.text.startswith("A story")


def test_an_excerpt_with_a_numbered_heading_is_a_section() -> None:
    text = "12. Trafficking in persons\n\n(1) Nobody trafficks.\n\n(2) Everybody knows.\n"
    assert [(u.provision.cite, u.heading) for u in _units(text)] == [("12", "trafficking in persons")]


def test_editorial_notes_are_not_read() -> None:
    text = (
        "### Статья 12. Торговля людьми\n\n1. Купля-продажа человека –\n\nнаказывается лишением свободы.\n\n"
        "> *Сноска. Статья 12 с изменениями, внесенными Законом от 01.02.2003 № 4.*\n"
    )
    (only,) = _units(text, lang="ru")
    assert "наказывается" in only.text
    assert "Сноска" not in only.text


def test_an_article_quoted_in_an_amending_article_is_a_unit_of_its_own() -> None:
    text = (
        "Статья 1\n\nВнести в Уголовный кодекс следующие изменения: статью 128 изложить в следующей редакции:\n\n"
        "«Статья 128. Торговля людьми\n\n1. Купля-продажа человека –\n\nнаказывается лишением свободы на срок до шести "
        "лет.»\n\nСтатья 2\n\nЗакон вступает в силу со дня опубликования.\n"
    )
    found = _units(text, lang="ru")
    assert [u.provision.cite for u in found] == ["1", "1|128", "2"]
    assert "Купля-продажа" not in found[0].text
    assert "Купля-продажа" in found[1].text


def test_what_a_unit_stands_in_goes_from_the_title_down() -> None:
    text = "# Criminal Act\n\n## Chapter 3. Slavery\n\n### Section 12. Trafficking\n\nNobody trafficks.\n"
    (only,) = _units(text)
    assert only.above[-1] == "slavery"
    assert "criminal act" in only.above[0]


SPACES = st.sampled_from([" ", "  ", "\u00a0", "\n", "\u00ad ", " \t"])


@settings(max_examples=25)
@given(gaps=st.lists(SPACES, min_size=8, max_size=8))
def test_spans_lead_back_to_the_very_words_however_they_are_spaced(gaps: list[str]) -> None:
    words = ["whoever", "recruits", "or", "transports", "another", "person", "by", "force"]
    text = "Section 12. Trafficking\n\n" + "".join(w + g for w, g in zip(words, [*gaps, "."], strict=False)) + "\n"
    read = version(text)
    (unit,) = units([read])
    for word in words:
        at = unit.folded.index(word)
        assert read.quote(unit.span(at, at + len(word))).casefold() == word


def test_what_stands_between_articles_is_read_too() -> None:
    loose = "Whoever sinks a raft by night shall be liable to a fine of ten crowns."
    text = f"Part 1 Rafts\n\n{loose}\n\nSection 2. Barges\n\nA barge sinks.\n"
    found = _units(text)
    assert [u.provision.cite for u in found] == ["", "2"]
    assert found[0].text.startswith("Whoever sinks a raft")
