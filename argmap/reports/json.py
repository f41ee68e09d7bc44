"""Findings as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from argmap.model import Finding


def findings_as_json(findings: Iterable[Finding]) -> str:
    """Return the findings as a JSON list of objects, in their order.

    Each has `code`, `severity`, `confidence`, `element` (an id, or null for the map as a whole), `file`, `line` and
    `column` (1-based), `message`, `fix`, `evidence` (ids), `waived` (true or false) and `waiver` (the reason, or null).
    """
    return json.dumps([_as_object(finding) for finding in findings], ensure_ascii=False, indent=2)


def _as_object(finding: Finding) -> dict[str, Any]:
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "element": finding.element,
        "file": place.file if place else None,
        "line": place.line if place else 1,
        "column": place.column if place else 1,
        "message": finding.message,
        "fix": finding.fix,
        "evidence": list(finding.evidence),
        "waived": finding.waived is not None,
        "waiver": finding.waived,
    }
