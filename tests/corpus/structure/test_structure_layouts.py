"""Layouts in which official sites give plain text: titles above or beside the number, arrangements, quoted versions.

The texts are invented.
"""

from __future__ import annotations

import textwrap

import pytest

from palermo.corpus.model.text_model import Provision
from palermo.corpus.readers.markdown.read import marks_if_markdown
from palermo.corpus.structure import parse

BELOW = """Cap. 12 HARBOUR ORDINANCE

Part II - OFFENCES AT SEA

17. Mooring a raft
(1) A person who moors a raft to a buoy commits an offence and is liable to
a fine.
(2) Nothing in this section binds a pilot.

18. Towing a raft at night
(1) A person who tows a raft at night commits an offence.

21. Sinking a raft
(1) A person who-
(a) sinks a raft; or
(b) lets it drift,
is guilty of an offence.
"""

ABOVE = """AN ACT about rafts

DATE OF ASSENT: 5th May, 1931.

Rafts and their pilots

Meaning of raft
1. (1) A raft is a thing that floats and cannot steer.
(2) A barge is no raft.

Sinking a raft
2. (1) Nobody shall sink a raft.
   (a) A pilot may, or
   (b) a harbour master may.

Attempt
3. A person who tries to sink a raft commits an offence.
"""

LETTERED = """HARBOUR LAW, 1931

Chapter Two: Offences at sea

Sinking a raft (Amendment no. 3) 1935
214A. (a) Whoever sinks a raft shall be liable to a fine of nine crowns.
(b) In this section, "raft" means a thing that floats.

Towing a raft at night
215. Whoever tows a raft at night shall be liable to a fine.

Minimum fine
215B. (a) The fine under section 214A(a) shall be no less than one crown.
"""

ARRANGED = """Act No. 3 of 1931

ARRANGEMENT OF SECTIONS
1. Definitions
4. Sinking a raft
5. Towing a raft
9. Penalties

CHAPTER 1
Definitions
1. In this Act, unless the context indicates otherwise—
"buoy" means a thing moored to the ground;
"raft" means a thing that floats.

CHAPTER 2
OFFENCES AND PENALTIES

Sinking a raft
4. (1) Any person who sinks a raft is guilty of an offence.
(2) A pilot is not.

Towing a raft
5. Any person who tows a raft at night is guilty of an offence.

Penalties
9. A person convicted under section 4 or 5 is liable to a fine.
"""

MARGINAL = """HARBOUR ACT                                  PORT OFFICE
CHAPTER 12:10

                            PART III  OFFENCES
Interpretation.   3. In this Act—
                  "raft" means a thing that floats;

Sinking           16.—(1) A person who, in order to sell the cargo—
a raft.              (a) sinks a raft; or
                     (b) lets it drift,
                  commits an offence.
                     (2) A pilot commits none.

Towing at         16A. A person who tows a raft between sunset and sunrise, or in a fog that hides the buoys, is
night.            liable to a fine.

Bodies            17. Where a body corporate commits an offence, its director commits it, too.
corporate.
9/1935 s. 3.
"""

LISTED = """# Loi n° 9 relative aux radeaux

- Chapitre 1 : Dispositions générales (art. 1)
- Chapitre 2 : Des peines (art. 2 et s.)

## CHAPITRE 1 : DISPOSITIONS GENERALES

**Article 1.** Un radeau est une chose qui flotte sans gouvernail.

## CHAPITRE 2 : DES PEINES

**Article 2.** Quiconque coule un radeau encourt une amende.
"""

ANNOUNCED = """Code des radeaux (extrait)
Table des matières
CHAPITRE IIbis. - Des radeaux. Art. 33bis-33ter
CHAPITRE III. - Des bouées. Art. 34

CHAPITRE IIbis. - Des radeaux.

Art. 33bis. Quiconque coule un radeau encourt une amende.

Art. 33ter. La tentative est punissable.

CHAPITRE III. - Des bouées.

Art. 34. Quiconque coule une bouée encourt une amende.
"""

