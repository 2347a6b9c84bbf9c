"""The cases that the recorder runs.

A case is one run of `palermo`: its exit code, what it prints on both streams, and the file it writes. The cases go over
the sample law (every command, every format, every report language) and, where there is a mirror of real texts, over
these: `show` and `gaps` of each text, `compare` of each pair of editions, `amend` of each amending act.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

__all__ = ["SAMPLE", "Case", "Lane", "lanes"]

LANGUAGES = ("en", "ru", "fr", "es", "kk")
TEXTS = 170
MOST = 160_000  # bytes of a text that is recorded
SAMPLE = "palermo/sample"
_PARTS = 8  # lanes that the cases of the sample are dealt to


@dataclass(frozen=True, slots=True)
class Case:
    """One run of the command: `args` after `palermo`; `out` is the suffix of the file that `-o` names, or "".

    `name` is the name of the folder it is recorded in, unique in its lane.
    """

    name: str
    args: tuple[str, ...]
    out: str = ""
    stdin: Path | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """Cases that share a working folder, in order. `files` are copied there before the first; `links` are linked."""

    name: str
    cases: tuple[Case, ...]
    files: tuple[Path, ...] = ()
    links: tuple[tuple[str, Path], ...] = ()


def lanes(checkout: Path, mirror: Path | None) -> Iterator[Lane]:
    """Every lane that can be recorded: the sample's, and the corpus's if there is one."""
    sample = tuple(sorted((checkout / SAMPLE).iterdir()))
    cases = tuple(_sample_cases())
    for number in range(_PARTS):
        yield Lane(f"sample-{number}", cases[number::_PARTS], files=sample)
    yield Lane("library", tuple(_library_cases()), files=sample)
    yield Lane("refused", tuple(_refused_cases()), files=sample)
    if mirror is None:
        return
    rows = list(csv.DictReader((mirror / "MANIFEST.tsv").open(encoding="utf-8"), delimiter="\t"))
    link = (("corpus", mirror),)
    for number, row in enumerate(_chosen(rows, mirror)):
        yield Lane(f"text-{_slug(row['path'])}", tuple(_text_cases(row, number)), links=link)
    for number, (left, right, lang) in enumerate(_pairs(rows, mirror)):
        yield Lane(f"pair-{_slug(left)}--{_slug(right)}", tuple(_pair_cases(left, right, lang, number)), links=link)
    for base, bill, after, lang in _bills(mirror):
        yield Lane(f"bill-{_slug(bill)}", tuple(_bill_cases(base, bill, after, lang)), links=link)
    yield Lane("answers", tuple(_answer_cases(mirror)), links=link)
    shapes = mirror.parent / "structure" / "shown"
    if shapes.is_dir():
        acts = sorted(p for p in shapes.rglob("*") if p.is_file() and p.suffix in (".txt", ".md"))[::4]
        cases = tuple(
            Case(
                _slug(act.relative_to(shapes).as_posix()),
                ("show", f"shown/{act.relative_to(shapes)}", "--format", "json"),
            )
            for act in acts
        )
        yield Lane("structure", cases, links=(("shown", shapes),))


def _sample_cases() -> Iterator[Case]:
    old, new, act, victims = (
        f"{name}.en.md"
        for name in ("criminal-code-2004", "criminal-code-2019", "amending-act-2019", "victims-act-2022")
    )
    russian = [
        f"{name}.ru.md"
        for name in ("criminal-code-2004", "criminal-code-2019", "amending-act-2019", "victims-act-2022")
    ]
    for fmt in ("text", "json", "html", "akn"):
        for text in (new, russian[1], act):
            yield Case(f"show-{fmt}-{_slug(text)}", ("show", text, "--format", fmt))
    for fmt in ("text", "json", "html", "csv", "md", "docx", "xlsx"):
        yield from _spoken(f"gaps-{fmt}", ("gaps", new, victims), fmt)
        if fmt != "xlsx":
            yield from _spoken(f"gaps-with-{fmt}", ("gaps", old, "--with", new), fmt, ("html", "docx", "text"))
            yield from _spoken(f"gaps-bill-{fmt}", ("gaps", old, "--with-bill", act), fmt, ("html", "docx", "text"))
        yield from _spoken(f"gaps-ru-{fmt}", ("gaps", russian[1], russian[3]), fmt, ("html", "docx"))
        yield from _spoken(f"matrix-{fmt}", ("matrix", old, new, russian[1]), fmt)
    for fmt in ("md", "html", "docx"):
        yield from _spoken(f"brief-{fmt}", ("brief", new, victims), fmt)
    for fmt in ("text", "json", "html", "md", "docx"):
        yield from _spoken(f"codebook-{fmt}", ("codebook",), fmt)
    yield Case("frameworks", ("frameworks",))
    yield Case("frameworks-palermo", ("frameworks", "palermo"))
    yield Case("frameworks-json", ("frameworks", "palermo", "--format", "json"))
    for code in (
        "act.receipt",
        "child.no_means",
        "means.payment",
        "consent.irrelevant",
        "purpose.organs",
        "means.non_exhaustive",
    ):
        for fmt in ("text", "json"):
            yield Case(f"explain-{code}-{fmt}", ("explain", code, new, victims, "--format", fmt))
    for fmt in ("text", "json", "html", "docx"):
        yield Case(f"compare-{fmt}", ("compare", old, new, "--format", fmt), fmt if fmt == "docx" else "")
        yield Case(
            f"compare-ru-{fmt}", ("compare", russian[0], russian[1], "--format", fmt), fmt if fmt == "docx" else ""
        )
    for layout in ("inline", "side-by-side"):
        yield Case(f"compare-{layout}", ("compare", old, new, "--layout", layout))
    yield Case("compare-against", ("compare", old, new, "--against", "palermo"))
    yield Case("compare-against-json", ("compare", old, new, "--against", "palermo", "--format", "json"))
    yield Case("compare-against-html", ("compare", old, new, "--against", "palermo", "--format", "html"))
    for lang in LANGUAGES:
        for fmt in ("html", "docx"):
            yield Case(
                f"compare-table-{lang}-{fmt}",
                ("compare", old, new, "--layout", "table", "--report-lang", lang, "--format", fmt),
                fmt,
            )
            yield Case(
                f"amend-table-{lang}-{fmt}",
                ("amend", old, act, "--layout", "table", "--report-lang", lang, "--format", fmt),
                fmt,
            )
            yield Case(
                f"amend-columns-{lang}-{fmt}",
                ("amend", old, act, "--layout", "columns", "--report-lang", lang, "--format", fmt),
                fmt,
            )
            yield Case(
                f"correlation-{lang}-{fmt}",
                ("concordance", old, new, "--layout", "correlation", "--report-lang", lang, "--format", fmt),
                fmt,
            )
    for fmt in ("text", "json", "html", "csv"):
        yield Case(f"concordance-{fmt}", ("concordance", new, russian[1], "--format", fmt))
    for fmt in ("text", "json", "html"):
        yield Case(f"define-{fmt}", ("define", "trafficking in persons", new, russian[1], "--format", fmt))
        yield Case(f"define-other-{fmt}", ("define", "victim", victims, new, "--format", fmt))
    for fmt in ("text", "json", "html", "csv", "consolidated", "akn", "docx"):
        yield Case(f"amend-{fmt}", ("amend", old, act, "--format", fmt), fmt if fmt == "docx" else "")
        yield Case(f"amend-ru-{fmt}", ("amend", russian[0], russian[2], "--format", fmt), fmt if fmt == "docx" else "")
    yield Case("amend-check", ("amend", old, act, "--check", new))
    yield Case("amend-check-json", ("amend", old, act, "--check", new, "--format", "json"))
    yield Case("amend-check-html", ("amend", old, act, "--check", new, "--format", "html"))
    for fmt in ("text", "json", "csv"):
        yield Case(f"instructions-{fmt}", ("instructions", act, "--format", fmt))
        yield Case(f"instructions-ru-{fmt}", ("instructions", russian[2], "--format", fmt))
    for command in (
        "add", "amend", "backup", "body", "brief", "codebook", "collection", "compare", "concordance", "define", "demo",
        "doctor", "explain", "frameworks", "gaps", "info", "instructions", "list", "matrix", "reindex", "remove",
        "restore", "review", "search", "show", "verify",
    ):  # fmt: skip
        yield Case(f"help-{command}", (command, "--help"))
    yield Case("help", ("--help",))


def _spoken(name: str, args: tuple[str, ...], fmt: str, only: tuple[str, ...] | None = None) -> Iterator[Case]:
    """The case in every report language, or, for a format outside `only`, in English."""
    out = fmt if fmt in ("docx", "xlsx") else ""
    for lang in LANGUAGES if only is None or fmt in only else LANGUAGES[:1]:
        yield Case(f"{name}-{lang}", (*args, "--report-lang", lang, "--format", fmt), out)


def _library_cases() -> Iterator[Case]:
    texts = [
        f"{name}.{lang}.md"
        for name in ("criminal-code-2004", "criminal-code-2019", "amending-act-2019", "victims-act-2022")
        for lang in ("en", "ru")
    ]

    def case(name: str, *args: str, out: str = "") -> Case:
        return Case(name, (*args, "--library", "lib"), out)

    yield case("add", "add", *texts, "--format", "json")
    yield case("add-again", "add", texts[0])
    for fmt in ("text", "json", "html"):
        yield case(f"list-{fmt}", "list", "--format", fmt)
    code = "/akn/xt/act/2003-06-12/63"
    for fmt in ("text", "json"):
        yield case(f"info-{fmt}", "info", code, "--format", fmt)
    yield case("body-add", "body", "add", "talmeria", f"{code}/eng", "/akn/xt/act/2022-02-22/18/eng")
    for number, query in enumerate(
        (
            "consent of the victim",
            '"forced labour"',
            "section 127",
            "who pays for the flight home",
            "harbouring penalty",
            "xyzzy",
            "victm",
            "child*",
        )
    ):
        for fmt in ("text", "json", "html", "csv", "md", "bibtex", "csl"):
            yield case(f"search-{number}-{fmt}", "search", query, "--lang", "en", "--format", fmt)
        yield case(f"search-{number}-explain", "search", query, "--lang", "en", "--explain")
    for number, query in enumerate(
        ("согласия потерпевших", "торговля людьми", "ст. 128", "кто оплачивает билет домой")
    ):
        for fmt in ("text", "json"):
            yield case(f"search-ru-{number}-{fmt}", "search", query, "--lang", "ru", "--format", fmt)
            yield case(f"search-across-{number}-{fmt}", "search", query, "--lang", "ru", "--across", "--format", fmt)
    yield case("search-element", "search", "--element", "act.harbouring", "--format", "json")
    yield case("search-at", "search", "consent", "--lang", "en", "--at", "2010-01-01", "--format", "json")
    yield case("search-similar", "search", "--similar", f"{code}/eng@2019-06-01~art_128", "--format", "json")
    for fmt in ("text", "json", "html"):
        yield case(f"show-at-{fmt}", "show", f"{code}/eng", "--at", "2018-01-01", "--format", fmt)
        yield case(f"history-{fmt}", "show", f"{code}/eng~art_128", "--history", "--format", fmt)
    for fmt in ("text", "json", "html", "csv", "xlsx", "md", "docx"):
        out = fmt if fmt in ("docx", "xlsx") else ""
        yield case(f"gaps-body-{fmt}", "gaps", "talmeria", "--format", fmt, out=out)
        if fmt != "csv":
            yield case(f"gaps-history-{fmt}", "gaps", "talmeria", "--history", "--format", fmt, out=out)
        yield case(f"matrix-{fmt}", "matrix", "talmeria", "--format", fmt, out=out)
    yield case(
        "review-accept",
        "review",
        "accept",
        "talmeria",
        "act.receipt",
        "--date",
        "2026-09-01",
        "--by",
        "A. Reader",
        "--reason",
        "read twice",
    )
    yield case(
        "review-override",
        "review",
        "override",
        "talmeria",
        "consent.irrelevant",
        "--value",
        "yes",
        "--date",
        "2026-09-02",
        "--by",
        "B. Reader",
        "--reason",
        "as I read it",
    )
    for fmt in ("text", "json"):
        yield case(f"review-list-{fmt}", "review", "list", "--format", fmt)
        yield case(f"review-show-{fmt}", "review", "show", "talmeria", "consent.irrelevant", "--format", fmt)
    for fmt in ("csv", "json"):
        yield case(f"review-export-{fmt}", "review", "export", "--format", fmt)
    for fmt in ("text", "html", "json", "docx", "xlsx"):
        yield case(
            f"gaps-reviewed-{fmt}", "gaps", "talmeria", "--format", fmt, out=fmt if fmt in ("docx", "xlsx") else ""
        )
    yield case(
        "collection-add", "collection", "add", "consent", f"{code}/eng@2019-06-01~art_128", "--note", "look here"
    )
    for fmt in ("text", "json", "html"):
        yield case(f"collection-show-{fmt}", "collection", "show", "consent", "--format", fmt)
    yield case("collection-list", "collection", "list")
    yield case("amend-keep", "amend", f"{code}/eng@2004-01-01", "/akn/xt/act/2019-03-14/41/eng", "--at", "2019-06-01")
    yield case("verify", "verify")
    yield case("reindex", "reindex")
    yield case("body-remove", "body", "remove", "talmeria")
    yield case("remove", "remove", f"{code}/rus@2004-01-01")
    yield case("list-after", "list")


def _refused_cases() -> Iterator[Case]:
    text = "criminal-code-2019.en.md"
    yield Case("no-command", ("gap",))
    yield Case("no-file", ("show", "nowhere.md"))
    yield Case("no-file-json", ("show", "nowhere.md", "--format", "json"))
    yield Case("no-code", ("explain", "act.recipt", text))
    yield Case("no-framework", ("gaps", text, "--framework", "nothing"))
    yield Case("no-language", ("gaps", text, "--lang", "xx"))
    yield Case("no-words", ("gaps", text, "--lang", "sk"))
    yield Case("no-report-language", ("gaps", text, "--report-lang", "de"))
    yield Case("no-format", ("show", text, "-o", "x.docx"))
    yield Case("no-provision", ("compare", text, text, "--provision", "999"))
    yield Case("no-reference", ("show", "/akn/xt/act/1900/1/eng", "--library", "lib"))
    yield Case("no-date", ("show", "/akn/xt/act/1900/1/eng", "--at", "yesterday", "--library", "lib"))
    yield Case("no-body", ("matrix", "nobody", "--library", "lib"))
    yield Case("manifest-as-law", ("gaps", "MANIFEST.tsv"))


def _text_cases(row: dict[str, str], number: int) -> Iterator[Case]:
    path = f"corpus/{row['path']}"
    lang = row["language"].split("-")[0]
    for fmt in ("json", "text", "html", "akn"):
        yield Case(f"show-{fmt}", ("show", path, "--lang", lang, "--format", fmt))
    yield Case("gaps-json", ("gaps", path, "--lang", lang, "--format", "json"))
    spoken = LANGUAGES[number % len(LANGUAGES)]
    fmt = ("html", "text", "md", "csv", "docx", "xlsx")[number % 6]
    out = fmt if fmt in ("docx", "xlsx") else ""
    yield Case(f"gaps-{fmt}", ("gaps", path, "--lang", lang, "--format", fmt, "--report-lang", spoken), out)
    if number % 3 == 0:
        yield Case("brief", ("brief", path, "--lang", lang, "--format", "html", "--report-lang", spoken))
        yield Case("explain", ("explain", "child.no_means", path, "--lang", lang))
        yield Case("define", ("define", "trafficking in persons", path, "--lang", lang, "--format", "json"))


def _pair_cases(left: str, right: str, lang: str, number: int) -> Iterator[Case]:
    sides = (f"corpus/{left}", f"corpus/{right}", "--lang", lang)
    for fmt in ("json", "text", "html", "docx"):
        yield Case(f"compare-{fmt}", ("compare", *sides, "--format", fmt), fmt if fmt == "docx" else "")
    spoken = LANGUAGES[number % len(LANGUAGES)]
    yield Case("table", ("compare", *sides, "--layout", "table", "--report-lang", spoken, "--format", "html"))
    yield Case("concordance", ("concordance", *sides, "--format", "json"))
    if number % 2:
        with_ = ("gaps", f"corpus/{left}", "--with", f"corpus/{right}", "--lang", lang)
        yield Case("gaps-with", (*with_, "--format", "html", "--report-lang", spoken))
        yield Case("gaps-with-json", (*with_, "--format", "json"))


def _bill_cases(base: str, bill: str, after: str, lang: str) -> Iterator[Case]:
    args = ("amend", f"corpus/{base}", f"corpus/{bill}", "--lang", lang)
    for fmt in ("json", "html", "akn", "docx"):
        yield Case(f"amend-{fmt}", (*args, "--format", fmt), fmt if fmt == "docx" else "")
    yield Case("check", (*args, "--check", f"corpus/{after}", "--format", "json"))
    yield Case("instructions", ("instructions", f"corpus/{bill}", "--lang", lang, "--format", "json"))
    yield Case("columns", (*args, "--layout", "columns"))


def _answer_cases(mirror: Path) -> Iterator[Case]:
    for cases in sorted((mirror.parent / "gold" / "amendments").glob("*.jsonl")):
        yield Case(_slug(cases.name), ("amend", "--jsonl", "-"), stdin=cases)


def _chosen(rows: list[dict[str, str]], mirror: Path) -> list[dict[str, str]]:
    """Texts in turn from every folder, language and format, smaller ones of a kind first, up to TEXTS."""
    kinds: dict[tuple[str, ...], list[dict[str, str]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (int(row["bytes"] or 0), row["path"])):
        path = mirror / row["path"]
        if (
            path.suffix in (".md", ".txt", ".xml")
            and path.is_file()
            and path.stat().st_size <= MOST
            and row["language"].split("-")[0].isalpha()
        ):
            kinds[(*Path(row["path"]).parts[:2], row["language"], path.suffix)].append(row)
    chosen: list[dict[str, str]] = []
    while len(chosen) < TEXTS and kinds:
        for kind in sorted(kinds):
            chosen.append(kinds[kind].pop())  # the largest first: more to get wrong
            if not kinds[kind]:
                del kinds[kind]
    return chosen[:TEXTS]


def _pairs(rows: list[dict[str, str]], mirror: Path) -> list[tuple[str, str, str]]:
    editions: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        path = Path(row["path"])
        if row["work"] and row["in_force"] and path.suffix in (".md", ".txt", ".xml"):
            stem = re.sub(r"\d{4}-\d\d-\d\d|before|after|original|revised", "", path.name)
            editions[(row["work"], row["language"], stem)].append((row["in_force"], row["path"]))
    pairs = []
    for (_, lang, _), found in sorted(editions.items()):
        ordered = [path for _, path in sorted(found)]
        pairs += [(left, right, lang) for left, right in pairwise(ordered)][:6]
    for folder in sorted((mirror / "amendments" / "ca_pairs").iterdir()):
        for lang in ("en", "fr"):
            left, right = folder / f"{lang}_before.xml", folder / f"{lang}_after.xml"
            if left.is_file() and right.is_file() and right.stat().st_size <= 2 * MOST:
                pairs.append((left.relative_to(mirror).as_posix(), right.relative_to(mirror).as_posix(), lang))
    return [pair for pair in pairs if max((mirror / side).stat().st_size for side in pair[:2]) <= 2 * MOST]


def _bills(mirror: Path) -> Iterator[tuple[str, str, str, str]]:
    for folder in sorted((mirror / "amendments" / "ca_pairs").iterdir()):
        for lang in ("en", "fr"):
            before, bill, after = (folder / f"{lang}_{part}.xml" for part in ("before", "amending", "after"))
            if all(path.is_file() and path.stat().st_size <= 8 * MOST for path in (before, bill, after)):
                before_, bill_, after_ = (path.relative_to(mirror).as_posix() for path in (before, bill, after))
                yield before_, bill_, after_, lang
    for folder in sorted((mirror / "amendments").iterdir()):
        found = {part: sorted(folder.glob(f"{part}*.md")) for part in ("before", "amending", "after")}
        if all(found.values()) and found["before"][0].stat().st_size <= 4 * MOST:
            lang = folder.name[:2]
            lang = {
                "cz": "cs",
                "de": "de",
                "ee": "et",
                "fr": "fr",
                "lt": "lt",
                "lu": "fr",
                "pe": "es",
                "sk": "sk",
                "ua": "uk",
            }.get(lang, "en")
            before_, bill_, after_ = (
                found[part][0].relative_to(mirror).as_posix() for part in ("before", "amending", "after")
            )
            yield before_, bill_, after_, lang


def _slug(name: str) -> str:
    return re.sub(r"[^\w.-]+", "_", name.removesuffix(".md"))
