"""Real acts: Luxembourg's laws on trafficking and Argentina's of 2012, France's code from one edition to the next."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from palermo.corpus.amendments import Status, amend, amend_section, read
from palermo.corpus.amendments.traditions.tradition_registry import traditions
from palermo.corpus.readers import read_file

pytestmark = pytest.mark.mirror


def folded(text: str) -> str:
    return re.sub(r"\s+([,.;:)])", r"\1", " ".join(text.split()))


def test_luxembourgs_law_of_2014_gives_the_law_of_2009_its_article_3(mirror: Path) -> None:
    """What is quoted without marks ends where the article does; the other articles are about other acts."""
    folder = mirror / "amendments" / "lu_traite"
    base, act = (read_file(str(folder / f"leg-loi-{n}.md")) for n in ("2009-05-08-n1", "2014-04-09-n1"))
    amendment = amend(base, [act])
    assert [o.status for o in amendment.outcomes].count(Status.APPLIED) == 1
    assert [o.status for o in amendment.outcomes].count(Status.ELSEWHERE) == 4
    assert "incertitude sur l’âge" in amendment.text
    assert folded(amendment.text).endswith(folded(base.text[-200:]))


def test_argentinas_law_of_2012_is_read_without_quotation_marks(mirror: Path) -> None:
    act = read_file(str(mirror / "amendments" / "ar_ley26364" / "amending_LEY-26842.md"))
    reading = read(act)
    assert reading.tradition == "Spain"
    done = {
        (i.op.value, i.target.act, i.target.cite or (i.anchor and i.anchor.steps[0].num))
        for i in reading.instructions
        if not i.reason
    }
    assert {("replace", "ley 26.364", n) for n in ("2", "6", "9", "18", "19", "20")} <= done
    assert {("delete", "ley 26.364", n) for n in ("3", "4")} <= done
    assert {("insert", "ley 26.364", n) for n in ("21", "22", "23", "24", "25", "26", "27")} <= done
    assert ("replace", "Código Penal", "145ter") in done


@pytest.mark.parametrize("flat", [False, True], ids=["lines", "flat"])
def test_each_edition_of_an_article_comes_of_the_one_before(mirror: Path, *, flat: bool) -> None:
    """France's penal code, whose files break lines at a width: the article as it is quoted, and I, II, III apart."""
    layout = traditions("fr")[[t.name for t in traditions("fr")].index("France")].layout("fr")
    done = 0
    for folder in sorted((mirror / "fr" / "code-penal").iterdir()):
        for earlier, later in pairwise(sorted(folder.glob("*.fr.md"))):
            before, after = (f.read_text("utf-8").replace("----\n", "").strip() for f in (earlier, later))
            before, after = (folded(t) if flat else t for t in (before, after))
            new, old = layout.section(after, None), layout.section(before, None)
            assert new is not None
            assert old is not None
            same = [u.num for u in new.children] == [u.num for u in old.children] and bool(new.children)
            if same and new.children[0].level == "division" and new.children[-1].span.end == new.span.end:
                bill = "\n".join(
                    f"{n}° Le {u.num} de l'article {new.num} est ainsi rédigé :\n"
                    f"« {after[u.span.start : u.span.end]} » ;"
                    for n, u in enumerate(new.children, 1)
                )
            else:
                bill = f"L'article {new.num} est ainsi rédigé :\n« {after} »"
            amendment = amend_section(before, bill, "fr", tradition="France")
            assert amendment.status == "applied", (folder.name, [o.reason for o in amendment.outcomes])
            assert folded(amendment.text) == folded(after), folder.name
            done += 1
    assert done >= 4
