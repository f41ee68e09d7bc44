"""STR008: a claim named main that only serves claims which are not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import MOST_EVIDENCE, name_ids
from argmap.model import Confidence, Finding


@dataclass(frozen=True, slots=True)
class SubordinateMainClaim(Rule):
    """A claim is named main and only serves claims that are not."""

    code: ClassVar = "STR008"
    name: ClassVar = "subordinate-main-claim"
    confidence: ClassVar = Confidence.MEDIUM
    profiles: ClassVar = ("default", "strict")
    why: ClassVar = (
        "Reasons are given for what they lead to. If the claim that is named main leads on to another one, either "
        "that one is what the argument is for, or the step between them points the other way."
    )
    source: ClassVar = "Freeman, Argument Structure: Representation and Theory (2011), on serial arguments"
    bad: ClassVar = (
        Example(
            "step that goes on",
            """\
argmap: 1
main: traffic
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close}
""",
            finds=("traffic",),
            says="main claim [traffic] only serves [close], which is not main",
        ),
    )
    good: ClassVar = (
        Example(
            "main claims that support one another",
            """\
argmap: 1
main: [noise, close]
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  noise: {text: The cars make the old town unlivable, kind: value}
  loud: {text: The cars are loud all night, given: assumed}
inferences:
  one: {premises: loud, conclusion: noise}
  two: {premises: noise, conclusion: close}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for claim_id, served in context.graph.find_subordinate_main_claims():
            are = "which is not main" if len(served) == 1 else "which are not main"
            message = f"main claim [{claim_id}] only serves {name_ids(served)}, {are}"
            fix = f"name {name_ids(served[:1])} as main, or turn the step around"
            yield self.finding(context, claim_id, message, fix=fix, evidence=served[:MOST_EVIDENCE])
