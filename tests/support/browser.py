"""Pages in a real browser, for tests; Playwright need not be there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

__all__ = ["Page", "at", "opened"]

Page = Any  # of Playwright


def opened(chromium: Any, page: str, folder: Path, *, width: int = 1280, script: bool = True) -> Page:
    """The page in a new tab; everything that it asks for is kept in `asked`."""
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    context = chromium.new_context(viewport={"width": width, "height": 800}, java_script_enabled=script)
    tab = context.new_page()
    tab.asked = []
    tab.on("request", lambda request: tab.asked.append(request.url))
    tab.goto(file.as_uri())
    return tab


def at(tab: Page) -> str:
    """The anchor that the page is at."""
    return str(tab.url.partition("#")[2])
