"""The text of a Markdown file stays as it is; its syntax becomes marks that no person reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.corpus.readers import plain
from palermo.corpus.readers.markdown import read as markdown
from tests.support.failures.same_text import assert_same_text


def visible(text: str) -> str:
    """What a person reads: the text without its marks."""
    raw = markdown.read(text)
    out, at = [], 0
    for start, end in raw.marks:
        out.append(raw.text[at:start])
        at = end
    return "".join([*out, raw.text[at:]])


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("## Article 3\n", "Article 3\n"),
        ("##Article 3\n", "Article 3\n"),
        ("###### 3. Nets\n", "3. Nets\n"),
        ("No. #3 is\n", "No. #3 is\n"),
        ("**3**.— (1) No *person* shall __fish__.\n", "3.— (1) No person shall fish.\n"),
        ("(*a*) nets;\n", "(a) nets;\n"),
        ("1\\. Nets\n", "1. Nets\n"),
        ("2 * 3 is six\n", "2 * 3 is six\n"),
        ("a snake_case word\n", "a snake_case word\n"),
        ("repealed; <*>\n", "repealed; <*>\n"),
        ('see [section 4](https://example.org/4 "four") of\n', "see section 4 of\n"),
        ("see [section\n4](https://example.org/4) of\n", "see section\n4 of\n"),
        ("see [the Act][1] of\n\n[1]: https://example.org\n", "see the Act of\n\n\n"),
        ("[Repealed] and [substituted][by] it\n", "[Repealed] and [substituted][by] it\n"),
        ("> quoted\n> words\n", "quoted\nwords\n"),
        ("* one\n* two\n", "one\ntwo\n"),
        ("- one\n", "- one\n"),  # a dash may be the list's own sign; it stays
        ("fish[^1]\n\n[^1]: a note\n", "fish\n\na note\n"),
        ("fish<br/><sup>2</sup> <!-- gone -->\n", "fish2 \n"),
        ("5 < 6 and 7 > 6\n", "5 < 6 and 7 > 6\n"),
        ("above\n\n---\n\nbelow\n", "above\n\n\n\nbelow\n"),
        ("| a | b |\n|---|:---|\n| 1 | 2 |\n", "| a | b |\n\n| 1 | 2 |\n"),
    ],
)
def test_syntax_is_not_read(source: str, read: str) -> None:
    assert visible(source) == read


def test_front_matters_are_metadata() -> None:
    source = (
        '---\ntitle: "Fish Act"\ncountry: ie\nlang: EN\npublication_date: 2001-02-03\nlast_updated: 2004-05-06\n'
        "source: https://example.org/fish\n---\n---\ntags:\n  - fish\n---\n# Fish Act\n"
    )
    raw = markdown.read(source)
    assert visible(source) == "Fish Act\n"
    assert (raw.metadata.title, raw.metadata.country, raw.metadata.lang) == ("Fish Act", "ie", "en")
    assert (raw.metadata.date, raw.metadata.uri) == ("2004-05-06", "https://example.org/fish")


def test_a_rule_at_the_beginning_is_no_front_matter() -> None:
    assert visible("---\n\nFish Act\n\n---\n") == "\n\nFish Act\n\n\n"


def test_running_heads_are_not_read() -> None:
    page = "-----\n\nFish Act 2001    {}\n\nNo person shall fish in pond {}.\n\n"
    text = "".join(page.format(n, n) for n in range(1, 4))
    assert "Fish Act" not in visible(text)
    assert "No person shall fish in pond 2." in visible(text)


def test_page_numbers_at_form_feeds_are_not_read() -> None:
    text = "No person\n\f12\n\nshall fish.\n"
    raw = plain.read(text)
    assert_same_text(raw.text, text)
    assert [text[s:e] for s, e in raw.marks] == ["12"]


@given(st.text(alphabet='ab 1*_#>[](){}<>/\\`~|:-.^!\n\t"é', max_size=200))
def test_the_text_stays_and_marks_lie_in_order_inside_it(text: str) -> None:
    raw = markdown.read(text)
    assert_same_text(raw.text, text)
    edges = [edge for mark in raw.marks for edge in mark]
    assert edges == sorted(edges)
    assert all(start < end <= len(text) for start, end in raw.marks)
    assert all(a[1] < b[0] for a, b in zip(raw.marks, raw.marks[1:], strict=False))


def test_running_heads_without_page_breaks_turn_round_on_even_pages() -> None:
    odd, even = "Fishing         Cap. 9          {}", "{}          Cap. 9          Fishing"
    heads = ["LAWS OF A STATE\n\n" + (odd if n % 2 else even).format(n) for n in range(3, 7)]
    text = "".join(f"{head}\n\nNo person shall fish in pond {n}.\n\n" for n, head in enumerate(heads))
    seen = visible(text)
    assert "Cap. 9" not in seen
    assert "LAWS" not in seen
    assert seen.count("No person shall fish") == 4


def test_a_table_of_contents_is_no_running_head() -> None:
    text = "".join(f"Pond number {word}          {n}\n\n" for n, word in enumerate(("one", "two", "three"), 4))
    assert visible(text).count("Pond number") == 3
