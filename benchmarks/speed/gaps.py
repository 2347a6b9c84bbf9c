"""How long a gap analysis takes, beside spaCy over the same text and the same patterns, at three sizes.

    python benchmarks/speed/gaps.py FILE [--lang LANG]

The peer is a blank spaCy pipeline of the language with simplemma's lemmas and a Matcher that holds each cue word of
palermo's as a pattern on a token. Reading and finding the structure count for palermo, not for the peer. Prints both
times and their ratio for a quarter, a half and the whole of the text, and the memory at the end; only ratios mean
anything.
"""

from __future__ import annotations

import argparse
import re
import resource
import time
from pathlib import Path

import simplemma
import spacy
from spacy.matcher import Matcher

from palermo.alignment.gaps.gaps import gaps
from palermo.corpus.readers import read_file, read_text
from palermo.kb.frameworks.framework import load
from palermo.kb.lexicon.cues import load as load_cues


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--lang")
    options = parser.parse_args()
    version = read_file(str(options.file), lang=options.lang)
    print(f"{'code points':>12} {'gaps':>8} {'spaCy':>8} {'ratio':>6} {'s per M':>8}")
    for part in (4, 2, 1):
        text = version.text[: len(version.text) // part]
        started = time.perf_counter()
        gaps([read_text(text, name=options.file.name, lang=version.lang)], load("palermo"))
        ours = time.perf_counter() - started
        theirs = peer(text, version.lang)
        print(f"{len(text):12,} {ours:8.2f} {theirs:8.2f} {ours / theirs:6.2f} {ours / len(text) * 1e6:8.2f}")
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB, both together")


def peer(text: str, lang: str) -> float:
    """The seconds that tokens, lemmas and matching take; making the pipeline does not count."""
    cues = load_cues(lang)
    nlp = spacy.blank(lang)
    nlp.max_length = len(text) + 1
    matcher = Matcher(nlp.vocab)
    for name, pattern in (*cues.elements.items(), *cues.terms.items()):
        matcher.add(name, [[{"LOWER": {"REGEX": re.sub(r"\(\?P<\w+>", "(", pattern.pattern)}}]])
    started = time.perf_counter()
    document = nlp(text)
    for token in document:
        token.lemma_ = simplemma.lemmatize(token.text, lang=lang)
    matcher(document)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
