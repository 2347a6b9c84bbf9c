"""Each drafting tradition on an invented law: what is cited how, and what is kept apart."""

from __future__ import annotations

import pytest

from palermo.corpus.errors import InputError
from palermo.corpus.fill_typed import fill_typed
from palermo.corpus.model.text_model import Provision
from palermo.corpus.readers.markdown import read as markdown
from palermo.corpus.readers.markdown.read import marks_if_markdown
from palermo.corpus.structure import parse
from palermo.corpus.structure.traditions.grammar import NumberingData

RUSSIAN = """Глава 2. О НАДЗОРЕ

Статья 7. Порча сетей

1. Порча рыболовных сетей -
наказывается штрафом.
2. То же деяние, совершенное:
а) группой лиц;
б) в отношении двух и более сетей, -
наказывается ограничением свободы.
Примечание. Под сетью понимается любая снасть.

Сноска. Статья 7 в редакции Закона от 1 марта 2031 года N 5.

Статья 7-1. Утрата сетей

Утрата сетей по неосторожности -
наказывается предупреждением.
"""

UKRAINIAN = """Стаття 12. Псування сіток

1. Псування сіток карається штрафом.
2. Ті самі дії, вчинені:
1) повторно;
2) групою осіб, -
караються обмеженням волі.

Стаття 12-1. Загибель риби

Загибель риби карається штрафом.
"""

KAZAKH = """3-бап. Негізгі ұғымдар

Осы Заңда мынадай ұғымдар пайдаланылады:

1) тор – балық аулау құралы;

2) кеме – су көлігі.

4-бап. Қолданылу саласы

Осы Заң барлық өзендерге қолданылады.
"""

FRENCH = """Chapitre Ier : De la pêche

Article L33-1

I. - Est puni d'une amende le fait de pêcher :

1° La nuit ;

2° A l'aide d'un filet :

a) de nylon ;

b) de soie.

Le filet est confisqué.

II. - La tentative est punie.

Article L33-2

La pêche à la ligne est libre.

Elle cesse au coucher du soleil.
"""

GERMAN = """§ 12 Fischwilderei

(1) Wer unbefugt fischt, wird bestraft, wenn er

1.  ein Netz verwendet,

2.  mit einem anderen

    a)  gemeinschaftlich oder

    b)  bandenmäßig

handelt.

(2) Der Versuch nach
§ 11 Abs. 2 ist strafbar.

§ 12a Strandraub

Wer Strandgut nimmt, wird ebenso bestraft.
"""

SWISS = """##### **Art. 9**[^12]

<sup>1</sup> Wer fischt, braucht ein Patent.

<sup>2</sup> Kinder[^13] brauchen keines.

[^12]: Eingefügt durch das Gesetz vom 1. Mai 2030.
"""

DUTCH = """### Artikel  31a

1.  Als stroper wordt gestraft:

1°. hij die bij nacht vist;

2°. hij die vissen verkoopt.

2.  De poging is strafbaar.
"""

SPANISH = """**ARTÍCULO 4º** — Se prohíbe la pesca nocturna.

La multa será de TRES (3) a SEIS (6) coronas cuando:

a) el autor fuere reincidente;

b) el pez fuere un alevín.

**ARTÍCULO 4 bis** — Incorpórase como artículo 9 de la Ley de Puertos el siguiente:

Artículo 9: Queda prohibido fondear de noche.

**ARTÍCULO 5º** — Comuníquese.
"""

COMMON = """SCHEDULE OF NOTHING

PART II
FISHING

3. Fishing at night
(1) In this section—
“net” means—
(a) a net of any mesh; or
(b) a line with hooks;
“boat” includes a raft.
(2) A person who fishes at night—
(a) with a net,
(b) with—
(i) a lamp, or
(ii) a spear,
commits an offence.

Explanation.—A lantern is a lamp.

3A. Forfeiture
The net is forfeited under section 3(2)(a) and paragraph (b) of that section.

FIRST SCHEDULE

1. Fees for nets
The fee is one crown.

2. Fees for lamps
The fee is two crowns.
"""

UNITED_STATES = """22 U.S.C. Fisheries

§ 71. Nets

(a) In general

    It shall be unlawful—

        (1) to fish at night; or

        (2) to use—

            (A) a lamp; or

            (B) a spear.

(b) Penalty.—A person who violates subsection (a)(1) shall be fined.

(Added Pub. L. 1–2, § 3, Jan. 4, 1999, 1 Stat. 5.)
"""

TREATY = """Have agreed as follows:

Article premier

1. The Parties shall protect fish.

2. Each Party shall:

a) forbid fishing at night; and

b) license nets.

Article 2

Nothing in this Treaty affects article 1.
"""


