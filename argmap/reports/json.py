"""Findings as JSON, and the JSON Schema of that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from argmap.checks import find_fix
from argmap.model import Confidence, Finding, Path, Severity
from argmap.reports.checked_file import CheckedFile
from argmap.reports.json_text import dump_json
from argmap.reports.rule_list import rule_names


@dataclass(frozen=True)
class FindingRecord:
    """One thing that was noticed about a map or its file."""

    code: Annotated[str, Field(description="The code of the rule, or of what the reader noticed (FMT).")]
    rule: Annotated[str, Field(description="The name of the rule; empty if no installed rule has the code.")]
    severity: Annotated[Severity, Field(description="How much it matters.")]
    confidence: Annotated[Confidence, Field(description="How sure the rule is that it is a defect.")]
    element: Annotated[str | None, Field(description="The id of the element; null for the map as a whole.")]
    file: Annotated[str | None, Field(description="The file as it was named; <stdin> for standard input.")]
    line: Annotated[int, Field(description="The line in the file.", ge=1)]
    column: Annotated[int, Field(description="The column in the line, in characters.", ge=1)]
    path: Annotated[Path, Field(description="The way to the value in the map: section, index, field, index.")]
    message: Annotated[str, Field(description="What was found, against what was expected.")]
    fix: Annotated[str, Field(description="How to mend it; empty if there is no general way.")]
    evidence: Annotated[tuple[str, ...], Field(description="The ids that show it, in the order that tells the story.")]
    gap: Annotated[str, Field(description="What a picture shows where support is missing; empty if none is.")]
    waived: Annotated[bool, Field(description="Whether a waiver of the map accepts it.")]
    waiver: Annotated[str | None, Field(description="The reason of the waiver; null if it is not waived.")]
    baselined: Annotated[bool, Field(description="Whether the baseline of the check accepts it.")]
    fixable: Annotated[
        Literal["safe", "unsafe"] | None,
        Field(description="Whether `check --fix` mends it, or only with --unsafe-fixes; null if neither does."),
    ]
    fingerprint: Annotated[
        str, Field(description="What stays the same when lines move; it may occur again.", pattern="^[0-9a-f]{16}$")
    ]


def findings_as_json(files: Sequence[CheckedFile]) -> str:
    """Return the findings of all files as one JSON list of objects, in their order; see `findings_schema`."""
    names = rule_names()
    return dump_json([vars(_record(finding, names)) for file in files for finding in file.findings]) + "\n"


def findings_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `findings_as_json` gives.

    Later versions may add keys to the objects; they take none away and change the meaning of none.
    """
    generated = TypeAdapter(list[FindingRecord]).json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:argmap:findings:1",
        "title": "Findings",
        "description": "What argmap found in maps, in the order of the files and of their lines.",
        **generated,
    }


def _record(finding: Finding, names: Mapping[str, str]) -> FindingRecord:
    place = finding.place
    return FindingRecord(
        code=finding.code,
        rule=names.get(finding.code, ""),
        severity=finding.severity,
        confidence=finding.confidence,
        element=finding.element,
        file=place.file if place else None,
        line=place.line if place else 1,
        column=place.column if place else 1,
        path=finding.path,
        message=finding.message,
        fix=finding.fix,
        evidence=finding.evidence,
        gap=finding.gap,
        waived=finding.waived is not None,
        waiver=finding.waived,
        baselined=finding.baselined,
        fixable=_fixable(finding),
        fingerprint=finding.fingerprint,
    )


def _fixable(finding: Finding) -> Literal["safe", "unsafe"] | None:
    if find_fix(finding):
        return "safe"
    return "unsafe" if find_fix(finding, unsafe=True) else None
