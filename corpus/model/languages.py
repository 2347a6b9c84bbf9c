"""Language codes: palermo speaks ISO 639-1 ("ru"), identifiers speak ISO 639-2/T ("rus"), as Akoma Ntoso asks."""

from __future__ import annotations

from palermo.corpus.errors import UsageError

__all__ = ["ALPHA3", "UNDETERMINED", "alpha2", "alpha3", "check_language"]

UNDETERMINED = "und"

ALPHA3: dict[str, str] = {
    "ar": "ara", "be": "bel", "bg": "bul", "bn": "ben", "cs": "ces", "da": "dan", "de": "deu", "el": "ell",
    "en": "eng", "es": "spa", "et": "est", "fi": "fin", "fr": "fra", "ga": "gle", "he": "heb", "hi": "hin",
    "hr": "hrv", "hu": "hun", "hy": "hye", "id": "ind", "it": "ita", "ja": "jpn", "ka": "kat", "kk": "kaz",
    "ky": "kir", "lt": "lit", "lv": "lav", "mn": "mon", "ms": "msa", "nl": "nld", "no": "nor", "pl": "pol",
    "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk", "sl": "slv", "sq": "sqi", "sr": "srp", "sv": "swe",
    "tg": "tgk", "th": "tha", "tk": "tuk", "tr": "tur", "uk": "ukr", "ur": "urd", "uz": "uzb", "vi": "vie",
    "zh": "zho", UNDETERMINED: UNDETERMINED,
}  # fmt: skip
_ALPHA2 = {three: two for two, three in ALPHA3.items()}


def check_language(code: str) -> str:
    """`code` lowered and without a region ("en-GB" is "en"); three letters are turned into two.

    Raises UsageError for a code that is none of palermo's.
    """
    short = code.strip().lower().replace("_", "-").split("-")[0]
    short = _ALPHA2.get(short, short)
    if short not in ALPHA3:
        raise UsageError(f"unknown language {code!r}", expected="an ISO 639 code such as en, ru, kk, fr, es")
    return short


def alpha3(code: str) -> str:
    """The three-letter code of a two-letter one."""
    return ALPHA3[code]


def alpha2(code: str) -> str:
    """The two-letter code of a three-letter one; KeyError if palermo does not know it."""
    return _ALPHA2[code]