def cites(text: str, lang: str) -> dict[str, Provision]:
    if "<sup>" in text or "**" in text:
        root = parse(text, markdown.read(text).marks, lang).root
    else:
        root = parse(text, marks_if_markdown(text), lang).root
    return {p.cite: p for p in root.walk() if p.cite}


def begins(text: str, p: Provision) -> str:
    return " ".join(text[p.span.start : p.span.end].split())


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        (RUSSIAN, "ru", ["7", "7(1)", "7(2)", "7(2)(а)", "7(2)(б)", "7(note)", "7-1"]),
        (UKRAINIAN, "uk", ["12", "12(1)", "12(2)", "12(2)(1)", "12(2)(2)", "12-1"]),
        (KAZAKH, "kk", ["3", "3(1)", "3(2)", "4"]),
        (
            FRENCH,
            "fr",
            [
                "L33-1",
                "L33-1(I)",
                "L33-1(I)(1)",
                "L33-1(I)(2)",
                "L33-1(I)(2)(a)",
                "L33-1(I)(2)(b)",
                "L33-1(I)(6)",
                "L33-1(II)",
                "L33-2",
                "L33-2(1)",
                "L33-2(2)",
            ],
        ),
        (GERMAN, "de", ["12", "12(1)", "12(1)(1)", "12(1)(2)", "12(1)(2)(a)", "12(1)(2)(b)", "12(2)", "12a"]),
        (SWISS, "de", ["9", "9(1)", "9(2)"]),
        (DUTCH, "nl", ["31a", "31a(1)", "31a(1)(1)", "31a(1)(2)", "31a(2)"]),
        (SPANISH, "es", ["4", "4(1)", "4(2)", "4(a)", "4(b)", "4bis", "4bis|9", "5"]),
        (
            COMMON,
            "en",
            [
                "3",
                "3(1)",
                "3(1)(1)",
                "3(1)(1)(a)",
                "3(1)(1)(b)",
                "3(1)(2)",
                "3(2)",
                "3(2)(a)",
                "3(2)(b)",
                "3(2)(b)(i)",
                "3(2)(b)(ii)",
                "3(note)",
                "3A",
                "sch1",
                "sch1/1",
                "sch1/2",
            ],
        ),
        (
            UNITED_STATES,
            "en",
            ["71", "71(a)", "71(a)(1)", "71(a)(2)", "71(a)(2)(A)", "71(a)(2)(B)", "71(b)"],
        ),
        (TREATY, "fr", ["premier", "1(1)", "1(2)", "1(2)(a)", "1(2)(b)", "2"]),
    ],
    ids=["ru", "uk", "kk", "fr", "de", "ch", "nl", "es", "common law", "us", "treaty"],
)
def test_citations(text: str, lang: str, wanted: list[str]) -> None:
    assert sorted(cites(text, lang)) == sorted("1" if w == "premier" else w for w in wanted)


def test_a_penalty_in_a_line_of_its_own_belongs_to_the_paragraph() -> None:
    found = cites(RUSSIAN, "ru")
    assert begins(RUSSIAN, found["7(2)(б)"]) == "б) в отношении двух и более сетей, -"
    assert begins(RUSSIAN, found["7(2)"]).endswith("наказывается ограничением свободы.")


def test_notes_of_the_editors_are_no_part_of_the_law() -> None:
    levels = {p.level: p for p in parse(RUSSIAN, marks_if_markdown(RUSSIAN), "ru").root.walk()}
    assert begins(RUSSIAN, levels["note"]).startswith("Примечание.")
    assert begins(RUSSIAN, levels["remark"]).startswith("Сноска.")
    marks = markdown.read(SWISS).marks
    assert [p.level for p in parse(SWISS, marks, "de").root.walk()].count("authorialNote") == 1


def test_flush_text_after_items() -> None:
    found = cites(GERMAN, "de")
    assert begins(GERMAN, found["12(1)(2)"]) == "2. mit einem anderen a) gemeinschaftlich oder b) bandenmäßig"
    assert begins(GERMAN, found["12(1)"]).endswith("handelt.")


def test_identifiers_are_akoma_ntosos() -> None:
    found = cites(RUSSIAN, "ru")
    assert found["7(2)(а)"].id == "art_7__para_2__point_а"
    assert found["7-1"].id == "art_7-1"
    common = cites(COMMON, "en")
    assert common["3(2)(b)(i)"].id == "sec_3__subsec_2__para_b__subpara_i"
    assert common["sch1/2"].id == "sch_1__sec_2"
    assert cites(SPANISH, "es")["4bis|9"].id == "art_4bis__qstr__art_9"