SENTENCE = """CHAPITRE II
DES PEINES

Art. 8 - Quiconque coule un radeau encourt une amende.

Art. 9 - L'amende est doublée et le radeau confisqué lorsque l'infraction est commise :
- de nuit ;
- dans le brouillard.

Art. 10 - La tentative est punissable.
"""

VERSIONS = """CAPITULO V. DE LAS BALSAS

ARTICULO 88-A. HUNDIMIENTO DE BALSAS. <Artículo modificado por la Ley 9.> El que hunda una balsa incurrirá en multa.

<Legislación anterior>
ARTÍCULO 88-A. Quien hunda una balsa pagará diez coronas.

ARTICULO 88-B. CIRCUNSTANCIAS DE AGRAVACION. <Artículo modificado por la Ley 9.> La multa se duplicará cuando:
1. El hecho se cometa de noche.
2. La balsa lleve carga.

ARTICULO 88-C. REMOLQUE DE BALSAS. El que remolque una balsa de noche incurrirá en multa.
"""

PREFIXED = """МК ЗМ Статья 127. Порча плота

1. Порча плота -
наказывается штрафом.

МК ЗМ Статья 127.1. Продажа плота
(введена законом от 08.12.1931 N 16)

1. Продажа чужого плота -
наказывается штрафом.

МК ЗМ Статья 127.2. Буксировка плота
1. Буксировка плота ночью запрещается.
"""

INSERTED = """CHAPITRE III. - Des radeaux.

Art. 33bis. <inséré par L 1931-08-10/61, art. 10> § 1er. Est un radeau toute chose qui flotte, à savoir :
1° un tronc;
2° une planche.
§ 2. Le radeau qui coule est confisqué.
----------
(1)<L 1933-04-29/16, art. 2, 098; En vigueur : 02-08-1933>

Art. 33ter. <inséré par L 1931-08-10/61, art. 10> La tentative est punissable.
"""

TITLED = """TÍTULO III. DE LAS BALSAS

Artículo 70.-Hundimiento de balsas. El que hunda una balsa en aguas del puerto será castigado con multa de diez coronas.

Artículo 72.-Venta de balsas

Será castigado con multa quien venda una balsa ajena.

Artículo 72 bis.-Remolque nocturno. El que remolque una balsa de noche será castigado con multa de cinco coronas o más.

Artículo 74.-Tentativa. El que intente cometer alguno de los delitos de este título será castigado con media multa.
"""

UNTITLED = """CHAPITRE II. - DES PEINES

Article 2. - La tentative est punissable. Le complice est puni comme l'auteur, sauf s'il ignorait tout de l'affaire.

Article 3. - Quiconque remorque un radeau de nuit, sans feu ni pilote, dans les eaux du port, encourt une amende.

Article 4. - Est puni comme le pilote celui qui, sans l'être, conduit un radeau dans les eaux du port ou de la rade.

Article 5. - L'amende est doublée. Elle ne peut excéder cent couronnes, sauf si le radeau a coulé dans les eaux du port.
"""

RAISED = """Статья 30. Порча плота

1. Порча плота запрещается.

Статья 30(1). Продажа плота

1) Продажа чужого плота запрещается.

2) Покупка чужого плота запрещается.

Статья 31. Буксировка плота

Буксировка плота ночью запрещается.
"""

CONTINUED = """Chapitre premier : Des peines
Article premier : Le chapitre IV du code est complété comme suit :

« Article 48-1. - Constitue un radeau toute chose qui flotte sans gouvernail.

« Article 48-2. - La peine est une amende :
« 1° si le radeau est coulé ;
« 2° s'il est vendu.

« Article 48-3. - La tentative est punissable.

Chapitre II : Du pilote
Article 2. - Le pilote n'est pas punissable.
"""

DISORDERED = """Статья 124. Продажа плота

(1) Продажа чужого плота запрещается.

Статья 123. Порча плота
(1) Порча чужого плота запрещается.
"""


