"""JSON, GitHub annotations, JUnit XML and Markdown: what they say, and that no text breaks out of them."""

from __future__ import annotations

import json
import re
from dataclasses import fields, replace
from typing import Any

import jsonschema
import pytest
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st
from strategies import any_text, findings

from argmap.checks import Skipped
from argmap.formats import LoadResult
from argmap.model import ArgumentMap, Claim, Confidence, Finding, Severity, SourceMap
from argmap.model.source_map import Positions
from argmap.reports import (
    CheckedFile,
    findings_as_github,
    findings_as_json,
    findings_as_junit,
    findings_as_markdown,
    findings_as_text,
    findings_schema,
    labels_as_json,
)
from argmap.reports.json import FindingRecord

SCHEMA = jsonschema.Draft202012Validator(findings_schema())
ANNOTATION = re.compile(r"::(error|warning|notice) ([^:]*)::([^\r\n]*)")


def file_with(found: list[Finding], name: str, skipped: str = "") -> CheckedFile:
    texts = ArgumentMap(claims=(Claim(id="a", text="A | `x`\n# <b>"), Claim(id="b", text="B")))
    loaded = LoadResult(texts, SourceMap(name, "", lambda _: Positions({}, {})), ())
    return CheckedFile(loaded, tuple(found), (Skipped("SRC004", skipped),) if skipped else ())


some_files = st.builds(file_with, st.lists(findings, max_size=4), any_text, any_text)


def test_the_schema_of_findings_is_one_and_names_every_key() -> None:
    jsonschema.Draft202012Validator.check_schema(findings_schema())
    record = findings_schema()["$defs"]["FindingRecord"]
    assert list(record["properties"]) == [field.name for field in fields(FindingRecord)] == record["required"]
    assert all("description" in shape for shape in record["properties"].values())


def test_json_is_what_the_schema_says(hostile: CheckedFile, plain: CheckedFile, example: CheckedFile) -> None:
    listed = json.loads(findings_as_json([hostile, plain, example]))
    SCHEMA.validate(listed)
    assert len(listed) == sum(len(file.findings) for file in (hostile, plain, example))
    assert not SCHEMA.is_valid([listed[0] | {"severity": "fatal"}])
    assert not SCHEMA.is_valid([{key: value for key, value in listed[0].items() if key != "path"}])


@given(some_files)
def test_json_says_what_findings_say_whatever_that_is(file: CheckedFile) -> None:
    text = findings_as_json([file])
    listed = json.loads(text)
    SCHEMA.validate(listed)
    assert [(record["message"], record["waiver"]) for record in listed] == [
        (finding.message, finding.waived) for finding in file.findings
    ]
    text.encode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)


def test_json_of_nothing_is_an_empty_list() -> None:
    assert findings_as_json([]) == "[]\n"


@given(some_files)
def test_each_annotation_is_one_line_that_gives_the_message_back(file: CheckedFile) -> None:
    lines = findings_as_github([file]).splitlines()
    assert len(lines) == len(file.open_findings) + len(file.skipped)
    for line, finding in zip(lines, file.open_findings, strict=False):
        match = ANNOTATION.fullmatch(line)
        assert match
        properties = dict(part.split("=", 1) for part in match[2].split(","))
        assert set(properties) <= {"file", "line", "col", "title"}
        assert properties["title"].startswith(finding.code)
        said = f"{finding.message} ({finding.fix})" if finding.fix else finding.message
        assert unescaped(match[3]) == visible(said)
        assert unescaped(properties["file"]) == visible(file.name)


def unescaped(text: str) -> str:
    for escaped, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escaped, character)
    return text


def visible(text: str) -> str:
    return "".join(letter if letter.isprintable() or letter in "\r\n" else "\ufffd" for letter in text)


def test_an_annotation_names_the_severity_the_place_and_the_rule(plain: CheckedFile) -> None:
    info = replace(plain.findings[0], severity=Severity.INFO, message="50%: a, b\nc", fix="")
    assert findings_as_github([replace(plain, findings=(info,))]) == (
        "::notice file=essay.argmap.yaml,line=4,col=3,title=SUP002 ungrounded-main-claim::50%25: a, b%0Ac\n"
    )


@given(some_files)
def test_junit_is_well_formed_whatever_findings_say(file: CheckedFile) -> None:
    root = ElementTree.fromstring(findings_as_junit([file]).encode())
    assert {element.tag for element in root.iter()} <= {
        "testsuites", "testsuite", "testcase", "failure", "skipped", "system-out",
    }  # fmt: skip
    cases = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len(cases) == len(set(cases))
    for element in (root, *root):
        for count, tag in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
            assert int(element.get(count)) == len(list(element.iter(tag)))


