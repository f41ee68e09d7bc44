"""`argmap diff`: what it prints and how it exits."""

from __future__ import annotations

import json
from pathlib import Path

import strategies
from hypothesis import given, settings

from argmap import diff
from argmap.model import ArgumentMap, Claim
from argmap.reports import differences_as_json, differences_as_text

BEFORE = """\
argmap: 1
title: Rain
sources: {gauge: {title: The gauge}}
claims:
  wet: {text: The street is wet, at: 1 "very wet"}
  rain: {text: It has rained, kind: causal, cites: gauge}
  dry: {text: The cellar is dry}
inferences: {i: {premises: rain, conclusion: wet}}
attacks: {x: {premises: dry, target: wet}}
waivers: [{rule: SUP001, element: dry, reason: Everybody saw it}]
"""
AFTER = """\
argmap: 1
title: Rain and snow
sources: {gauge: {title: The gauge, date: 2020-01}}
claims:
  wet: {text: The street is wet, at: 2 "wet" ... "street"}
  rained: {text: it has rained, kind: fact, cites: gauge}
  snow: {text: Snow has melted, implicit: true}
inferences: {j: {premises: [rained], conclusion: wet, weight: 0.5}, k: {premises: [snow], conclusion: wet}}
"""


def write(folder: Path) -> tuple[str, str]:
    (folder / "before.argmap.yaml").write_text(BEFORE)
    (folder / "after.argmap.yaml").write_text(AFTER)
    return "before.argmap.yaml", "after.argmap.yaml"


def test_diff_prints_what_differs_and_exits_with_1(run: object, folder: Path, snapshot: object) -> None:
    outcome = run("diff", *write(folder))
    assert (outcome.code, outcome.err) == (1, "")
    assert outcome.out == snapshot


def test_diff_prints_json(run: object, folder: Path, snapshot: object) -> None:
    outcome = run("diff", *write(folder), "--format", "json")
    assert outcome.code == 1
    assert json.loads(outcome.out) == snapshot


def test_diff_of_a_map_with_itself_exits_with_0(run: object) -> None:
    content = Path(__file__).parents[2].joinpath("examples", "broad-street.argmap.yaml").read_bytes()
    outcome = run("diff", "-", "broad-street.argmap.yaml", stdin=content)
    assert (outcome.code, outcome.out) == (0, "no differences\n")


def test_diff_without_two_maps_exits_with_2(run: object) -> None:
    assert run("diff", "nowhere.yaml", "broad-street.argmap.yaml").code == 2
    assert run("diff", "-", "-").code == 2
    assert run("diff", "broad-street.argmap.yaml").code == 2


def test_diff_draws_both_maps_as_one_picture(run: object, folder: Path) -> None:
    outcome = run("diff", *write(folder), "-o", "compared.svg", "--orientation", "left")
    assert (outcome.code, outcome.out) == (1, "wrote compared.svg\n")
    assert "+ ADDED" in (folder / "compared.svg").read_text()


def test_what_differs_in_white_space_alone_is_printable_too() -> None:
    claims = (Claim(id="a", text="Wet", note=f"a\U000be989{space}b") for space in (" ", "  "))
    before, after = (ArgumentMap(claims=(claim,)) for claim in claims)
    assert differences_as_text(diff(before, after)).splitlines()[1] == '    note: "a\ufffd b" -> "a\ufffd  b"'


@settings(max_examples=60, deadline=None)
@given(strategies.maps, strategies.maps)
def test_the_differences_of_any_two_maps_can_be_told(before: ArgumentMap, after: ArgumentMap) -> None:
    differences = diff(before, after)
    text = differences_as_text(differences)
    assert all(line.isprintable() for line in text.splitlines())
    assert json.loads(differences_as_json(differences))["same"] is not bool(differences)
    assert (text == "no differences\n") is not bool(differences)
