"""Findings as JUnit XML, for the test pages of build servers: a suite for each file, a test for each rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from xml.etree import ElementTree as ET

from argmap.model import Finding
from argmap.model.printable import printable
from argmap.reports.checked_file import CheckedFile
from argmap.reports.rule_list import rule_names


def findings_as_junit(files: Sequence[CheckedFile], fail_on: str | None = None) -> str:
    """Return the findings as JUnit XML.

    A rule fails in a file if it finds something there that makes the check fail; what is less severe, or accepted, is
    the output of a test that passes. A file that gives no map has errors instead of failures. GitLab shows the class
    of a test as its suite and drops tests whose class and name are not unique, so that the class names the file.

    Args:
        files: what came of reading and checking them.
        fail_on: error, warning, info or never; left out, what the configuration of each file says.
    """
    names = rule_names()
    root = ET.Element("testsuites", name="argmap")
    for file in files:
        root.append(_suite(file, fail_on, names))
    for count in ("tests", "failures", "errors", "skipped"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(file: CheckedFile, fail_on: str | None, names: Mapping[str, str]) -> ET.Element:
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in file.findings:
        found[finding.code].append(finding)
    failing = {id(finding) for finding in file.find_failures(fail_on)}
    skipped = dict(file.skipped)
    suite = ET.Element("testsuite", name=_text(file.name))
    for code in sorted({*file.codes, *skipped, *found}):
        case = ET.SubElement(suite, "testcase", classname=_text(file.name), name=_text(f"{code} {names.get(code, '')}"))
        case.set("file", _text(file.name))
        _fill(case, found[code], failing, skipped.get(code), "error" if file.map is None else "failure")
    counts = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    suite.set("tests", str(len(suite)))
    for count, tag in counts.items():
        suite.set(count, str(sum(case.find(tag) is not None for case in suite)))
    return suite


def _fill(case: ET.Element, findings: list[Finding], failing: set[int], skipped: str | None, tag: str) -> None:
    """Add what came of the test; what did not fail is its output."""
    failures = [finding for finding in findings if id(finding) in failing]
    rest = [_line(finding) for finding in findings if id(finding) not in failing]
    if failures:
        place = failures[0].place
        case.set("line", str(place.line if place else 1))
        failure = ET.SubElement(case, tag, type=failures[0].severity.value, message=_message(failures))
        failure.text = _lines(map(_line, failures))
    if skipped is not None and not failures:
        ET.SubElement(case, "skipped", message=_text(skipped))
    elif skipped is not None:
        rest.append(f"skipped in part: {skipped}")
    if rest:
        ET.SubElement(case, "system-out").text = _lines(rest)


def _message(failures: Sequence[Finding]) -> str:
    more = f" (and {len(failures) - 1} more)" if len(failures) > 1 else ""
    return _text(f"{failures[0].message}{more}")


def _line(finding: Finding) -> str:
    if finding.waived is not None:
        return f"{finding} waived: {' '.join(finding.waived.split()) or 'without a reason'}"
    return f"{finding} in the baseline" if finding.baselined else str(finding)


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(map(_text, lines))


def _text(text: str) -> str:
    """Return the text in one line; XML can hold every character that is printable."""
    return printable(text).strip()
