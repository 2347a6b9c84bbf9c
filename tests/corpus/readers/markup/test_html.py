"""A page's text in its order, without what is the site's machinery; its structure from the numbering."""

from __future__ import annotations

import pytest

from palermo.corpus.errors import InputError
from palermo.corpus.readers import read_text
from palermo.corpus.readers.markup import html

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Lantern Act</title><style>p { color: red }</style>
<link rel="canonical" href="https://laws.example/lantern"></head><body>
<nav><ul><li>Home</li></ul></nav><script>track("page")</script>
<h1>Lantern Act</h1><h2>Article 1. Terms</h2><p>1. A <b>lamp</b> is a <i>light</i>.<br>2. A keeper keeps.</p>
<!-- hidden --><h2>Article 132<sup>1</sup>. Prices</h2>
<table><tr><td>oil</td><td>5</td></tr><tr><td>gas</td><td>6</td></tr></table>
<pre>Article 2
  It   burns.</pre><form><input><button>Search</button></form>
<p>&copy;&nbsp;Lanternland</p></body></html>"""


def test_what_a_page_shows_in_its_order() -> None:
    raw = html.read(PAGE.encode(), "page.html")
    assert raw.text.splitlines() == [
        "Lantern Act", "Article 1. Terms", "1. A lamp is a light.", "2. A keeper keeps.", "Article 132¹. Prices",
        "oil\t5", "gas\t6", "Article 2", "It burns.", "©\u00a0Lanternland",
    ]  # fmt: skip
    assert raw.root is None
    assert (raw.metadata.title, raw.metadata.lang) == ("Lantern Act", "en")
    assert raw.metadata.uri == "https://laws.example/lantern"


def test_articles_of_a_page_are_found() -> None:
    version = read_text(PAGE, name="page.html")
    assert [p.cite for p in version.root.walk() if p.level == "article"][:1] == ["1"]
    assert version.lang == "en"


@pytest.mark.parametrize("encoding", ["koi8-r", "windows-1251", "utf-8"])
def test_a_page_declares_its_encoding(encoding: str) -> None:
    head = f'<head><meta http-equiv="Content-Type" content="text/html; charset={encoding}"></head>'
    page = f"<html>{head}<p>Статья 1</p></html>"
    assert html.read(page.encode(encoding), "page.html").text == "Статья 1"


def test_a_page_with_a_wrong_declaration_is_read_by_its_bytes() -> None:
    page = '<html><meta charset="windows-1251"><p>Статья 1</p></html>'
    assert html.read(page.encode(), "page.html").text == "Статья 1"


def test_xhtml_with_a_declaration() -> None:
    declaration = '<?xml version="1.0" encoding="utf-8"?>'
    page = declaration + '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>One</p></body></html>'
    assert html.read(page.encode(), "page.xhtml").text == "One"


def test_a_page_too_deep_is_refused() -> None:
    with pytest.raises(InputError, match="nests"):
        html.read(("<html><body>" + "<div>" * 230 + "x").encode(), "page.html")


def test_headings_of_a_page_are_headings_and_their_numbers_stand_apart() -> None:
    page = (
        "<h3>Rafts</h3><h4><span>1</span>Meaning of raft<span>E+W</span></h4><p>(1)A raft floats.</p>"
        "<h3>Barges</h3><h4><span>2</span>Meaning of barge</h4><p>(1)A barge is no raft.</p>"
    )
    root = read_text(f"<html><body>{page}</body></html>", name="page.html", lang="en").root
    found = [(p.cite, p.heading) for p in root.walk() if p.level == "section"]
    assert found == [("1", "Meaning of raft E+W"), ("2", "Meaning of barge")]


def test_a_marginal_note_of_a_page_stands_on_a_line_of_its_own() -> None:
    page = "<p><span class='mn'>Rafts.</span><b>12.</b> Whoever sinks a raft is liable to a fine.</p>"
    text = read_text(f"<html><body>{page}</body></html>", name="page.html", lang="en").text
    assert "Rafts.\n12. Whoever" in text


def test_headings_above_numbers_are_those_of_the_sections() -> None:
    sections = "".join(
        f"<h3>Group {n}</h3><h4>Rafts of kind {n}</h4><p>{n}.—(1) A raft floats.</p><p>(2) It sinks.</p>"
        for n in (1, 2, 3)
    )
    page = f"<html><body><p>[13th January 2015]</p><h2>PART 1 RAFTS</h2>{sections}</body></html>"
    root = read_text(page, name="page.html", lang="en").root
    found = [(p.cite, p.heading) for p in root.walk() if p.level == "section"]
    assert found == [(str(n), f"Rafts of kind {n}") for n in (1, 2, 3)]


def test_the_figure_of_a_note_is_raised_though_it_is_a_link() -> None:
    page = '<html><body><p>1. Boats<sup><a href="#n1">1</a></sup> are free.</p></body></html>'
    assert read_text(page, name="a.html", lang="en").text == "1. Boats¹ are free."


def test_a_reference_to_a_control_character_is_a_sign_that_it_was_there() -> None:
    raw = html.read(b"<p>Article 1. A &#27;[8mlamp&#7; is &#x0;lit.</p>", "page.html")
    assert raw.text == "Article 1. A \ufffd[8mlamp\ufffd is \ufffdlit."
