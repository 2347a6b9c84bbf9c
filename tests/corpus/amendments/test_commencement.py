"""When an invented amending act comes into force, by its own clauses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from palermo.corpus.amendments import read
from palermo.corpus.amendments.commencement.clauses import timetable
from palermo.corpus.amendments.commencement.dates import days, later
from palermo.corpus.amendments.model import Timetable
from palermo.corpus.model.text_model import Basis, Interval, Version
from palermo.corpus.readers import read_text

LANGS = ("en", "es", "fr", "kk", "ru", "uk")
BILL = """1 Section 7 of the Harbour Act is replaced by the following:
7 A ship stops.

2 Section 9 of the Act is repealed.

"""


def act(text: str, lang: str = "en", enacted: str | None = None) -> Version:
    version = read_text(text, name="bill.txt", lang=lang, title="A bill")
    return replace(version, in_force=Interval(enacted, basis=Basis.ENACTED)) if enacted else version


def table(text: str, lang: str = "en", enacted: str | None = None) -> Timetable:
    version = act(text, lang, enacted)
    return timetable(version, read(version).instructions)


@pytest.mark.parametrize(
    ("clause", "date"),
    [
        ("3 This Act comes into force on January 1, 2030.", "2030-01-01"),
        ("3 This Act shall come into operation on the 1st day of March 2031.", "2031-03-01"),
        ("3 This Act comes into force on the day on which it receives royal assent.", "2029-05-31"),
        ("3 This Act shall come into operation one month after its passing.", "2029-06-30"),
        ("3 This Act comes into force at the end of the period of 2 months beginning with the day it is passed.",
         "2029-07-31"),
        ("3 This Act comes into force 90 days after the day on which it receives royal assent.", "2029-08-29"),
        ("3 This Act comes into force on the second anniversary of the day on which it is passed.", "2031-05-31"),
        ("3 This Act comes into force on January 1 of the year following the year in which it receives royal assent.",
         "2030-01-01"),
        ("3 This Act comes into force on a day to be fixed by order of the Governor.", None),
        ("3 This Act shall come into operation on such day as the Minister may appoint.", None),
        ("3 This Act comes into force when the moon is full.", None),
        ("3 This Act comes into force on February 30, 2030.", None),
    ],
)  # fmt: skip
def test_english_clauses(clause: str, date: str | None) -> None:
    found = table(BILL + clause + "\n", enacted="2029-05-31").whole
    assert (found.date, found.told) == (date, True)
    assert clause[2:30] in found.reason


@pytest.mark.parametrize(
    ("lang", "clause", "date"),
    [
        ("fr", "La présente loi entre en vigueur le 1er janvier 2030.", "2030-01-01"),
        ("fr", "La présente loi entre en vigueur à la date de sa sanction.", "2029-05-31"),
        ("fr", "La présente loi entre en vigueur au premier anniversaire de sa sanction.", "2030-05-31"),
        ("fr", "La présente loi entre en vigueur à la date fixée par décret.", None),
        ("ru", "Настоящий Закон вводится в действие с 1 января 2030 года.", "2030-01-01"),
        ("ru", "Настоящий закон вступает в силу по истечении десяти дней после дня его опубликования.", None),
        ("ru", "Настоящий Закон вступает в силу со дня его подписания.", "2029-05-31"),
        ("uk", "Цей Закон набирає чинності з 1 січня 2030 року.", "2030-01-01"),
        ("uk", "Цей Закон набирає чинності з дня його опублікування.", None),
        ("es", "La presente ley entrará en vigor el 1 de enero de 2030.", "2030-01-01"),
        ("es", "La presente ley entrará en vigor al día siguiente de su publicación.", None),
        ("kk", "Осы Заң 2030 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.", "2030-01-01"),
    ],
)  # fmt: skip
def test_clauses_of_other_languages(lang: str, clause: str, date: str | None) -> None:
    found = timetable(act(f"{clause}\n", lang, "2029-05-31")).whole
    assert (found.date, found.told) == (date, True)


def test_the_day_of_publication_is_said_to_be_missing() -> None:
    clause = "Настоящий Закон вводится в действие по истечении десяти календарных дней после дня его опубликования."
    assert "publication is not known" in timetable(act(clause, "ru", "2029-05-31")).whole.reason


def test_without_a_clause_it_is_the_act_s_own_date() -> None:
    found = table(BILL, enacted="2029-05-31").whole
    assert (found.date, found.told) == ("2029-05-31", False)
    assert table(BILL).whole.date is None


def test_without_the_day_of_enactment_what_rests_on_it_is_not_known() -> None:
    found = table(BILL + "3 This Act comes into force two months after royal assent.\n").whole
    assert found.date is None
    assert "enactment is not known" in found.reason


def test_provisions_with_a_day_of_their_own() -> None:
    version = act(BILL + "3 (1) This Act, other than section 2, comes into force on January 1, 2030.\n"
                  "(2) Section 2 comes into force on March 1, 2031.\n")  # fmt: skip
    instructions = read(version).instructions
    found = timetable(version, instructions)
    first, second = (i for i in instructions if i.op != "commence")
    assert found.of(first).date == "2030-01-01"
    assert found.of(second).date == "2031-03-01"
    assert not found.unread


def test_an_exception_with_its_day_in_the_same_clause() -> None:
    text = (
        "Статья 1. В статье 7 Закона «О гавани» слова «а» заменить словами «б».\n\n"
        "Статья 2. В статье 9 Закона «О гавани» слова «в» заменить словами «г».\n\n"
        "Статья 3. Настоящий Закон вводится в действие с 1 января 2030 года, за исключением статьи 2, которая "
        "вводится в действие с 1 марта 2031 года.\n"
    )
    version = act(text, "ru")
    found = timetable(version)
    article = version.find("2")
    assert found.whole.date == "2030-01-01"
    assert [(span.start, said.date) for span, said in found.parts] == [(article.span.start, "2031-03-01")]


def test_a_range_of_sections() -> None:
    more = "3 Section 11 of the Act is repealed.\n\n4 Sections 1 to 3 come into force on March 1, 2031.\n"
    assert [said.date for _, said in table(BILL + more).parts] == ["2031-03-01"] * 3


def test_provisions_that_are_not_found_are_said() -> None:
    found = table(BILL + "3 Section 12 comes into force on March 1, 2031.\n")
    assert found.parts == ()
    assert len(found.unread) == 1


def test_what_is_quoted_says_nothing_of_the_act() -> None:
    quoted = (
        "1 Section 7 of the Harbour Act is replaced by the following:\n7 This Act comes into force on May 1, 1990.\n\n"
        "2 Section 9 of the Act is repealed.\n"
    )
    assert table(quoted, enacted="2029-05-31").whole.date == "2029-05-31"


def test_a_condition_is_no_commencement() -> None:
    text = BILL + "3 If this Act comes into force on May 1, 2030, section 2 has no effect.\n"
    assert not table(text, enacted="2029-05-31").whole.told


def test_clauses_that_differ_leave_it_open() -> None:
    text = BILL + "3 This Act comes into force on May 1, 2030.\n\n4 This Act comes into force on June 1, 2030.\n"
    assert table(text).whole.date is None


@pytest.mark.parametrize("lang", LANGS)
def test_every_month_is_read(lang: str) -> None:
    known = days(lang)
    assert known is not None
    shape = {"en": "on 3 {} 2030", "es": "el 3 de {} de 2030", "fr": "le 3 {} 2030", "kk": "2030 жылғы 3 {} бастап",
             "ru": "с 3 {} 2030 года", "uk": "з 3 {} 2030 року"}[lang]  # fmt: skip
    found = [known.read(shape.format(month)) for month in known.data.months]
    assert [day.date if day else None for day in found] == [f"2030-{n:02}-03" for n in range(1, 13)]


def test_a_month_that_is_too_short_ends_earlier() -> None:
    assert later("2030-01-31", 1, "month") == "2030-02-28"
    assert later("2028-02-29", 1, "year") == "2029-02-28"
    assert later("2030-12-31", 10, "day", 1) == "2031-01-11"
