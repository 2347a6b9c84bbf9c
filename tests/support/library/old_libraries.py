"""Libraries as older programs left them."""

from __future__ import annotations

import re
import sqlite3
from importlib import resources
from pathlib import Path

from palermo.kb.library import store

__all__ = ["age"]


def age(file: Path, schema: int) -> None:
    """Take back the steps after this schema."""
    db = sqlite3.connect(file)
    for step in reversed(range(schema + 1, store.SCHEMA_VERSION + 1)):
        made = resources.files("palermo.kb.library").joinpath("schema", f"{step}.sql").read_text("utf-8")
        for table in reversed(re.findall(r"CREATE TABLE (\w+)", made)):
            db.execute(f"DROP TABLE {table}")
    db.execute(f"PRAGMA user_version = {schema}")
    db.commit()
    db.close()
