"""ATK004: a one-sided argument."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from argmap.checks.rule import Context, Example, Rule
from argmap.model import Confidence, Finding, Kind, Severity

_CONTESTABLE = frozenset({Kind.CAUSAL, Kind.VALUE, Kind.POLICY, Kind.PREDICTION})


@dataclass(frozen=True, slots=True)
class OneSidedArgument(Rule):
    """A main claim that invites dispute meets no objection anywhere in its argument."""

    code: ClassVar = "ATK004"
    name: ClassVar = "one-sided-argument"
    severity: ClassVar = Severity.INFO
    confidence: ClassVar = Confidence.LOW
    why: ClassVar = (
        "About what should be done, what is good, what causes what and what will come there is mostly another side, "
        "and an argument that never mentions it cannot have answered it. Main claims of these kinds are looked at that "
        "have a reason, and whose argument has no attack: none on the claim, and none on anything that it stands on. A "
        "claim may be undisputed all the same, and scholars disagree whether an argument owes its readers objections: "
        "for Johnson it does, in the milder view of Finocchiaro reasons alone can make one."
    )
    source: ClassVar = (
        "Mill, On Liberty (1859), ch. II; Johnson, Manifest Rationality (2000), on the dialectical tier; for the "
        "milder view: Finocchiaro, Dialectics, Evaluation, and Argument, Informal Logic 23 (2003)"
    )
    plain: ClassVar = "nobody objects to {element}: only one side is heard"
    plain_fix: ClassVar = "add the strongest objection to it, and a reply"
    bad: ClassVar = (
        Example(
            "policy without an objection",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  rule: {text: Through traffic belongs on the ring road, kind: value, given: assumed}
  loud: {text: Cars are louder than bicycles, given: common}
  quiet: {text: The quarter would be quieter, kind: prediction}
inferences:
  one: {premises: [traffic, rule], conclusion: close}
  so: {premises: loud, conclusion: quiet}
  two: {premises: quiet, conclusion: close}
""",
            finds=("close",),
            says="main claim [close] of kind policy meets no objection: no attack on it or on what it stands on",
        ),
    )
    good: ClassVar = (
        Example(
            "objection far down",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  loud: {text: Cars are louder than bicycles, given: common}
  quiet: {text: The quarter would be quieter, kind: prediction}
  trams: {text: The trams are louder than the cars, given: assumed}
inferences:
  one: {premises: traffic, conclusion: close}
  so: {premises: loud, conclusion: quiet}
  two: {premises: quiet, conclusion: close}
attacks:
  but: {premises: trams, target: so}
""",
        ),
        Example(
            "fact",
            """\
argmap: 1
claims:
  many: Ten thousand cars cross the bridge each day
  count: {text: The counters of the city say so, given: assumed}
  film: {text: A film shows as many, given: assumed}
  toll: {text: The tolls are paid for as many, given: assumed}
  jam: {text: The jam is a mile long, given: assumed}
inferences:
  one: {premises: [count, film], conclusion: many}
  two: {premises: [toll, jam], conclusion: many}
""",
        ),
        Example(
            "map of few claims",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close}
""",
        ),
    )

    min_claims: Annotated[int, Field(ge=1)] = 5
    """How many claims a map must have before an objection is expected; 1 or more."""

    def check(self, context: Context) -> Iterator[Finding]:
        graph = context.graph
        if len(graph.claims) < self.min_claims:
            return
        for claim_id in graph.main_claims:
            kind = graph.claims[claim_id].kind
            if kind in _CONTESTABLE and graph.has_reason(claim_id) and claim_id not in graph.contested:
                message = (
                    f"main claim [{claim_id}] of kind {kind} meets no objection: "
                    "no attack on it or on what it stands on"
                )
                fix = "add the strongest objection that is known, and the reply to it"
                yield self.finding(context, claim_id, message, fix=fix)
