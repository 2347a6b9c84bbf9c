"""Packages of the office formats: the same parts, the same bytes."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from palermo.report.format.reproducible_zip import rezipped, zipped


def test_the_same_parts_give_the_same_bytes_whenever_and_in_whatever_order_they_are_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first = zipped([("b.xml", b"<b/>"), ("[Content_Types].xml", b"<t/>"), ("a.xml", b"<a/>")])
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(0))
    assert zipped([("a.xml", b"<a/>"), ("b.xml", b"<b/>"), ("[Content_Types].xml", b"<t/>")]) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "a.xml", "b.xml"]
        assert {info.date_time for info in archive.infolist()} == {(2023, 11, 14, 0, 0, 0)}


def test_a_package_of_another_library_is_written_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")  # earlier than a zip file can say
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.xml", "<a/>")
    assert rezipped(other.getvalue()) == zipped([("a.xml", b"<a/>")])
