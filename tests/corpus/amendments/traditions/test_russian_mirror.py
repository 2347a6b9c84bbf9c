"""Real codes: from one edition of an article to the next by instructions on each part that differs between the two."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from palermo.corpus.amendments import Status, amend_section
from palermo.corpus.amendments.contenders import tradition_of
from palermo.corpus.amendments.reading.passages import of_version
from palermo.corpus.amendments.traditions.tradition_registry import traditions
from palermo.corpus.model.text_model import Provision
from palermo.corpus.readers import read_file
from tests.support.amending.russian_edits import ordinal

pytestmark = pytest.mark.mirror


def edition(file: Path) -> str:
    """The article without the marks of the file and its editor's notes."""
    text = re.sub(r"(?m)^[ >]*\*?Сноска.*$|^<a .*$|^#+ |\\(?=\.)|<\*>", "", file.read_text("utf-8"))
    return text.strip()


def folded(text: str) -> str:
    return re.sub(r"\s+([,.;:)])", r"\1", " ".join(text.split()))


def instructions(before: str, after: str) -> list[str]:
    """One a part, a note or a heading that is not the same on both sides."""
    layout = traditions("ru")[0].layout("ru")
    old, new = layout.section(before, None), layout.section(after, None)
    assert old is not None
    assert new is not None
    out = []
    if old.heading != new.heading:
        out.append(f"заголовок изложить в следующей редакции:\n«Статья {new.num}. {new.heading}»;")
    ours, theirs = ({(c.level, c.num): c for c in unit.children} for unit in (old, new))
    for key in dict.fromkeys([*ours, *theirs]):
        note = key[0] == "explanation"
        whole = "примечание" if note else f"часть {ordinal(int(key[1]), 'acc')}"
        if key not in theirs:
            out.append(f"{whole} исключить;")
        elif key not in ours:
            put = "примечанием" if note else f"частью {ordinal(int(key[1]), 'ins')}"
            out.append(f"дополнить {put} следующего содержания:\n«{words(after, theirs[key])}»;")
        elif folded(words(before, ours[key])) != folded(words(after, theirs[key])):
            out.append(f"{whole} изложить в следующей редакции:\n«{words(after, theirs[key])}»;")
    return out


def words(text: str, node: Provision) -> str:
    return text[node.span.start : node.span.end]


@pytest.mark.parametrize("flat", [False, True], ids=["lines", "flat"])
@pytest.mark.parametrize("code", ["criminal-code-1997", "criminal-code-2014"])
def test_each_edition_of_an_article_comes_of_the_one_before(mirror: Path, code: str, *, flat: bool) -> None:
    editions = sorted((mirror / "kz" / code).iterdir())
    done = 0
    for earlier, later in pairwise(editions):
        for file in sorted(earlier.glob("art-*.ru.md")):
            if not (later / file.name).is_file():
                continue
            before, after = edition(file), edition(later / file.name)
            made = instructions(before, after)
            if not made:
                continue
            number = file.name.removeprefix("art-").removesuffix(".ru.md")
            bill = "\n".join([f"1) в статье {number}:", *made])
            amendment = amend_section(folded(before) if flat else before, folded(bill) if flat else bill, "ru")
            told = [(o.instruction.text[:60], o.reason) for o in amendment.outcomes if o.reason]
            assert amendment.status == "applied", (later.name, file.name, told)
            assert folded(amendment.text) == folded(after), (later.name, file.name)
            done += 1
    assert done >= 3


def test_the_law_of_2018_makes_the_article_in_force_of_that_of_2006(mirror: Path) -> None:
    """Ukraine's article on trafficking: as one law words it, amended by the next, it is the one in the current code."""
    folder = mirror / "amendments" / "ua_kk149"
    first, second = (read_file(str(next(folder.glob(f"amending_{year}_*")))) for year in (2006, 2018))
    found = tradition_of(of_version(first), "uk")
    assert found is not None
    read = {i.target.cite: i for i in found[1]}
    assert list(read) == ["8", "149", "303", ""]
    payload = read["149"].payload
    assert payload is not None
    amendment = amend_section(payload.text, second.text, "uk")
    assert [o.status for o in amendment.outcomes] == [Status.APPLIED, Status.ELSEWHERE]
    code = next(folder.glob("after_*")).read_text("utf-8")
    start = code.index("Стаття 149.")
    assert folded(code[start:]).startswith(folded(amendment.text))
