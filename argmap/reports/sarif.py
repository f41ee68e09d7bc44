"""Findings as SARIF 2.1.0, which GitHub's code scanning and many editors read.

Sections (§) are those of the specification: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0
Plus Errata 01 (2023).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from argmap.graph.lookup import SINGULAR
from argmap.model import Finding, Place
from argmap.model.printable import one_line
from argmap.reports.checked_file import CheckedFile
from argmap.reports.json_text import dump_json
from argmap.reports.sarif_rules import LEVELS, sarif_rules

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"


def findings_as_sarif(files: Sequence[CheckedFile]) -> str:
    """Return the findings of all files as one SARIF run.

    Accepted findings are there as suppressed results, skipped rules as notifications, evidence as related locations.
    A result has the fingerprint of its finding, so that it is known again when lines move.
    """
    codes = sorted({code for file in files for code in _codes(file)})
    indices = {code: index for index, code in enumerate(codes)}
    names = dict.fromkeys(file.name for file in files)  # a file may be named twice, an artifact may not
    run = {
        "tool": {"driver": {"name": "argmap", "version": version("argmap"), "rules": sarif_rules(codes)}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which argmap was run."}}},
        "artifacts": [{"location": _artifact(name), "roles": ["analysisTarget"]} for name in names],
        "invocations": [_invocation(files, indices)],
        "results": [result for file in files for result in _results(file, indices)],
    }
    return dump_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _codes(file: CheckedFile) -> set[str]:
    return {finding.code for finding in file.findings} | {code for code, _ in file.skipped}


def _invocation(files: Sequence[CheckedFile], indices: Mapping[str, int]) -> dict[str, Any]:
    return {
        "executionSuccessful": all(file.map is not None for file in files),
        "toolExecutionNotifications": [
            {
                "level": "note",
                "message": _message(f"{code} was skipped: {reason}"),
                "associatedRule": {"id": code, "index": indices[code]},
                "locations": [{"physicalLocation": {"artifactLocation": _artifact(file.name)}}],
            }
            for file in files
            for code, reason in file.skipped
        ],
    }


def _results(file: CheckedFile, indices: Mapping[str, int]) -> list[dict[str, Any]]:
    seen: Counter[str] = Counter()
    results = []
    for finding in file.findings:
        seen[finding.fingerprint] += 1
        results.append(_result(file, finding, indices[finding.code], seen[finding.fingerprint]))
    return results


def _result(file: CheckedFile, finding: Finding, index: int, occurrence: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": _message(f"{finding.message}{f' ({finding.fix})' if finding.fix else ''}"),
        "locations": [_location(file, finding.element, finding.place or Place(file.name, 1, 1))],
        "partialFingerprints": {"argmapFinding/v1": f"{finding.fingerprint}:{occurrence}"},
        "properties": {"confidence": finding.confidence.value},
    }
    if related := _related(file, finding):
        result["relatedLocations"] = related
    if suppressions := list(_suppressions(finding)):
        result["suppressions"] = suppressions
    return result


def _related(file: CheckedFile, finding: Finding) -> list[dict[str, Any]]:
    """Return where the evidence is defined; ids that nothing defines have no place."""
    ids = [element_id for element_id in dict.fromkeys(finding.evidence) if element_id != finding.element]
    places = [(element_id, place) for element_id in ids if (place := file.place(element_id))]
    return [
        {"id": number, "message": _message(f"[{element_id}]"), **_location(file, element_id, place)}
        for number, (element_id, place) in enumerate(places, start=1)
    ]


def _location(file: CheckedFile, element_id: str | None, place: Place) -> dict[str, Any]:
    physical = {
        "artifactLocation": _artifact(place.file),
        "region": {"startLine": place.line, "startColumn": place.column},
    }
    section = "" if element_id is None else file.section(element_id)
    if not section:
        return {"physicalLocation": physical}
    logical = {"name": element_id, "fullyQualifiedName": f"{section}/{element_id}", "kind": SINGULAR[section]}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _suppressions(finding: Finding) -> Iterator[dict[str, str]]:
    """Yield what accepts the finding: a waiver in the map itself, or a baseline outside of it."""
    if finding.waived is not None:
        reason = one_line(finding.waived)
        yield {"kind": "inSource", "status": "accepted"} | ({"justification": reason} if reason else {})
    if finding.baselined:
        yield {"kind": "external", "status": "accepted"}


def _artifact(name: str) -> dict[str, str]:
    """Return the location of a file: relative to where argmap was run, or absolute if it lies elsewhere."""
    path = Path(name)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(path.as_posix(), errors="surrogatepass"), "uriBaseId": _ROOT}


def _message(text: str) -> dict[str, str]:
    """Return a plain text message (§3.11): braces would be placeholders, and brackets before a parenthesis a link."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", r"]\(")}