NUMBERED = """# Harbour Act

## PART 1 — Rafts

### Offences

#### Sinking a raft

##### 1

- (1) A person commits an offence if the person sinks a raft.

#### Towing a raft

##### 2

- (1) A person commits an offence if the person tows a raft at night.

#### Meaning of raft

##### 3

A raft is a thing that floats.
"""

IN_CAPITALS = """CAPÍTULO II
DE LAS BALSAS

HUNDIMIENTO

ARTICULO 70. Quien hundiere una balsa será sancionado con multa de
cien coronas
VENTA DE BALSAS

ARTICULO 71. Quien vendiere una balsa ajena será sancionado con multa.
REMOLQUE

ARTICULO 72. Quien remolcare una balsa de noche será sancionado con multa.
"""

LETTER_APART = """Harbour Code

Chapter II

Art. 17. Whoever sinks a raft shall be fined.

[Art. 17 a. Whoever does the following with a raft shall be fined:

    1. selling it,

    2. towing it.]

Art. 18. Whoever hides a raft shall be fined.
"""

IN_ONE_LINE = (
    "§ 133. Sinking of rafts (1) Sinking a raft is punishable by a fine. (2) The same act if: 1) committed at night; "
    "2) committed in a storm; is punishable by two fines."
)


def units(text: str, lang: str) -> dict[str, Provision]:
    root = parse(text, marks_if_markdown(text), lang).root
    return {p.cite: p for p in root.walk() if p.level in {"article", "section"}}


@pytest.mark.parametrize(
    ("text", "lang", "headings"),
    [
        (BELOW, "en", {"17": "Mooring a raft", "18": "Towing a raft at night", "21": "Sinking a raft"}),
        (ABOVE, "en", {"1": "Meaning of raft", "2": "Sinking a raft", "3": "Attempt"}),
        (
            LETTERED,
            "en",
            {
                "214A": "Sinking a raft (Amendment no. 3) 1935",
                "215": "Towing a raft at night",
                "215B": "Minimum fine",
            },
        ),
        (ARRANGED, "en", {"1": "", "4": "Sinking a raft", "5": "Towing a raft", "9": "Penalties"}),
        (
            MARGINAL,
            "en",
            {"3": "Interpretation", "16": "Sinking a raft", "16A": "Towing at night", "17": "Bodies corporate"},
        ),
        (
            PREFIXED,
            "ru",
            {"127": "Порча плота", "127.1": "Продажа плота", "127.2": "Буксировка плота"},
        ),
        (RAISED, "ru", {"30": "Порча плота", "30-1": "Продажа плота", "31": "Буксировка плота"}),
        (
            TITLED,
            "es",
            {
                "70": "Hundimiento de balsas",
                "72": "Venta de balsas",
                "72bis": "Remolque nocturno",
                "74": "Tentativa",
            },
        ),
        (UNTITLED, "fr", {"2": "", "3": "", "4": "", "5": ""}),
        (SENTENCE, "fr", {"8": "", "9": "", "10": ""}),
        (CONTINUED, "fr", {"1": "", "1|48-1": "", "1|48-2": "", "1|48-3": "", "2": ""}),
        (NUMBERED, "en", {"1": "Sinking a raft", "2": "Towing a raft", "3": "Meaning of raft"}),
        (IN_CAPITALS, "es", {"70": "HUNDIMIENTO", "71": "VENTA DE BALSAS", "72": "REMOLQUE"}),
        (LETTER_APART, "en", {"17": "", "17a": "", "18": ""}),
        (IN_ONE_LINE, "en", {"133": "Sinking of rafts"}),
        (DISORDERED, "ru", {"124": "Продажа плота", "123": "Порча плота"}),
    ],
)
def test_units_and_their_headings(text: str, lang: str, headings: dict[str, str]) -> None:
    assert {cite: p.heading for cite, p in units(text, lang).items()} == headings


