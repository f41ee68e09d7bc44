"""Accounts of a claim's support: what they tell, where they end, and that they tell each claim once."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from strategies import maps, structures

from argmap import ArgumentGraph, Support, UnknownElementError, loads
from argmap.graph import supporting_claims
from argmap.model import ArgumentMap, Claim, Inference
from argmap.reports import account_as_object, account_as_text
from argmap.semantics import ClaimStep, InferenceStep, Standing, Telling

BRIDGE = """
argmap: 1
article: letter
sources: {letter: {title: A letter}, count: {title: Traffic count, publisher: The town, date: 2024-03}}
claims:
  close: {text: The bridge should close, kind: policy}
  traffic: {text: Cars only pass through, cites: [letter, count]}
  quiet: {text: Quiet streets matter, kind: value, implicit: true}
  rule: {text: What harms and helps nobody should stop, given: assumed}
  loud: {text: The cars are loud}
  noisy: {text: The street is noisy}
inferences:
  because: {premises: [traffic, quiet], conclusion: close, warrant: rule}
  one: {premises: loud, conclusion: noisy}
  two: {premises: noisy, conclusion: loud}
  also: {premises: [noisy, nowhere], conclusion: close}
"""


def supported(text: str) -> Support:
    return Support(ArgumentGraph(loads(text)))


def test_an_account_goes_down_to_sources_and_givens_and_tells_where_support_stops() -> None:
    told = supported(BRIDGE).why("close")
    assert told.steps == (
        ClaimStep(0, "close", Standing.UNGROUNDED, Telling.HERE),
        InferenceStep(0, "because", ("traffic", "quiet", "rule"), ("quiet",)),
        ClaimStep(1, "traffic", Standing.CITED, Telling.HERE, sources=("count",)),
        ClaimStep(1, "quiet", Standing.BARE, Telling.HERE),
        ClaimStep(1, "rule", Standing.GIVEN, Telling.HERE, is_warrant=True),
        InferenceStep(0, "also", ("noisy", "nowhere"), ("noisy", "nowhere")),
        ClaimStep(1, "noisy", Standing.UNGROUNDED, Telling.HERE),
        InferenceStep(1, "one", ("loud",), ("loud",)),
        ClaimStep(2, "loud", Standing.UNGROUNDED, Telling.HERE),
        InferenceStep(2, "two", ("noisy",), ("noisy",)),
        ClaimStep(3, "noisy", Standing.UNGROUNDED, Telling.CIRCLE),
        ClaimStep(1, "nowhere", Standing.UNDEFINED, Telling.HERE),
    )
    assert (told.is_grounded, told.rests_on, told.stops) == (False, ("traffic", "rule"), ("quiet", "nowhere"))


def test_an_account_can_end_before_the_sources() -> None:
    told = supported(BRIDGE).why("close", depth=1)
    assert [step.telling for step in told.steps if isinstance(step, ClaimStep) and step.claim_id == "noisy"] == [
        Telling.LEFT_OUT
    ]
    assert len(supported(BRIDGE).why("close", depth=0).steps) == 1


def test_an_account_of_a_claim_that_is_not_there_names_the_nearest() -> None:
    with pytest.raises(UnknownElementError, match=r"did you mean \[close\]"):
        supported(BRIDGE).why("clsoe")


@settings(max_examples=60, deadline=None)
@given(structures | maps)
def test_an_account_tells_each_claim_below_once_and_agrees_with_the_grounding(drawn: ArgumentMap) -> None:
    support = Support(ArgumentGraph(drawn))
    for claim_id in support.graph.claims:
        told = support.why(claim_id)
        claims = [step for step in told.steps if isinstance(step, ClaimStep)]
        here = Counter(
            step.claim_id for step in claims if step.telling is Telling.HERE and step.claim_id in support.graph.claims
        )
        below = {claim_id}
        while (
            more := {
                premise_id
                for inference in drawn.inferences
                if inference.conclusion in below & support.graph.claims.keys()
                for premise_id in supporting_claims(inference)
            }
            - below
        ):
            below |= more
        assert here == Counter(below & support.graph.claims.keys())
        assert {step.claim_id for step in claims} == below
        for step in claims:
            assert step.standing.is_grounded == (step.claim_id in support.grounded)
        for step in told.steps:
            if isinstance(step, InferenceStep):
                assert set(step.missing) == set(step.premises) - support.grounded
        if not told.is_grounded:
            # What has nothing behind it is all there is to back, but for circles and claims with no end.
            assert told.stops or any(step.telling is Telling.CIRCLE for step in claims)
        assert account_as_object(told, support.repairs(claim_id, 1, time_limit=0))["claim"] == claim_id
        assert account_as_text(told, support.graph, support.repairs(claim_id, 1, time_limit=0))


def test_an_account_of_a_long_chain_is_no_trouble() -> None:
    length = 20_000
    claims = tuple(Claim(id=f"c{n}", text="t", given="common" if n == length else "none") for n in range(length + 1))
    inferences = tuple(Inference(id=f"i{n}", premises=(f"c{n + 1}",), conclusion=f"c{n}") for n in range(length))
    support = Support(ArgumentGraph(ArgumentMap(claims=claims, inferences=inferences)))
    told = support.why("c0")
    assert (len(told.steps), told.is_grounded, told.rests_on) == (2 * length + 1, True, (f"c{length}",))
    assert len(account_as_text(told, support.graph, support.repairs("c0"))) < 200 * length


def test_an_account_is_told_in_plain_sentences() -> None:
    support = supported(BRIDGE)
    assert account_as_text(support.why("close"), support.graph, support.repairs("close")) == (
        """\
[close] The bridge should close
  It is not grounded: neither of the 2 inferences to it holds.
  because of these together (inference [because] breaks at [quiet]):
    [traffic] Cars only pass through
      It cites "Traffic count" (The town, 2024-03).
    [quiet] Quiet streets matter
      It is never stated. Here support stops: it has no reason and no source.
    [rule] (warrant) What harms and helps nobody should stop
      It is given, as an assumption.
  because of these together (inference [also] breaks at [noisy] and [nowhere]):
    [noisy] The street is noisy
      It is not grounded: the only inference to it does not hold.
      because (inference [one] breaks at [loud]):
        [loud] The cars are loud
          It is not grounded: the only inference to it does not hold.
          because (inference [two] breaks at [noisy]):
            [noisy] The street is noisy
              Its support leads back to it, and a circle grounds nothing.
    [nowhere]
      Here support stops: no claim has this id.

[close] is not grounded.
Sources and givens that were reached: [traffic] and [rule].
Support stops at [quiet] and [nowhere].
Backing [quiet] would ground it, at the least cost.
"""
    )


def test_a_text_of_a_map_cannot_start_a_line_of_its_own() -> None:
    support = supported('{argmap: 1, claims: {a: {text: "one\\n[b] two\\e[31m", given: common}}}')
    assert (
        account_as_text(support.why("a"), support.graph, support.repairs("a")).splitlines()[0]
        == "[a] one [b] two\ufffd[31m"
    )


def test_a_claim_that_is_only_assumed_is_told_as_such() -> None:
    account = loads("{argmap: 1, claims: {a: A}}").support().assuming(["a"]).why("a")
    assert account.steps == (ClaimStep(0, "a", Standing.ASSUMED, Telling.HERE),)
    assert (account.is_grounded, account.rests_on, account.stops) == (True, ("a",), ())
