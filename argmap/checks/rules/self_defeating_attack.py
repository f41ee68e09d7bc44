"""ATK002: an attack that takes away its own support."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.model import Confidence, Finding


@dataclass(frozen=True, slots=True)
class SelfDefeatingAttack(Rule):
    """An attack is against something that it rests on itself."""

    code: ClassVar = "ATK002"
    name: ClassVar = "self-defeating-attack"
    why: ClassVar = (
        "If such an attack succeeds, it takes away its own support, so it cannot stand whether it succeeds or not. An "
        "attack rests on its premises, and on each claim and inference without which one of them could not hold, with "
        "everything that no inference concludes taken to hold. A premise that has another line of support does not "
        "rest on either. The one honest use is a reduction to absurdity, which grants a claim in order to show what it "
        "leads to: then the premise says that the claim leads there, and does not follow from the claim."
    )
    source: ClassVar = "Pollock, Self-Defeating Arguments, Minds and Machines 1 (1991)"
    plain: ClassVar = "the objection {element} takes away what it stands on itself"
    plain_fix: ClassVar = "give the objection a reason that does not depend on what it is against"
    bad: ClassVar = (
        Example(
            "attack that rests on its target",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  count: {text: The count of the cars can be trusted, given: assumed}
  many: {text: Ten thousand cars cross the bridge each day, kind: causal}
  jam: {text: With so many cars the counters miss most of them, kind: causal}
inferences:
  because: {premises: many, conclusion: close}
  so: {premises: count, conclusion: many}
  hence: {premises: many, conclusion: jam}
attacks:
  but: {premises: jam, target: many}
""",
            finds=("but",),
            says="attack [but] on [many] takes away its own support: its premise [jam] rests on [many]",
        ),
        Example(
            "target among the premises",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
attacks:
  but: {premises: [traffic, close], target: close}
""",
            finds=("but",),
            says="attack [but] is on its own premise [close]",
        ),
        Example(
            "attack on itself",
            """\
argmap: 1
claims:
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
attacks:
  but: {premises: traffic, target: but}
""",
            finds=("but",),
            says="attack [but] is on itself",
        ),
        Example(
            "attack on an inference that it needs",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  survey: {text: Nine in ten say that they would walk, given: assumed}
  walk: {text: People would walk, kind: prediction}
  polite: {text: People who would walk say what they think is wanted, kind: value}
inferences:
  because: {premises: walk, conclusion: close}
  as-said: {premises: survey, conclusion: walk}
  so: {premises: walk, conclusion: polite}
attacks:
  but: {premises: polite, target: as-said}
""",
            finds=("but",),
            says="attack [but] on [as-said] takes away its own support: its premise [polite] rests on [as-said]",
        ),
    )
    good: ClassVar = (
        Example(
            "two positions that attack each other",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  widen: {text: The bridge should be widened, kind: policy}
attacks:
  one: {premises: close, target: widen}
  two: {premises: widen, target: close}
""",
        ),
        Example(
            "premise with another line of support",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  count: {text: The count of the cars can be trusted, given: assumed}
  many: {text: Ten thousand cars cross the bridge each day, kind: causal}
  jam: {text: With so many cars the counters miss most of them, kind: causal}
  film: {text: A film shows cars that no counter saw, given: assumed}
inferences:
  because: {premises: many, conclusion: close}
  so: {premises: count, conclusion: many}
  hence: {premises: many, conclusion: jam}
  seen: {premises: film, conclusion: jam}
attacks:
  but: {premises: jam, target: many}
""",
        ),
        Example(
            "attack on a claim by what supports it",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close}
attacks:
  but: {premises: traffic, target: because}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for defeat in context.graph.self_defeats.found:
            attack, premise_id = defeat.attack, defeat.premise_id
            confidence = Confidence.HIGH
            if attack.target == attack.id:
                message = f"attack [{attack.id}] is on itself"
            elif attack.target == premise_id:
                message = f"attack [{attack.id}] is on its own premise [{premise_id}]"
            else:
                message = (
                    f"attack [{attack.id}] on [{attack.target}] takes away its own support: "
                    f"its premise [{premise_id}] rests on [{attack.target}]"
                )
                confidence = Confidence.MEDIUM
            fix = "support it by something that does not need what it is against, or aim it elsewhere"
            evidence = tuple(dict.fromkeys((premise_id, attack.target)))
            yield self.finding(context, attack.id, message, fix=fix, evidence=evidence, confidence=confidence)

    def obstacle(self, context: Context) -> str:
        unseen = context.graph.self_defeats.unseen
        return f"{unseen} attacks lead back to themselves in too many ways to look at" if unseen else ""
