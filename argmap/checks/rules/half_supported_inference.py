"""SUP003: a half-supported inference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import MOST_EVIDENCE, name_ids
from argmap.graph import Side
from argmap.model import Confidence, Finding, Severity


@dataclass(frozen=True, slots=True)
class HalfSupportedInference(Rule):
    """Some premises of an inference are grounded and others are not, so that it carries nothing."""

    code: ClassVar = "SUP003"
    name: ClassVar = "half-supported-inference"
    severity: ClassVar = Severity.INFO
    confidence: ClassVar = Confidence.MEDIUM
    profiles: ClassVar = ("default", "strict")
    why: ClassVar = (
        "Linked premises work only together: what backs some of them is lost while the others, the warrant among them, "
        "have nothing behind them. These are the places where an argument is nearest to holding. Only inferences that "
        "speak for a main claim count, and only where nothing else grounds what they conclude. SUP001 and SRC001 warn "
        "of the claims at which the backing ends; this rule points to the step that waits for them. Where all that is "
        "missing is implicit, SUP008 says so instead. Which premises are linked and which work apart is disputed, in "
        "theory and for single texts: premises that work apart belong in inferences of their own, and then those that "
        "are grounded carry their conclusion."
    )
    source: ClassVar = "Walton, Argument Structure: A Pragmatic Theory (1996), on linked arguments"
    bad: ClassVar = (
        Example(
            "one premise of two",
            """\
argmap: 1
sources:
  count: {title: Traffic count at the bridge}
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, cites: count}
  quiet: {text: Quiet streets matter more than short ways, kind: value}
inferences:
  because: {premises: [traffic, quiet], conclusion: close}
""",
            finds=("because",),
            says="inference [because] to [close] is only half supported: [traffic] is grounded, [quiet] is not",
        ),
        Example(
            "warrant without backing",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  rule: {text: Through traffic belongs on the ring road, kind: value}
inferences:
  because: {premises: traffic, conclusion: close, warrant: rule}
""",
            finds=("because",),
            says="inference [because] to [close] is only half supported: [traffic] is grounded, [rule] is not",
        ),
    )
    good: ClassVar = (
        Example(
            "premises that work apart",
            """\
argmap: 1
sources:
  count: {title: Traffic count at the bridge}
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, cites: count}
  quiet: {text: Quiet streets matter more than short ways, kind: value}
inferences:
  one: {premises: traffic, conclusion: close}
  two: {premises: quiet, conclusion: close}
""",
        ),
        Example(
            "conclusion that another line grounds",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  quiet: {text: Quiet streets matter more than short ways, kind: value}
  weak: {text: The bridge no longer carries the weight, given: assumed}
inferences:
  one: {premises: [traffic, quiet], conclusion: close}
  two: {premises: weak, conclusion: close}
""",
        ),
        Example(
            "only an implicit premise is missing",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  locals: {text: Streets are for those who live on them, kind: value, implicit: true}
inferences:
  because: {premises: [traffic, locals], conclusion: close}
""",
        ),
        Example(
            "objection",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy, given: assumed}
  shops: {text: The shops would lose their customers, kind: prediction}
  cars: {text: Half of the customers come by car, given: assumed}
  stay: {text: Who comes by car comes by no other way, kind: causal}
inferences:
  so: {premises: [cars, stay], conclusion: shops}
attacks:
  but: {premises: shops, target: close}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        graph, grounded = context.graph, context.support.grounded
        for inference, needed in zip(graph.map.inferences, graph.supporting, strict=True):
            conclusion = inference.conclusion
            if len(needed) < 2 or conclusion in grounded or Side.FOR not in graph.sides.get(inference.id, ()):
                continue
            backed = [claim_id for claim_id in needed if claim_id in grounded]
            missing = [
                claim_id
                for claim_id in needed
                if claim_id in graph.claims and claim_id not in grounded and claim_id != conclusion
            ]
            if backed and any(not graph.claims[claim_id].implicit for claim_id in missing):
                message = (
                    f"inference [{inference.id}] to [{conclusion}] is only half supported: "
                    f"{name_ids(backed)} {_are(backed)} grounded, {name_ids(missing)} {_are(missing)} not"
                )
                fix = f"back {name_ids(missing)}, or draw premises that work apart as inferences of their own"
                yield self.finding(context, inference.id, message, fix=fix, evidence=tuple(missing[:MOST_EVIDENCE]))


def _are(ids: list[str]) -> str:
    return "is" if len(ids) == 1 else "are"
