"""Index and search invented law of any size, against plain Whoosh fed by the same analyser.

    python -m benchmarks.bench_search [--provisions N] [--rounds N]

Times are of the processor, so that other work on the machine does not count. What palermo does beyond plain Whoosh is
in the ratios: lemmas beside spellings, articles with their best provision, highlights, facets and the exact total, all
of it read back from the store.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from whoosh import analysis, fields, index, qparser

import palermo
from corpus.model import Provision, Source, Span, Version
from corpus.refs import InstrumentId, VersionRef
from kb import nlp
from kb.indexing import open_index
from kb.library import Library
from kb.search import search

_PARTS = 4  # provisions below a section
_SECTIONS = 250  # in an act
QUERIES = [
    "trafficking",
    "children",
    "penalty victim",
    "forced labour",
    "compensation AND court",
    "person NOT child",
    '"position of vulnerability"',
    "traffick*",
    "section 12(3)",
    "penalty for trafficking in children",
    "officer OR judge",
    "heading:punishment",
    "consent of the victim",
    "exact:persons",
    "imprisonment years aggravating",
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--provisions", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    wanted = parser.parse_args()
    sentences = list(_sentences())
    acts = [_act(n, sentences) for n in range(max(1, wanted.provisions // (_SECTIONS * (_PARTS + 1))))]
    provisions = sum(1 for act in acts for _ in act.root.walk()) - len(acts)
    nlp.analyse("warm", "en")
    with tempfile.TemporaryDirectory() as folder, Library.create(Path(folder) / "library") as library:
        stored = _timed(lambda: library.add(acts))
        indexed = _timed(lambda: open_index(library).close())
        plain = Path(folder) / "plain"
        plain.mkdir()
        baseline = _timed(lambda: _index_plainly(plain, acts))
        print(f"{provisions:,} provisions, stored {provisions / stored:,.0f} a second")
        print(f"indexed {provisions / indexed:,.0f} a second, {indexed / baseline:.2f} times the time of plain Whoosh")
        ours, theirs = _ask(library, wanted.rounds), _ask_plainly(plain, wanted.rounds)
        for name, at in (("p50", 0.5), ("p95", 0.95)):
            mine, plainly = _quantile(ours, at), _quantile(theirs, at)
            print(
                f"query {name} {mine * 1000:.1f} ms, {mine / plainly:.2f} times plain Whoosh's {plainly * 1000:.1f} ms"
            )


def _sentences() -> Iterator[str]:
    """The sentences of the sample law."""
    for file in sorted(Path(str(files("palermo") / "sample")).glob("*.en.md")):
        version = palermo.read(str(file))
        yield from (s.strip() for s in version.reading().text.split(". ") if 20 < len(s) < 300)


def _act(number: int, sentences: list[str]) -> Version:
    """An act of sections with numbered parts, its sentences drawn and shuffled, the same on every run."""
    draw = random.Random(number)
    text: list[str] = []
    at = 0

    def put(words: str) -> Span:
        nonlocal at
        text.append(words)
        at += len(words)
        return Span(at - len(words), at)

    sections = []
    for n in range(1, _SECTIONS + 1):
        start = put(f"Section {n}. ").start
        heading = " ".join(draw.choice(sentences).split()[:5])
        put(heading + "\n")
        parts = []
        for m in range(1, _PARTS + 1):
            words = draw.choice(sentences).split()
            draw.shuffle(words)
            span = put(f"({m}) {' '.join(words)}.\n")
            parts.append(Provision(f"sec_{n}__subsec_{m}", "subsection", str(m), f"{n}({m})", "", span))
        sections.append(Provision(f"sec_{n}", "section", str(n), str(n), heading, Span(start, at), tuple(parts)))
    whole = "".join(text)
    root = Provision("", "act", "", "", "", Span(0, len(whole)), tuple(sections))
    ref = VersionRef(InstrumentId("zz", "act", (str(2000 + number), "1")), "en")
    return Version(ref, f"Act {number}", None, whole, root, Source(f"{number}.md", sha256(whole.encode()).hexdigest()))


class SameAnalyser(analysis.Analyzer):  # type: ignore[misc]
    """Whoosh's tokens from palermo's words."""

    def __call__(self, value: str, **kwargs: object) -> Iterator[analysis.Token]:
        token = analysis.Token(positions=True, chars=True)
        for place, word in enumerate(nlp.analyse(value, "en")):
            token.text, token.pos, token.boost, token.stopped = word.lemma, place, 1.0, False
            token.startchar, token.endchar = word.start, word.end
            yield token


def _schema() -> fields.Schema:
    return fields.Schema(text=fields.TEXT(analyzer=SameAnalyser(), stored=True), cite=fields.ID(stored=True))


def _index_plainly(folder: Path, acts: list[Version]) -> None:
    writer = index.create_in(str(folder), _schema()).writer(limitmb=256)
    for act in acts:
        for provision in act.root.walk():
            if provision.id:
                own = " ".join(act.reading(span).text for span in provision.own_spans())
                writer.add_document(text=own, cite=provision.cite)
    writer.commit()


def _ask(library: Library, rounds: int) -> list[float]:
    engine = open_index(library)
    return [_timed(lambda q=q: search(library, engine, q)) for _ in range(rounds) for q in QUERIES]


def _ask_plainly(folder: Path, rounds: int) -> list[float]:
    opened = index.open_dir(str(folder))
    parser = qparser.QueryParser("text", opened.schema)
    with opened.searcher() as searcher:

        def ask(query: str) -> None:
            hits = searcher.search(parser.parse(query), limit=20)
            for hit in hits:
                hit.highlights("text")

        return [_timed(lambda q=q: ask(q)) for _ in range(rounds) for q in QUERIES]


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _quantile(values: list[float], at: float) -> float:
    return statistics.quantiles(values, n=100)[round(at * 100) - 1]


if __name__ == "__main__":
    main()
