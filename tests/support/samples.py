"""Samples of a language, `kb/languages/LANG/samples.tsv`: sentences that its cue words are written for.

A sample has the code, term or list of penalties that it shows, a sentence (" | " ends a paragraph) and its source:
"usage", or a citation. One with a slot is a phrase that stands in an invented law (`wordings/LANG.yaml` in
`tests/alignment/statute` has the law of each slot and the words that fill it up) and has the answer to that law.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from palermo.corpus.language_data import ROOT
from palermo.kb.lexicon.cues import fold

_LAWS = Path(__file__).parents[1] / "alignment" / "statute" / "wordings"
_COLUMNS = ["code", "sentence", "source", "answer", "slot"]


@dataclass(frozen=True, slots=True)
class Sample:
    """A row of samples: `answer` and `slot` are empty where the sentence stands alone."""

    code: str
    sentence: str
    source: str
    answer: str
    slot: str


@cache
def samples(lang: str) -> tuple[Sample, ...]:
    """The samples of a language in the order of its file, none where it has no file."""
    file = ROOT / lang / "samples.tsv"
    if not file.is_file():
        return ()
    head, *lines = file.read_text("utf-8").splitlines()
    assert head.split("\t") == _COLUMNS, f"{lang}: {head}"
    return tuple(Sample(*line.split("\t")) for line in lines)


@cache
def _frames(lang: str) -> Mapping[str, Mapping[str, Any]]:
    read: dict[str, Mapping[str, Any]] = yaml.safe_load((_LAWS / f"{lang}.yaml").read_text("utf-8"))
    return read


def text(lang: str, sample: Sample) -> str:
    """The sample as a text: its sentence, or the invented law with it.

    The other words of the law are of two other codes, so that the answer rests on the phrase.
    """
    phrase = sample.sentence.replace(" | ", "\n\n")
    if not sample.slot:
        return phrase
    frames = _frames(lang)
    words = {kind: [w for c, w in of.items() if c != sample.code][:2] for kind, of in frames["words"].items()}
    filled = {kind: f" {frames['joins'][kind]} ".join(pair) for kind, pair in words.items()}
    return str(frames["frames"][sample.slot]).replace("{phrase}", phrase).format_map(filled)


@cache
def paragraphs(lang: str, code: str = "") -> tuple[str, ...]:
    """The paragraphs of the samples of a code, or of all of a language, each once and folded."""
    texts = (text(lang, s) for s in samples(lang) if code in {"", s.code})
    return tuple(dict.fromkeys(fold(p.strip()) for t in texts for p in t.split("\n\n")))
