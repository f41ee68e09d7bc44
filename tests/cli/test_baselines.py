"""`argmap check --baseline`, run as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

BRIDGE = """\
argmap: 1
main: close
claims:
  close: {text: Close the bridge, kind: policy}
  quiet: {text: Quiet matters, kind: value}
inferences:
  because: {premises: [quiet], conclusion: close}
"""
MORE = BRIDGE.replace("  quiet:", "  # moved down\n\n  shops: Shops need cars\n  quiet:").replace(
    "[quiet]", "[quiet, shops]"
)


@pytest.fixture
def bridge(folder: Path, run: object) -> Path:
    """A map whose findings are in the baseline `known.json`."""
    path = folder / "bridge.yaml"
    path.write_text(BRIDGE)
    (folder / "argmap.toml").write_text('select = ["SRC001", "SUP001", "SUP002", "WAI"]\n')
    outcome = run("check", "bridge.yaml", "--baseline", "known.json", "--update-baseline")
    assert (outcome.code, outcome.out) == (0, "bridge.yaml: no findings, 2 in the baseline\n")
    assert outcome.err == "wrote known.json: 2 findings accepted\n"
    return path


def test_known_findings_are_accepted_and_new_ones_fail(run: object, bridge: Path) -> None:
    assert run("check", "bridge.yaml").code == 1
    outcome = run("check", "bridge.yaml", "--baseline", "known.json")
    assert (outcome.code, outcome.out, outcome.err) == (0, "bridge.yaml: no findings, 2 in the baseline\n", "")
    bridge.write_text(MORE)
    outcome = run("check", "bridge.yaml", "--baseline", "known.json")
    assert outcome.code == 1
    assert [line.split()[1:4] for line in outcome.out.splitlines()[:-1]] == [["SRC001", "fact", "[shops]"]]


def test_accepted_findings_are_told_from_waived_ones(run: object, bridge: Path) -> None:
    bridge.write_text(MORE + "waivers: [{rule: SRC001, element: shops, reason: Known.}]\n")
    findings = json.loads(run("check", "bridge.yaml", "--baseline", "known.json", "--format", "json").out)
    assert {(f["code"], f["waived"], f["baselined"]) for f in findings} == {
        ("SUP001", False, True),
        ("SUP002", False, True),
        ("SRC001", True, False),
    }


def test_the_baseline_names_files_relative_to_itself(run: object, bridge: Path, folder: Path) -> None:
    entries = json.loads((folder / "known.json").read_text())["findings"]
    assert {entry["file"] for entry in entries} == {"bridge.yaml"}
    (folder / "sub").mkdir()
    (folder / "known.json").rename(folder / "sub" / "known.json")
    assert run("check", "bridge.yaml", "--baseline", "sub/known.json").code == 1
    run("check", str(bridge), "--baseline", "sub/known.json", "--update-baseline")
    entries = json.loads((folder / "sub" / "known.json").read_text())["findings"]
    assert {entry["file"] for entry in entries} == {"../bridge.yaml"}
    assert run("check", "bridge.yaml", "--baseline", "sub/known.json").code == 0


def test_what_accepts_nothing_any_more_is_told_and_taken_out(run: object, bridge: Path, folder: Path) -> None:
    bridge.write_text(BRIDGE.replace("kind: value}", "kind: value, given: common}"))
    outcome = run("check", "bridge.yaml", "--baseline", "known.json")
    assert (outcome.code, outcome.out) == (0, "bridge.yaml: no findings\n")
    told = "argmap: known.json: 2 entries accept nothing any more (--update-baseline takes out what is stale)\n"
    assert outcome.err == told
    assert run("check", "bridge.yaml", "--baseline", "known.json", "--select", "SUP002").err == told.replace(
        "2 entries accept", "1 entry accepts"
    )
    assert run("check", "bridge.yaml", "--baseline", "known.json", "--min-confidence", "high").err == ""
    run("check", "bridge.yaml", "--baseline", "known.json", "--update-baseline")
    assert json.loads((folder / "known.json").read_text())["findings"] == []


def test_an_update_keeps_files_that_were_not_checked_and_drops_those_that_are_gone(
    run: object, bridge: Path, folder: Path
) -> None:
    (folder / "other.yaml").write_text(BRIDGE)
    outcome = run("check", "other.yaml", "--baseline", "known.json", "--update-baseline")
    assert outcome.err == "wrote known.json: 4 findings accepted\n"
    bridge.unlink()
    assert "2 entries accept nothing any more" in run("check", "other.yaml", "--baseline", "known.json").err
    run("check", "other.yaml", "--baseline", "known.json", "--update-baseline")
    entries = json.loads((folder / "known.json").read_text())["findings"]
    assert {entry["file"] for entry in entries} == {"other.yaml"}


def test_what_the_reader_notices_still_fails(run: object, bridge: Path) -> None:
    bridge.write_text(BRIDGE + "titel: Bridge\n")
    outcome = run("check", "bridge.yaml", "--baseline", "known.json", "--update-baseline")
    assert outcome.code == 1
    assert "unknown field `titel`" in outcome.out


def test_the_same_findings_give_the_same_file(run: object, bridge: Path, folder: Path) -> None:
    before = (folder / "known.json").read_bytes()
    bridge.write_text("# a line\n" + BRIDGE)
    run("check", "bridge.yaml", "--baseline", "known.json", "--update-baseline", PYTHONHASHSEED="1")
    assert (folder / "known.json").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--baseline", "none.json"), "argmap: none.json: no such file (write it with --update-baseline)\n"),
        (("--baseline", "broken.json"), "argmap: broken.json: not JSON: "),
        (("--baseline", "broken.json", "--update-baseline"), "argmap: broken.json: not JSON: "),
        (("--baseline", "newer.json"), "argmap: newer.json: the baseline has version 2, expected at most 1"),
        (("--baseline", "no/folder.json", "--update-baseline"), "argmap: no/folder.json: no such file or directory\n"),
        (("--update-baseline",), "--update-baseline goes with --baseline FILE"),
    ],
)
def test_a_baseline_that_cannot_be_used_is_told(
    run: object, bridge: Path, folder: Path, arguments: tuple[str, ...], message: str
) -> None:
    (folder / "broken.json").write_text("<<<<<<< ours\n")
    (folder / "newer.json").write_text('{"argmap-baseline": 2}')
    outcome = run("check", "bridge.yaml", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert message.strip() in " ".join(outcome.err.replace("│", " ").split())
    assert (folder / "broken.json").read_text() == "<<<<<<< ours\n"


def test_standard_input_has_entries_of_its_own(run: object, bridge: Path) -> None:
    stdin = BRIDGE.encode()
    assert run("check", "-", "--baseline", "known.json", stdin=stdin).code == 1
    assert run("check", "-", "--baseline", "known.json", "--update-baseline", stdin=stdin).code == 0
    assert run("check", "-", "--baseline", "known.json", stdin=stdin).code == 0
    assert run("check", "bridge.yaml", "--baseline", "known.json").err == ""
