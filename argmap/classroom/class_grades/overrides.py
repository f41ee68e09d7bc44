"""Scores that a teacher gives instead of the program's."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import PurePath

from argmap.model import ArgmapError
from argmap.model.printable import printable


class OverridesError(ArgmapError, ValueError):
    """A file of overrides cannot be used."""


@dataclass(frozen=True, slots=True)
class Override:
    """A score that a teacher gives.

    Attributes:
        score: 0 to 1.
        remark: what to say about it.
    """

    score: float
    remark: str = ""


def read_overrides(text: str) -> dict[str, Override]:
    """Return the overrides in a CSV text with the columns `file`, `score` (0 to 1) and, if need be, `remark`.

    Raises:
        OverridesError: a column or a score is missing or out of range, or a file stands there twice.
    """
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    if not {"file", "score"} <= set(rows.fieldnames or ()):
        raise OverridesError("expected a first line with the columns file, score and remark")
    found: dict[str, Override] = {}
    for row in rows:
        name = (row["file"] or "").strip()
        if name in found:
            raise OverridesError(f"line {rows.line_num}: {printable(name)} stands there twice")
        found[name] = Override(_score(row["score"], rows.line_num), (row.get("remark") or "").strip())
    return found


def assign_overrides(overrides: Mapping[str, Override], files: Iterable[str]) -> dict[str, Override]:
    """Return the override of each file that has one; files are named as in the table of grades, or by name alone.

    Raises:
        OverridesError: no file has such a name, or several have.
    """
    known = list(files)
    by_name: dict[str, list[str]] = {}
    for file in known:
        by_name.setdefault(PurePath(file).name, []).append(file)
    found: dict[str, Override] = {}
    for name, override in overrides.items():
        meant = [name] if name in known else by_name.get(name, [])
        if len(meant) != 1:
            problem = "there is no such response" if not meant else "several responses have that name"
            raise OverridesError(f"override of {printable(name)}: {problem}")
        if meant[0] in found:
            raise OverridesError(f"override of {printable(name)}: the response has two")
        found[meant[0]] = override
    return found


def _score(text: str | None, line: int) -> float:
    try:
        score = float(text or "")
    except ValueError:
        score = -1.0
    if not (isfinite(score) and 0 <= score <= 1):
        raise OverridesError(f"line {line}: found the score {printable(text or 'nothing')}, expected one from 0 to 1")
    return score
