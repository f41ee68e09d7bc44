"""ATK003: an attack that only an ungrounded reply answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import MOST_EVIDENCE, name_ids
from argmap.model import Attack, Confidence, Finding
from argmap.semantics import Label


@dataclass(frozen=True, slots=True)
class UngroundedReply(Rule):
    """An attack on what speaks for a main claim is answered only by what has no ground, or is out itself."""

    code: ClassVar = "ATK003"
    name: ClassVar = "ungrounded-reply"
    confidence: ClassVar = Confidence.MEDIUM
    why: ClassVar = (
        "A reply that is only asserted leaves the objection where it was: a reader who takes it seriously is given no "
        "more reason to take the reply seriously. Replies are the attacks on the objection itself, on its premises, "
        "and on what supports them; one with all its premises grounded is enough, unless it is out itself, as "
        "something that stands speaks against it. ATK001 finds the objections that meet no reply at all. Some hold "
        "that not every reply owes a ground, as replies to replies would never end: so the confidence is medium; and "
        "that a bare objection deserves no more than a bare reply: where the objection has no ground either, it is "
        "low."
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
        Example(
            "reply that is out itself",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  shops: {text: The shops need the customers who come by car, given: assumed}
  foot: {text: Most customers come on foot, given: assumed}
  count: {text: The count of customers left out the Saturdays, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close}
attacks:
  but-shops: {premises: shops, target: close}
  yet: {premises: foot, target: shops}
  miscounted: {premises: count, target: foot}
""",
            finds=("but-shops",),
            says="attack [but-shops] on [close] meets no reply that stands: [yet] is out, as [miscounted] is in",
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

        def is_grounded(attack: Attack) -> bool:
            return grounded.issuperset(attack.premises)

        def holds(attack: Attack) -> bool:
            return is_grounded(attack) and context.labels[attack.id].label is not Label.OUT

        for attack, reply in context.graph.find_weak_replies(holds):
            if reply != attack:
                missing = [claim_id for claim_id in dict.fromkeys(reply.premises) if claim_id not in grounded]
                where = f"attack [{attack.id}] on [{attack.target}] meets no"
                confidence = None if is_grounded(attack) else Confidence.LOW
                if missing:
                    message = f"{where} grounded reply: [{reply.id}] rests on {name_ids(missing)}"
                    fix = f"back {name_ids(missing)} with a source or a reason, or add a reply that is grounded"
                    evidence = (reply.id, *missing)[:MOST_EVIDENCE]
                else:
                    against = _standing_against(context, reply)
                    because = f", as {name_ids(against)} is in" if against else ""
                    message = f"{where} reply that stands: [{reply.id}] is out{because}"
                    fix = f"answer what speaks against [{reply.id}], or add a reply that stands"
                    evidence = (reply.id, *against)
                yield self.finding(context, attack.id, message, fix=fix, evidence=evidence, confidence=confidence)


def _standing_against(context: Context, reply: Attack) -> tuple[str, ...]:
    """Return the id of an attack on the reply or on its premises that is in; () if there is none so near."""
    attacks = (attack for place in (reply.id, *reply.premises) for attack in context.graph.attacks_on(place))
    return tuple(sorted({attack.id for attack in attacks if context.labels[attack.id].label is Label.IN})[:1])
