"""How often palermo's findings agree with hand-coded statutes; writes docs/accuracy.md and holds the recorded levels.

    python benchmarks/accuracy.py [--write] [--check]

The hand-coded set and the statutes lie under PALERMO_MIRROR (`corpus`) and beside it (`gold`). `--write` makes
docs/accuracy.md anew; `--check` ends with 1 where a score is below its level in benchmarks/accuracy.yaml.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from palermo.alignment.gaps.gaps import gaps
from palermo.corpus.readers import read_file
from palermo.kb.frameworks.framework import load

HERE = Path(__file__).resolve().parent
LEVELS = HERE / "accuracy.yaml"
REPORT = HERE.parent / "docs" / "accuracy.md"


@dataclass(frozen=True, slots=True)
class Answer:
    """One coded fact: what the coders say, what palermo says, by which rule and how sure."""

    body: str
    lang: str
    code: str
    want: str
    got: str
    rule: str
    confidence: float

    @property
    def right(self) -> bool:
        return self.want == self.got


def answers(bodies: Iterable[str], corpus: Path, gold: Path) -> Iterator[Answer]:
    """Palermo's answers for the coded bodies."""
    table = {row["id"]: row for row in rows(gold / "bodies.tsv")}
    coded = defaultdict[str, dict[str, str]](dict)
    for row in rows(gold / "elements.tsv"):
        coded[row["body"]][row["code"]] = row["value"]
    for body in bodies:
        lang = table[body]["lang"]
        analysis = gaps([read_file(str(corpus / f), lang=lang) for f in table[body]["files"].split()], load("palermo"))
        for f in analysis.findings:
            if f.code in coded[body]:
                yield Answer(body, lang, f.code, coded[body][f.code], f.value.value, f.rule, f.confidence)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def scores(found: list[Answer]) -> dict[str, float]:
    """Accuracy over what is coded yes or no, precision of yes, and the share of unclear ones that were answered."""
    decided = [a for a in found if a.want != "unclear"]
    open_ = [a for a in found if a.want == "unclear"]
    said_yes = [a for a in decided if a.got == "yes"]
    usual: dict[str, Counter[str]] = defaultdict(Counter)
    for a in decided:
        usual[a.code][a.want] += 1
    base = share(sum(c.most_common(1)[0][1] for c in usual.values()), len(decided))
    accuracy = share(sum(a.right for a in decided), len(decided))
    return {
        "accuracy": accuracy,
        "skill": share(accuracy - base, 1 - base),
        "precision_yes": share(sum(a.right for a in said_yes), len(said_yes)),
        "overclaimed": share(sum(a.got != "unclear" for a in open_), len(open_)),
    }


def share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def table(title: str, groups: dict[str, list[Answer]]) -> list[str]:
    lines = [f"| {title} | coded | accuracy | precision of yes | unclear answered |", "|---|---|---|---|---|"]
    for name, found in groups.items():
        s = scores(found)
        n = sum(a.want != "unclear" for a in found)
        lines.append(f"| {name} | {n} | {s['accuracy']:.3f} | {s['precision_yes']:.3f} | {s['overclaimed']:.2f} |")
    return [*lines, ""]


def by(found: list[Answer], key: str) -> dict[str, list[Answer]]:
    groups: dict[str, list[Answer]] = defaultdict(list)
    for a in found:
        groups[getattr(a, key)].append(a)
    return dict(groups)


def reliability(found: list[Answer]) -> list[str]:
    """How often answers of a stated confidence are right."""
    lines = ["| confidence stated | answers | right |", "|---|---|---|"]
    decided = [a for a in found if a.want != "unclear" and a.got != "unclear"]
    for low, high in ((0.0, 0.7), (0.7, 0.8), (0.8, 0.87), (0.87, 1.01)):
        group = [a for a in decided if low <= a.confidence < high]
        if group:
            right = share(sum(a.right for a in group), len(group))
            lines.append(f"| {low:.2f} to {min(high, 1):.2f} | {len(group)} | {right:.3f} |")
    return [*lines, ""]


def wrong_rules(found: list[Answer]) -> list[str]:
    """The rules that are wrong more than once in ten answers."""
    lines = ["| rule | answers | wrong |", "|---|---|---|"]
    for rule, group in sorted(by([a for a in found if a.want != "unclear" and a.got != "unclear"], "rule").items()):
        wrong = sum(not a.right for a in group)
        if wrong * 10 > len(group):
            lines.append(f"| {rule} | {len(group)} | {wrong} |")
    return [*lines, ""] if len(lines) > 2 else ["None.", ""]


def report(found: list[Answer], levels: dict[str, list[object]]) -> str:
    s = scores(found)
    lines = [
        "# How often the findings are right",
        "",
        "Made by `python benchmarks/accuracy.py --write`; do not edit. The answers of `palermo gaps` are compared",
        "with statutes coded by hand, twice and independently. What the coders left unclear is not scored as right or",
        "wrong; an answer there counts as overclaimed. The fourteen bodies below were in view while the rules were",
        "written, so their figures show that nothing broke, not how well unseen statutes are read; for that see the",
        "kept-apart ones.",
        "",
        f"**Shown bodies:** accuracy {s['accuracy']:.3f}, skill {s['skill']:.3f}, precision of yes "
        f"{s['precision_yes']:.3f}, overclaimed {s['overclaimed']:.2f}.",
        "",
        *[str(line) for line in levels.get("kept_apart", [])],
        "",
        "## By body",
        "",
        *table("body", by(found, "body")),
        "## By language",
        "",
        *table("language", by(found, "lang")),
        "## By code",
        "",
        *table("code", by(found, "code")),
        "## Is the stated confidence deserved?",
        "",
        *reliability(found),
        "## Rules that are often wrong",
        "",
        "Wrong in more than one answer of ten, over the shown bodies:",
        "",
        *wrong_rules(found),
    ]
    return "\n".join(lines).rstrip() + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    levels = yaml.safe_load(LEVELS.read_text("utf-8"))
    corpus = Path(os.environ["PALERMO_MIRROR"])
    found = list(answers(levels["shown"], corpus, corpus.parent / "gold"))
    text = report(found, levels)
    if options.write:
        REPORT.write_text(text, "utf-8")
    else:
        sys.stdout.write(text)
    got = scores(found)
    low = {k: v for k, v in levels["levels"].items() if (got[k] > v if k == "overclaimed" else got[k] < v)}
    for name, level in low.items():
        sys.stderr.write(f"accuracy: {name} is {got[name]:.3f}, its level is {level}\n")
    return 1 if options.check and low else 0


if __name__ == "__main__":
    raise SystemExit(main())
