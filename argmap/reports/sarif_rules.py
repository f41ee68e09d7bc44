"""What SARIF says of a rule: a reporting descriptor (§3.49), with the properties that GitHub's code scanning shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from argmap.checks import RuleEntry, explain
from argmap.model import Severity
from argmap.reports.rule_list import rule_entries

LEVELS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
"""The level of a result for each severity."""

_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}


def sarif_rules(codes: Sequence[str]) -> list[dict[str, Any]]:
    """Return the descriptor of each code; one that no installed rule has gets its id only."""
    entries = {entry.code: entry for entry in rule_entries()}
    return [_descriptor(entries[code]) if code in entries else {"id": code} for code in codes]


def _descriptor(entry: RuleEntry) -> dict[str, Any]:
    severity = entry.severity
    return {
        "id": entry.code,
        "name": entry.name,
        "shortDescription": {"text": entry.what},
        "fullDescription": {"text": f"{entry.what} {entry.why}".rstrip()},
        "help": _help(entry),
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": {
            "tags": ["argument", entry.family.title.lower()],
            "precision": entry.confidence.value,
            "problem.severity": _PROBLEMS[severity],
        },
    }


def _help(entry: RuleEntry) -> dict[str, str]:
    """Return the page of the rule, whose heading the viewer shows by itself; what a reader notices has no page."""
    if not entry.source:
        return {"text": entry.what, "markdown": entry.what}
    page = explain(entry.code).partition("\n")[2].strip()
    return {"text": f"{entry.what} {entry.why} Source: {entry.source}.", "markdown": page}
