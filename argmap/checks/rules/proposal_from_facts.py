"""POL001: a proposal derived from facts alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import MOST_EVIDENCE
from argmap.graph import find_derived_from_facts
from argmap.model import Confidence, Finding


@dataclass(frozen=True, slots=True)
class ProposalFromFacts(Rule):
    """A proposal is derived from what is so, and no value or goal says why that calls for action."""

    code: ClassVar = "POL001"
    name: ClassVar = "proposal-from-facts"
    confidence: ClassVar = Confidence.MEDIUM
    why: ClassVar = (
        "From how things are it does not follow what to do: some claim has to say what is good, or what is aimed at. "
        "Where none does, readers who want something else can accept every premise and reject the proposal. All that "
        "supports it counts, down to the last premise; causal claims and predictions say how things are. Some "
        "philosophers hold that a few facts, such as a promise, do bind; where that is the argument, state it as a "
        "value."
    )
    source: ClassVar = "Hume, A Treatise of Human Nature (1740), 3.1.1"
    plain: ClassVar = "the reasons for {element} say how things are, and none says what is good or what is wanted"
    plain_fix: ClassVar = "add the value or the goal behind it"
    bad: ClassVar = (
        Example(
            "facts and their causes",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  noise: {text: Cars make the street loud, kind: causal, given: common}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  counted: {text: So the count of May shows, given: assumed}
inferences:
  because: {premises: [noise, traffic], conclusion: close}
  count: {premises: counted, conclusion: traffic}
""",
            finds=("close",),
            says="proposal [close] is derived from claims about what is so alone: "
            "no value, goal or policy is among them",
        ),
    )
    good: ClassVar = (
        Example(
            "value behind a reason",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  noise: {text: The town has a noise problem, given: assumed}
  quiet: {text: A street that one cannot sleep in is no street to live in, kind: value, given: assumed}
inferences:
  because: {premises: noise, conclusion: close}
  problem: {premises: quiet, conclusion: noise}
""",
        ),
        Example(
            "proposal without a reason, which is SUP001's",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
""",
        ),
        Example(
            "proposal that rests on another one",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  plan: {text: The town should carry out its traffic plan, kind: policy, given: assumed}
  in-plan: {text: The plan closes the bridge, given: assumed}
inferences:
  because: {premises: [plan, in-plan], conclusion: close}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for claim_id in find_derived_from_facts(context.graph):
            premises = {premise for step in context.graph.inferences_to(claim_id) for premise in step.premises}
            yield self.finding(
                context,
                claim_id,
                f"proposal [{claim_id}] is derived from claims about what is so alone: "
                "no value, goal or policy is among them",
                fix="add the value or the goal that the proposal serves, or set the kind of the premise that states it",
                evidence=tuple(sorted(premises))[:MOST_EVIDENCE],
                gap="No value or goal behind it",
            )
