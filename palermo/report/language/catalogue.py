"""Catalogues of messages, as gettext has them: `catalogues/ru.po` is read as it is, without a step that compiles it."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from palermo.report.language.speaking import SOURCE

__all__ = ["catalogue"]


@cache
def catalogue(lang: str) -> NullTranslations:
    """The messages of a language; for English one that gives back what it is asked for."""
    if lang == SOURCE:
        return NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with (files(__package__) / "catalogues" / f"{lang}.po").open("rb") as source:
        messages = read_po(source, locale=lang, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return GNUTranslations(compiled)
