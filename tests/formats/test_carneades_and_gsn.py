"""Carneades' YAML, LKIF and goal structures: what each of their elements becomes."""

from __future__ import annotations

from pathlib import Path

import pytest

import argmap as am
from argmap.formats.carneades import read_carneades, write_carneades
from argmap.formats.gsn import SPEC, read_gsn, write_gsn
from argmap.formats.lkif import read_lkif
from argmap.model import ArgumentMap

FIXTURES = Path(__file__).parent / "bridges"


def given(found: ArgumentMap) -> list[str]:
    return [claim.id for claim in found.claims if claim.given == "assumed"]


def test_carneades_arguments_have_warrants_undercutters_and_weights() -> None:
    found = am.load(FIXTURES / "bridge.carneades.yml")
    (first, *_) = found.inferences
    assert (first.id, first.premises, first.warrant, first.weight) == ("a1", ("through",), "round", 0.7)
    assert [(attack.premises, attack.target) for attack in found.attacks] == [
        (("¬app(a1)",), "a1"),
        (("close",), "open"),
        (("open",), "close"),
    ]
    assert found.inferences[2].scheme == "practical-reasoning"
    assert (found.title, found.note) == ("The bridge", "A map for a test.")


def test_carneades_assumptions_are_given_and_issues_set_standards() -> None:
    found = am.load(FIXTURES / "bridge.carneades.yml")
    assert given(found) == ["through", "round", "full"]
    assert {claim.id: claim.standard for claim in found.claims if claim.standard} == {
        "close": "preponderance",
        "open": "preponderance",
    }


def test_what_carneades_says_beyond_maps_is_kept_and_told() -> None:
    result = am.read(FIXTURES / "bridge.carneades.yml")
    assert result.map.extensions == {"carneades": {"tests": {"in": ["full"]}, "meta": {"author": "a class"}}}
    assert [finding.message for finding in result.findings] == ["`tests` are kept as extensions"]


def test_the_labels_of_a_map_are_those_that_carneades_tests_for() -> None:
    text = """\
statements:
  red: The object is red
  looks: {text: It looks red, assumed: true}
  lamp: {text: It is lit by a red lamp, assumed: true}
  ¬app(a1): The first argument does not apply
arguments:
  a1: {premises: [looks], conclusion: red, undercutter: ¬app(a1)}
  a2: {premises: [lamp], conclusion: ¬app(a1)}
"""
    labels = read_carneades(text).map.labels(stance="held")
    assert {name: labels[name].label.value for name in ("looks", "lamp", "¬app(a1)")} == {
        "looks": "in",
        "lamp": "in",
        "¬app(a1)": "in",
    }
    assert labels["red"].label.value != "in"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("statements: []", "x:1:1: FMT006 `statements`: expected names and what they are"),
        ("statements: {p: a}\narguments:\n  a: {premises: [p]}", "x:3:3: FMT005 argument [a] has no conclusion"),
        ("arguments: {a: {conclusion: p}}\nassumptions: [p]", "x:1:13: FMT005 argument [a] has no premises"),
        ("statements:\n  p: a\n  p: b", "x:3:3: FMT003 field `p` stands twice"),
        ("statements: {p: &a b}", "x:1:17: FMT007 found the YAML anchor &a"),
        (
            "statements: {}\nmeta: {argmap: {attacks: [{premises: [p]}]}}",
            "x:2:17: FMT005 attack 1 of `argmap` has no target",
        ),
        ("- a", "x:1:1: FMT002 found no fields, expected a mapping"),
    ],
)
def test_what_is_wrong_in_a_file_of_carneades_is_told_with_its_place(text: str, told: str) -> None:
    assert str(read_carneades(text, "x").findings[0]).startswith(told)


def test_a_file_of_carneades_is_written_back_as_the_same_map() -> None:
    text = (FIXTURES / "bridge.carneades.yml").read_text(encoding="utf-8")
    found = read_carneades(text).map
    assert read_carneades(write_carneades(found)).map == found
    assert am.losses(found, "carneades") == ()


@pytest.mark.parametrize(
    "text",
    [
        "statements: {p: }",
        "statements: {p-q: P, p q: Q, r: {text: R, id: r s}}",
        "statements:\n  p(a, b): P\n  q: {text: Q, atom: q}\narguments: {a b: {premises: ['p(a, b)'], conclusion: q}}",
        "statements: {p: P, w: W}\narguments: {a: {premises: {premise-1: p, warrant: w}, conclusion: p, weight: 1e-3}}",
        "statements: {p: P, w: W}\narguments: {a: {premises: {minor: w, warrant: w}, conclusion: p}}",
        "statements: {p: P, q: Q, r: R}\nissues: {i: {positions: [q, p, r], standard: BRD}, j: {standard: SE}}",
        "statements: {p: P, q: Q, r: R}\nissues: {is it: {positions: [p, q, r]}}",
        "statements: {p: P, q: Q}\nissues: {i: {positions: [q], standard: CCE}}\nassumptions: [q]",
        "statements: {p: P, q: Q, r: R}\narguments: {a: {premises: [p], conclusion: q, undercutter: [q, r]}}",
        "statements: {p: '2018'}\nargument_schemes: [{id: s, roles: [~, '', yes]}]\nmeta: {note: \"a\\n b\"}",
    ],
)
def test_what_carneades_can_say_is_given_back(text: str) -> None:
    found = read_carneades(text).map
    assert read_carneades(write_carneades(found)).map == found


