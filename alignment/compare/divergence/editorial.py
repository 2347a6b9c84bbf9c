"""Differences that change nothing in law: signs, case, spelling, articles, abbreviations, other forms of a word.

What counts as the same is data (`kb/languages/LANG/change_words.yaml`), from drafting manuals and Interpretation Acts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from palermo.alignment.compare.divergence.change import ClauseChange
from palermo.alignment.compare.divergence.figures import figures
from palermo.alignment.compare.divergence.stretch import spell
from palermo.alignment.compare.model import EDITORIAL, HISTORY_NOTE, Divergence
from palermo.corpus.grammar_words import any_word, latin_numbers
from palermo.kb.lexicon.change_words import ChangeWords
from palermo.kb.lexicon.lemmatise import stem

__all__ = ["printed", "said"]

_FEW = 6  # words; in longer stretches another order or other forms may mean something else
_ITEM = re.compile(r"[(\[]?(?:[^\W\d]{1,4}|\d{1,3}(?:[.-]\d+)*)[.)\]°º:–—-]{0,3}")
_SIGNS = frozenset("€$£¥%§№°+=")


@cache
def _opens_item() -> re.Pattern[str]:
    known = any_word(lambda words: words.conjunctions.before_item)
    return re.compile(rf"(?:^|[\n;:—–-]|[;,] (?:{known}))\s*$")


def printed(change: ClauseChange) -> Divergence | None:
    """Why the change is one of notes, signs, numbering or spelling; None where it is not."""
    return _first(change, (_note, _signs, _item, _same_words, _joined, _numbers))


def said(change: ClauseChange) -> Divergence | None:
    """Why other words say the same; None where they do not."""
    return _first(change, (_meaning,))


def _first(change: ClauseChange, reasons: Sequence[Callable[[ClauseChange], str | None]]) -> Divergence | None:
    for why in reasons:
        if reason := why(change):
            return Divergence(EDITORIAL, reason)
    return None


def _note(change: ClauseChange) -> str | None:
    """A note on the history of the text: the change is one, or stands in a line that is one."""
    notes, lines = change.words.notes, change.words.note_lines
    rest = [spell(notes.sub(" ", text)) for text in (change.old, change.new)]
    if rest[0] == rest[1] and (notes.search(change.old) or notes.search(change.new)):
        return HISTORY_NOTE
    if lines.pattern != "(?!)" and all(lines.match(side.line(span[0])) for side, span in change.sides):
        return HISTORY_NOTE
    return None


def _signs(change: ClauseChange) -> str | None:
    text = change.old + change.new
    if any(c.isalnum() or c in _SIGNS or unicodedata.category(c) == "Sc" for c in text):
        return None
    return "punctuation"


def _item(change: ClauseChange) -> str | None:
    """The number of an item inside the text, at the beginning of a line or after a stop."""
    if not (change.old or change.new):
        return None
    for side, (start, end) in change.sides:
        text = side.folded[start:end]
        if text in latin_numbers().items and re.search(
            r"(?:^|\n)\W*\d+[.)°º]?\s?$", side.text[max(0, start - 12) : start]
        ):
            continue
        if text and not _ITEM.fullmatch(text):
            return None
        if any(s < end and start < e for s, e in side.references):
            return None
        if not _opens_item().search(side.text[max(0, start - 12) : start]):
            return None
        bracketed = re.search(r"[.)\]°º]", text) or re.match(r"\s?[.)\]°º]", side.folded[end : end + 2])
        if text and not bracketed:
            return None
    return "the number of an item"


def _same_words(change: ClauseChange) -> str | None:
    if change.old_words != change.new_words or not change.old_words:
        return None
    if _letters(change.old_text) == _letters(change.new_text):
        return "punctuation"
    return "letter case" if change.old == change.new else "letter case and punctuation"


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _joined(change: ClauseChange) -> str | None:
    """The same letters, written together or apart, with other accents or by other rules of spelling."""
    old, new = ("".join(words) for words in (change.old_words, change.new_words))
    if not old or not new or any(map(str.isdigit, old + new)):
        return None
    if old == new:
        return "written together or apart"
    return "spelling" if _plain(old) == _plain(new) or _spelled(change) else None


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.replace("ß", "ss"))
    return "".join(c for c in text if not unicodedata.combining(c) or c == "\u0306")


# Pairs of letters by which the spellings of one word differ: British and American; before and after 1996 in German.
_VARIANTS = (
    (r"is(e[sd]?|ing|ations?)\b", r"iz\1"),
    (r"yse", "yze"),
    (r"our(?=s?\b|able|ing|ed)", "or"),
    (r"ence\b", "ense"),
    (r"ll(?=ed|ing|er)", "l"),
    (r"(?<=judg)e(?=ment)", ""),
    (r"th(?=un\b|ür|al\b|eil)", "t"),
    (r"ph(?=ie|on|otogra)", "f"),
    (r"(?<=\w)'(?=s\b)", ""),
)


def _spelled(change: ClauseChange) -> bool:
    if len(change.old_words) != len(change.new_words):
        return False

    def one(word: str) -> str:
        for pattern, spelling in _VARIANTS:
            word = re.sub(pattern, spelling, word)
        return _plain(word)

    return all(one(a) == one(b) for a, b in zip(change.old_words, change.new_words, strict=True))


def _numbers(change: ClauseChange) -> str | None:
    """The same numbers written in another way, and nothing else."""
    read = [list(_read(text, change.words)) for text in (change.old, change.new)]
    same = read[0] == read[1] and any(word[0].isdigit() for word in read[0])
    return "the same number written in another way" if same else None


def _read(text: str, words: ChangeWords) -> Iterator[str]:
    """The words of a text with numbers by their value, one said twice ("seven (7)") once, and units in one form."""
    at, last = 0, ""
    for figure in figures(text, words):
        yield from (words.equivalents.get(word, word) for word in spell(text[at : figure.start]))
        if figure.value != last or spell(text[at : figure.start]):
            yield figure.value
        at, last = figure.end, figure.value
    yield from (words.equivalents.get(word, word) for word in spell(text[at:]))


def _meaning(change: ClauseChange) -> str | None:
    """Articles, abbreviations and phrases of one meaning; other forms of the same words."""
    words = change.words
    old, new = (_canonical(text, words) for text in (change.old, change.new))
    if old == new:
        kinds = [list(filter(None, spell(words.articles.sub(" ", text)))) for text in (change.old, change.new)]
        return (
            "an article or another word without weight" if kinds[0] == kinds[1] else "other words of the same meaning"
        )
    if not 0 < len(old) <= _FEW or len(old) != len(new):
        return None
    if sorted(old) == sorted(new):
        return "the order of the words"
    if all(_same_word(a, b, words) for a, b in zip(old, new, strict=True)):
        return "another form of the same words"
    return None


def _canonical(text: str, words: ChangeWords) -> Sequence[str]:
    text = words.phrases.sub(lambda match: f" {words.equivalents[match[0]]} ", text)
    return [words.equivalents.get(word, word) for word in spell(words.articles.sub(" ", text))]


def _same_word(a: str, b: str, words: ChangeWords) -> bool:
    """Whether two words are forms of one, neither a number nor a word that decides about a duty or a condition."""
    if a == b:
        return True
    if (
        a[0].isdigit()
        or b[0].isdigit()
        or min(len(a), len(b)) < _SHORTEST
        or any(map(words.numerals.fullmatch, (a, b)))
    ):
        return False
    decisive = (words.negation, *words.modality.values(), *words.connectives.values())
    if any((pattern.fullmatch(a) is None) != (pattern.fullmatch(b) is None) for pattern in decisive):
        return False
    stems = sorted((stem(a, words.lang), stem(b, words.lang)), key=len)
    # A stemmer may take a letter of the stem for an ending: one more letter is no other word.
    return stems[1].startswith(stems[0]) and len(stems[1]) - len(stems[0]) <= (len(stems[0]) >= _LONG)


_SHORTEST, _LONG = 3, 5
