"""STR007: one claim that both supports and attacks the same target."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.model import Confidence, Finding


@dataclass(frozen=True, slots=True)
class TwoFacedPremise(Rule):
    """A claim is a premise both for and against the same claim."""

    code: ClassVar = "STR007"
    name: ClassVar = "two-faced-premise"
    confidence: ClassVar = Confidence.MEDIUM
    why: ClassVar = (
        "A premise that speaks for a claim and against it cannot be accepted without accepting both. Where it is "
        "meant so, two different claims are usually hidden in one, and the map should say which speaks for what."
    )
    source: ClassVar = (
        "Cayrol and Lagasquie-Schiex, On the Acceptability of Arguments in Bipolar Argumentation Frameworks (2005)"
    )
    plain: ClassVar = "{element} is used both for and against the same claim"
    plain_fix: ClassVar = "decide which side it is on, or split it into two claims"
    bad: ClassVar = (
        Example(
            "for and against",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close}
attacks:
  but: {premises: traffic, target: close}
""",
            finds=("traffic",),
            says="claim [traffic] both supports [close] (inference [because]) and attacks it (attack [but])",
        ),
    )
    good: ClassVar = (
        Example(
            "for one claim and against another",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  widen: {text: The bridge should be widened, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close}
attacks:
  but: {premises: traffic, target: widen}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for claim_id, inference, attack in context.graph.find_two_faced_premises():
            message = (
                f"claim [{claim_id}] both supports [{attack.target}] (inference [{inference.id}]) "
                f"and attacks it (attack [{attack.id}])"
            )
            fix = "remove the inference or the attack, or split the claim in two"
            yield self.finding(context, claim_id, message, fix=fix, evidence=(inference.id, attack.id, attack.target))