def test_attacks_are_undercutters_and_issues_where_carneades_has_those() -> None:
    draft = am.Draft()
    wet, dry, rain = (draft.claim(text, id=text[:4]) for text in ("Wet.", "Dry.", "Rain"))
    step = draft.support(wet, rain, id="s")
    draft.attack(step, dry)
    draft.attack(wet, dry)
    draft.attack(dry, wet)
    draft.attack(dry, rain, id="alone")
    text = write_carneades(draft.build())
    found = read_carneades(text).map
    assert "undercutter: Dry." in text
    assert [(attack.id, attack.premises, attack.target) for attack in found.attacks] == [
        ("s:undercutter", ("Dry.",), "s"),
        ("issue-1:Dry.:Wet.", ("Dry.",), "Wet."),
        ("issue-1:Wet.:Dry.", ("Wet.",), "Dry."),
        ("alone", ("Rain",), "Dry."),
    ]
    assert [finding.message for finding in am.losses(found, "carneades")] == [
        "carneades has no word for the attacks [alone]: they stand under `meta` for argmap alone"
    ]


def test_what_carneades_would_change_is_told() -> None:
    draft = am.Draft()
    draft.claim("It  rains", id="rain", given="common", note="since noon")
    assert [finding.message for finding in am.losses(draft.build(), "carneades")] == [
        "carneades cannot hold `note` of claims [rain]",
        "`given` changes or is left out in 1 claim: [rain]",
        "`text` changes or is left out in 1 claim: [rain]",
    ]


def test_a_map_with_a_long_note_is_known_as_carneades() -> None:
    text = write_carneades(ArgumentMap(title="Rain", note="x " * 20_000))
    assert am.loads(text).title == "Rain"


def test_lkif_arguments_are_inferences_attacks_and_undercuts() -> None:
    result = am.read(FIXTURES / "bridge.lkif.xml")
    (step,) = result.map.inferences
    assert (step.id, step.premises, step.conclusion, step.warrant, step.weight) == (
        "a1",
        ("through",),
        "close",
        "round",
        0.5,
    )
    attacks = [(attack.id, attack.premises, attack.target, attack.weight) for attack in result.map.attacks]
    assert attacks == [("a1:exception-1", ("full",), "a1", None), ("a2", ("full",), "close", 0.4)]
    assert (given(result.map), result.map.main) == (["through", "full"], ("close",))
    assert [claim.text for claim in result.map.claims][2] == "They can go round."
    assert str(result.source_map.place(("claims", 1))).endswith("bridge.lkif.xml:7:9")


def test_lkif_that_is_cut_off_is_told_with_its_place() -> None:
    text = (FIXTURES / "bridge.lkif.xml").read_text(encoding="utf-8")[:700]
    (finding,) = read_lkif(text, "x").findings
    assert (finding.code, finding.place.line) == ("FMT002", text.count("\n") + 1)


def test_strategies_between_goals_are_inferences_with_their_justification_as_warrant() -> None:
    found = am.load(FIXTURES / "bridge.gsn.yaml")
    steps = {step.id: (step.premises, step.conclusion, step.warrant, step.note) for step in found.inferences}
    assert steps == {
        "S1": (("G2", "G3", "A2"), "G1", "J1", "Argue over all loads"),
        "G1-support": (("G4", "A1"), "G1", None, ""),
    }


def test_goals_cite_their_solutions_and_counter_goals_attack() -> None:
    found = am.load(FIXTURES / "bridge.gsn.yaml")
    claims = {claim.id: claim for claim in found.claims}
    assert (claims["G1"].cites, claims["G2"].cites) == (("Sn2",), ("Sn1",))
    assert claims["G1"].note == "In the context of: Traffic as of today"
    assert claims["G3"].extensions == {"gsn": {"undeveloped": "true"}}
    assert found.sources[0].url == "https://example.org/test"
    assert [(attack.premises, attack.target) for attack in found.attacks] == [(("CG1",), "G2")]
    assert given(found) == ["A1", "A2", "J1", "J2"]
    assert found.title == "The bridge"


def test_what_bears_on_nothing_is_kept_and_told_at_its_line() -> None:
    result = am.read(FIXTURES / "bridge.gsn.yaml")
    assert [(finding.code, finding.place.line) for finding in result.findings] == [("FMT012", 13)]
    assert {c.id: c.extensions for c in result.map.claims}["G4"] == {"gsn": {"inContextOf": ["J2"]}}