def test_what_stands_in_a_section_below_a_title() -> None:
    cites = {p.cite for p in parse(ABOVE, marks_if_markdown(ABOVE), "en").root.walk()}
    assert {"1(1)", "1(2)", "2(1)", "2(1)(a)", "2(1)(b)"} <= cites
    assert {"214A(a)", "214A(b)", "215B(a)"} <= {
        p.cite for p in parse(LETTERED, marks_if_markdown(LETTERED), "en").root.walk()
    }


def test_the_part_before_the_first_section_is_none_of_the_arrangement() -> None:
    chapters = [p for p in parse(ARRANGED, marks_if_markdown(ARRANGED), "en").root.children if p.level == "chapter"]
    assert [(c.num, c.heading, [p.cite for p in c.children]) for c in chapters] == [
        ("1", "Definitions", ["1"]),
        ("2", "OFFENCES AND PENALTIES", ["4", "5", "9"]),
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (LISTED, {"DISPOSITIONS GENERALES": ["1"], "DES PEINES": ["2"]}),
        (ANNOUNCED, {"Des radeaux": ["33bis", "33ter"], "Des bouées": ["34"]}),
    ],
)
def test_a_short_list_of_chapters_that_come_again_is_none_of_the_text(text: str, parts: dict[str, list[str]]) -> None:
    chapters = [p for p in parse(text, marks_if_markdown(text), "fr").root.walk() if p.level == "chapter"]
    assert [(c.heading, [p.cite for p in c.children]) for c in chapters] == list(parts.items())


def test_a_marked_heading_above_the_first_of_several_bare_numbers_is_the_groups() -> None:
    plain = "\n\n##### {}\n\nNobody shall sink a raft in bay {}."
    text = "# Harbour Act\n\n#### Rafts" + "".join(plain.format(n, n) for n in range(1, 7))
    assert {p.heading for p in units(text, "en").values()} == {""}


def test_a_marginal_note_parts_no_list() -> None:
    root = parse(MARGINAL, marks_if_markdown(MARGINAL), "en").root
    assert {"16(1)", "16(1)(a)", "16(1)(b)", "16(2)"} <= {p.cite for p in root.walk()}
    assert [p.num for p in root.walk() if p.level == "chapter"] == []
    sinking = units(MARGINAL, "en")["16"]
    assert sinking.heading_span is not None
    assert MARGINAL[slice(*sinking.heading_span)] == "Sinking"
    assert MARGINAL[sinking.span.start :].startswith("Sinking           16.")


def test_a_heading_in_capitals_ends_where_the_text_begins() -> None:
    articles = units(VERSIONS, "es")
    assert {c: p.heading for c, p in articles.items() if c != "88-A"} == {
        "88-B": "CIRCUNSTANCIAS DE AGRAVACION",
        "88-C": "REMOLQUE DE BALSAS",
    }
    first = next(p for p in parse(VERSIONS, marks_if_markdown(VERSIONS), "es").root.walk() if p.cite == "88-A")
    assert first.heading == "HUNDIMIENTO DE BALSAS"


def test_an_editors_remark_stands_before_the_first_paragraph() -> None:
    provisions = list(parse(INSERTED, marks_if_markdown(INSERTED), "fr").root.walk())
    items = [p.cite for p in provisions if p.level in {"article", "paragraph", "point"}]
    assert items == ["33bis", "33bis(1)", "33bis(1)(1)", "33bis(1)(2)", "33bis(2)", "33ter"]
    assert [p.level for p in provisions].count("remark") == 1


def _articles(text: str, lang: str) -> list[tuple[str, str]]:
    root = parse(text, marks_if_markdown(text), lang).root
    return [(p.cite, p.heading) for p in root.walk() if p.level in {"article", "section"}]


RAISED = """Статья 129. Порча лодок

(1) Порча лодки, –
наказывается штрафом.

Статья 1291. Порча плотов

(1) Порча плота, –
наказывается штрафом.
(2) То же деяние, совершённое ночью, –
наказывается двойным штрафом.

Статья 130. Порча вёсел

(1) Порча весла, –
наказывается штрафом.
"""


