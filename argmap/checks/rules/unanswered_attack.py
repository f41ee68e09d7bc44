"""ATK001: an unanswered attack on the line to a main claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import MOST_EVIDENCE
from argmap.model import Attack, Confidence, Finding
from argmap.semantics import Label, Labels, Reason


@dataclass(frozen=True, slots=True)
class UnansweredAttack(Rule):
    """An attack on what speaks for a main claim meets no reply."""

    code: ClassVar = "ATK001"
    name: ClassVar = "unanswered-attack"
    confidence: ClassVar = Confidence.MEDIUM
    why: ClassVar = (
        "Who argues for a claim owes an answer to the objections that the argument itself brings up. An attack counts "
        "as answered if anything attacks it, one of its premises, or what supports them; whether the answer is good is "
        "another question. Where the target is out by it (`argmap why`), the message says so; an attack that does not "
        "stand itself is found with low confidence. Some hold that an objection may be conceded and outweighed: then "
        "waive the finding and say so."
    )
    source: ClassVar = "Johnson, Manifest Rationality: A Pragmatic Theory of Argument (2000), on the dialectical tier"
    plain: ClassVar = "nothing replies to the objection {element}"
    plain_fix: ClassVar = "add a reply, or say why the objection does not matter"
    bad: ClassVar = (
        Example(
            "objection without a reply",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  shops: {text: The shops need the customers who come by car, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close}
attacks:
  but-shops: {premises: shops, target: close}
""",
            finds=("but-shops",),
            says="attack [but-shops] on [close] is unanswered, and [close] is out by it",
        ),
        Example(
            "objection that weighs too little to decide",
            """\
argmap: 1
standard: preponderance
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  shops: {text: The shops need the customers who come by car, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close}
attacks:
  but-shops: {premises: shops, target: close, weight: 0.4}
""",
            finds=("but-shops",),
            says="attack [but-shops] on [close] is unanswered",
        ),
    )
    good: ClassVar = (
        Example(
            "reply to the premise of the objection",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  shops: {text: The shops need the customers who come by car, given: assumed}
  foot: {text: Most customers come on foot, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close}
attacks:
  but-shops: {premises: shops, target: close}
  yet: {premises: foot, target: shops}
""",
        ),
        Example(
            "objection that is itself overruled",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  shops: {text: The shops need the customers who come by car, given: assumed}
  aside: {text: The shops are not what the bridge is for, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close}
attacks:
  but-shops: {premises: shops, target: close}
  beside-the-point: {premises: aside, target: but-shops}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for attack in context.graph.find_unanswered_attacks():
            evidence = (*dict.fromkeys(attack.premises), attack.target)
            consequence, confidence = _weigh(context.labels, attack)
            yield self.finding(
                context,
                attack.id,
                f"attack [{attack.id}] on [{attack.target}] is unanswered{consequence}",
                fix="attack it or one of its premises, or waive this with the reason for conceding it",
                evidence=evidence[-MOST_EVIDENCE:],
                confidence=confidence,
            )


def _weigh(labels: Labels, attack: Attack) -> tuple[str, Confidence | None]:
    """Return what the labels say of the attack, and how sure that makes the finding; None for as sure as the rule."""
    if labels[attack.id].label is Label.OUT:
        return ", though it is out itself", Confidence.LOW
    falls = attack.target in labels and labels[attack.target].reason in {Reason.DEFEATED, Reason.UNDERCUT}
    return (f", and [{attack.target}] is out by it", None) if falls else ("", None)
