"""The frameworks for the terminal: for each element its code, the article that asks for it, and its restatement."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from palermo.kb.frameworks.framework import Element, Framework
from palermo.report.format.terminal import PLAIN, Screen, wrap
from palermo.report.language.english import count

__all__ = ["frameworks"]


def frameworks(catalogues: Sequence[Framework], screen: Screen = PLAIN) -> str:
    """Each framework under its title, its elements by group."""
    return "\n\n".join(_framework(framework, screen) for framework in catalogues)


def _framework(framework: Framework, screen: Screen) -> str:
    facts = f"{framework.id} {framework.version}; {framework.citation}; {count(len(framework.elements), 'element')}"
    lines = [screen.title(framework.title), *wrap(facts, screen.width)]
    for group, elements in groupby(framework.elements, key=lambda element: element.group):
        lines += ["", screen.strong(group)]
        for element in elements:
            lines += _element(element, screen)
    return "\n".join(lines)


def _element(element: Element, screen: Screen) -> list[str]:
    place = f"art. {element.article}, {element.bindingness}" if element.article else "beyond the framework"
    head = f"{screen.strong(element.code)}  {element.label} {screen.faint(f'({place})')}"
    return [
        *wrap(head, screen.width, first="  ", rest="      "),
        *wrap(element.restatement, screen.width, first="      ", rest="      "),
    ]
