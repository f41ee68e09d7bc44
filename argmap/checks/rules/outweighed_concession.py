"""ATK005: a concession that is outweighed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import MOST_EVIDENCE, name_ids
from argmap.graph import ArgumentGraph
from argmap.model import Attack, Confidence, Finding, Severity


@dataclass(frozen=True, slots=True)
class OutweighedConcession(Rule):
    """The article raises an objection itself, grants what it says, and disputes only what follows from it."""

    code: ClassVar = "ATK005"
    name: ClassVar = "outweighed-concession"
    severity: ClassVar = Severity.INFO
    confidence: ClassVar = Confidence.MEDIUM
    profiles: ClassVar = ("strict",)
    why: ClassVar = (
        "A concession is no defect. It is worth knowing, as the case then hangs on the reply: what is granted stays "
        "true, so it has to be outweighed or beside the point. An objection counts as granted if the article states it "
        "in its own voice (no other party says it, and none of its premises is implicit), if an attack is on the "
        "objection as a step, and if nothing disputes its premises or what they stand on. Scholars disagree whether "
        "what is granted is part of the argument, and whether pros and cons can be weighed at all."
    )
    source: ClassVar = (
        "Govier and Allen, More on Counter-Considerations (2011), after Wellman, Challenge and Response (1971); "
        "against it Possin, Conductive Arguments: Why Is This Still a Thing?, Informal Logic 36 (2016)"
    )
    bad: ClassVar = (
        Example(
            "granted and outweighed",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  shops: {text: "Granted, some shops would lose customers", kind: prediction, given: assumed}
  health: {text: The air that people breathe matters more, kind: value, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close}
attacks:
  granted: {premises: shops, target: close}
  still: {premises: health, target: granted}
""",
            finds=("granted",),
            says="attack [granted] on [close] is conceded: "
            "[still] disputes the step from [shops], nothing disputes [shops]",
        ),
    )
    good: ClassVar = (
        Example(
            "objection that is denied",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  shops: {text: Some shops would lose customers, kind: prediction, given: assumed}
  foot: {text: Their customers come on foot, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close}
attacks:
  but: {premises: shops, target: close}
  yet: {premises: foot, target: shops}
""",
        ),
        Example(
            "objection of somebody else",
            """\
argmap: 1
parties:
  traders: {name: The traders}
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  shops: {text: Some shops would lose customers, kind: prediction, given: assumed, by: traders}
  health: {text: The air that people breathe matters more, kind: value, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close}
attacks:
  but: {premises: shops, target: close}
  still: {premises: health, target: but}
""",
        ),
        Example(
            "objection without a reply",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  shops: {text: Some shops would lose customers, kind: prediction, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close}
attacks:
  but: {premises: shops, target: close}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for attack, reply in context.graph.find_concessions():
            if reply.by is None and _is_own(context.graph, attack):
                premises = tuple(dict.fromkeys(attack.premises))
                named = name_ids(premises)
                message = (
                    f"attack [{attack.id}] on [{attack.target}] is conceded: "
                    f"[{reply.id}] disputes the step from {named}, nothing disputes {named}"
                )
                fix = "say why the reply weighs more, or dispute what the objection says"
                evidence = (*premises, reply.id)[:MOST_EVIDENCE]
                yield self.finding(context, attack.id, message, fix=fix, evidence=evidence)


def _is_own(graph: ArgumentGraph, attack: Attack) -> bool:
    """Tell whether the article raises the attack in its own voice, and states all its premises."""
    premises = [graph.claims.get(claim_id) for claim_id in attack.premises]
    return attack.by is None and all(claim and claim.by is None and not claim.implicit for claim in premises)
