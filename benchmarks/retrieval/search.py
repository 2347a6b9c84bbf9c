"""Index and search law of any size, against plain Whoosh fed by the same analyser.

    python -m benchmarks.retrieval.search [--provisions N] [--rounds N] [--invented]
    python -m benchmarks.retrieval.search --growth docs/search-growth.svg

The law is that of some real acts (`PALERMO_MIRROR`), stored again and again under other dates until there are so many
provisions; without them, or with --invented, acts of shuffled sentences. Palermo's time is that of the whole path: read
the files, store, annotate and index them; Whoosh's that of indexing each provision of what was read. Queries are asked
through `palermo.library.use_cases`, and of Whoosh with an open searcher; both show the words of the first 20 hits.

Times are of the processor, so that other work on the machine does not count. --growth measures from 1,000 to 300,000
provisions and draws the figures.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from hashlib import sha256
from importlib.resources import files
from itertools import count
from pathlib import Path

from whoosh import analysis, fields, index, qparser

import palermo
from benchmarks.speed.growth import Point, draw
from palermo.corpus.model.refs import InstrumentId, VersionRef
from palermo.corpus.model.text_model import Provision, Source, Span, Version
from palermo.corpus.readers import Options, read
from palermo.kb.lexicon import lemmatise as nlp
from palermo.kb.library.library import Library
from palermo.kb.search.index.documents import documents
from palermo.kb.search.index.keep_current import open_index
from palermo.library.mark_elements import annotate
from palermo.library.use_cases import search

_PARTS = 4  # provisions below a section
_SECTIONS = 250  # in an act
_LANGUAGES = ("en", "fr", "de")
_ACTS = (
    "formats/eisb/act_20_2024.eisb.xml",
    "nz/crimes-act-1961.2014-05.en.md",
    "ca/I-2.5.en.xml",
    "ca/I-2.5.fr.xml",
    "amendments/fr_cp_225-4-1/before_2003-02-04_code_penal.md",
    "amendments/de_stgb232/before_2013-01-11_stgb.md",
)
_SIZES = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000)
_OTHERS = ("accomplice", "peine victime mineur", "Freiheitsstrafe Opfer")
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
    parser.add_argument("--invented", action="store_true")
    parser.add_argument("--growth", type=Path, metavar="SVG")
    wanted = parser.parse_args()
    mirror = os.environ.get("PALERMO_MIRROR")
    acts = _editions(Path(mirror)) if mirror and not wanted.invented else _invented
    _warm()
    points = []
    for size in _SIZES if wanted.growth else [wanted.provisions]:
        points.append(_measure(acts, size, wanted.rounds))
        print(points[-1].told(), flush=True)
    if wanted.growth:
        wanted.growth.write_text(draw(points), encoding="utf-8")


def _warm() -> None:
    """Dictionaries and patterns are loaded once, however much there is to index."""
    (act,) = _invented(1)
    for lang in _LANGUAGES:
        version = replace(act, ref=replace(act.ref, lang=lang))
        annotate([version])
        list(documents(version, 1))


Acts = Callable[[int], Iterator[Version]]  # as many as have so many provisions


def _measure(acts: Acts, size: int, rounds: int) -> Point:
    with tempfile.TemporaryDirectory() as folder:
        home, plain = Path(folder) / "library", Path(folder) / "plain"
        plain.mkdir()
        with Library.create(home) as library:
            path = _timed(lambda: [library.add([act]) for act in acts(size)])
            path += _timed(lambda: open_index(library, annotate=annotate).close())
            there = [library.version(fragment.key) for fragment in library.fragments()]
        provisions = sum(1 for act in there for _ in act.root.walk())
        whoosh = _timed(lambda: _index_plainly(plain, there))
        ours, theirs = _ask(home, rounds), _ask_plainly(plain, rounds)
    halves, tails = ([_quantile(times, at) for times in (ours, theirs)] for at in (0.5, 0.95))
    return Point(provisions, path, whoosh, *halves, *tails)


def _editions(mirror: Path) -> Acts:
    def acts(size: int) -> Iterator[Version]:
        there = 0
        for edition in count():
            for name in _ACTS:
                version = read(str(mirror / name), Options(date=f"{1700 + edition}-01-01")).version
                yield version
                there += sum(1 for _ in version.root.walk())
                if there >= size:
                    return

    return acts


def _invented(size: int) -> Iterator[Version]:
    sentences = list(_sentences())
    return (_act(n, sentences) for n in range(max(1, size // (_SECTIONS * (_PARTS + 1)))))


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

    def __init__(self, lang: str = "en") -> None:
        self._lang = lang

    def __call__(self, value: str, **kwargs: object) -> Iterator[analysis.Token]:
        token = analysis.Token(positions=True, chars=True)
        for place, word in enumerate(nlp.analyse(value, self._lang)):
            token.text, token.pos, token.boost, token.stopped = word.lemma, place, 1.0, False
            token.startchar, token.endchar = word.start, word.end
            yield token


def _index_plainly(folder: Path, acts: list[Version]) -> None:
    texts = {f"text_{lang}": fields.TEXT(analyzer=SameAnalyser(lang), stored=True) for lang in _LANGUAGES}
    writer = index.create_in(str(folder), fields.Schema(cite=fields.ID(stored=True), **texts)).writer(limitmb=256)
    for act in acts:
        for provision in act.root.walk():
            if provision.id:
                own = " ".join(act.reading(span).text for span in provision.own_spans())
                writer.add_document(**{f"text_{act.lang}": own}, cite=provision.cite)
    writer.commit()


def _ask(library: Path, rounds: int) -> list[float]:
    for words in _OTHERS:  # each language's dictionary is loaded once
        search(words, library=library)
    return [_timed(partial(search, q, library=library)) for _ in range(rounds) for q in QUERIES]


def _ask_plainly(folder: Path, rounds: int) -> list[float]:
    opened = index.open_dir(str(folder))
    parser = qparser.QueryParser("text_en", opened.schema)
    with opened.searcher() as searcher:

        def ask(query: str) -> None:
            hits = searcher.search(parser.parse(query), limit=20)
            for hit in hits:
                hit.highlights("text_en")

        return [_timed(partial(ask, q)) for _ in range(rounds) for q in QUERIES]


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _quantile(values: list[float], at: float) -> float:
    return statistics.quantiles(values, n=100)[round(at * 100) - 1]


if __name__ == "__main__":
    main()
