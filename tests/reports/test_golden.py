"""Each report, whole, over a hostile map and over an example."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence

import pytest
from rich.console import Console

from argmap.reports import (
    CheckedFile,
    findings_as_github,
    findings_as_json,
    findings_as_junit,
    findings_as_markdown,
    findings_as_sarif,
    findings_as_text,
    print_findings,
)


def sarif_without_pages(files: Sequence[CheckedFile]) -> str:
    """Return the SARIF of the files without what changes with the rules' pages and with each release."""
    document = json.loads(findings_as_sarif(files))
    driver = document["runs"][0]["tool"]["driver"]
    driver["version"] = "..."
    for rule in driver["rules"]:
        for key in ("fullDescription", "help"):
            rule[key] = dict.fromkeys(rule[key], "...")
    return json.dumps(document, ensure_ascii=False, indent=2)


REPORTS = {
    "github": findings_as_github,
    "json": findings_as_json,
    "junit": findings_as_junit,
    "markdown": findings_as_markdown,
    "sarif": sarif_without_pages,
    "text": findings_as_text,
}


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("case", ["hostile", "example"])
def test_the_report_is_the_golden_one(name: str, case: str, request: pytest.FixtureRequest, snapshot: object) -> None:
    assert REPORTS[name]([request.getfixturevalue(case)]) == snapshot


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("case", ["hostile", "example"])
def test_what_a_terminal_shows_is_golden(
    case: str, width: int, request: pytest.FixtureRequest, snapshot: object
) -> None:
    stream = io.StringIO()
    print_findings([request.getfixturevalue(case)], Console(file=stream, width=width, highlight=False))
    assert [line.rstrip() for line in stream.getvalue().splitlines()] == snapshot
