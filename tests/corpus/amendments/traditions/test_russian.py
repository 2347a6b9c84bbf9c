"""Amending acts in Russian, as they are drafted in Russia and Kazakhstan, in English translation, and in Ukrainian; the
acts are invented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from palermo.corpus.amendments import Status, amend, amend_section
from palermo.corpus.amendments.traditions.tradition_registry import traditions
from palermo.corpus.model.text_model import Provision, Version
from palermo.corpus.readers import read_file, read_text
from tests.support.amending.drafted_cases import drafted
from tests.support.failures.same_text import assert_same_text

SAMPLE = Path(str(files("palermo") / "sample"))


def folded(text: str) -> str:
    text = text.translate(str.maketrans("“”„«»‘’‚'", '"' * 9))
    return re.sub(r"\s+([,.;:)])", r"\1", re.sub(r"\s+", " ", text)).strip()


@pytest.mark.parametrize("case", drafted("russian", "russian.en", "ukrainian", "kazakh"))
def test_a_case_gives_the_text_that_it_should_or_is_refused(case: dict[str, Any]) -> None:
    amendment = amend_section(case["before"], case["instruction"], case["lang"])
    if case.get("expect") == "refused":
        assert amendment.status != "applied"
        assert any(o.status is Status.REFUSED and o.reason for o in amendment.outcomes)
    else:
        assert amendment.status == "applied", [(o.instruction.text, o.reason) for o in amendment.outcomes]
        assert_same_text(folded(amendment.text), folded(case["after"]))


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_sample_act_makes_the_later_code_of_the_earlier(lang: str) -> None:
    """Every instruction of the invented act on trafficking, carried out on a whole code."""
    base, act, later = (
        read_file(str(SAMPLE / f"{n}.{lang}.md"))
        for n in ("criminal-code-2004", "amending-act-2019", "criminal-code-2019")
    )
    amendment = amend(base, [act])
    assert amendment.status == "applied"
    assert amendment.version is not None
    plain = re.sub(r"(?m)^#+\s|^title:.*$", "", amendment.text)
    assert plain.split()[3:] == re.sub(r"(?m)^#+\s|^title:.*$", "", later.text).split()[3:]
    cites = {node.cite for node in walk(amendment.version.root)}
    assert {"7(2-1)", "128(2)(5)", "129-1"} <= cites
    assert not any(cite == "130" for cite in cites)


def walk(node: Provision) -> Iterator[Provision]:
    yield node
    for child in node.children:
        yield from walk(child)


def test_a_paragraph_of_an_article_in_english_may_be_its_part_or_its_line() -> None:
    before = "Article 5. Lighthouse\n\n1. It is lit:\n\n1) at dusk;\n\n2) in fog.\n\n2. Nobody sleeps."
    amendment = amend_section(before, "In Article 5, the second paragraph is deleted.", "en", tradition="Kazakhstan")
    assert [o.reason for o in amendment.outcomes] == ["a part of the article or a line of it may be meant"]


LAW = """# Закон о маяках

Статья 1. Маяк

1. Маяк зажигает смотритель.

2. Смотритель ведёт журнал.

Статья 2. Буй

Буй ставит смотритель.

Статья 3. Смотритель

Смотритель отвечает за огонь.
"""


def law(text: str, title: str = "Закон о маяках") -> Version:
    return read_text(text, name="law.md", lang="ru", title=title)


def test_the_whole_act_and_new_articles_and_what_is_about_another_act() -> None:
    bill = """Статья 1

Внести в Закон «О маяках» следующие изменения:

1) по всему тексту слово «смотритель» заменить словом «хранитель»;

2) дополнить статьёй 2-1 следующего содержания:

«Статья 2-1. Бакен

Бакен красят.»;

3) статью 3 исключить.

Статья 2

Внести в Закон «О пристанях» следующие изменения:

1) статью 1 исключить;

