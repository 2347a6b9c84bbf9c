"""LibreOffice as a judge of tracked changes: it accepts, or rejects, all of them and writes what is left as text."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

__all__ = ["judged"]

_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Judge(folder As String)
  Dim names(5000) As String
  Dim n As Integer
  name = Dir(folder &amp; "/*.docx", 0)
  Do While name &lt;&gt; ""
    names(n) = name
    n = n + 1
    name = Dir
  Loop
  For i = 0 To n - 1
    Settle(folder &amp; "/" &amp; names(i), ".uno:AcceptAllTrackedChanges", ".accepted.txt")
    Settle(folder &amp; "/" &amp; names(i), ".uno:RejectAllTrackedChanges", ".rejected.txt")
  Next
End Sub
Sub Settle(file As String, command As String, suffix As String)
  Dim opened(0) As New com.sun.star.beans.PropertyValue
  Dim stored(1) As New com.sun.star.beans.PropertyValue
  Dim none()
  opened(0).Name = "Hidden"
  opened(0).Value = True
  stored(0).Name = "FilterName"
  stored(0).Value = "Text (encoded)"
  stored(1).Name = "FilterOptions"
  stored(1).Value = "UTF8,LF,,,"
  document = StarDesktop.loadComponentFromURL(ConvertToURL(file), "_blank", 0, opened())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, none())
  document.storeToURL(ConvertToURL(file &amp; suffix), stored())
  document.close(True)
End Sub
</script:module>
"""


def judged(folder: Path, files: Iterable[tuple[str, bytes]]) -> dict[str, tuple[list[str], list[str]]]:
    """The paragraphs of each file with all changes rejected, and with all accepted; empty ones left out. Skips the test
    where LibreOffice is not installed.
    """
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    documents, profile = folder / "documents", folder / "profile"
    documents.mkdir()
    for name, content in files:
        (documents / f"{name}.docx").write_bytes(content)
    start = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    _run([*start, "macro:///Standard.Module1.Main"])  # makes the profile, which would overwrite the macro
    (profile / "user/basic/Standard/Module1.xba").write_text(_MACRO, encoding="utf-8")
    _run([*start, f'macro:///Standard.Module1.Judge("{documents}")'])
    return {
        file.stem: (_read(Path(f"{file}.rejected.txt")), _read(Path(f"{file}.accepted.txt")))
        for file in documents.glob("*.docx")
    }


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=900)


def _read(file: Path) -> list[str]:
    return [line for line in file.read_text(encoding="utf-8-sig").split("\n") if line]
