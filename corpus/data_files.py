"""Reading the data files that stand beside the code."""

from __future__ import annotations

from importlib.resources import files
from typing import Any, TypeVar

from palermo.corpus.errors import InputError
from palermo.corpus.fill_typed import fill_typed

__all__ = ["load_yaml", "read_data", "read_typed"]

T = TypeVar("T")


def read_data(package: str, name: str) -> Any:
    """Parsed YAML file of this name in a package; the name may be a path below its folder."""
    return load_yaml((files(package) / name).read_text("utf-8"))


def load_yaml(text: str) -> Any:
    """Parsed YAML of plain values; by libyaml where PyYAML was built with it, which is ten times faster.

    Raises yaml.YAMLError.
    """
    import yaml

    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def read_typed(package: str, name: str, kind: type[T]) -> T:
    """The YAML file of this name in a package as one `kind`: see `fill_typed`. Raises InputError."""
    import yaml

    file = "/".join((*package.split(".")[1:], name))
    try:
        data = read_data(package, name)
    except FileNotFoundError:
        raise InputError("there is no such data file", file=file) from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise InputError(error.problem or "broken", file=file, line=line, expected="YAML") from error
    return fill_typed(data, kind, file)
