"""What people see on a terminal: findings under the claim that they are about, and the list of rules."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from strategies import any_text, findings, structures

from argmap.formats import LoadResult
from argmap.model import ArgumentMap, Finding, Severity, SourceMap
from argmap.model.source_map import Positions
from argmap.reports import CheckedFile, print_findings, print_rules, rule_entries
from argmap.reports.groups import group_by_claim

ATTACKED = """\
argmap: 1
main: a
claims:
  a: {text: A is so, kind: policy}
  b: {text: B is so}
  c: {text: C is so}
inferences: {i: {premises: b, conclusion: a}}
attacks:
  x: {premises: c, target: i}
  y: {premises: gone, target: x}
"""


def shown(*files: CheckedFile, width: int = 100, encoding: str = "utf-8", colour: bool = False) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="backslashreplace", newline="")
    print_findings(files, Console(file=stream, width=width, highlight=False, force_terminal=colour))
    stream.flush()
    return stream.buffer.getvalue().decode(encoding)


def test_what_is_found_at_inferences_and_attacks_stands_under_the_claim_they_bear_on(check: Any) -> None:
    file = check(ATTACKED)
    groups = {
        group.element: {finding.element for finding in group.findings}
        for group in group_by_claim(file.map, file.findings)
    }
    assert groups == {"a": {"a", "y"}, "b": {"b"}, "c": {"c"}}
    assert "[a] A is so\n" in shown(file)


@given(structures, st.lists(findings, max_size=5))
def test_every_finding_is_in_one_group(drawn: ArgumentMap, found: list[Finding]) -> None:
    groups = group_by_claim(drawn, found)
    assert sorted(map(repr, found)) == sorted(repr(finding) for group in groups for finding in group.findings)
    assert len({group.element for group in groups}) == len(groups)


def test_attacks_that_lead_round_in_a_circle_have_a_group(check: Any) -> None:
    file = check("argmap: 1\nclaims: {a: A}\nattacks: {x: {premises: a, target: y}, y: {premises: z, target: x}}\n")
    assert group_by_claim(file.map, file.findings)


def test_severity_is_a_word_and_a_sign_and_not_colour_alone(plain: CheckedFile) -> None:
    for severity, word in ((Severity.ERROR, "✖ error"), (Severity.WARNING, "▲ warning"), (Severity.INFO, "● note")):
        file = replace(plain, findings=(replace(plain.findings[0], severity=severity),))
        assert f"  {word.ljust(9)}  SUP002  " in shown(file)


def test_a_terminal_that_lacks_the_signs_gets_others(plain: CheckedFile) -> None:
    text = shown(plain, encoding="cp1252")
    assert "  ! warning  SUP002  " in text
    assert "-> " in text
    assert "\\u" not in text


def test_evidence_that_the_words_do_not_name_is_told_with_its_text(check: Any) -> None:
    text = ATTACKED.replace("  y: {premises: gone, target: x}\n", "")
    (line,) = [line for line in shown(check(text, select=["ATK001"])).splitlines() if "·" in line]
    assert line.strip() == "· [c] C is so"


def test_findings_in_one_place_show_it_once(check: Any) -> None:
    file = check("argmap: 1\nmain: a\nclaims:\n  a: {text: A, kind: policy}\n", select=["SUP", "STR003"])
    assert len(file.findings) > 1
    assert shown(file).count("essay.argmap.yaml:4:3") == 1


def test_the_summary_counts_what_is_open_and_what_is_accepted(hostile: CheckedFile) -> None:
    assert shown(hostile).splitlines()[-1] == f"{hostile.name}: 2 errors, 6 warnings, 1 waived"
    known = replace(hostile, findings=tuple(replace(finding, baselined=True) for finding in hostile.findings))
    assert shown(known).rstrip() == f"{hostile.name}: no findings, 1 waived, {len(hostile.findings)} in the baseline"


def test_a_file_that_gives_no_map_shows_the_line_with_a_marker(check: Any) -> None:
    text = shown(check("argmap: 1\nclaims: {a: ]\n"))
    assert text.startswith("The file\n  ✖ error    FMT002  ")
    assert re.search(r"\^ *\n", text)


@pytest.mark.parametrize("width", [20, 80])
@settings(max_examples=50)
@given(st.lists(findings, max_size=4), any_text)
def test_no_text_commands_the_terminal(width: int, found: list[Finding], title: str) -> None:
    drawn = ArgumentMap(title=title.encode("utf-8", "replace").decode())
    loaded = LoadResult(drawn, SourceMap("a.yaml", "", lambda _: Positions({}, {})), ())
    text = shown(CheckedFile(loaded, tuple(found)), width=width)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)


def test_rich_markup_in_a_map_is_only_text(hostile: CheckedFile) -> None:
    assert "[red]close[/red]" in shown(hostile)
    assert "[red]close[/red]" in re.sub("\x1b\\[[0-9;]*m", "", shown(hostile, colour=True))


def rules(width: int) -> list[str]:
    stream = io.StringIO()
    print_rules(rule_entries(), Console(file=stream, width=width, highlight=False))
    return [line.rstrip() for line in stream.getvalue().splitlines()]


def test_a_wide_terminal_lists_each_rule_in_one_row() -> None:
    lines = rules(200)
    assert lines[0].split() == ["code", "name", "severity", "confidence", "profiles", "finds"]
    assert sum(bool(re.match(r"[A-Z]{3}\d{3}  ", line)) for line in lines) == len(rule_entries())
    assert any(line.endswith("A claim is asserted with nothing behind it.") for line in lines)


def test_a_narrow_terminal_says_below_the_name_what_a_rule_finds() -> None:
    lines = rules(80)
    assert max(map(len, lines)) <= 80
    (number,) = [number for number, line in enumerate(lines) if line.startswith("SUP001")]
    assert lines[number].split() == ["SUP001", "unsupported-claim", "warning", "high", "all"]
    assert lines[number + 1].strip() == "A claim is asserted with nothing"
