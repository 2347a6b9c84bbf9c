"""Real texts: Directive 2011/36/EU and sections of the United States Code, amended by bills that quote what the
official text has today."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from palermo.corpus.amendments import Amendment, Status, amend
from palermo.corpus.model.text_model import Provision, Version
from palermo.corpus.readers import read_file, read_text

pytestmark = pytest.mark.mirror

DIRECTIVE = "eu/dir-2011-36/{}.art-1-10.en.md"
CODE = "us/usc-{}/s{}/pl-{}.en.md"


def act(mirror: Path, name: str) -> Version:
    return read_file(str(mirror / name))


def words(text: str) -> list[str]:
    """The words of a text, without markup and notes."""
    return re.sub(r"(?m)\[\^?[^\]]*\]|^\s*-\s|[#*()]", " ", text).replace("—", "— ").split()


def article(version: Version, number: str) -> Provision:
    return next(p for p in version.root.walk() if p.num == number and p.level in ("article", "section"))


def quoted(version: Version, node: Provision) -> str:
    return re.sub(r"(?m)^(?:#+|-)\s", "", version.text[slice(*node.span)]).strip()


def unapplied(amendment: Amendment) -> list[tuple[str, str]]:
    return [(o.instruction.text[:60], o.reason) for o in amendment.outcomes if o.status is Status.REFUSED]


def test_articles_of_a_directive_are_brought_to_what_they_are_today(mirror: Path) -> None:
    base, today = act(mirror, DIRECTIVE.format("2011-04-15")), act(mirror, DIRECTIVE.format("2024-07-14"))
    parts = {(a.num, p.num): quoted(today, p) for a in today.root.walk() if a.level == "article" for p in a.children}
    point = quoted(today, article(today, "4").children[1].children[3])
    sentence = re.split(r"(?<=\.)\s", parts["2", "5"])[-1]
    bill = f"""Article 1

Amendments to Directive 2011/36/EU

Directive 2011/36/EU is amended as follows:

(1) Article 2 is amended as follows:

(a) paragraph 3 is replaced by the following:

‘{parts["2", "3"]}’;

(b) in paragraph 5, the following sentence is added:

‘{sentence}’;

(2) Article 4 is amended as follows:

(a) in paragraph 2, point (d) is replaced by the following:

‘{point}’;

(b) paragraph 3 is replaced by the following:

‘{parts["4", "3"]}’;

(3) Article 6 is replaced by the following:

‘{quoted(today, article(today, "6"))}’;

(4) Article 7 is deleted;

(5) in Article 9, paragraph 3 is replaced by the following:

‘{parts["9", "3"]}’.
"""
    amendment = amend(base, [read_text(bill, lang="en")])
    assert unapplied(amendment) == []
    assert amendment.status == "applied"
    assert amendment.version is not None
    for number in ("2", "4", "6"):
        made = quoted(amendment.version, article(amendment.version, number))
        assert words(made) == words(quoted(today, article(today, number))), number
    assert "7" not in [p.num for p in amendment.version.root.children]


def test_a_section_of_the_code_is_brought_to_what_it_is_today(mirror: Path) -> None:
    base, today = act(mirror, CODE.format(18, 1595, "113-21")), act(mirror, CODE.format(18, 1595, "114-139"))
    limits = article(today, "1595").children[2]
    lead, first, second = (" ".join(line.split()) for line in quoted(today, limits).split("\n") if line.strip(" ()c"))
    old = "10 years after the cause of action arose."
    new = lead.split("not later than ")[1]
    bill = f"""SEC. 2. LIMITATIONS.
(a) In General.--Section 1595(c) of title 18, United States Code, is amended by striking ``{old}''
and inserting the following: ``{new}
``{first}
``{second}''.
(b) Definitions.--Section 103 of the Trafficking Victims Protection Act of 2000 (22 U.S.C. 7102) is amended
by striking paragraph (3).
"""
    amendment = amend(base, [read_text(bill, lang="en")])
    assert amendment.status == "applied", unapplied(amendment)
    assert amendment.version is not None
    assert words(quoted(amendment.version, article(amendment.version, "1595").children[2])) == words(
        quoted(today, limits)
    )
    code = act(mirror, CODE.format(22, 7102, "113-21"))
    again = amend(code, [read_text(bill, lang="en")])
    assert [o.status for o in again.outcomes] == [Status.ELSEWHERE, Status.APPLIED]
    assert again.version is not None
    numbers = [p.num for p in article(again.version, "7102").children if p.num]
    assert numbers == [p.num for p in article(code, "7102").children if p.num and p.num != "3"]
