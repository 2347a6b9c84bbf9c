"""House styles that number or head their sections in another way than most. The texts are invented.

To whoever works on corpus/structure: these are the lead's wishes, from statutes that were read wrongly. Each must pass.
"""

from __future__ import annotations

import pytest

from palermo.corpus.model.text_model import Provision
from palermo.corpus.readers.markdown.read import marks_if_markdown
from palermo.corpus.structure import parse

UK = """Harbour Works Act of Westmark
CHAPTER 12

CONTENTS
1 Building of piers
2 Dredging
3 Penalties

1 Building of piers
(1) A person who builds a pier without leave commits an offence.
(2) In this section "pier" includes a jetty.

2 Dredging
(1) Nobody may dredge after dark.
(2) Subsection (1) does not bind the harbour master if—
(a) a ship is aground, or
(b) the channel is blocked.

3 Penalties
A person guilty of an offence under section 1 is liable to a fine.
"""

_TITLES = (
    "Building of piers",
    "Dredging",
    "What counts as a wreck",
    "Ancillary offence",
    "Penalties",
    "Offences by bodies",
    "Defence for pilots",
    "Reparation orders",
)
UK_ARRANGED = "Harbour Works Act of Westmark\nCHAPTER 30\n\nARRANGEMENT OF SECTIONS\n"
UK_ARRANGED += "".join(f"{i} {title}\n" for i, title in enumerate(_TITLES, 1))
UK_ARRANGED += "".join(
    f"\n{i} {title}\n(1) It is an offence to do the first thing.\n(2) Regard may be had to the second thing.\n"
    for i, title in enumerate(_TITLES, 1)
)

AUSTRALIAN = """Coastal Code (excerpt, compilation no. 7)

Chapter 8—Offences at sea

Division 291—Wrecks

Subdivision A—Plundering

291.1 Definitions
In this Division:
wreck means a ship that cannot sail.

291.2 Offence of plundering a wreck
(1) A person commits an offence if the person takes goods from a wreck.
Penalty: Imprisonment for 12 years.
(2) A person also commits this offence if the person is reckless about it.

291.3 Plundering—aggravated offence
The penalty for an offence against section 291.2 is imprisonment for 20 years if a sailor is hurt.
"""

AUSTRIAN = """STRAFGESETZBUCH DER ALPENMARK

BESONDERER TEIL

Viehraub
§ 100. Wer Vieh raubt, ist mit Freiheitsstrafe bis zu fünf Jahren zu bestrafen.

Wilderei
§ 104. (1) Wer in fremden Wäldern jagt, ist mit Geldstrafe zu bestrafen.
(2) Der Versuch ist strafbar.

Schwere Wilderei
§ 104b. Wer die Tat nach § 104 als Mitglied einer Bande begeht, ist mit Freiheitsstrafe bis zu drei Jahren zu bestrafen.
"""

RUN_IN = """Republic Act No. 12

SECTION 1. Title. - This Act shall be known as the "Fisheries Act".

SEC. 2. Definition of Terms. - As used in this Act:
(a) Vessel - anything that floats and carries persons;
(b) Net - a net of any mesh.

SEC. 3. Prohibited Acts. - It shall be unlawful (a) to fish at night; (b) to sell undersized fish.
"""

QUOTED = """1. After section 111 of the Fisheries Act the following sections are inserted.

"111A. Meaning of some words
In sections 111B and 111C, net means a net of any mesh.

111B. Fishing at night
(1) Nobody may fish at night.
(2) The penalty is a fine.

111C. Selling small fish
Nobody may sell small fish."

2. In section 5, after "net" insert "or line".
"""


BELGIAN = """# Visserijwetboek

## BOEK II — TITEL VIII

### Hoofdstuk IIIter. Stroperij

**Art. 411.**

§ 1. Stroperij is het vangen van vis bij nacht, teneinde:

1° de vis te verkopen;

2° de vis te bewaren.

§ 2. Het misdrijf wordt gestraft met een geldboete van zestig kronen.

**Art. 411/1.** De straf is een geldboete van honderd kronen indien de dader een ambtenaar is.

### Hoofdstuk IIIquater. Strandroof

**Art. 412.** Hij die wrakken plundert, wordt gestraft met een geldboete.
"""

BOLD = """# CÓDIGO DE PESCA

## TÍTULO III. DELITOS

### CAPÍTULO V. De la pesca

**Artículo 186. Pesca nocturna.** El que pesque de noche incurrirá en multa.

**Artículo 186-A. Venta de alevines.** Quien venda alevines incurrirá en multa.

Por alevín se entiende el pez de menos de diez centímetros.
"""


def found(text: str, lang: str) -> dict[str, Provision]:
    root = parse(text, marks_if_markdown(text), lang).root
    return {p.cite: p for p in root.walk() if p.level in {"article", "section"}}


@pytest.mark.parametrize(
    ("text", "lang", "headings"),
    [
        (UK, "en", {"1": "Building of piers", "2": "Dredging", "3": "Penalties"}),
        (UK_ARRANGED, "en", {str(i): title for i, title in enumerate(_TITLES, 1)}),
        (
            AUSTRALIAN,
            "en",
            {
                "291.1": "Definitions",
                "291.2": "Offence of plundering a wreck",
                "291.3": "Plundering—aggravated offence",
            },
        ),
        (AUSTRIAN, "de", {"100": "Viehraub", "104": "Wilderei", "104b": "Schwere Wilderei"}),
        (BELGIAN, "nl", {"411": "", "411/1": "", "412": ""}),
        (BOLD, "es", {"186": "Pesca nocturna", "186-A": "Venta de alevines"}),
        (RUN_IN, "en", {"1": "Title", "2": "Definition of Terms", "3": "Prohibited Acts"}),
    ],
)
def test_sections_and_their_headings(text: str, lang: str, headings: dict[str, str]) -> None:
    assert {cite: p.heading for cite, p in found(text, lang).items()} == headings


def test_paragraphs_below_a_bare_section_number() -> None:
    cites = {p.cite for p in parse(UK, marks_if_markdown(UK), "en").root.walk()}
    assert {"1(1)", "1(2)", "2(1)", "2(2)(a)", "2(2)(b)"} <= cites


def test_numbered_paragraphs_belong_to_their_article() -> None:
    cites = {p.cite for p in parse(BELGIAN, marks_if_markdown(BELGIAN), "nl").root.walk()}
    assert {"411(1)", "411(1)(1)", "411(1)(2)", "411(2)"} <= cites


def test_quoted_sections_of_an_amending_act_stand_below_the_section_that_quotes_them() -> None:
    sections = found(QUOTED, "en")
    assert {"1", "1|111A", "1|111B", "1|111C", "2"} == set(sections)
    assert sections["1|111B"].heading == "Fishing at night"
