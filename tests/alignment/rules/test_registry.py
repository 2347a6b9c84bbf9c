"""Rules are found by the name that a record gives them, in the order of their modules."""

from __future__ import annotations

from pathlib import Path

import pytest

from palermo.alignment.gaps.gaps import gaps
from palermo.alignment.rules.registry import rules_by_name
from palermo.corpus.errors import InputError
from palermo.corpus.readers import read_text
from palermo.kb.frameworks.framework import every, load
from tests.support.framework_folder import frameworks_of, protocol_text


def test_each_rule_answers_a_code_and_each_code_has_a_rule() -> None:
    named = [element.treatment.rule for element in load("palermo").elements]
    assert set(named) == set(rules_by_name())


def test_a_rule_that_there_is_not_is_named_with_its_file_and_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "palermo.yaml").write_text(protocol_text().replace("rule: acts.act", "rule: acts.deed", 1), "utf-8")
    law = read_text("Article 1. Trafficking in persons\n\nWhoever recruits a person is punished.", lang="en")
    with frameworks_of(tmp_path, monkeypatch), pytest.raises(InputError) as refused:
        gaps([law], load("palermo"))
    assert str(refused.value).startswith(
        "palermo.yaml: elements, act.recruitment: rule is 'acts.deed' (expected one of "
    )
    assert "acts.act, " in str(refused.value)


def test_a_record_without_a_rule_is_undecided(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "palermo.yaml").write_text(protocol_text().replace("    rule: acts.act\n", "", 1), "utf-8")
    law = read_text("Article 1. Trafficking in persons\n\nWhoever recruits a person is punished.", lang="en")
    with frameworks_of(tmp_path, monkeypatch):
        assert not every().element("act.recruitment").treatment.rule
        finding = gaps([law], load("palermo")).finding("act.recruitment")
    assert (finding.value.value, finding.rule) == ("unclear", "no-rule")
