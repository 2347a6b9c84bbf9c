"""Bytes to text, or a refusal that names the byte where it went wrong. Nothing is replaced, guessed away or dropped.

UTF-8 and UTF-16 are known by their marks and their own rules. What is neither can be of two families of single bytes:
windows-1251 where letters above ASCII stand together, as Cyrillic words do; windows-1252 where they stand alone among
ASCII letters, as the accents of Western languages do, and are letters of the language that the text is in. All else
(a damaged UTF-8 file, another Cyrillic or a Central European code page, a picture) is refused: read with the wrong
table, it would be law with other letters.
"""

from __future__ import annotations

import codecs
import re

from palermo.corpus.errors import InputError
from palermo.corpus.grammar_words import alphabets
from palermo.corpus.text.detect_language import detect_language

__all__ = ["decode", "encoding_of", "refuse_binary"]

_EXPECTED = "text in UTF-8, UTF-16, windows-1251 or windows-1252"
_KINDS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF87a", "a picture"),
    (b"GIF89a", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
# control characters that no text has: all but tab, line feed, form feed, carriage return and DOS's end of file (0x1A)
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x19\x1b-\x1f\x7f]")
_CONTROL_CHAR = re.compile("[\x00-\x08\x0b\x0e-\x19\x1b-\x1f\x7f\ufffe\uffff]")
_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_LETTER_BYTES = re.compile(rb"[\xc0-\xff]+")
_CYRILLIC_1251 = frozenset(
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяЁёІіЇїЄєҐґЎўЂђЈјЉљЊњЋћЌќЃѓЏџЅѕ"
)
_SIGNS = frozenset("€‚„…†‡‰‹‘’“”•–—™›\xa0¡£¥§©ª«\xad®°±²³´µ¶·¹º»¼½¾¿№×÷")
# signs that never stand inside a word, low quotes that never end one: there, they are letters of another page (in 850,
# é is 0x82, the low quote of 1252); capitals that no English word consists of: there, they are signs of another page
_MISPLACED = re.compile(r"[^\W\d_](?:[‚„]|[…†‡‰‹›¡£¥±²³¶¼½¾¿×÷][^\W\d_])")
_ALONE = re.compile(r"(?<![^\W\d_])[À-ÖØ-Þ](?![^\W\d_])")
_COMMON = frozenset("оеаинтсрвлОЕАИНТСРВЛіІ")  # over half of the letters of Russian, Ukrainian, Bulgarian, Serbian text


def decode(data: bytes, file: str) -> str:
    """The text of `data`, character for character, line ends included; a leading byte order mark is dropped.

    Raises InputError with the line and the byte for what is no text or is in an encoding that cannot be told for sure.
    """
    refuse_binary(data, file)
    encoding = encoding_of(data)
    if encoding is None:
        raise _undecodable(data, file)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _at(f"byte {error.start} is not {encoding.upper()}", data, error.start, file) from error
    if control := _CONTROL_CHAR.search(text):
        line = text.count("\n", 0, control.start()) + 1
        message = f"has the control character U+{ord(control.group()):04X} (character {control.start()})"
        raise InputError(message, file=file, line=line, expected=_EXPECTED)
    return text


def refuse_binary(data: bytes, file: str) -> None:
    """Raises InputError for the formats that are known by their first bytes."""
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise InputError(f"is {kind}, not text", file=file, expected=_EXPECTED)


def encoding_of(data: bytes) -> str | None:
    """The encoding's Python name, or None where it cannot be told."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if (wide := _unmarked_utf16(data)) is not None:
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _single_byte(data)
    return "utf-8"


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of what ASCII has (blanks, figures, line ends) is zero, and no other."""
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or not (even or odd) or min(even, odd) > max(even, odd) // 20:
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    known = sum(c.isprintable() or c.isspace() for c in text)
    return encoding if known * 100 >= len(text) * 99 and any(c in " \n" for c in text) else None


def _single_byte(data: bytes) -> str | None:
    if _CONTROL.search(data) or _mostly_utf8(data):
        return None
    letters = _LETTER_BYTES.findall(data)
    together = sum(len(run) - 1 for run in letters)
    if together * 2 > sum(map(len, letters)):
        return "windows-1251" if _is_cyrillic(data) else None
    return "windows-1252" if _is_western(data) else None


def _mostly_utf8(data: bytes) -> bool:
    """A UTF-8 file with a wrong byte in it, rather than a file in another encoding."""
    good = sum(len(m) for m in _UTF8.findall(data))
    return good * 2 > len(_HIGH.findall(data))


def _is_cyrillic(data: bytes) -> bool:
    try:
        text = data.decode("windows-1251")
    except UnicodeDecodeError:
        return False
    high = [c for c in text if c > "\x7f"]
    letters = [c for c in high if c in _CYRILLIC_1251]
    if len(letters) + sum(c in _SIGNS for c in high) < len(high) or not letters:
        return False
    common = sum(c in _COMMON for c in letters)
    wrong_case = len(re.findall(r"[а-яё][А-ЯЁ]", text))
    return common * 2 > len(letters) and wrong_case * 200 <= len(letters)


def _is_western(data: bytes) -> bool:
    try:
        text = data.decode("windows-1252")
    except UnicodeDecodeError:
        return False
    high = [c for c in text if c > "\x7f"]
    letters = [c for c in high if c not in _SIGNS]
    if not all(c.isalpha() for c in letters) or _MISPLACED.search(text):
        return False
    language = detect_language(text).best
    alphabet = alphabets().windows_1252.get(language)
    if alphabet is None or (language == "en" and _ALONE.search(text)):
        return False
    foreign = sum(c.lower() not in alphabet for c in letters)
    return foreign * 50 <= len(letters)


def _undecodable(data: bytes, file: str) -> InputError:
    if control := _CONTROL.search(data):
        return _at(f"is no text: byte {control.start()} is 0x{control.group()[0]:02X}", data, control.start(), file)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _at(f"byte {error.start} (0x{data[error.start]:02X}) is not UTF-8", data, error.start, file)
    return InputError("is in an unknown encoding", file=file, expected=_EXPECTED)


def _at(message: str, data: bytes, offset: int, file: str) -> InputError:
    return InputError(message, file=file, line=data.count(b"\n", 0, offset) + 1, expected=_EXPECTED)
