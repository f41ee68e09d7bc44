"""Baselines: what they accept, what they say once it is mended, and broken ones."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import given
from strategies import maps, structures

from argmap.checks import Baseline, BaselineError, check, load_baseline
from argmap.formats import loads, read_text

BRIDGE = """\
argmap: 1
main: close
claims:
  close: {text: Close the bridge, kind: policy}
  quiet: {text: Quiet matters, kind: value}
inferences:
  because: {premises: [quiet, trafic], conclusion: close}
"""
MORE = BRIDGE.replace("  quiet:", "  shops: {text: Shops need cars, kind: value}\n  quiet:").replace(
    "\ninferences:", "\nattacks: {but: {premises: shops, target: close}}\ninferences:"
)


def codes(text: str) -> set[str]:
    return {finding.code for finding in check(loads(text))}


def baseline(text: str, file: str = "bridge.yaml") -> Baseline:
    return Baseline().updated(file, check(loads(text)), codes(text))


def open_findings(text: str, accepting: Baseline, file: str = "bridge.yaml") -> list[tuple[str, str | None]]:
    return [(f.code, f.element) for f in accepting.accept(file, check(loads(text))) if f.is_open]


def test_what_is_accepted_is_marked_and_all_else_is_open():
    assert open_findings(BRIDGE, baseline(BRIDGE)) == []
    assert open_findings(BRIDGE, Baseline()) == [(f.code, f.element) for f in check(loads(BRIDGE))]
    assert open_findings(MORE, baseline(BRIDGE)) == [("SUP001", "shops"), ("ATK001", "but")]


def test_a_finding_of_another_file_is_not_accepted():
    assert open_findings(BRIDGE, baseline(BRIDGE, "other.yaml")) != []


def test_of_equal_findings_as_many_are_accepted_as_there_were():
    twice = BRIDGE.replace("[quiet, trafic]", "[trafic, quiet, trafic]")
    assert open_findings(twice, baseline(BRIDGE)) == [("STR001", "because")]
    assert open_findings(BRIDGE, baseline(twice)) == []


def test_another_misspelt_id_in_the_place_of_an_accepted_one_is_new():
    assert open_findings(BRIDGE.replace("trafic", "qiet"), baseline(BRIDGE)) == [("STR001", "because")]


def test_a_waived_finding_is_not_put_into_the_baseline():
    waived = BRIDGE + "waivers: [{rule: SUP001, element: quiet, reason: Known.}]\n"
    assert "SUP001" not in {accepted.code for accepted in baseline(waived).counts}
    assert not any(f.baselined for f in baseline(BRIDGE).accept("bridge.yaml", check(loads(waived))) if f.waived)


def test_what_a_reader_notices_is_never_accepted():
    read = read_text("argmap: 1\nclaims: {a: {txt: A}}\n")
    assert {finding.code for finding in read.findings} == {"FMT004", "FMT005"}
    assert Baseline().updated("m", read.findings, {"FMT004", "FMT005"}) == Baseline()


def test_an_entry_that_accepts_nothing_any_more_is_stale_if_its_rule_looked():
    backed = BRIDGE.replace("kind: value}", "kind: value, given: common}")
    left = check(loads(backed))
    accepting = baseline(BRIDGE)
    stale = list(accepting.find_stale("bridge.yaml", left, codes(BRIDGE)))
    assert [(entry.code, entry.element) for entry in stale] == [("SUP001", "quiet")]
    assert list(accepting.find_stale("bridge.yaml", left, {"STR001"})) == []
    assert list(accepting.find_stale("other.yaml", [], codes(BRIDGE))) == []
    assert accepting.updated("bridge.yaml", left, codes(BRIDGE)) == baseline(backed)


def test_an_update_keeps_what_other_rules_and_files_have():
    both = baseline(BRIDGE).updated("other.yaml", check(loads(BRIDGE)), codes(BRIDGE))
    assert {entry.file for entry in both.counts} == {"bridge.yaml", "other.yaml"}
    assert both.updated("bridge.yaml", [], codes(BRIDGE)) == baseline(BRIDGE, "other.yaml")
    assert {entry.code for entry in baseline(BRIDGE).updated("bridge.yaml", [], {"STR001"}).counts} == codes(BRIDGE) - {
        "STR001"
    }
    assert both.without({"other.yaml"}) == baseline(BRIDGE)


def test_the_file_is_sorted_with_an_entry_on_each_line(tmp_path):
    text = baseline(BRIDGE).to_json()
    lines = text.splitlines()
    assert lines[:2] == ["{", '  "argmap-baseline": 1,']
    entries = [json.loads(line.strip().rstrip(",")) for line in lines[3:-2]]
    assert [list(entry) for entry in entries] == [["file", "code", "element", "fingerprint", "count"]] * len(entries)
    assert [entry["code"] for entry in entries] == ["POL004", "POL005", "STR001", "SUP001", "SUP002"]
    assert Baseline().to_json() == '{\n  "argmap-baseline": 1,\n  "findings": []\n}\n'


@given(argument_map=maps | structures)
def test_a_baseline_that_is_written_and_read_again_accepts_every_finding(tmp_path_factory, argument_map):
    findings = check(argument_map, profile="strict")
    written = Baseline().updated("m", findings, ())
    path = tmp_path_factory.mktemp("baseline") / "baseline.json"
    path.write_text(written.to_json(), encoding="utf-8")
    read = load_baseline(path)
    assert read == written
    assert [f for f in read.accept("m", findings) if f.is_open] == []
    assert list(read.find_stale("m", findings, {f.code for f in findings})) == []


def test_an_entry_that_stands_twice_counts_once(tmp_path):
    text = baseline(BRIDGE).to_json()
    first = text.splitlines()[3]
    (tmp_path / "b.json").write_text(text.replace(first, f"{first}\n{first}"))
    assert load_baseline(tmp_path / "b.json") == baseline(BRIDGE)


def _with_count(count: object) -> bytes:
    entry = {"file": "m", "code": "SUP001", "element": None, "fingerprint": "0", "count": count}
    return json.dumps({"argmap-baseline": 1, "findings": [entry]}).encode()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (_with_count(0), "findings.0.count: input should be greater than or equal to 1"),
        (_with_count("2"), "findings.0.count: input should be a valid integer"),
        (b"", "not JSON: Expecting value"),
        (b"\xff", "byte 0 is not UTF-8"),
        (b"[" * 100_000, "not JSON: "),
        (b"[]", 'found no "argmap-baseline": 1, expected a file that --update-baseline wrote'),
        (b'{"findings": []}', 'found no "argmap-baseline": 1'),
        (b'{"argmap-baseline": 2, "findings": []}', "the baseline has version 2, expected at most 1; update argmap"),
        (b'{"argmap-baseline": "1", "findings": []}', "argmap-baseline: input should be 1"),
        (b'{"argmap-baseline": 1}', "findings: field required"),
        (b'{"argmap-baseline": 1, "findings": [{"file": "m"}]}', "findings.0.code: field required"),
    ],
)
def test_a_broken_file_is_told_with_what_is_the_matter(tmp_path, content, problem):
    path = tmp_path / "b.json"
    path.write_bytes(content)
    with pytest.raises(BaselineError) as caught:
        load_baseline(path)
    assert str(caught.value).startswith(f"{path}: {problem}")
    assert caught.value.file == path
    assert pickle.loads(pickle.dumps(caught.value)).problem == caught.value.problem
