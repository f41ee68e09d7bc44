"""POL005: side effects that are never weighed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.schemes import answers_side_effects
from argmap.graph import find_consequential, find_proposals
from argmap.model import Confidence, Finding, Kind, Severity


@dataclass(frozen=True, slots=True)
class UnweighedSideEffects(Rule):
    """A proposal is argued for, and nothing asks what else it would bring about."""

    code: ClassVar = "POL005"
    name: ClassVar = "unweighed-side-effects"
    severity: ClassVar = Severity.INFO
    confidence: ClassVar = Confidence.MEDIUM
    why: ClassVar = (
        "What serves one end may cost another, so every argument for an action meets the question of its side effects. "
        "It is answered if a reason for the proposal answers that critical question of its scheme, or if an attack on "
        "the proposal, or on a reason for it, starts from a fact, which may be an effect, or rests on a causal claim "
        "or a prediction. An attack from values or policies alone may be about side effects too, so it makes the "
        "finding less sure."
    )
    source: ClassVar = "Walton, Reed and Macagno, Argumentation Schemes (2008), ch. 9, on practical reasoning"
    plain: ClassVar = "nobody asks what else {element} would lead to"
    plain_fix: ClassVar = "add what it might cost or harm, and why it is worth it"
    bad: ClassVar = (
        Example(
            "benefits alone",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  quiet: {text: Quiet streets matter, kind: value, given: common}
  calmer: {text: Without cars the street would be quiet, kind: prediction, given: assumed}
inferences:
  because: {premises: [quiet, calmer], conclusion: close}
""",
            finds=("close",),
            says="nothing weighs the side effects of proposal [close]: no answer and no attack says what else "
            "it would bring about",
        ),
        Example(
            "objection that is not about an effect",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  calmer: {text: Without cars the street would be quiet, kind: prediction, given: assumed}
  rushed: {text: The neighbours should have been asked first, kind: policy}
inferences:
  because: {premises: calmer, conclusion: close}
attacks:
  but: {premises: rushed, target: close}
""",
            finds=("close",),
            says="nothing weighs the side effects of proposal [close]: no answer and no attack says what else "
            "it would bring about",
        ),
    )
    good: ClassVar = (
        Example(
            "answer to the critical question",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  quiet: {text: Quiet streets matter, kind: value, given: common}
  calmer: {text: Without cars the street would be quiet, kind: prediction, given: assumed}
  ring-road: {text: The ring road can take the cars, given: assumed}
inferences:
  because:
    premises: [quiet, calmer]
    conclusion: close
    scheme: practical-reasoning
    answers: {side-effects: ring-road}
""",
        ),
        Example(
            "objection that rests on an effect",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  calmer: {text: Without cars the street would be quiet, kind: prediction, given: assumed}
  unfair: {text: The shopkeepers would bear the cost of it, kind: value}
  shops: {text: The shops would lose half of their customers, kind: prediction, given: assumed}
inferences:
  because: {premises: calmer, conclusion: close}
  loss: {premises: shops, conclusion: unfair}
attacks:
  but: {premises: unfair, target: because}
""",
        ),
        Example(
            "objection that starts from a fact",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  calmer: {text: Without cars the street would be quiet, kind: prediction, given: assumed}
  shops: {text: The shops need the customers who come by car, given: assumed}
inferences:
  because: {premises: calmer, conclusion: close}
attacks:
  but: {premises: shops, target: close}
""",
        ),
        Example(
            "policy on the way to a proposal",
            """\
argmap: 1
parties:
  council: {name: The town council}
claims:
  close: {type: proposal, text: The council should close the bridge to cars, agent: council}
  quieter: {text: The town should become quieter, kind: policy}
  asked: {text: Most people in town ask for quiet, given: assumed}
  calmer: {text: Without cars the street would be quiet, kind: prediction, given: assumed}
  shops: {text: The shops would lose half of their customers, kind: prediction, given: assumed}
inferences:
  because: {premises: [quieter, calmer], conclusion: close}
  wish: {premises: asked, conclusion: quieter}
attacks:
  but: {premises: shops, target: close}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        graph = context.graph
        proposed = [claim.id for claim in find_proposals(graph) if graph.has_reason(claim.id)]
        consequential = find_consequential(graph) if proposed else frozenset()
        for claim_id in proposed:
            steps = graph.inferences_to(claim_id)
            attacks = [*graph.attacks_on(claim_id), *(a for step in steps for a in graph.attacks_on(step.id))]
            premises = {premise_id for attack in attacks for premise_id in attack.premises}
            objected = any(
                premise_id in consequential
                or (premise_id in graph.claims and graph.claims[premise_id].kind is Kind.FACT)
                for premise_id in premises
            )
            if not (objected or any(answers_side_effects(context, step) for step in steps)):
                yield self.finding(
                    context,
                    claim_id,
                    f"nothing weighs the side effects of proposal [{claim_id}]: "
                    "no answer and no attack says what else it would bring about",
                    fix="add what it might cost as an attack, or answer the question under `answers: side-effects`",
                    confidence=Confidence.LOW if attacks else None,
                )
