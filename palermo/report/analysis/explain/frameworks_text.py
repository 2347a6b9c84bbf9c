"""The frameworks for the terminal: for each element its code, the article that asks for it, and its restatement."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from palermo.kb.frameworks.framework import Element, Framework
from palermo.report.analysis.explain.words import about, place
from palermo.report.format.terminal import PLAIN, Screen

__all__ = ["frameworks"]


def frameworks(catalogues: Sequence[Framework], screen: Screen = PLAIN) -> str:
    """Each framework under its title, its elements by group."""
    return "\n\n".join(_framework(framework, screen) for framework in catalogues)


def _framework(framework: Framework, screen: Screen) -> str:
    lines = [screen.title(framework.title), *screen.wrap(about(framework))]
    for group, elements in groupby(framework.elements, key=lambda element: element.group):
        lines += ["", screen.strong(group)]
        for element in elements:
            lines += _element(element, screen)
    return "\n".join(lines)


def _element(element: Element, screen: Screen) -> list[str]:
    head = f"{screen.strong(element.code)}  {element.label} {screen.faint(f'({place(element)})')}"
    return [
        *screen.wrap(head, first="  ", rest="      "),
        *screen.wrap(element.restatement, first="      ", rest="      "),
    ]
