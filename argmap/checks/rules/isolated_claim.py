"""STR003: an isolated claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.model import Finding


@dataclass(frozen=True, slots=True)
class IsolatedClaim(Rule):
    """A claim takes part in no inference and no attack."""

    code: ClassVar = "STR003"
    name: ClassVar = "isolated-claim"
    why: ClassVar = (
        "An argument is what claims do for one another. A claim that nothing connects with the rest is neither "
        "argued for nor argued from: either the step that it belongs to is missing, or it is background."
    )
    source: ClassVar = "Freeman, Argument Structure: Representation and Theory (2011)"
    plain: ClassVar = "{element} stands alone: nothing leads to it and it leads to nothing"
    plain_fix: ClassVar = "connect it to the claim that it is about, or take it out"
    bad: ClassVar = (
        Example(
            "claim beside the argument",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  built: {text: The bridge was built in 1893, given: common}
inferences:
  because: {premises: traffic, conclusion: close}
""",
            finds=("built",),
            says="claim [built] is isolated: no inference or attack uses it, and none leads to it",
        ),
    )
    good: ClassVar = (
        Example(
            "main claim alone",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
""",
        ),
        Example(
            "claim that answers a critical question",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  ring-road: {text: The ring road can take the cars, given: assumed}
inferences:
  because:
    premises: traffic
    conclusion: close
    answers: {Are there side effects?: ring-road}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for claim_id in context.graph.find_isolated_claims():
            message = f"claim [{claim_id}] is isolated: no inference or attack uses it, and none leads to it"
            yield self.finding(context, claim_id, message, fix="connect it by an inference or an attack, or remove it")
