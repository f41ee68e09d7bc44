"""`argmap check --fix` and `--diff`, run as a user runs them: what is written, what is printed, how they exit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

BRIDGE = """\
argmap: 1
main: Close  # the thesis
sources:
  count: {title: Traffic count}
  survey: {title: Survey}   # never used
claims:
  close: {text: Close the bridge, kind: policy}
  through-traffic:   {text: Most cars pass through, cites: count}
inferences:
  because: {premises: [Through_traffic], conclusion: close}

waivers:
  - {rule: SUP001, element: close, reason: Known.}  # agreed in May
"""
SAFE = """\
argmap: 1
main: close  # the thesis
sources:
  count: {title: Traffic count}
  survey: {title: Survey}   # never used
claims:
  close: {text: Close the bridge, kind: policy}
  through-traffic:   {text: Most cars pass through, cites: count}
inferences:
  because: {premises: [through-traffic], conclusion: close}

# agreed in May
"""
UNSAFE = SAFE.replace("  survey: {title: Survey}   # never used\n", "  # never used\n")


RULES = 'select = ["SRC005", "STR001", "STR003", "STR005", "STR006", "SUP001", "SUP002", "WAI"]\n'


@pytest.fixture(autouse=True)
def few_rules(folder: Path) -> None:
    """Keep what other rules find in these maps out of the way."""
    (folder / "argmap.toml").write_text(RULES)


@pytest.fixture
def bridge(folder: Path) -> Path:
    path = folder / "bridge.argmap.yaml"
    path.write_text(BRIDGE)
    return path


def test_safe_fixes_are_made_and_the_remaining_findings_are_printed(run: object, bridge: Path) -> None:
    outcome = run("check", bridge.name, "--fix")
    assert bridge.read_text() == SAFE
    assert outcome.out.splitlines() == [
        (
            "bridge.argmap.yaml:5:3: SRC005 source [survey] is cited by nothing "
            "(cite it where it backs a claim, or remove it)"
        ),
        "bridge.argmap.yaml: 1 warning, 1 fixable with check --fix --unsafe-fixes",
    ]
    assert outcome.err.splitlines() == [
        "bridge.argmap.yaml: fixed STR001: write [close] for [Close]",
        "bridge.argmap.yaml: fixed STR001 [because]: write [through-traffic] for [Through_traffic]",
        "bridge.argmap.yaml: fixed WAI002 [close]: remove the waiver of SUP001 for [close]",
    ]
    assert outcome.code == 1


def test_unsafe_fixes_are_made_only_on_request(run: object, bridge: Path) -> None:
    outcome = run("check", bridge.name, "--fix", "--unsafe-fixes")
    assert bridge.read_text() == UNSAFE
    assert (outcome.code, outcome.out) == (0, "bridge.argmap.yaml: no findings\n")


def test_a_second_run_changes_nothing(run: object, bridge: Path) -> None:
    run("check", bridge.name, "--fix")
    before = bridge.stat()
    assert run("check", bridge.name, "--fix").err == ""
    assert bridge.read_text() == SAFE
    assert (bridge.stat().st_mtime_ns, bridge.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_diff_prints_what_would_change_and_writes_nothing(run: object, bridge: Path) -> None:
    outcome = run("check", bridge.name, "--diff")
    assert bridge.read_text() == BRIDGE
    assert [line for line in outcome.out.splitlines() if line[:1] in "+-"] == [
        "--- bridge.argmap.yaml",
        "+++ bridge.argmap.yaml (fixed)",
        "-main: Close  # the thesis",
        "+main: close  # the thesis",
        "-  because: {premises: [Through_traffic], conclusion: close}",
        "+  because: {premises: [through-traffic], conclusion: close}",
        "-waivers:",
        "-  - {rule: SUP001, element: close, reason: Known.}  # agreed in May",
        "+# agreed in May",
    ]
    assert outcome.code == 1
    assert "would fix STR001: write [close] for [Close]" in outcome.err
    both = run("check", bridge.name, "--fix", "--diff", "--unsafe-fixes")
    assert "-  survey: {title: Survey}   # never used\n" in both.out
    assert bridge.read_text() == BRIDGE


def test_diff_of_a_map_with_nothing_to_fix_is_empty(run: object) -> None:
    outcome = run("check", "broad-street.argmap.yaml", "--diff", "--unsafe-fixes")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")


def test_standard_input_is_fixed_onto_standard_output(run: object) -> None:
    outcome = run("check", "-", "--fix", stdin=BRIDGE.encode())
    assert (outcome.code, outcome.out) == (1, SAFE)
    assert "<stdin>:5:3: SRC005 source [survey] is cited by nothing" in outcome.err
    assert "+main: close" in run("check", "-", "--diff", stdin=BRIDGE.encode()).out


def test_only_the_selected_rules_fix(run: object, bridge: Path) -> None:
    assert run("check", bridge.name, "--fix", "--select", "SUP").err == ""
    assert bridge.read_text() == BRIDGE
    run("check", bridge.name, "--fix", "--ignore", "STR")
    assert "main: Close" in bridge.read_text()


def test_json_says_what_is_fixable(run: object, bridge: Path) -> None:
    findings = json.loads(run("check", bridge.name, "--format", "json").out)
    assert sorted((finding["code"], finding["fixable"] or "") for finding in findings) == [
        ("SRC005", "unsafe"),
        ("STR001", "safe"),
        ("STR001", "safe"),
        ("STR003", ""),
        ("SUP002", ""),
        ("WAI002", "safe"),
    ]


def test_line_ends_and_the_byte_order_mark_stay(run: object, bridge: Path) -> None:
    windows = ("\ufeff" + BRIDGE.replace("\n", "\r\n")).encode()
    bridge.write_bytes(windows)
    run("check", bridge.name, "--fix")
    assert bridge.read_bytes() == ("\ufeff" + SAFE.replace("\n", "\r\n")).encode()


def test_a_file_of_which_a_part_cannot_be_read_is_left_alone(run: object, bridge: Path) -> None:
    broken = BRIDGE.replace("title: Survey", "titel: Survey")
    bridge.write_text(broken)
    outcome = run("check", bridge.name, "--fix")
    assert bridge.read_text() == broken
    assert "bridge.argmap.yaml: 3 fixes not made: a part of the file cannot be read\n" in outcome.err
    assert "unknown field `titel`" in outcome.out
    assert outcome.code == 1


def test_a_fix_that_the_layout_does_not_allow_does_not_keep_the_others_from_being_made(
    run: object, folder: Path
) -> None:
    text = (
        "argmap: 1\nmain: Wet\nclaims: {wet: {text: It is wet, given: common}, b: B}\n"
        "waivers: [{rule: SUP001, element: wet, reason: r},  # why\n  {rule: STR003, element: b, reason: r}]\n"
    )
    (folder / "wet.yaml").write_text(text)
    outcome = run("check", "wet.yaml", "--fix")
    assert "main: wet\n" in (folder / "wet.yaml").read_text()
    assert "# why" in (folder / "wet.yaml").read_text()
    assert "wet.yaml: 1 fix not made: a comment would be lost\n" in outcome.err


def test_what_gives_no_map_is_not_touched(run: object, folder: Path) -> None:
    (folder / "no.yaml").write_bytes(b"\xff\xfe")
    for option in ("--fix", "--diff"):
        outcome = run("check", "no.yaml", option)
        assert outcome.code == 2
        assert "FMT001" in outcome.out + outcome.err
    assert (folder / "no.yaml").read_bytes() == b"\xff\xfe"
    assert run("check", "nowhere.yaml", "--fix").code == 2
    assert run("check", "nowhere.yaml", "--diff").code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("bridge.argmap.yaml", "--unsafe-fixes"), "--unsafe-fixes goes with --fix or --diff"),
        (("-", "bridge.argmap.yaml", "--fix"), "standard input can only be fixed by itself"),
        (("bridge.argmap.yaml", "--diff", "--baseline", "b", "--update-baseline"), "--diff writes nothing"),
    ],
)
def test_options_that_make_no_sense_together_are_refused(
    run: object, bridge: Path, arguments: tuple[str, ...], message: str
) -> None:
    outcome = run("check", *arguments)
    assert outcome.code == 2
    assert message in " ".join(outcome.err.replace("│", " ").split())
    assert bridge.read_text() == BRIDGE


def test_a_json_map_is_fixed_too(run: object, folder: Path) -> None:
    text = '{"argmap": 1, "main": ["Wet"], "claims": {"wet": {"text": "It is wet", "given": "common"}}}\n'
    (folder / "wet.json").write_text(text)
    assert run("check", "wet.json", "--fix").code == 0
    assert (folder / "wet.json").read_text() == text.replace("Wet", "wet")
