"""Findings as GitHub annotations: commands that a workflow prints, and that GitHub shows beside the lines they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from argmap.model import Finding, Severity
from argmap.model.printable import printable
from argmap.reports.checked_file import CheckedFile
from argmap.reports.rule_list import rule_names

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# The two tables of the toolkit's command.ts. The sign of the escapes themselves comes first.
_IN_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_IN_PROPERTIES = (*_IN_DATA, (":", "%3A"), (",", "%2C"))


def findings_as_github(files: Sequence[CheckedFile]) -> str:
    """Return a workflow command for each open finding, and a notice for each rule that was skipped."""
    names = rule_names()
    return "".join(f"{line}\n" for file in files for line in _lines(file, names))


def _lines(file: CheckedFile, names: Mapping[str, str]) -> Iterator[str]:
    for finding in file.open_findings:
        yield _annotation(finding, file.name, names)
    for code, reason in file.skipped:
        yield _command("notice", {"file": file.name, "title": f"{code} skipped"}, reason)


def _annotation(finding: Finding, file: str, names: Mapping[str, str]) -> str:
    title = f"{finding.code} {names.get(finding.code, '')}".rstrip()
    properties = {"file": file, "title": title}
    if finding.place:
        properties = {"file": file, "line": str(finding.place.line), "col": str(finding.place.column), "title": title}
    fix = f" ({finding.fix})" if finding.fix else ""
    return _command(_COMMANDS[finding.severity], properties, f"{finding.message}{fix}")


def _command(name: str, properties: Mapping[str, str], message: str) -> str:
    listed = ",".join(f"{key}={_escape(value, _IN_PROPERTIES)}" for key, value in properties.items())
    return printable(f"::{name} {listed}::{_escape(message, _IN_DATA)}")


def _escape(text: str, escapes: Sequence[tuple[str, str]]) -> str:
    for character, escaped in escapes:
        text = text.replace(character, escaped)
    return text
