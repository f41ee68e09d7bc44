"""POL004: no reason that the means reach the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.schemes import find_following
from argmap.checks.words import MOST_EVIDENCE
from argmap.graph import find_without_means, supporting_claims
from argmap.model import Confidence, Finding, Kind


@dataclass(frozen=True, slots=True)
class ProposalWithoutMeans(Rule):
    """No reason for a proposal says what carrying it out would bring about."""

    code: ClassVar = "POL004"
    name: ClassVar = "proposal-without-means"
    confidence: ClassVar = Confidence.MEDIUM
    why: ClassVar = (
        "A good end does not speak for an action that would not reach it. A reason for a proposal shows the way from "
        "the one to the other if one of its premises is causal or a prediction, or a value that rests on such a claim. "
        "That the claim has nothing behind it is another finding. A premise of kind fact, which a claim is that names "
        "no kind, makes the finding less sure. An argument by rule, by precedent or by fairness "
        "owes no such reason: name its scheme, as a proposal with a reason that follows a scheme is left to SCH002."
    )
    source: ClassVar = "Walton, Reed and Macagno, Argumentation Schemes (2008), ch. 9, on practical reasoning"
    plain: ClassVar = "no reason for {element} says what it would lead to"
    plain_fix: ClassVar = "add the claim that it would work, and why"
    bad: ClassVar = (
        Example(
            "goal and fact, and nothing between them",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  quiet: {text: Quiet streets matter, kind: value, given: common}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
inferences:
  because: {premises: [quiet, traffic], conclusion: close}
""",
            finds=("close",),
            says="no reason for proposal [close] says what it would bring about: "
            "none is a causal claim or a prediction",
        ),
    )
    good: ClassVar = (
        Example(
            "effect with nothing behind it",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  quiet: {text: Quiet streets matter, kind: value, given: common}
  calmer: {text: Without cars the street would be quiet, kind: prediction}
inferences:
  because: {premises: [quiet, calmer], conclusion: close}
""",
        ),
        Example(
            "value that rests on an effect",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  better: {text: The street would be a better place, kind: value}
  calmer: {text: Without cars the street would be quiet, kind: prediction, given: assumed}
inferences:
  because: {premises: better, conclusion: close}
  effect: {premises: calmer, conclusion: better}
""",
        ),
        Example(
            "argument by rule",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  unsafe: {text: The bridge is unsafe, given: assumed}
  law: {text: Unsafe bridges are to be closed, kind: policy, given: common}
inferences:
  because: {premises: [unsafe, law], conclusion: close, scheme: established-rule}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        schemed = {inference.conclusion for _, inference, _ in find_following(context)}
        for claim_id in find_without_means(context.graph, exempt=schemed):
            steps = context.graph.inferences_to(claim_id)
            premises = sorted({premise_id for step in steps for premise_id in supporting_claims(step)})
            kinds = {
                context.graph.claims[premise_id].kind for premise_id in premises if premise_id in context.graph.claims
            }
            yield self.finding(
                context,
                claim_id,
                f"no reason for proposal [{claim_id}] says what it would bring about: "
                "none is a causal claim or a prediction",
                fix="add the claim that it would reach its end, or set the kind of the premise that states it",
                evidence=tuple(premises[:MOST_EVIDENCE]),
                gap="No reason that it would work",
                confidence=Confidence.LOW if Kind.FACT in kinds else None,
            )
