"""`argmap check --format`, `argmap rules` and `argmap schema --findings`, run as a user runs them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from defusedxml import ElementTree

STYLE = re.compile(r"\x1b\[[0-9;]*m")
COLOUR = re.compile(r"\x1b\[(?:[0-9;]*;)?[34][0-9][;m]")
FORMATS = ("text", "lines", "grouped", "json", "sarif", "github", "junit", "markdown")


def on_a_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """Return what the program prints where its standard output is a terminal."""
    pty = pytest.importorskip("pty", reason="terminals are made differently here")
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "argmap", *arguments],
        cwd=folder,
        stdout=slave,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"COLUMNS": "100", "TERM": "xterm", "PYTHONIOENCODING": "utf-8"} | environment,
    )
    os.close(slave)
    chunks: list[bytes] = []
    while chunk := _read(master):
        chunks.append(chunk)
    os.close(master)
    process.wait(timeout=120)
    return b"".join(chunks).decode().replace("\r\n", "\n")


def _read(master: int) -> bytes:
    try:
        return os.read(master, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


@pytest.mark.parametrize("name", FORMATS)
def test_the_exit_code_does_not_depend_on_the_format(run: object, name: str) -> None:
    assert run("check", "kaliningrad.argmap.yaml", "--format", name).code == 1
    assert run("check", "kaliningrad.argmap.yaml", "--format", name, "--fail-on", "error").code == 0
    assert run("check", "nowhere.yaml", "broad-street.argmap.yaml", "--format", name).code == 2


@pytest.mark.parametrize("name", FORMATS)
def test_what_goes_to_a_file_is_what_would_be_printed(run: object, folder: Path, name: str) -> None:
    arguments = ("check", "kaliningrad.argmap.yaml", "broad-street.argmap.yaml", "--select", "SUP001", "--format", name)
    printed = run(*arguments, COLUMNS="100").out
    outcome = run(*arguments, "-o", "report.out")
    assert outcome.out.splitlines()[1:] == ["broad-street.argmap.yaml: no findings", "wrote report.out"]
    written = (folder / "report.out").read_text(encoding="utf-8")
    assert [line.rstrip() for line in written.splitlines()] == [line.rstrip() for line in printed.splitlines()]
    assert not list(folder.glob("*.part"))


def test_a_file_that_cannot_be_written_is_named(run: object) -> None:
    outcome = run("check", "broad-street.argmap.yaml", "--format", "json", "-o", "no/such/x.json")
    assert (outcome.code, outcome.err) == (2, "argmap: no/such/x.json: no such file or directory\n")


@pytest.mark.parametrize("name", ["json", "sarif", "junit", "markdown", "github"])
def test_a_missing_file_is_told_on_standard_error_and_leaves_a_document(run: object, name: str) -> None:
    outcome = run("check", "nowhere.yaml", "--format", name)
    assert outcome.err == "argmap: nowhere.yaml: no such file or directory\n"
    if name in {"json", "sarif"}:
        json.loads(outcome.out)
    if name == "junit":
        ElementTree.fromstring(outcome.out)


def test_several_maps_give_one_document(run: object) -> None:
    document = json.loads(run("check", "kaliningrad.argmap.yaml", "broad-street.argmap.yaml", "--format", "sarif").out)
    (only,) = document["runs"]
    assert [artifact["location"]["uri"] for artifact in only["artifacts"]] == [
        "kaliningrad.argmap.yaml",
        "broad-street.argmap.yaml",
    ]


def test_accepted_findings_can_be_left_out(run: object) -> None:
    arguments = ("check", "kaliningrad.argmap.yaml", "--select", "SUP001", "--format", "json")
    assert any(finding["waived"] for finding in json.loads(run(*arguments).out))
    assert not any(finding["waived"] for finding in json.loads(run(*arguments, "--no-accepted").out))


def test_a_test_fails_where_the_check_does(run: object) -> None:
    arguments = ("check", "kaliningrad.argmap.yaml", "--select", "SUP006", "--format", "junit")
    assert ElementTree.fromstring(run(*arguments).out).get("failures") == "1"
    assert ElementTree.fromstring(run(*arguments, "--fail-on", "error").out).get("failures") == "0"


def test_a_terminal_shows_findings_under_their_claims(folder: Path) -> None:
    text = on_a_terminal(folder, "check", "kaliningrad.argmap.yaml", "--select", "SUP006")
    lines = [line.rstrip() for line in STYLE.sub("", text).splitlines()]
    assert lines[0].startswith("[two-faced] Kaliningrad's location")
    assert lines[1].startswith("  ▲ warning  SUP006  claim [two-faced] leads nowhere")
    assert lines[-1] == "kaliningrad.argmap.yaml: 1 warning"


def test_a_terminal_shows_colour_unless_the_user_said_no(folder: Path) -> None:
    arguments = ("check", "kaliningrad.argmap.yaml", "--select", "SUP006")
    assert COLOUR.search(on_a_terminal(folder, *arguments))
    assert not COLOUR.search(on_a_terminal(folder, *arguments, NO_COLOR="1"))
    lines = on_a_terminal(folder, *arguments, "--format", "lines")
    assert lines.startswith("kaliningrad.argmap.yaml:154:3: SUP006 ")


def test_rules_lists_every_rule_in_columns(run: object) -> None:
    lines = run("rules").out.splitlines()
    (line,) = [line for line in lines if line.startswith("WAI002 ")]
    assert line.split(maxsplit=4)[:4] == ["WAI002", "stale-waiver", "warning", "high"]
    assert [line[:6] for line in lines] == sorted(line[:6] for line in lines)


def test_rules_lists_those_that_are_selected(run: object) -> None:
    listed = json.loads(run("rules", "--format", "json", "--select", "wai,FMT003").out)
    assert [rule["code"] for rule in listed] == ["FMT003", "WAI001", "WAI002"]
    outcome = run("rules", "--select", "SUP01")
    assert outcome.code == 2
    assert "SUP001" in outcome.err


def test_rules_on_a_terminal_is_a_table_by_family(folder: Path) -> None:
    text = STYLE.sub("", on_a_terminal(folder, "rules", "--select", "WAI"))
    assert "WAI     Waivers" in text
    assert "WAI001  unreasoned-waiver" in text


def test_the_schema_of_findings_accepts_what_check_prints(run: object) -> None:
    schema = json.loads(run("schema", "--findings").out)
    findings = json.loads(run("check", "kaliningrad.argmap.yaml", "--format", "json").out)
    jsonschema.Draft202012Validator(schema).validate(findings)
