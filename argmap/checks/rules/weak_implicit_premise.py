"""SUP008: an implicit premise that is contested or unsupported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import MOST_EVIDENCE, name_ids
from argmap.graph import Side
from argmap.model import Attack, Confidence, Finding, Severity


@dataclass(frozen=True, slots=True)
class WeakImplicitPremise(Rule):
    """A step leans on a premise that is never stated, and that nothing grounds or that is disputed."""

    code: ClassVar = "SUP008"
    name: ClassVar = "weak-implicit-premise"
    severity: ClassVar = Severity.INFO
    confidence: ClassVar = Confidence.MEDIUM
    why: ClassVar = (
        "What goes without saying may stay unsaid. A premise that needs support, or that is disputed, does not go "
        "without saying: the step that leans on it shows less than it seems to. SUP001 and ATK001 warn of the bare "
        "premise and of the attack; this rule points to each step for a main claim that hides them, and also finds the "
        "premise that has reasons of which none reaches a ground. What nobody would dispute is marked given. Which "
        "unstated premise an argument needs is a matter of interpretation, and scholars disagree how much to read into "
        "a text."
    )
    source: ClassVar = (
        "Hitchcock, Enthymematic Arguments, Informal Logic 7 (1985); on caution: Govier, Problems in Argument Analysis "
        "and Evaluation (1987), on missing premises"
    )
    plain: ClassVar = "the step {element} leans on something that nobody says and nothing backs: {evidence}"
    plain_fix: ClassVar = "say it and give a reason for it, or mark it as taken for granted"
    bad: ClassVar = (
        Example(
            "value that is never stated",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  locals: {text: Streets are for those who live on them, kind: value, implicit: true}
inferences:
  because: {premises: [traffic, locals], conclusion: close}
""",
            finds=("because",),
            says="inference [because] leans on the implicit premise [locals], which nothing grounds",
        ),
        Example(
            "implicit premise that is disputed",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  detour: {text: The cars would find another way, kind: prediction, implicit: true, given: assumed}
  none: {text: There is no other way across, given: assumed}
inferences:
  because: {premises: [traffic, detour], conclusion: close}
attacks:
  but: {premises: none, target: detour}
""",
            finds=("because",),
            says="inference [because] leans on the implicit premise [detour], which attack [but] disputes unanswered",
        ),
    )
    good: ClassVar = (
        Example(
            "implicit premise that goes without saying",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  weak: {text: The bridge no longer carries the weight of cars, given: assumed}
  safe: {text: A bridge must not fall, kind: value, implicit: true, given: common}
inferences:
  because: {premises: [weak, safe], conclusion: close}
""",
        ),
        Example(
            "dispute that is answered",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  detour: {text: The cars would find another way, kind: prediction, implicit: true, given: assumed}
  none: {text: There is no other way across, given: assumed}
  ring: {text: The ring road opens in spring, given: assumed}
inferences:
  because: {premises: [traffic, detour], conclusion: close}
attacks:
  but: {premises: none, target: detour}
  yet: {premises: ring, target: none}
""",
        ),
        Example(
            "bare premise that is stated",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  locals: {text: Streets are for those who live on them, kind: value}
inferences:
  because: {premises: [traffic, locals], conclusion: close}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        graph, grounded = context.graph, context.support.grounded
        unanswered = sorted(graph.find_unanswered_attacks(), key=lambda attack: attack.id, reverse=True)
        disputes = {attack.target: attack.id for attack in unanswered}
        for step, needed in graph.find_steps():
            implicit = [claim_id for claim_id in needed if claim_id in graph.claims and graph.claims[claim_id].implicit]
            bare = [claim_id for claim_id in implicit if claim_id not in grounded]
            disputed = [claim_id for claim_id in implicit if claim_id in grounded and claim_id in disputes]
            if (bare or disputed) and Side.FOR in graph.sides.get(step.id, ()):
                attacks = tuple(dict.fromkeys(disputes[claim_id] for claim_id in disputed))
                noun = "attack" if isinstance(step, Attack) else "inference"
                yield self.finding(
                    context,
                    step.id,
                    f"{noun} [{step.id}] leans on {_describe(bare, disputed, attacks)}",
                    fix=f"state and back {name_ids((*bare, *disputed))}, or mark it given if nobody would dispute it",
                    evidence=(*bare, *disputed, *attacks)[:MOST_EVIDENCE],
                )


def _describe(bare: Sequence[str], disputed: Sequence[str], attacks: Sequence[str]) -> str:
    parts = []
    if bare:
        parts.append(f"{_name(bare)}, which nothing grounds")
    if disputed:
        dispute = "attack {} disputes" if len(attacks) == 1 else "attacks {} dispute"
        parts.append(f"{_name(disputed)}, which {dispute.format(name_ids(attacks))} unanswered")
    return ", and on ".join(parts)


def _name(premises: Sequence[str]) -> str:
    return f"the implicit premise{'s' if len(premises) > 1 else ''} {name_ids(premises)}"