def test_levels_below_a_section() -> None:
    found = cites(UNITED_STATES, "en")
    assert [found[c].level for c in ("71", "71(a)", "71(a)(1)", "71(a)(2)(A)")] == [
        "section",
        "subsection",
        "paragraph",
        "subparagraph",
    ]
    assert found["71(a)"].heading == "In general"


def test_headings_and_numbers_have_spans() -> None:
    article = cites(RUSSIAN, "ru")["7"]
    assert (article.num, article.heading) == ("7", "Порча сетей")
    assert RUSSIAN[slice(*article.num_span or ())] == "7"
    assert RUSSIAN[slice(*article.heading_span or ())] == "Порча сетей"


def test_letter_i_after_h_is_a_letter_unless_ii_follows() -> None:
    letters = "".join(f"({c}) one;\n" for c in "abcdefgh")
    plain = f"Section 1. Fish\n\nNobody may:\n{letters}(i) two;\n(j) three.\n"
    roman = (
        f"Section 1. Fish\n\nNobody may:\n{letters.replace('(h) one;', '(h) do one of these:')}(i) two;\n(ii) three.\n"
    )
    assert {"1(h)", "1(i)", "1(j)"} <= set(cites(plain, "en"))
    assert {"1(h)", "1(h)(i)", "1(h)(ii)"} <= set(cites(roman, "en"))


def test_contents_are_no_provisions() -> None:
    contents = "ARRANGEMENT OF SECTIONS\n\n1. Nets\n\n2. Lamps\n\n3. Spears\n\n4. Boats\n\n"
    law = "".join(
        f"{n}. {t}\n\nNobody may use them at night.\n\n" for n, t in enumerate(("Nets", "Lamps", "Spears", "Boats"), 1)
    )
    root = parse(contents + law, (), "en").root
    assert [p.cite for p in root.walk() if p.level == "section"] == ["1", "2", "3", "4"]
    assert [p.level for p in root.children][:1] == ["toc"]


def test_versions_of_one_article_have_ids_of_their_own() -> None:
    text = (
        "Artículo 5.- Se prohíbe pescar.\n\n(*) Artículo modificado por la Ley N° 2.\n\n"
        "Artículo 5.- Se permite pescar.\n"
    )
    found = [p for p in parse(text, marks_if_markdown(text), "es").root.walk() if p.level == "article"]
    assert [(p.id, p.cite) for p in found] == [("art_5", "5"), ("art_5_2", "5")]


def test_what_cannot_be_placed_is_listed() -> None:
    text = "в) лодки;\n\nг) вёсла.\n\nСтатья 3. Мостки\n\nМостки строит община.\n"
    structure = parse(text, marks_if_markdown(text), "ru")
    assert [text[a:b] for a, b in structure.unplaced] == ["в) лодки;", "г) вёсла."]
    assert structure.root.span == (0, len(text))


def test_a_text_without_numbers_has_a_root_only() -> None:
    root = parse("Nothing here is numbered", (), "en").root
    assert root.span == (0, 24)
    assert parse("", (), "und").root.children == ()


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "pt",
            "Artigo 160\n\n1 - Quem recrutar:\n\na) Por violência;\n\nb) Por fraude;\n\né punido.\n\n2 - A pena.\n",
            ["160", "160(1)", "160(1)(a)", "160(1)(b)", "160(2)"],
        ),
        (
            "pt",
            "Art. 149-A. Recrutar pessoa para:\n\nI - remover-lhe órgãos;\n\nII - trabalho;\n\nPena - reclusão.\n\n"
            "§ 1º A pena é aumentada se:\n\nI - o crime for cometido por funcionário;\n\n§ 2º A pena é reduzida.\n",
            ["149-A", "149-A(I)", "149-A(II)", "149-A(1)", "149-A(1)(I)", "149-A(2)"],
        ),
        (
            "pl",
            "Art. 189a. § 1. Kto łowi,\npodlega karze.\n\n§ 2. Kto czyni przygotowania,\npodlega karze.\n",
            ["189a", "189a(1)", "189a(2)"],
        ),
        ("tr", "Madde 80- (1) Avlanmak yasaktır.\n\n(2) Rıza geçersizdir.\n", ["80", "80(1)", "80(2)"]),
        (
            "vi",
            "Điều 150. Cá\n\n1. Người nào:\n\nd) bắt;\n\nđ) bán.\n\n2. Phạt.\n",
            ["150", "150(1)", "150(1)(d)", "150(1)(đ)", "150(2)"],
        ),
        ("hu", "192. § (1) Aki halász.\n\n(2) A büntetés.\n\n193. § Aki.\n", ["192", "192(1)", "192(2)", "193"]),
        (
            "en",
            "Nets\n\n3.—(1) A person shall not fish.\n\n(2) It is so.\n\nBoats\n\n4. No person shall row.\n",
            ["3", "3(1)", "3(2)", "4"],
        ),
        (
            "en",
            "271.2 Offence of fishing\n\n(1) A person commits an offence if:\n\n(a) he fishes; or\n\n(b) he rows.\n",
            ["271.2", "271.2(1)", "271.2(1)(a)", "271.2(1)(b)"],
        ),
        (
            "en",
            "2 Fishing\n\n(1) A person is guilty if—\n\n(a) he fishes;\n\n3 Nets\n\n(1) A net is a tool.\n",
            ["2", "2(1)", "2(1)(a)", "3", "3(1)"],
        ),
        (
            "en",
            "3. Fishing\n(1) A person who—\n(a) fishes,\ncommits an offence.\n4. Boats\n(1) No person shall row.\n",
            ["3", "3(1)", "3(1)(a)", "4", "4(1)"],
        ),
        (
            "es",
            "Art. 411 quáter.- Quien pesque.\n\nArt. 411 quinquies.- Quien reme.\n\nArtículo 412.º\n\nQuien hurte.\n",
            ["411quáter", "411quinquies", "412"],
        ),
    ],
)
def test_short_excerpts_of_further_traditions(lang: str, text: str, wanted: list[str]) -> None:
    assert [p.cite for p in parse(text, marks_if_markdown(text), lang).root.walk() if p.cite] == wanted


