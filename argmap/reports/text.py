"""Findings as lines of text, one for each, for pipes and files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from argmap.checks import find_fix
from argmap.model import Finding, Severity
from argmap.model.printable import printable
from argmap.reports.checked_file import CheckedFile

SEVERITY_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
"""What people read for a severity."""

_WIDEST_EXCERPT = 100


def findings_as_text(files: Sequence[CheckedFile]) -> str:
    """Return for each file a line for each open finding, then what was skipped and a summary.

    A line is `file:line:column: CODE message (fix)`. A finding of the reader also shows the line of the file, with a
    marker below it.
    """
    return "".join(f"{line}\n" for file in files for line in _lines(file))


def summary(file: CheckedFile) -> str:
    """Return how many findings of each severity the file has, and how many are accepted."""
    counts = Counter(finding.severity for finding in file.open_findings)
    parts = [_count(counts[severity], SEVERITY_WORDS[severity]) for severity in Severity if counts[severity]]
    parts = parts or ["no findings"]
    if waived := sum(finding.waived is not None for finding in file.findings):
        parts.append(f"{waived} waived")
    if baselined := sum(finding.baselined for finding in file.findings):
        parts.append(f"{baselined} in the baseline")
    return ", ".join(parts) + _fixable(file)


def excerpt(file: CheckedFile, finding: Finding) -> list[str]:
    """Return the line of the file where a finding of the reader is, and a marker; [] for a finding of a rule."""
    place = finding.place
    line = file.loaded.source_map.line(place.line) if place else ""
    if place is None or not finding.code.startswith("FMT") or not line.strip():
        return []
    start = max(0, place.column - 1 - _WIDEST_EXCERPT // 2)
    shown = "".join(letter if letter.isprintable() else " " for letter in line[start : start + _WIDEST_EXCERPT])
    return [shown, f"{'~' * (place.column - 1 - start)}^"]


def _fixable(file: CheckedFile) -> str:
    """Return how many open findings `check --fix` mends, with the comma before; "" if it mends none."""
    safe = sum(find_fix(finding) is not None for finding in file.open_findings)
    unsafe = sum(find_fix(finding, unsafe=True) is not None for finding in file.open_findings) - safe
    if safe:
        return f", {safe} fixable with check --fix{f' and {unsafe} more with --unsafe-fixes' if unsafe else ''}"
    return f", {unsafe} fixable with check --fix --unsafe-fixes" if unsafe else ""


def _lines(file: CheckedFile) -> Iterator[str]:
    for finding in file.open_findings:
        yield str(finding)
        yield from (f"    {line}" for line in excerpt(file, finding))
    yield from (f"skipped {code}: {printable(reason)}" for code, reason in file.skipped)
    yield f"{file.name}: {summary(file)}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