2) в статье 2 слово «Буй» заменить словом «Причал».
"""
    amendment = amend(law(LAW), [law(bill, "Закон о внесении изменений")])
    assert amendment.status == "applied"
    assert "зажигает хранитель" in amendment.text
    assert "ставит хранитель" in amendment.text
    assert "Буй ставит" in amendment.text
    assert "отвечает" not in amendment.text
    assert amendment.text.index("Буй ставит") < amendment.text.index("Статья 2-1. Бакен")
    elsewhere = [o.instruction.target.cite for o in amendment.outcomes if o.status is Status.ELSEWHERE]
    assert elsewhere == ["1", "2"]


def test_names_of_acts_are_compared_as_they_inflect() -> None:
    known = traditions("ru")[0]
    assert known.is_act(
        "Уголовный кодекс Республики Талмерия от 3 июля 2014 года", "Уголовный кодекс Республики Талмерия"
    )
    assert known.is_act("Уголовного кодекса", "Уголовный кодекс Республики Талмерия")
    assert known.is_act('Федерального закона от 2 мая 2006 года № 4-ФЗ "О пристанях"', "О пристанях")
    assert not known.is_act("Уголовно-процессуальный кодекс", "Уголовный кодекс")
    assert not known.is_act("Закон «О маяках»", "Закон о пристанях")


def test_lines_are_counted_as_they_stood_before_the_act() -> None:
    """Two lines go and a third is changed: each by the number that it had."""
    before = "Статья 5. Трап\n\nКапитан хранит:\n\nтрап;\n\nякорь;\n\nканат;\n\nфонарь."
    bill = (
        "в статье 5:\nабзац второй исключить;\nабзац четвертый исключить;\n"
        "в абзаце пятом слово «фонарь» заменить словом «лампу»;"
    )
    amendment = amend_section(before, bill, "ru")
    assert amendment.text.split() == ["Статья", "5.", "Трап", "Капитан", "хранит:", "якорь;", "лампу."]
    assert [o.instruction.order for o in amendment.outcomes] == [2, 1, 0]


def test_a_quotation_that_shares_its_closing_mark_ends_before_the_next_instruction() -> None:
    before = "Статья 5. Трап\n\n1. Трап описан в законе.\n\n2. Трап чист."
    bill = (
        "1) часть 1 статьи 5 изложить в следующей редакции:\n«1. Трап описан в Законе «О трапах».»;\n"
        "2) в части 2 статьи 5 слово «чист» заменить словами «описан в Законе «О чистоте»."
    )
    amendment = amend_section(before, bill, "ru")
    assert amendment.status == "applied"
    assert amendment.text.endswith("2. Трап описан в Законе «О чистоте».")


@pytest.mark.parametrize("lang", ["sk", "cs"])
def test_a_tradition_that_is_not_known_is_refused_in_one_line(lang: str) -> None:
    amendment = amend_section("§ 1 Lampa.", "V § 1 sa slovo „lampa“ nahrádza slovom „svetlo“.", lang)
    assert (amendment.status, amendment.outcomes) == ("refused", ())
    assert amendment.reason == f"palermo knows no drafting tradition in the language '{lang}'"


def test_an_instruction_on_a_provision_that_gets_another_number_is_refused() -> None:
    before = "Статья 5. Трап\n\n1. Трап чист.\n\n2. Трап цел.\n\n3. Трап сух."
    bill = "в статье 5: пункт 3 считать пунктом 4; в пункте 3 слово «сух» заменить словом «бел»;"
    amendment = amend_section(before, bill, "ru")
    assert amendment.status == "partly"
    assert amendment.text.endswith("4. Трап сух.")


def test_what_a_statement_says_of_another_language_is_not_addressed() -> None:
    before = "Статья 5. Трап\n\n1. Трап чист.\n\n2. Трап цел."
    bill = (
        "1) в статье 5:\nв пункт 1 внесено изменение на казахском языке, текст на русском языке не меняется;\n"
        "пункт 2 исключить;"
    )
    amendment = amend_section(before, bill, "ru")
    assert [o.status for o in amendment.outcomes] == [Status.ELSEWHERE, Status.APPLIED]


def test_a_note_is_put_in_before_the_editor_s_remarks() -> None:
    before = "### Статья 5. Трап\n\n1. Трап чист.\n\n> *Сноска. Статья 5 с изменениями, внесенными Законом.*"
    bill = "статью 5 дополнить примечанием следующего содержания: «Примечание. Трап деревянный.»;"
    text = amend_section(before, bill, "ru").text
    assert text.index("Трап чист.") < text.index("Примечание. Трап деревянный.\n") < text.index("> *Сноска.")


def test_lines_broken_at_a_width_are_no_lines_of_the_drafter() -> None:
    before = "Статья 5. Трап\n1. Трап описан в законе о\nтрапах и лестницах:\n1) чист;\n2) цел."
    bill = "в абзаце втором пункта 1 статьи 5 слово «чист» заменить словом «бел»;"
    assert "1) бел;" in amend_section(before, bill, "ru").text


def test_what_is_about_other_acts_and_about_chapters_is_no_instruction_on_the_article_given() -> None:
    before = "Статья 5. Трап\n\n1. Трап чист.\n\n2. Трап цел."
    bill = (
        "1. Внести в Закон «О трапах» следующие изменения:\n"
        "1) в оглавлении:\nзаголовок статьи 5 изложить в следующей редакции:\n«Статья 5. Сходня»;\n"
        "2) главу 2 дополнить статьей 5-1 следующего содержания:\n«Статья 5-1. Сходня\nСходня цела.»;\n"
        "3) пункт 2 статьи 5 исключить.\n"
        "2. Признать утратившим силу Закон «О сходнях».\n"
        "3. Признать утратившими силу:\n1) Закон «О реях»;\n2) пункт 1 статьи 6 Закона «О мачтах»."
    )
    amendment = amend_section(before, bill, "ru")
    assert amendment.status == "applied"
    assert amendment.text.split() == ["Статья", "5.", "Трап", "1.", "Трап", "чист."]
    assert [o.status for o in amendment.outcomes].count(Status.ELSEWHERE) == 5


@pytest.mark.parametrize(
    "instruction",
    [
        pytest.param("в статье 5: исключить;", id="colon-and-nothing-named"),
        "в статье 5 исключить;",
        "2) пункта 1 статьи 5 исключить;",
        "пункт 1 статьи 5 изложить в следующей редакции: «1. Раз.\n2. Два.»;",
        "пункт 1 статьи 5 изложить в следующей редакции: «1. Раз; в пункте 2 слова «цел» заменить словом «бел»;",
        "статью 5 изложить в следующей редакции: «Статья 5. Сходня\n1. Раз.\nСтатья 6. Рея\n1. Два.»;",
        "в пункте 1 статьи 5 слово «чист» заменить словами «бел;\n2) пункт 2 исключить.».",
    ],
)
def test_what_a_drafter_cannot_have_meant_changes_nothing(instruction: str) -> None:
    before = "Статья 5. Трап\n\n1. Трап чист.\n\n2. Трап цел."
    amendment = amend_section(before, instruction, "ru")
    assert (amendment.status, amendment.text) == ("refused", before)


def test_a_quoted_list_is_not_cut_where_its_items_look_like_an_act_s() -> None:
    before = "Статья 5. Трап\n\n1. Трап чист.\n\n2. Трап цел."
    new = "1. Трап:\n1) описан в законе «О трапах»;\n2) в случае поломки:\nа) чинится;\nб) меняется."
    amendment = amend_section(before, f"пункт 1 статьи 5 изложить в следующей редакции:\n«{new}».", "ru")
    assert amendment.status == "applied"
    assert_same_text(amendment.text, before.replace("1. Трап чист.", new))


def test_of_two_acts_the_one_that_is_not_understood_could_be_meant() -> None:
    before = "Статья 5. Трап\n\n1. Трап чист.\n\n2. Трап цел."
    one = "1. Внести в Закон «О трапах» следующие изменения:\n1) пункт 9 статьи 5 исключить.\n"
    unclear = "1. Внести в Закон «О трапах» следующие изменения:\n1) пункт 2 статьи 5 поменять на другой.\n"
    two = "2. Внести в Закон «О реях» следующие изменения:\n1) пункт 2 статьи 5 исключить."
    assert amend_section(before, one + two, "ru").status == "applied"
    assert amend_section(before, unclear + two, "ru").status == "refused"


@pytest.mark.parametrize("between", [False, True])
def test_a_range_is_replaced_only_where_all_of_it_is_quoted(*, between: bool) -> None:
    more = "\n\n1-1. Трап бел." if between else ""
    before = f"Статья 5. Трап\n\n1. Трап чист.{more}\n\n2. Трап цел.\n\n3. Трап сух."
    bill = "пункты 1 – 2 статьи 5 изложить в следующей редакции:\n«1. Раз.\n2. Два.»;"
    amendment = amend_section(before, bill, "ru")
    assert amendment.status == ("refused" if between else "applied")
    assert between or amendment.text.split() == [
        "Статья",
        "5.",
        "Трап",
        "1.",
        "Раз.",
        "2.",
        "Два.",
        "3.",
        "Трап",
        "сух.",
    ]


def test_a_kazakh_act_amends_a_whole_law_and_adds_an_article() -> None:
    base = (
        "# Шамшырақтар туралы заң\n\n1-бап. Шамшырақ\n\nШамшырақты күзетші жағады.\n\n"
        "2-бап. Қалтқы\n\n1. Қалтқы қызыл.\n\n2. Қалтқы жүзеді.\n"
    )
    bill = (
        "1-бап. Талмерия Республикасының мына заңнамалық актілеріне өзгерiстер енгiзiлсiн:\n\n"
        "1. «Шамшырақтар туралы» 2011 жылғы 4 мамырдағы Талмерия Республикасының Заңына (Жаршы, 2011 ж.; 10-құжат):\n\n"
        "1) 1-баптағы «күзетшi» деген сөз «қарауыл» деген сөзбен ауыстырылсын;\n\n"
        "2) мынадай мазмұндағы 1-1-баппен толықтырылсын:\n\n«1-1-бап. Бакен\n\nБакен ақ.»;\n\n"
        "3) 2-баптың 2-тармағының күшi жойылды деп танылсын.\n\n"
        "2. «Айлақтар туралы» 2012 жылғы 5 мамырдағы Талмерия Республикасының Заңына:\n\n1) 1-бап алып тасталсын.\n\n"
        "2-бап. Осы Заң жарияланған күнінен кейін қолданысқа енгізіледі.\n"
    )
    versions = [
        read_text(t, name=f"{n}.md", lang="kk", title=n) for n, t in (("Шамшырақтар туралы", base), ("Заң", bill))
    ]
    amendment = amend(versions[0], versions[1:])
    assert amendment.status == "applied", amendment.outcomes
    after = "1-бап. Шамшырақ Шамшырақты қарауыл жағады. 1-1-бап. Бакен Бакен ақ. 2-бап. Қалтқы 1. Қалтқы қызыл."
    assert amendment.text.split()[4:] == after.split()
    elsewhere = [o for o in amendment.outcomes if o.status is Status.ELSEWHERE]
    assert len(elsewhere) == 2  # the other act, and the commencement