def test_a_strategy_that_leads_from_evidence_is_a_claim() -> None:
    found = read_gsn(
        "G1: {text: Safe, supportedBy: [S1]}\nS1: {text: By test, supportedBy: [Sn1]}\nSn1: {text: T}\n"
    ).map
    strategy = found.claims[1]
    assert (strategy.id, strategy.tags, strategy.cites) == ("S1", ("strategy",), ("Sn1",))
    assert found.inferences[0].premises == ("S1",)


def test_the_type_of_an_element_can_be_named() -> None:
    found = read_gsn("top: {text: Safe, nodeType: Goal, supportedBy: [x1]}\nx1: {text: T, nodeType: Solution}\n").map
    assert found.claims[0].cites == ("x1",)
    assert str(read_gsn("top: {text: Safe}\n", "x").findings[0]).startswith("x:1:1: FMT004 found [top], expected an id")


def test_what_was_read_from_a_goal_structure_is_written_back() -> None:
    found = am.load(FIXTURES / "bridge.gsn.yaml")
    text = write_gsn(found)
    assert read_gsn(text).map == found
    assert SPEC.find_losses(found) == ()
    assert "undeveloped: true\n" in text


@pytest.mark.parametrize(
    "text",
    [
        "G1: {text: Safe, supportedBy: [S1]}\nS1: {text: By test, supportedBy: [Sn1]}\nSn1: {text: T}\n",
        "G1: {text: a, supportedBy: [S1]}\nS1: {text: b, supportedBy: [S2]}\nS2: {text: c, supportedBy: [G2]}\nG2: d",
        "G1: {text: a, supportedBy: [S1]}\nG2: {text: b, supportedBy: [S1]}\nS1: {text: c, supportedBy: [G3]}\nG3: d",
        "G1: {text: a, supportedBy: [S1], inContextOf: [A1]}\nS1: {text: c, supportedBy: [G3]}\nG3: d\nA1: e",
        "G1: {text: a, supportedBy: [S1, G7, Sn9]}\nS1: {text: c, supportedBy: [G8], rankIncrement: 1}\n",
        "G1: {text: a, supportedBy: [S1]}\nS1: {text: c, supportedBy: [G3]}\nG3: d\nCG1: {text: e, challenges: [S1]}",
    ],
    ids=["evidence", "strategies in a row", "two goals", "around a strategy", "undefined goals", "undercut"],
)
def test_a_goal_structure_gives_the_same_map_when_written(text: str) -> None:
    found = read_gsn(text).map
    assert found.claims
    assert read_gsn(write_gsn(found)).map == found


def test_an_inference_is_written_as_a_strategy_with_its_warrant_and_assumptions_around_it() -> None:
    found = ArgumentMap(
        claims=[
            am.Claim(id="wet", text="The street is wet"),
            am.Claim(id="rain", text="It rains"),
            am.Claim(id="open", text="It has no roof", given="assumed"),
            am.Claim(id="law", text="Rain wets what has no roof", given="assumed"),
        ],
        inferences=[am.Inference(id="why", premises=("rain", "open"), conclusion="wet", warrant="law")],
    )
    written = write_gsn(found)
    (step,) = read_gsn(written).map.inferences
    assert (step.id, step.premises, step.conclusion, step.warrant) == ("why", ("rain", "open"), "wet", "law")
    assert "inContextOf:\n    - law\n    - open\n" in written


def test_a_goal_structure_tells_what_it_cannot_hold_of_attacks_and_warrants() -> None:
    found = ArgumentMap(
        claims=[am.Claim(id=name, text=f"Claim {name}") for name in "abc"],
        inferences=[am.Inference(id="i", premises=("a",), conclusion="b", warrant="c")],
        attacks=[am.Attack(id="x", premises=("a", "c"), target="b"), am.Attack(id="y", premises=("c",), target="x")],
    )
    assert SPEC.find_losses(found) == (
        "gsn cannot link what attacks: the premises of [x] each stand by themselves",
        "gsn can attack claims and inferences alone: [y] are left out",
        "`tags` changes or is left out in 2 claims: [a], [c]",
        "`warrant` changes or is left out in 1 inference: [i]",
        "2 attacks left out or gets another id: [x], [y]",
    )


def test_an_assumption_beside_a_strategy_is_kept_and_told() -> None:
    text = "G1: {text: a, supportedBy: [S1], inContextOf: [A1]}\nS1: {text: b, supportedBy: [G2]}\nG2: c\nA1: d\n"
    result = read_gsn(text)
    assert result.map.claims[0].extensions == {"gsn": {"inContextOf": ["A1"]}}
    assert [finding.code for finding in result.findings] == ["FMT012"]


def test_a_target_named_twice_is_attacked_twice() -> None:
    found = read_gsn("G1: {text: a, supportedBy: [G2]}\nG2: b\nCG1: {text: c, challenges: [G1, G1]}\n").map
    assert [attack.id for attack in found.attacks] == ["CG1-challenges-G1", "CG1-challenges-G1-2"]
    assert read_gsn(write_gsn(found)).map == found
