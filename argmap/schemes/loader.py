"""Schemes from TOML files: one scheme in a file, or several under `[[schemes]]`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from argmap.model import ArgmapError, find_nearest
from argmap.model.expected import tell_expected
from argmap.schemes.scheme import Conclusion, CriticalQuestion, Scheme, SchemeSource, Slot

_MANY = "schemes"
_TABLES: dict[str, type[BaseModel]] = {
    "premises": Slot,
    "conclusion": Conclusion,
    "questions": CriticalQuestion,
    "sources": SchemeSource,
}


class SchemeError(ArgmapError, ValueError):
    """A file holds no schemes, or schemes that cannot be used.

    Attributes:
        file: the file, as it was named.
        problems: what was found against what was expected, one text for each problem.
    """

    def __init__(self, file: str, *problems: str) -> None:
        self.file = file
        self.problems = problems
        super().__init__("\n".join(f"{file}: {problem}" for problem in problems))


def load_schemes(path: Path | str) -> tuple[Scheme, ...]:
    """Return the schemes that a file holds; `-` and `_` in the names of its keys are alike.

    Raises:
        SchemeError: the file cannot be read, or holds something that is no scheme; every problem is named.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise SchemeError(str(path), f"the file cannot be read: {error.strerror}") from error
    return read_schemes(data, str(path))


def read_schemes(data: bytes, file: str) -> tuple[Scheme, ...]:
    """Return the schemes that the bytes of a file hold.

    Args:
        data: the file.
        file: its name, for messages.

    Raises:
        SchemeError: the bytes are no TOML, or hold something that is no scheme.
    """
    try:
        document = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SchemeError(file, f"byte {error.start} is not UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SchemeError(file, f"not TOML: {error}") from error
    found: list[Scheme] = []
    problems: list[str] = []
    for key, table in _tables(document, file):
        try:
            found.append(Scheme.model_validate(_with_underscores(table)))
        except ValidationError as error:
            problems += [_problem(details, key) for details in error.errors()]
    if problems:
        raise SchemeError(file, *problems)
    return tuple(found)


def _tables(document: dict[str, Any], file: str) -> list[tuple[str, Any]]:
    """Return the tables of the schemes, each with the key that leads to it."""
    if _MANY not in document:
        return [("", document)]
    tables = document[_MANY]
    if not isinstance(tables, list):
        raise SchemeError(file, f"{_MANY} is {tables!r}, expected a list of tables")
    if len(document) > 1:
        other = next(key for key in document if key != _MANY)
        raise SchemeError(file, f"key {other} beside {_MANY}, expected it in one of the tables [[{_MANY}]]")
    return [(f"{_MANY}.{number}", table) for number, table in enumerate(tables)]


def _with_underscores(value: Any) -> Any:
    """Return the tables with `_` for `-` in their keys, down to the fields of a question."""
    if not isinstance(value, dict):
        return value
    return {
        str(key).replace("-", "_"): [_with_underscores(item) for item in inner]
        if isinstance(inner, list)
        else _with_underscores(inner)
        for key, inner in value.items()
    }


def _problem(error: ErrorDetails, table: str) -> str:
    key = ".".join(filter(None, (table, *map(str, error["loc"]))))
    if error["type"] == "extra_forbidden":
        model = _TABLES.get(str(error["loc"][0]), Scheme) if len(error["loc"]) > 1 else Scheme
        nearest = find_nearest(str(error["loc"][-1]), model.model_fields)
        expected = f"did you mean {nearest}?" if nearest else f"expected {', '.join(model.model_fields)}"
        return f"unknown key {key}, {expected}"
    if error["type"] == "missing":
        return f"{key} is missing, expected {_meaning(error)}"
    if not error["loc"]:
        return f"{table}: {tell_expected(error)}" if table else tell_expected(error)
    return f"{key} is {error['input']!r}, {tell_expected(error)}"


def _meaning(error: ErrorDetails) -> str:
    """Return what the missing field is for, from the model that has it."""
    name = str(error["loc"][-1])
    model = _TABLES.get(str(error["loc"][0]), Scheme) if len(error["loc"]) > 1 else Scheme
    description = model.model_fields[name].description or {
        "premises": "a list of tables [[premises]]",
        "conclusion": "a table [conclusion]",
        "year": "a whole number",
    }.get(name, "it")
    return description[0].lower() + description[1:].split(";")[0].rstrip(".")
