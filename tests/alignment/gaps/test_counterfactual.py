"""The smallest change of text: what is said to turn an answer turns it when the text is read again from the start."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from palermo.alignment.gaps import counterfactual as turning
from palermo.alignment.gaps.explain_answer import explain
from palermo.alignment.gaps.gaps import analyse
from palermo.alignment.scope.scope import Scope
from palermo.corpus.model.findings import GapAnalysis, Value
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_text
from palermo.kb.frameworks.framework import Framework, load
from tests.support.generated_offences import LANGS, offence

FRAMEWORK = load("palermo")
CODES = ("act.recruitment", "act.harbouring", "means.force", "purpose.slavery", "purpose.required")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", CODES)
def test_without_the_words_the_answer_is_what_was_said(code: str, lang: str) -> None:
    text = offence(lang).text()
    said = explain(code, [read_text(text, lang=lang)], FRAMEWORK)
    assert said.finding.value is Value.YES
    assert said.turn is not None
    for _, span in reversed(said.turn.deleted):
        text = text[: span.start] + text[span.end :]
    again = explain(code, [read_text(text, lang=lang)], FRAMEWORK)
    assert again.finding.value is said.turn.becomes is not Value.YES


def test_only_the_words_of_one_means_go() -> None:
    version = read_text(offence("en").text(), lang="en")
    said = explain("means.force", [version], FRAMEWORK)
    assert said.turn is not None
    assert [version.quote(span) for _, span in said.turn.deleted] == ["force"]


def test_a_text_without_trafficking_law_has_nothing_to_delete() -> None:
    version = read_text("Section 1. Dogs\n\nWhoever keeps a dog shall feed it.\n", lang="en")
    assert explain("act.transfer", [version], FRAMEWORK).turn is None


def test_texts_are_read_again_only_where_something_is_deleted(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def again(versions: Sequence[Version], framework: Framework) -> tuple[Scope, GapAnalysis]:
        read.append("")
        return analyse(versions, framework)

    monkeypatch.setattr(turning, "analyse", again)
    version = read_text(offence("en").text(), lang="en")
    assert explain("purpose.begging", [version], FRAMEWORK).finding.value is not Value.YES
    assert read == []
    assert explain("act.recruitment", [version], FRAMEWORK).turn is not None
    assert read == [""]