def test_a_number_whose_raised_figure_was_lost_is_an_article_as_printed() -> None:
    assert _articles(RAISED, "ru") == [("129", "Порча лодок"), ("1291", "Порча плотов"), ("130", "Порча вёсел")]


SIGNS = """Art. 12bis - Als Floß gilt, was schwimmt.

§ 2 - Ein Kahn ist kein Floß.

§ 3 - Ein Fass auch nicht.

Art. 12ter - § 1 - Ein Boot ist kein Floß.

§ 2 - Ein Schiff auch nicht.
"""


def test_signs_that_count_anew_in_each_article_number_its_paragraphs() -> None:
    assert [cite for cite, _ in _articles(SIGNS, "de")] == ["12bis", "12ter"]


WRAPPED = """Article 1 :

Constitue un radeau, le fait de réunir des planches, des tonneaux ou des troncs
de telle sorte qu'ils flottent, quel que soit le lien qui les réunit.

Article 2 :

Nul ne peut conduire un radeau la nuit sans avoir obtenu du maire une autorisation
écrite, qui indique le lieu et l'heure.
"""


def test_the_first_line_of_a_sentence_is_no_heading() -> None:
    assert _articles(WRAPPED, "fr") == [("1", ""), ("2", "")]


def test_numbers_of_a_book_and_an_article_have_a_colon() -> None:
    text = "Artikel 2:17\n\nHij die een vlot steelt, wordt gestraft.\n\nArtikel 2:18\n\nDe poging is strafbaar.\n"
    assert [cite for cite, _ in _articles(text, "nl")] == ["2:17", "2:18"]


CLOSE = """3. (1) A person who moors a raft to a buoy commits an offence.
(2) Nothing in this section binds a pilot.
4. A raft without a lamp shall be sunk.
5. The Minister may make regulations.
8. A person who sinks a raft may be fined.

9. (1) In this Act, a barge is no raft.
"""


def test_sections_that_follow_without_a_blank_line_are_found_and_so_is_one_after_a_gap() -> None:
    assert [cite for cite, _ in _articles(CLOSE, "en")] == ["3", "4", "5", "8", "9"]


def test_a_reference_broken_at_the_line_end_numbers_nothing() -> None:
    text = "17. Rafts\n\n(1) Whoever, by any means in subarticle\n(2), sinks a raft is liable to a fine.\n"
    root = parse(text, marks_if_markdown(text), "en").root
    assert [p.cite for p in root.walk() if p.num and p.level != "section"] == ["17(1)"]


IN_BRACKETS = """Chapter IV Crimes on Water

(Mooring)
Article 40    A person who moors a raft to a buoy shall be punished by a fine.

(Sinking of Rafts)
Article 41    (1)  A person who sinks a raft shall be punished by imprisonment.
(2)  The same shall apply to a barge.

(Attempts)
Article 41-2  An attempt of the crimes of this Chapter shall be punished.
"""


def test_headings_in_brackets_above_the_number() -> None:
    assert _articles(IN_BRACKETS, "en") == [("40", "Mooring"), ("41", "Sinking of Rafts"), ("41-2", "Attempts")]


def test_notes_on_amendments_in_brackets_are_no_headings() -> None:
    text = "Статья 7. Плоты\nТекст.\n\n(В редакции Закона от 9 мая 1931 года)\nСтатья 8. Баржи\nТекст.\n"
    assert _articles(text, "ru") == [("7", "Плоты"), ("8", "Баржи")]


COLUMNS = """RAFTS ACT [CHAPTER 9:02]

                 PART I
               PRELIMINARY
1  Short title
   This Act may be cited as the Rafts Act.
2  Interpretation
   (1) In this Act, a barge is no raft.
                 PART II
                  RAFTS
3  Crime of sinking a raft
   (1) Any person who sinks a raft shall be guilty of a crime.
4  Attempt
   Any person who attempts it shall be liable to the same penalty.
"""


