"""ATK003: an attack that only an ungrounded reply answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import MOST_EVIDENCE, name_ids
from argmap.model import Attack, Confidence, Finding


@dataclass(frozen=True, slots=True)
class UngroundedReply(Rule):
    """An attack on what speaks for a main claim is answered only by what has no ground itself."""

    code: ClassVar = "ATK003"
    name: ClassVar = "ungrounded-reply"
    confidence: ClassVar = Confidence.MEDIUM
    why: ClassVar = (
        "A reply that is only asserted leaves the objection where it was: a reader who takes it seriously is given no "
        "more reason to take the reply seriously. Replies are the attacks on the objection itself, on its premises, "
        "and on what supports them; one with all its premises grounded is enough. ATK001 finds the objections that "
        "meet no reply at all. Some hold that not every reply owes a ground, as replies to replies would never end: so "
        "the confidence is medium; and that a bare objection deserves no more than a bare reply: where the objection "
        "has no ground either, it is low."
    )
    source: ClassVar = (
        "Johnson, Manifest Rationality: A Pragmatic Theory of Argument (2000), on the dialectical tier; on replies "
        "that never end: Johnson, The Dialectical Tier Revisited (2002), answering Govier"
    )
    plain: ClassVar = "the reply to the objection {element} has nothing behind it"
    plain_fix: ClassVar = "give the reply a reason or a source"
    bad: ClassVar = (
        Example(
            "bare reply",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  shops: {text: The shops need the customers who come by car, given: assumed}
  foot: {text: Most customers come on foot}
inferences:
  because: {premises: traffic, conclusion: close}
attacks:
  but-shops: {premises: shops, target: close}
  yet: {premises: foot, target: shops}
""",
            finds=("but-shops",),
            says="attack [but-shops] on [close] meets no grounded reply: [yet] rests on [foot]",
        ),
        Example(
            "bare claim that outweighs",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  shops: {text: The shops need the customers who come by car, given: assumed}
  health: {text: The air that people breathe matters more, kind: value}
inferences:
  because: {premises: traffic, conclusion: close}
attacks:
  but-shops: {premises: shops, target: because}
  still: {premises: health, target: but-shops}
""",
            finds=("but-shops",),
            says="attack [but-shops] on [because] meets no grounded reply: [still] rests on [health]",
        ),
    )
    good: ClassVar = (
        Example(
            "one grounded reply of two",
            """\
argmap: 1
sources:
  survey: {title: Survey of shops}
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  shops: {text: The shops need the customers who come by car, given: assumed}
  foot: {text: Most customers come on foot, cites: survey}
  health: {text: The air that people breathe matters more, kind: value}
inferences:
  because: {premises: traffic, conclusion: close}
attacks:
  but-shops: {premises: shops, target: close}
  yet: {premises: foot, target: shops}
  still: {premises: health, target: but-shops}
""",
        ),
        Example(
            "no reply at all",
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
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        grounded = context.support.grounded

        def holds(attack: Attack) -> bool:
            return grounded.issuperset(attack.premises)

        for attack, reply in context.graph.find_weak_replies(holds):
            missing = [claim_id for claim_id in dict.fromkeys(reply.premises) if claim_id not in grounded]
            if reply != attack:
                message = (
                    f"attack [{attack.id}] on [{attack.target}] meets no grounded reply: "
                    f"[{reply.id}] rests on {name_ids(missing)}"
                )
                fix = f"back {name_ids(missing)} with a source or a reason, or add a reply that is grounded"
                evidence = (reply.id, *missing)[:MOST_EVIDENCE]
                confidence = None if holds(attack) else Confidence.LOW
                yield self.finding(context, attack.id, message, fix=fix, evidence=evidence, confidence=confidence)
