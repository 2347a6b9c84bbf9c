"""Language codes: palermo speaks ISO 639-1 ("ru"), identifiers speak ISO 639-2/T ("rus"), as Akoma Ntoso asks.

The languages are the folders of `kb/languages/`, each with its three letters in `language.yaml`. A folder is called by
the three letters themselves where a language has no code of two.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from palermo.corpus.errors import UsageError
from palermo.corpus.language_data import folders, read_language

__all__ = ["UNDETERMINED", "alpha2", "alpha3", "check_language", "is_alpha3", "is_language"]

UNDETERMINED = "und"


@dataclass(frozen=True, slots=True)
class _Names:
    name: str  # in English, for those who read the data
    alpha3: str


def check_language(code: str) -> str:
    """`code` lowered and without a region ("en-GB" is "en"); three letters are turned into two.

    Raises UsageError for a code that is none of palermo's.
    """
    short = code.strip().lower().replace("_", "-").split("-")[0]
    if not is_language(short) and is_alpha3(short):
        short = alpha2(short)
    if not is_language(short):
        raise UsageError(f"unknown language {code!r}", expected="an ISO 639 code such as en, ru, kk, fr, es")
    return short


def is_language(code: str) -> bool:
    """Tell whether palermo has a folder for the language; "und" is one, too."""
    return code == UNDETERMINED or code in folders()


def is_alpha3(code: str) -> bool:
    """Tell whether the code is the three-letter code of one of palermo's languages, or "und"."""
    return len(code) == len(UNDETERMINED) and _alpha2(code) is not None


def alpha3(code: str) -> str:
    """The three-letter code of a language; KeyError if palermo does not know it."""
    if not is_language(code):
        raise KeyError(code)
    return _alpha3(code)


def alpha2(code: str) -> str:
    """The code by which palermo calls a language of three letters; KeyError if palermo does not know it."""
    found = _alpha2(code)
    if found is None:
        raise KeyError(code)
    return found


@cache
def _alpha3(code: str) -> str:
    return code if code == UNDETERMINED else read_language(code, "language", _Names).alpha3


@cache
def _alpha2(three: str) -> str | None:
    likely = sorted(folders(), key=lambda code: code[0] != three[0])  # most codes begin alike: few files are read
    return next((code for code in (UNDETERMINED, *likely) if _alpha3(code) == three), None)
