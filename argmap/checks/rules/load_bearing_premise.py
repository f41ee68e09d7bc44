"""SUP005: a load-bearing premise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import MOST_EVIDENCE, name_ids, tell_unseen
from argmap.model import Confidence, Finding, Given, Severity


@dataclass(frozen=True, slots=True)
class LoadBearingPremise(Rule):
    """A main claim hangs on one claim: without it, nothing would ground the main claim."""

    code: ClassVar = "SUP005"
    name: ClassVar = "load-bearing-premise"
    severity: ClassVar = Severity.INFO
    confidence: ClassVar = Confidence.MEDIUM
    profiles: ClassVar = ("strict",)
    why: ClassVar = (
        "Whoever doubts such a claim can doubt the main claim with it, so it is where to look first and what to back "
        "best. It is no defect: a sound proof hangs on each of its premises. Only the claims are named at which the "
        "argument rests, those that cite a source or are assumed, and not what is concluded from them; common ground "
        "is left out, and so are main claims that are not grounded yet, of which SUP002 warns."
    )
    source: ClassVar = (
        "Vesely, Goldberg, Roberts and Haasl, Fault Tree Handbook (NUREG-0492, 1981), on minimal cut sets, for those "
        "of one event"
    )
    bad: ClassVar = (
        Example(
            "two linked premises",
            """\
argmap: 1
sources:
  count: {title: Traffic count at the bridge}
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, cites: count}
  rule: {text: Through traffic belongs on the ring road, kind: value, given: assumed}
inferences:
  because: {premises: [traffic, rule], conclusion: close}
""",
            finds=("traffic", "rule"),
            says="claim [traffic] is load-bearing: without it main claim [close] is not grounded",
        ),
        Example(
            "premise of both lines",
            """\
argmap: 1
main: [close, trams]
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  trams: {text: The trams should run more often, kind: policy}
  loud: {text: The quarter suffers from noise, given: common}
  jam: {text: The quarter suffers from traffic jams, given: common}
  through: {text: It is through traffic that causes it, kind: causal, given: assumed}
inferences:
  noise: {premises: [loud, through], conclusion: close}
  jams: {premises: [jam, through], conclusion: close}
  so: {premises: close, conclusion: trams}
""",
            finds=("through",),
            says="claim [through] is load-bearing: without it main claims [close] and [trams] are not grounded",
        ),
    )
    good: ClassVar = (
        Example(
            "second line",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  rust: {text: The cables of the bridge are rusting through, given: assumed}
inferences:
  one: {premises: traffic, conclusion: close}
  two: {premises: rust, conclusion: close}
""",
        ),
        Example(
            "main claim that nothing grounds yet",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  quiet: {text: Quiet streets matter more than short ways, kind: value}
inferences:
  because: {premises: [traffic, quiet], conclusion: close}
""",
        ),
        Example(
            "common ground",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  fall: {text: A bridge must not fall while people are on it, kind: value, given: common}
inferences:
  because: {premises: fall, conclusion: close}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for hinge in context.support.hinges.found:
            if context.graph.claims[hinge.claim_id].given is not Given.COMMON:
                main = hinge.main_claims
                falls = "main claim {} is" if len(main) == 1 else "main claims {} are"
                yield self.finding(
                    context,
                    hinge.claim_id,
                    f"claim [{hinge.claim_id}] is load-bearing: without it {falls.format(name_ids(main))} not grounded",
                    fix="back it well, or add a line that does without it",
                    evidence=main[:MOST_EVIDENCE],
                )

    def obstacle(self, context: Context) -> str:
        return tell_unseen(context.support.hinges.unseen)
