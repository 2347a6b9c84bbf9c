"""The language of a text, found offline, with how sure it is. The only importer of py3langid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from palermo.corpus.model.languages import UNDETERMINED, is_language

__all__ = ["SURE", "Detected", "detect_language"]

# py3langid's probability. Measured on 1652 paragraphs of statutes in 21 languages, cut at 80, 150 and 300 characters:
# 88, 95 and 97 of a hundred are told, one or two of all are told wrong; at 0.5 six are. All 488 whole files are told.
SURE = 0.6
_ENOUGH = 20  # letters; below this even a certain answer is chance
_SAMPLE = 20_000  # code points; the answer does not change on longer texts


@dataclass(frozen=True, slots=True)
class Detected:
    """`lang` is ISO 639-1, "und" when not sure; `best` is the best guess all the same; `confidence` is from 0 to 1."""

    lang: str
    best: str
    confidence: float


def detect_language(text: str) -> Detected:
    """The language of `text`: sure only when the classifier is and there are letters enough to go by."""
    sample = text[:_SAMPLE]
    if sum(c.isalpha() for c in sample) < _ENOUGH:
        return Detected(UNDETERMINED, UNDETERMINED, 0.0)
    best, confidence = _classifier()(sample)
    known = is_language(best) and confidence >= SURE
    return Detected(best if known else UNDETERMINED, best, confidence)


@cache
def _classifier() -> Callable[[str], tuple[str, float]]:
    from importlib.resources import files

    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]  # it ships no types

    model = files("py3langid") / "data" / "model.npz.xz"
    classify: Callable[[str], tuple[str, float]] = LanguageIdentifier.from_modelpath(model, norm_probs=True).classify
    return classify
