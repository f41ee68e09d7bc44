"""POL003: a proposal with no agent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.model import Confidence, Finding, Proposal, Severity


@dataclass(frozen=True, slots=True)
class ProposalWithoutAgent(Rule):
    """A proposal does not say who should act."""

    code: ClassVar = "POL003"
    name: ClassVar = "proposal-without-agent"
    severity: ClassVar = Severity.INFO
    confidence: ClassVar = Confidence.MEDIUM
    why: ClassVar = (
        "Whether something can be done, and at what cost, depends on who does it; what everybody should do, nobody "
        "has to. A claim of kind policy that is not of type proposal has no field for an agent and is left alone."
    )
    source: ClassVar = "Walton, Practical Reasoning: Goal-Driven, Knowledge-Based, Action-Guiding Argumentation (1990)"
    plain: ClassVar = "{element} does not say who should do it"
    plain_fix: ClassVar = "name who should act, as a party"
    bad: ClassVar = (
        Example(
            "something must be done",
            """\
argmap: 1
main: close
claims:
  close: {type: proposal, text: The bridge should be closed to cars}
""",
            finds=("close",),
            says="proposal [close] names no agent",
        ),
    )
    good: ClassVar = (
        Example(
            "agent",
            """\
argmap: 1
main: close
parties:
  council: {name: The town council}
claims:
  close: {type: proposal, text: The bridge should be closed to cars, agent: council}
""",
        ),
        Example(
            "agent that the map does not define, which is STR001's",
            """\
argmap: 1
main: close
claims:
  close: {type: proposal, text: The bridge should be closed to cars, agent: council}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for claim in context.graph.claims.values():
            if isinstance(claim, Proposal) and claim.agent is None:
                message = f"proposal [{claim.id}] names no agent"
                yield self.finding(context, claim.id, message, fix="name the party that should act as its `agent`")
