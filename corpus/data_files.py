"""Reading the data files that stand beside the code."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

__all__ = ["load_yaml", "read_data"]


def read_data(package: str, name: str) -> Any:
    """What the YAML file of this name in a package says; the name may be a path below its folder."""
    return load_yaml((files(package) / name).read_text("utf-8"))


def load_yaml(text: str) -> Any:
    """What a YAML file of plain values says; by libyaml where PyYAML was built with it, which is ten times faster.

    Raises yaml.YAMLError.
    """
    import yaml

    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