def test_headings_in_brackets() -> None:
    text = "Art. 601.\n(Pesca di frodo).\n\nÈ punito chi pesca.\n\nArt. 602.\n(Barche).\n\nÈ punito chi rema.\n"
    assert [p.heading for p in parse(text, marks_if_markdown(text), "it").root.walk() if p.cite] == [
        "Pesca di frodo",
        "Barche",
    ]


def test_sections_of_an_excerpt_have_the_heading_above_them() -> None:
    text = "Nets\n\n3.—(1) A person shall not fish.\n\n(2) It is so.\n\nBoats\n\n4. No person shall row.\n"
    assert [p.heading for p in parse(text, marks_if_markdown(text), "en").root.children] == ["Nets", "Boats"]


def test_a_section_inserted_with_its_heading() -> None:
    text = (
        "**2**.— The Fish Act 2008 is amended by inserting the following section after section 4:\n\n"
        "“Aggravating factor: nets.\n\n4A.— (1) A court shall measure the net.\n\n(2) In this section—\n\n"
        "‘net’ means any net.”.\n\n**3**.— This Act may be cited as the Net Act.\n\n**4**.— It binds all.\n"
    )
    cites = [p.cite for p in parse(text, marks_if_markdown(text), "en").root.walk() if p.cite]
    assert cites == ["2", "2|4A", "2|4A(1)", "2|4A(2)", "2|4A(2)(1)", "3", "4"]


def test_a_note_ends_where_the_numbering_goes_on() -> None:
    text = (
        "370. Fishing.—(1) Whoever fishes.\n\nExplanation 1.—A net is a tool.\n\n"
        "(2) Whoever rows.\n\n371. Boats.—Whoever sails.\n"
    )
    assert [p.cite for p in parse(text, marks_if_markdown(text), "en").root.walk() if p.cite] == [
        "370",
        "370(1)",
        "370(note1)",
        "370(2)",
        "371",
    ]


def test_headings_in_capitals_before_the_text() -> None:
    text = "ARTÍCULO 188-A. PESCA FURTIVA. El que pesque será penado.\n\nARTÍCULO 189. REMOS. El que reme.\n"
    headings = [p.heading for p in parse(text, marks_if_markdown(text), "es").root.walk() if p.level == "article"]
    assert headings == ["PESCA FURTIVA", "REMOS"]


def test_a_numbering_file_that_lacks_a_key_is_named_with_it() -> None:
    data = {"languages": ["en"], "levels": "section", "articles": [{"word": "clause", "level": "section"}]}
    with pytest.raises(InputError, match=r"^fen\.yaml: bare: missing"):
        fill_typed(data, NumberingData, "fen.yaml")
    above = {**data, "bare": "section", "articles": [{"word": "clause", "level": "section", "number": "above"}]}
    with pytest.raises(InputError, match=r"^fen\.yaml: articles\[0\]\.number: is 'above'"):
        fill_typed(above, NumberingData, "fen.yaml")
