"""SARIF holds to the schema of OASIS, and to what the specification asks beyond it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import any_text, findings, maps

from argmap.checks import Skipped, run
from argmap.formats import LoadResult, dumps, read_text
from argmap.model import ArgumentMap, Claim, Finding, SourceMap
from argmap.model.source_map import Positions
from argmap.reports import CheckedFile, findings_as_sarif

SCHEMA = Path(__file__).parent / "sarif-schema-2.1.0.json"
VALIDATOR = jsonschema.Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
MAP = ArgumentMap(claims=(Claim(id="a", text="A"), Claim(id="b", text="B")))


def sarif_run(*files: CheckedFile) -> dict[str, Any]:
    document = json.loads(findings_as_sarif(files))
    VALIDATOR.validate(document)
    (only,) = document["runs"]
    return only


def file_with(found: list[Finding], name: str = "a.yaml", skipped: str = "") -> CheckedFile:
    loaded = LoadResult(MAP, SourceMap(name, "", lambda _: Positions({}, {})), ())
    return CheckedFile(loaded, tuple(found), (Skipped("SRC004", skipped),) if skipped else ())


def test_the_schema_is_the_one_that_oasis_published() -> None:
    digest = hashlib.sha256(SCHEMA.read_bytes()).hexdigest()
    assert digest in SCHEMA.with_suffix(".md").read_text(encoding="utf-8")


def test_the_schema_refuses_what_is_no_sarif(plain: CheckedFile) -> None:
    document = json.loads(findings_as_sarif([plain]))
    document["runs"][0]["results"][0]["level"] = "info"
    assert not VALIDATOR.is_valid(document)


@settings(max_examples=15)
@given(maps)
def test_whatever_is_found_in_a_map_gives_valid_sarif(drawn: ArgumentMap) -> None:
    loaded = read_text(dumps(drawn), "drawn.yaml")
    assert loaded.map is not None
    checked = CheckedFile.of(loaded, run(loaded.map, profile="strict"))
    assert len(sarif_run(checked)["results"]) == len(checked.findings)


@given(st.lists(findings, max_size=4), any_text.filter(bool), any_text)
def test_whatever_findings_say_the_sarif_is_valid(found: list[Finding], name: str, skipped: str) -> None:
    text = findings_as_sarif([file_with(found, name, skipped)])
    VALIDATOR.validate(json.loads(text))
    text.encode()
    assert not set(text) - {"\n"} & {chr(code) for code in (*range(32), *range(127, 160))}


def test_each_result_refers_to_its_rule(hostile: CheckedFile, plain: CheckedFile, example: CheckedFile) -> None:
    only = sarif_run(hostile, plain, example)
    rules = only["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in only["results"]] == [
        finding.code for file in (hostile, plain, example) for finding in file.findings
    ]
    (notice,) = only["invocations"][0]["toolExecutionNotifications"]
    assert rules[notice["associatedRule"]["index"]]["id"] == "SRC004"


def test_a_rule_comes_with_its_page_and_with_what_code_scanning_shows(plain: CheckedFile) -> None:
    rule = next(rule for rule in sarif_run(plain)["tool"]["driver"]["rules"] if rule["id"] == "SRC001")
    assert rule["name"] == "unsupported-fact"
    assert rule["shortDescription"]["text"] == "A fact is stated with no source and no reason."
    assert rule["help"]["markdown"].startswith("A fact is stated")
    assert "## Found: " in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"level": "warning"}
    assert rule["properties"]["problem.severity"] == "warning"


def test_a_result_is_known_again_when_lines_move(check: Any) -> None:
    text = "argmap: 1\nmain: a\nclaims:\n  a: {text: A, kind: policy}\n"
    before, after = (
        {result["partialFingerprints"]["argmapFinding/v1"] for result in sarif_run(check(written))["results"]}
        for written in (text, text.replace("claims:\n", "# a remark\nclaims:\n  b: {text: B, given: common}\n"))
    )
    assert before
    assert before <= after


def test_two_findings_that_are_alike_have_fingerprints_of_their_own(check: Any) -> None:
    checked = check("argmap: 1\nclaims: {a: {text: A, given: common}}\nattacks: {x: {premises: [b, b], target: a}}\n")
    prints = [tuple(result["partialFingerprints"].values()) for result in sarif_run(checked)["results"]]
    assert len(prints) == len(set(prints)) >= 2


def test_a_waived_finding_is_suppressed_in_the_source_with_its_reason(hostile: CheckedFile) -> None:
    results = [result for result in sarif_run(hostile)["results"] if "suppressions" in result]
    assert [result["suppressions"] for result in results] == [
        [{"kind": "inSource", "status": "accepted", "justification": "Known | since ::error::<b> ]]> �[31m�31m"}]
    ]
    assert "suppressions" not in json.dumps(sarif_run(hostile.without_accepted()))


def test_a_finding_of_the_baseline_is_suppressed_from_outside(plain: CheckedFile) -> None:
    known = replace(plain, findings=tuple(replace(finding, baselined=True) for finding in plain.findings))
    suppressions = [result["suppressions"] for result in sarif_run(known)["results"]]
    assert suppressions == [[{"kind": "external", "status": "accepted"}]] * len(plain.findings)


def test_evidence_has_a_place_of_its_own(check: Any) -> None:
    checked = check(
        "argmap: 1\nmain: a\nclaims:\n  a: {text: A, kind: policy}\n  b: B\nattacks: {x: {premises: b, target: a}}\n"
    )
    (attack,) = [result for result in sarif_run(checked)["results"] if result["ruleId"] == "ATK001"]
    related = {place["logicalLocations"][0]["name"]: place for place in attack["relatedLocations"]}
    assert related["b"]["physicalLocation"]["region"] == {"startLine": 5, "startColumn": 3}
    assert related["b"]["logicalLocations"][0]["fullyQualifiedName"] == "claims/b"


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("essay.argmap.yaml", "essay.argmap.yaml"),
        ("./maps/a b.yaml", "maps/a%20b.yaml"),
        ("a:b%.yaml", "a%3Ab%25.yaml"),
        ("é#?.yaml", "%C3%A9%23%3F.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
    ],
)
def test_a_file_is_named_relative_to_the_root_and_encoded(name: str, uri: str, check: Any) -> None:
    only = sarif_run(check("argmap: 1\n", name, ("STR004",)))
    location = {"uri": uri, "uriBaseId": "%SRCROOT%"}
    assert only["artifacts"] == [{"location": location, "roles": ["analysisTarget"]}]
    assert only["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == location


def test_a_file_in_the_folder_is_relative_however_it_is_named(check: Any) -> None:
    inside, outside = (
        check("argmap: 1\n", str(path)) for path in (Path.cwd() / "a.yaml", Path.cwd().parent / "b.yaml")
    )
    artifacts = [artifact["location"] for artifact in sarif_run(inside, outside)["artifacts"]]
    assert artifacts[0] == {"uri": "a.yaml", "uriBaseId": "%SRCROOT%"}
    assert artifacts[1] == {"uri": (Path.cwd().parent / "b.yaml").as_uri()}


def test_a_message_holds_neither_placeholders_nor_links(hostile: CheckedFile) -> None:
    (anchor,) = [result for result in sarif_run(hostile)["results"] if result["ruleId"] == "SRC004"]
    assert anchor["message"]["text"].startswith(r'anchor "[x]\(y) {{0}}" of claim [close]')


def test_a_file_that_gives_no_map_did_not_run_with_success(check: Any, plain: CheckedFile) -> None:
    assert sarif_run(plain)["invocations"][0]["executionSuccessful"]
    only = sarif_run(plain, check("claims: ["))
    assert not only["invocations"][0]["executionSuccessful"]
    assert only["results"][-1]["ruleId"].startswith("FMT")


def test_no_files_give_an_empty_run() -> None:
    assert sarif_run()["results"] == []
