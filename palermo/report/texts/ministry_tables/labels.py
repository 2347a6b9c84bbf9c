"""The words of the tables for ministries, in the language of the report; and what the units of an act are called."""

from __future__ import annotations

from functools import cache
from typing import Any

from palermo.corpus.data_files import read_data
from palermo.corpus.errors import UsageError
from palermo.corpus.model.text_model import Provision, Version
from palermo.report.language.catalogue import catalogue
from palermo.report.language.speaking import SOURCE, languages
from palermo.report.shared.pair_words import label

__all__ = ["TABLE", "Labels", "english"]

TABLE = "table"
"""The context of the labels in the catalogues."""
_CODE = ("кодекс", "code")


class Labels:
    """The labels in one language: `labels["element"]`.

    Raises UsageError for a language that has none.
    """

    def __init__(self, lang: str) -> None:
        if lang not in languages():
            raise UsageError(
                f"the tables have no labels in {lang!r}", expected=f"--report-lang {', '.join(languages())}"
            )
        self.lang = lang
        self._words = catalogue(lang)
        self._units: dict[str, str] = _data()["units"].get(lang, {})

    @classmethod
    def like(cls, lang: str) -> Labels:
        """The labels in the language of the law, if there are any, else in English."""
        return cls(lang if lang in languages() else SOURCE)

    def __getitem__(self, name: str) -> str:
        return self._words.pgettext(TABLE, english()[name])

    def said(self, name: str, *words: str) -> str:
        """The label with the words in its places."""
        return self[name].format(*words)

    def titled(self, name: str, of: str) -> str:
        """A label with what it is about: `Comparative table: Harbour Act`."""
        return self.said("titled", self[name], of)

    def unit(self, version: Version, article: Provision, part: Provision | None = None) -> str:
        """An article, or a part of it, as a drafter names it: `Статья 128, часть 2`; as `label` where the language of
        the report has no words for it.
        """
        names = [self._one(article.level, article.num)]
        if part is not None and part is not article:
            names.append(self._one(_kind(version, part), part.num))
        if all(names):
            return ", ".join(names)
        whole = label([part or article])
        return (
            f"{article.level.capitalize()} {whole}" if article.cite and article.num else whole[:1].upper() + whole[1:]
        )

    def _one(self, kind: str, num: str) -> str:
        word = self._units.get(kind, "")
        if not word or not num:
            return ""
        return f"{num}-{word}" if self.lang == "kk" else f"{word} {num}"


def _kind(version: Version, part: Provision) -> str:
    """How the law counts the parts of its articles."""
    if part.num_span is None:
        return ""
    bracketed = version.text[part.num_span.start : part.num_span.end + 1].rstrip().endswith(")")
    kind = "bracketed" if bracketed else "numbered"
    kazakh_statute = version.ref.instrument.country == "kz" and not any(w in version.title.casefold() for w in _CODE)
    return f"statute_{kind}" if kazakh_statute else kind


def english() -> dict[str, str]:
    """The labels by name, in English."""
    labels: dict[str, str] = _data()["labels"]
    return labels


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = read_data(__package__, "labels.yaml")
    return data