def cases(text: str) -> dict[str, list[str]]:
    """Return what came of each test, by name."""
    root = ElementTree.fromstring(text.encode())
    return {case.get("name").split()[0]: [part.tag for part in case] for case in root.iter("testcase")}


def test_a_rule_that_found_nothing_is_a_test_that_passed(check: Any) -> None:
    checked = check("argmap: 1\nmain: a\nclaims: {a: {text: A, given: common}}\n", select=["SUP001", "STR001"])
    assert cases(findings_as_junit([checked])) == {"STR001": [], "SUP001": []}


def test_what_does_not_make_the_check_fail_is_output(plain: CheckedFile, hostile: CheckedFile) -> None:
    assert cases(findings_as_junit([plain]))["SRC001"] == ["failure"]
    assert cases(findings_as_junit([plain], "error"))["SRC001"] == ["system-out"]
    assert cases(findings_as_junit([plain], "never"))["SRC001"] == ["system-out"]
    assert cases(findings_as_junit([hostile]))["SUP001"] == ["failure", "system-out"]
    assert cases(findings_as_junit([hostile], "error"))["STR001"] == ["failure"]


def test_a_skipped_rule_is_a_skipped_test_with_the_reason(example: CheckedFile) -> None:
    root = ElementTree.fromstring(findings_as_junit([example]))
    (skipped,) = root.iter("skipped")
    assert skipped.get("message") == "no text of [article] for 76 anchors"


def test_a_file_that_gives_no_map_is_an_error(check: Any) -> None:
    assert cases(findings_as_junit([check("claims: [")])) == {"FMT002": ["error"]}


def test_a_rule_that_saw_only_part_says_so_beside_what_it_found(plain: CheckedFile) -> None:
    partly = replace(plain, skipped=(Skipped("SRC001", "one text is missing"),))
    text = findings_as_junit([partly])
    assert cases(text)["SRC001"] == ["failure", "system-out"]
    assert "skipped in part: one text is missing" in text


@given(some_files)
def test_markdown_has_only_the_headings_and_lists_that_are_its_own(file: CheckedFile) -> None:
    text = findings_as_markdown([file])
    lines = text.splitlines()
    assert len(lines) == text.count("\n")
    shapes = re.compile(r"# Findings|## .*|### .*|- (\*\*[A-Z]{3}\d{3}\*\* |SRC004: ).*|Nothing was found\.|")
    assert [line for line in lines if not shapes.fullmatch(line)] == []
    assert sum(line.startswith("- **") for line in lines) == len(file.findings)
    assert not re.search(r"(?<!\\)[<|]", re.sub(r"`\[[^`\n]*\]`", "", text))


@given(st.lists(findings, max_size=4), any_text)
def test_the_lines_are_one_for_each_finding_and_each_rule_that_was_skipped(found: list[Finding], skipped: str) -> None:
    file = file_with([replace(finding, message="m", fix="") for finding in found], "a.yaml", skipped)
    assert len(findings_as_text([file]).splitlines()) == len(file.open_findings) + len(file.skipped) + 1


def test_one_document_holds_the_findings_of_all_files(plain: CheckedFile, check: Any) -> None:
    other = check("argmap: 1\n", "other.yaml", ["STR004"])
    for report in (findings_as_json, findings_as_github, findings_as_junit, findings_as_markdown, findings_as_text):
        text = report([plain, other])
        assert "essay.argmap.yaml" in text
        assert "other.yaml" in text


@pytest.mark.parametrize("confidence", Confidence)
def test_confidence_is_in_the_json(confidence: Confidence, plain: CheckedFile) -> None:
    file = replace(plain, findings=(replace(plain.findings[0], confidence=confidence),))
    assert json.loads(findings_as_json([file]))[0]["confidence"] == confidence.value


def test_no_character_that_misleads_stands_in_json_as_it_is() -> None:
    text = "Turn \u202eback, \x9b31m, \ud800"
    argument_map = ArgumentMap(main=("a",), claims=(Claim(id="a", text=text),))
    written = labels_as_json(argument_map.labels(), {})
    assert r"Turn \u202eback, \u009b31m, \ud800" in written
    assert json.loads(written)["elements"][0]["text"] == text
