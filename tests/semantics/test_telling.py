"""The attacks that tell most against a claim."""

from __future__ import annotations

from hypothesis import given, settings
from strategies import structures

from argmap import loads
from argmap.model import ArgumentMap
from argmap.semantics import Label, labels, telling_attacks

WEIGHED = """
argmap: 1
claims:
  close: {text: Close the bridge, given: assumed}
  traffic: {text: Most cars only pass through, given: assumed}
  shops: {text: The shops need the cars, given: assumed}
  noise: {text: The other road gets louder, given: assumed}
  foot: {text: Most customers come on foot, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close}
attacks:
  but-shops: {premises: shops, target: close, weight: 0.6}
  but-noise: {premises: noise, target: close, weight: 0.3}
  yet: {premises: foot, target: shops}
"""


def told(text: str, claim_id: str = "close", **reading) -> list[str]:
    return [one.attack_id for one in telling_attacks(labels(loads(text), **reading), claim_id).found]


def test_an_attack_that_is_answered_does_not_count() -> None:
    assert told(WEIGHED) == ["but-noise"]


def test_the_attack_that_decides_comes_before_one_that_only_weakens() -> None:
    unanswered = WEIGHED.replace("  yet: {premises: foot, target: shops}\n", "")
    assert told(unanswered, standard="scintilla") == ["but-shops", "but-noise"]
    decided = unanswered.replace("weight: 0.6", "weight: 0.2").replace(
        "Close the bridge, given: assumed", "Close the bridge, weight: 0.25, standard: preponderance"
    )
    light = decided.replace(
        "{premises: traffic, conclusion: close}", "{premises: traffic, conclusion: close, weight: 0.25}"
    )
    assert told(light) == ["but-noise", "but-shops"]
    found = telling_attacks(labels(loads(light)), "close")
    assert [(one.before, one.without) for one in found.found] == [(Label.OUT, Label.IN), (Label.OUT, Label.OUT)]


def test_a_reply_does_not_tell_against_what_it_defends() -> None:
    assert "yet" not in told(WEIGHED)
    assert told(WEIGHED, "shops") == ["yet"]


def test_the_limit_names_what_was_not_tried() -> None:
    many = "argmap: 1\nclaims:\n  c: {text: t, given: assumed}\n"
    many += "".join(f"  p{n}: {{text: t{n}, given: assumed}}\n" for n in range(5))
    many += "attacks:\n" + "".join(f"  a{n}: {{premises: p{n}, target: c}}\n" for n in range(5))
    found = telling_attacks(labels(loads(many)), "c", work=1)
    assert (found.is_exact, found.untried) == (False, ("a2", "a3", "a4"))
    assert telling_attacks(labels(loads(many)), "c").is_exact


@settings(max_examples=60, deadline=None)
@given(structures)
def test_the_most_telling_attack_stands_and_its_rejection_never_lowers_the_label(drawn: ArgumentMap) -> None:
    found = labels(drawn)
    order = [Label.OUT, Label.UNDECIDED, Label.IN]
    for claim_id in found.compilation.graph.claims:
        telling = telling_attacks(found, claim_id)
        gains = [order.index(one.without) - order.index(one.before) for one in telling.found]
        assert gains == sorted(gains, reverse=True)
        assert all(gain >= 0 for gain in gains)
        for one in telling.found:
            assert found[one.attack_id].label is Label.IN
            assert found.suppose(reject=[one.attack_id])[claim_id].label is one.without
