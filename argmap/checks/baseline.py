"""Baselines: findings that a project accepts for now, so that a check fails only for new ones."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from argmap.model import ArgmapError, Finding

VERSION = 1
"""The version of the file's format that this release writes; it reads every version up to it."""


class BaselineError(ArgmapError, ValueError):
    """A baseline file cannot be used.

    Attributes:
        file: the file.
        problem: what was found against what was expected.
    """

    def __init__(self, file: Path, problem: str) -> None:
        self.file = file
        self.problem = problem
        super().__init__(f"{file}: {problem}")


class Accepted(NamedTuple):
    """What tells an accepted finding from others; several findings may have the same.

    Attributes:
        file: the map's file, relative to the folder of the baseline, with forward slashes.
        code: the rule.
        element: the element; None for the map as a whole.
        fingerprint: that of the finding.
    """

    file: str
    code: str
    element: str | None
    fingerprint: str


@dataclass(frozen=True)
class Baseline:
    """The findings that a project accepts for now, of any number of files.

    What a reader notices (FMT) is never accepted: where a part of the file is not read, its findings are not known.

    Attributes:
        counts: how many findings of each kind are accepted, 1 or more.
    """

    counts: Mapping[Accepted, int] = field(default_factory=dict)

    def accept(self, file: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings of a file, those that the baseline accepts marked; of several equal ones the first."""
        left = dict(self.counts)
        return tuple(replace(finding, baselined=_takes(left, file, finding)) for finding in findings)

    def find_stale(self, file: str, findings: Iterable[Finding], codes: Collection[str]) -> Iterator[Accepted]:
        """Yield what accepts more findings of a file than there are, in order.

        Args:
            file: the file.
            findings: all of its findings.
            codes: the rules that looked at all of the file.
        """
        found = _count(file, findings)
        for accepted, count in sorted(self.counts.items(), key=lambda item: _order(item[0])):
            if accepted.file == file and accepted.code in codes and found[accepted] < count:
                yield accepted

    def updated(self, file: str, findings: Iterable[Finding], codes: Collection[str]) -> Baseline:
        """Return the baseline that accepts exactly what these rules find in the file now, and all else as before."""
        found = _count(file, findings)
        kept = {
            accepted: count
            for accepted, count in self.counts.items()
            if accepted.file != file or accepted.code not in codes
        }
        return Baseline(kept | {accepted: max(count, kept.get(accepted, 0)) for accepted, count in found.items()})

    def without(self, files: Collection[str]) -> Baseline:
        """Return the baseline without what it accepts in some files."""
        return Baseline({accepted: count for accepted, count in self.counts.items() if accepted.file not in files})

    def to_json(self) -> str:
        """Return the content of the baseline's file: sorted, with an entry on each line, so that changes read well."""
        lines = [
            json.dumps({**accepted._asdict(), "count": count}, ensure_ascii=False)
            for accepted, count in sorted(self.counts.items(), key=lambda item: _order(item[0]))
        ]
        entries = ",\n".join(f"    {line}" for line in lines)
        findings = f"[\n{entries}\n  ]" if entries else "[]"
        return f'{{\n  "argmap-baseline": {VERSION},\n  "findings": {findings}\n}}\n'


def load_baseline(path: Path | str) -> Baseline:
    """Return the baseline in a file.

    Raises:
        BaselineError: the file holds something that is no baseline.
        OSError: the file does not exist or cannot be opened.
    """
    path = Path(path)
    try:
        document = json.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BaselineError(path, f"byte {error.start} is not UTF-8") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise BaselineError(path, f"not JSON: {error}") from error
    if not isinstance(document, dict) or "argmap-baseline" not in document:
        raise BaselineError(
            path, f'found no "argmap-baseline": {VERSION}, expected a file that --update-baseline wrote'
        )
    version = document["argmap-baseline"]
    if type(version) is int and version > VERSION:
        raise BaselineError(path, f"the baseline has version {version}, expected at most {VERSION}; update argmap")
    try:
        entries = _File.model_validate(document).findings
    except ValidationError as error:
        raise BaselineError(path, _problem(error)) from error
    counts: dict[Accepted, int] = {}
    for entry in entries:  # one that stands twice, as after a merge, counts once
        accepted = Accepted(entry.file, entry.code, entry.element, entry.fingerprint)
        counts[accepted] = max(entry.count, counts.get(accepted, 0))
    return Baseline(counts)


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    file: str
    code: str
    element: str | None
    fingerprint: str
    count: Annotated[int, Field(ge=1)]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    version: Literal[1] = Field(alias="argmap-baseline")
    findings: list[_Entry]


def _takes(left: dict[Accepted, int], file: str, finding: Finding) -> bool:
    accepted = _identity(file, finding)
    if not _can_be_accepted(finding) or not left.get(accepted):
        return False
    left[accepted] -= 1
    return True


def _count(file: str, findings: Iterable[Finding]) -> Counter[Accepted]:
    return Counter(_identity(file, finding) for finding in findings if _can_be_accepted(finding))


def _can_be_accepted(finding: Finding) -> bool:
    return finding.waived is None and not finding.code.startswith("FMT")


def _identity(file: str, finding: Finding) -> Accepted:
    return Accepted(file, finding.code, finding.element, finding.fingerprint)


def _order(accepted: Accepted) -> tuple[str, str, str, str]:
    return accepted.file, accepted.code, accepted.element or "", accepted.fingerprint


def _problem(error: ValidationError) -> str:
    first: Any = error.errors(include_url=False)[0]
    where = ".".join(map(str, first["loc"]))
    return f"{where}: {first['msg'][0].lower()}{first['msg'][1:]}"