def test_sections_without_a_stop_after_the_number_below_a_part_and_after_a_sentence() -> None:
    assert _articles(COLUMNS, "en") == [
        ("1", "Short title"),
        ("2", "Interpretation"),
        ("3", "Crime of sinking a raft"),
        ("4", "Attempt"),
    ]


def test_a_letter_apart_from_the_number_of_the_article_before() -> None:
    text = "Art. 27. Whoever moors a raft is fined.\n\n[Art. 27 a. Whoever sinks one is fined.]\n\nArt. 28. End.\n"
    assert [cite for cite, _ in _articles(text, "en")] == ["27", "27a", "28"]


def test_a_number_in_brackets_after_its_word() -> None:
    text = "Article (1):\nA raft floats.\n\nArticle (2):\nWhoever sinks a raft under Article (1) is fined.\n"
    assert [cite for cite, _ in _articles(text, "en")] == ["1", "2"]


def test_numbers_with_a_letter_after_a_stroke_and_in_brackets() -> None:
    stroke = "Стаття 7. Плоти\nТекст.\nСтаття 7/A. Пороми\nТекст.\nСтаття 7/B. Човни\nТекст.\n"
    assert [number for number, _ in _articles(stroke, "uk")] == ["7", "7/A", "7/B"]
    brackets = "Article 7 (1)\nLes radeaux accostent.\n\nArticle 7 (2)\nLes bacs accostent.\n\nArticle 8\nDe même.\n"
    assert [number for number, _ in _articles(brackets, "fr")] == ["7-1", "7-2", "8"]


CLOSED_UP = """RAFTS ACT
ARRANGEMENT OF SECTIONS
PART I
1. Mooring.
2. Barges.
PART II
3. Ferries.
4. Penalties.
PART I
1. A person who owns a raft shall moor it in a place that the harbour master has set apart for rafts.
2. A barge is moored like a raft.
PART II
3. (1) No ferry shall be moored by night.
(2) A ferry that was built before this Act came into force may be moored at any time of the day or of the night.
4. A person who breaks section 1 is liable to a fine.
"""


@pytest.mark.parametrize("width", [None, 60])
def test_sections_without_a_word_where_no_line_is_blank(width: int | None) -> None:
    lines = CLOSED_UP.splitlines()
    text = "\n".join(lines if width is None else (w for line in lines for w in textwrap.wrap(line, width)))
    assert _articles(text + "\n", "en") == [("1", ""), ("2", ""), ("3", ""), ("4", "")]


def test_an_extract_may_leave_out_many_articles_between_its_parts() -> None:
    text = (
        "ЧАСТИНА ПЕРША\nПояснення слів\nСт. 15. § 1. Пліт не судно.\n"
        "ЧАСТИНА ДРУГА\nПро пороми\nСт. 189. § 1. Пором судно.\n"
    )
    assert [number for number, _ in _articles(text, "uk")] == ["15", "189"]


def test_an_article_whose_line_break_was_lost_behind_a_note() -> None:
    text = "**ARTICULO 7.**— De las balsas.\n\n*(Sustituido.)***ARTICULO 8.**— De los botes.\n\n**ARTICULO 9.**— Fin.\n"
    assert [number for number, _ in _articles(text, "es")] == ["7", "8", "9"]


def test_the_lead_of_a_list_is_no_heading() -> None:
    text = "Section 2. A person is guilty if by force that person (1) Sinks a raft; or (2) Tows a raft.\n"
    assert {p.heading for p in units(text, "en").values()} == {""}


def test_a_heading_in_capitals_is_no_title_of_an_article_that_has_its_own() -> None:
    text = (
        "ARTICLE 1\nScope\n\nThis law is about rafts.\n\nARTICLE 2\nSinking\n\nWhoever sinks a raft pays a fine\n"
        "FINAL PROVISIONS\n\nARTICLE 3\nEntry into force\n\nThis law is in force from May.\n"
    )
    assert [p.heading for p in units(text, "en").values()] == ["Scope", "Sinking", "Entry into force"]
