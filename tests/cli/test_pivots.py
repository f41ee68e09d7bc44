"""`argmap pivots`: what a label turns on."""

from __future__ import annotations

import json

BRIDGE = b"""argmap: 1
claims:
  close: {text: The bridge should close, kind: policy}
  traffic: {text: Cars only pass through, given: common}
  shops: {text: The shops need the cars, given: assumed}
  foot: {text: Customers come on foot}
inferences:
  because: {premises: traffic, conclusion: close}
attacks:
  but: {premises: shops, target: close}
  yet: {premises: foot, target: shops}
"""


def test_pivots_tells_what_the_label_turns_on(run: object) -> None:
    outcome = run("pivots", "-", stdin=BRIDGE)
    assert (outcome.code, outcome.err) == (0, "")
    assert (
        outcome.out
        == """\
[close] The bridge should close
  in: supported
  no longer in if one of these is rejected:
    [because]
    [foot]
    [traffic]
    [yet]
  no unanswered attack tells against it
  strength: middling; most turns on [traffic], [shops] and [foot]
"""
    )


def test_the_stance_changes_which_attack_tells(run: object) -> None:
    outcome = run("pivots", "-", "close", "--stance", "held", stdin=BRIDGE)
    assert "  out: defeated\n  in if one of these is rejected:\n    [but]\n    [shops]\n" in outcome.out
    assert "  most telling unanswered attack: [but]; without it the claim is in\n" in outcome.out


def test_pivots_as_json_says_all_that_the_text_says(run: object) -> None:
    (found,) = json.loads(run("pivots", "-", "--stance", "held", "--format", "json", stdin=BRIDGE).out)
    assert found["pivots"] == {"sets": [["but"], ["shops"]], "bound": 1, "is_exact": True}
    assert found["attacks"]["found"] == [{"attack": "but", "without": "in", "loss": 0.18}]
    assert found["strength"]["word"] == "middling"


def test_an_unknown_claim_offers_the_nearest(run: object) -> None:
    outcome = run("pivots", "-", "clsoe", stdin=BRIDGE)
    assert outcome.code == 2
    assert "close" in outcome.err


def test_a_map_without_claims_has_no_main_claim(run: object) -> None:
    assert run("pivots", "-", stdin=b"argmap: 1\n").out == "The map has no main claim.\n"
