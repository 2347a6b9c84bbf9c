"""Gaps: a body of law held against a framework, code by code."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial

from palermo.alignment.penalties.grades import penalties
from palermo.alignment.rules.answer import Answer, absent, undecided
from palermo.alignment.rules.registry import Question, Rule, rules_by_name
from palermo.alignment.rules.sentence import Sentence
from palermo.alignment.scope.scope import Scope, find_scope
from palermo.alignment.statute.cue_hits import CueHit
from palermo.corpus.errors import InputError, UsageError
from palermo.corpus.model.findings import Evidence, Finding, GapAnalysis, Requirement, Value
from palermo.corpus.model.languages import UNDETERMINED
from palermo.corpus.model.text_model import Span, Version
from palermo.kb.frameworks.confidence import confidence
from palermo.kb.frameworks.framework import Element, Framework, every, home
from palermo.kb.lexicon.cues import load as load_cues

__all__ = ["NO_RULE", "analyse", "answer", "gaps", "language", "quotation", "rules"]

NO_RULE = "no-rule"  # the rule of an answer to a code that has none
_MAX_EVIDENCE = 6
_MAX_QUOTE = 240  # code points of a quotation
_THRESHOLD = 0.5  # an answer whose rule was wrong more often than right is given as unclear


def gaps(versions: Sequence[Version], framework: Framework) -> GapAnalysis:
    """The findings about one body of law, all its texts read together, one for each element of the framework.

    Raises UsageError where the texts are in several languages or in one that palermo has no cue words for.
    """
    return analyse(versions, framework)[1]


def analyse(versions: Sequence[Version], framework: Framework) -> tuple[Scope, GapAnalysis]:
    """The findings as `gaps` gives them, with the scope that they rest on."""
    scope = find_scope(versions, load_cues(language(versions)))
    answers = answer(scope) if scope.core else dict.fromkeys(rules(scope), _nothing(scope))
    findings = tuple(_finding(scope, e, answers.get(e.code) or _unknown()) for e in framework.elements)
    searched = tuple((unit.source, unit.provision) for unit in scope.core)
    return scope, GapAnalysis(tuple(versions), framework.id, framework.version, findings, penalties(scope), searched)


def language(versions: Sequence[Version]) -> str:
    """The one language of the texts; raises UsageError where there is none, they have several, or it is not known."""
    langs = {v.lang for v in versions}
    if not langs:
        raise UsageError("there is no text to read", expected="at least one")
    if len(langs) != 1:
        raise UsageError(
            "the texts of a body are in several languages: " + ", ".join(sorted(langs)),
            expected="one language, or --lang",
        )
    if UNDETERMINED in langs:
        raise UsageError("the language of the text is not known", expected="--lang, such as --lang ru")
    return langs.pop()


def _nothing(scope: Scope) -> Answer:
    """Answer no to every code: the texts have no trafficking law."""
    searched = (
        Sentence(
            "No provision was found that makes trafficking an offence or defines it; {n} articles or sections were "
            "searched.",
            n=str(len(scope.units)),
        )
        if len(scope.units) > 1
        else "No provision was found that makes trafficking an offence or defines it; the whole text was searched."
    )
    return absent(
        "no-trafficking-law",
        searched,
        "The provision on trafficking, if it stands in another text.",
    )


def _unknown() -> Answer:
    """Undecided answer: palermo has no rule for the code: nothing was looked for."""
    return undecided(
        NO_RULE,
        "No rule knows this code: the text was not read for it.",
        "A rule for it; until there is one, a reviewer's answer.",
    )


def answer(scope: Scope) -> dict[str, Answer]:
    """An answer for each code that palermo has rules for."""
    return {code: rule() for code, rule in rules(scope).items()}


def rules(scope: Scope) -> Mapping[str, Callable[[], Answer]]:
    """The rule of each code whose record in a framework names one, to be called; each is worked out once.

    Raises InputError for a rule that there is not.
    """
    found = {element.code: (_rule(element), element) for element in every().elements if element.treatment.rule}

    @cache
    def answer_to(code: str) -> Answer:
        rule, element = found[code]
        return rule(Question(scope, code, element.treatment, answer_to))

    return {code: partial(answer_to, code) for code in found}


def _rule(element: Element) -> Rule:
    known, name = rules_by_name(), element.treatment.rule
    if name not in known:
        raise InputError(
            f"elements, {element.code}: rule is {name!r}",
            file=f"{home(element)}.yaml",
            expected="one of " + ", ".join(known),
        )
    return known[name]


def _finding(scope: Scope, element: Element, answer: Answer) -> Finding:
    sure = answer.confidence
    if answer.value is not Value.UNCLEAR:
        sure = confidence(answer.rule, answer.value.value) or sure
    value = answer.value if sure >= _THRESHOLD else Value.UNCLEAR
    explanation = answer.explanation
    if value is not answer.value:
        explanation = Sentence(
            "{explanation} The rule would say {value}, but is right too seldom to decide.",
            explanation=explanation,
            value=answer.value.value,
        )
    evidence = _evidence(answer.hits) or (_searched(scope) if answer.rule != NO_RULE else ())
    extent = answer.extent if value is Value.YES else None
    return Finding(
        code=element.code,
        value=value,
        extent=extent,
        rating=element.rate(value, extent),
        confidence=round(sure, 2),
        rule=answer.rule,
        explanation=explanation,
        would_change=answer.would_change,
        requires=Requirement(element.article, element.bindingness, element.restatement),
        evidence=evidence,
    )


def _evidence(hits: Sequence[CueHit]) -> tuple[Evidence, ...]:
    """The clauses that the hits stand in, each once, with the words of its first hit."""
    found: dict[Span, Evidence] = {}
    for hit in hits:
        if len(found) == _MAX_EVIDENCE:
            break
        unit = hit.segment.unit
        start, end = _clause(hit)
        span = unit.span(start, end)
        if span not in found:
            words = unit.span(hit.start, min(hit.end, end))
            provision = unit.version.at(words.start)
            found[span] = Evidence(unit.source, provision, span, unit.version.quote(span), words)
    return tuple(found.values())


def quotation(hit: CueHit) -> Evidence:
    """The words of the hit and nothing around them."""
    unit = hit.segment.unit
    span = unit.span(hit.start, hit.end)
    return Evidence(unit.source, unit.version.at(span.start), span, unit.version.quote(span))


_BREAK = re.compile(r"[;:.\n](?=\s|$)|[–—](?=\s)")
_COMMA = re.compile(r"[,;:.\n](?=\s|$)|[–—](?=\s)")


def _clause(hit: CueHit) -> tuple[int, int]:
    """The clause around a hit: up to a line end or a sign stronger than a comma; where it is long, up to a comma."""
    unit, limit = hit.segment.unit, _MAX_QUOTE
    # Beyond these a clause is too long, wherever it begins or ends.
    first, last = max(hit.segment.start, hit.start - 2 * limit), min(hit.segment.end, hit.end + 2 * limit)
    for pattern in (_BREAK, _COMMA):
        start = max((m.end() for m in pattern.finditer(unit.text, first, hit.start)), default=first)
        after = pattern.search(unit.text, hit.end, last)
        end = after.start() if after else last
        while start < hit.start and unit.text[start].isspace():
            start += 1
        while end > hit.end and unit.text[end - 1].isspace():
            end -= 1
        if end - start <= limit:
            return start, end
    cut = unit.text.find(" ", hit.start + limit, hit.end)
    return hit.start, cut if cut >= 0 else hit.end


def _searched(scope: Scope) -> tuple[Evidence, ...]:
    """The provisions that were searched without a hit: the first words of each unit of the offence."""
    found = []
    for unit in scope.core[:_MAX_EVIDENCE]:
        end = unit.text.find(" ", 60)
        text_end = end if 0 < end < 120 else min(len(unit.text), 80)
        if text_end:
            span = unit.span(0, text_end)
            found.append(Evidence(unit.source, unit.provision, span, unit.version.quote(span)))
    return tuple(found)
