"""SUP006: a reason that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import MOST_EVIDENCE, name_ids
from argmap.model import Confidence, Finding


@dataclass(frozen=True, slots=True)
class DeadEnd(Rule):
    """Reasons lead to a claim that never reaches a main claim."""

    code: ClassVar = "SUP006"
    name: ClassVar = "dead-end"
    confidence: ClassVar = Confidence.MEDIUM
    requires: ClassVar = ("STR004",)
    why: ClassVar = (
        "A reason is relevant if it bears on what is argued for. One that ends beside the main claim supports "
        "something else, or the step that would make it bear is missing. One finding is given for each end, not for "
        "each claim on the way there."
    )
    source: ClassVar = "Johnson and Blair, Logical Self-Defense, on irrelevant reason"
    plain: ClassVar = "the reasons for {element} stop there: it has nothing to do with the main claim yet"
    plain_fix: ClassVar = "add the step that leads on to the main claim"
    bad: ClassVar = (
        Example(
            "line beside the main claim",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  old: {text: The bridge is a monument, kind: value}
  built: {text: The bridge was built in 1893, given: common}
inferences:
  because: {premises: traffic, conclusion: close}
  beside: {premises: built, conclusion: old}
""",
            finds=("old",),
            says="claim [old] leads nowhere: no inference or attack takes it to a main claim",
        ),
    )
    good: ClassVar = (
        Example(
            "line that ends in an attack",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  shops: {text: The shops would lose their customers, kind: prediction}
  survey: {text: Half of the customers come by car, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close}
  so: {premises: survey, conclusion: shops}
attacks:
  but: {premises: shops, target: because}
""",
        ),
        Example(
            "claim without any step",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  built: {text: The bridge was built in 1893, given: common}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for end in context.graph.find_dead_ends():
            first, *others = end.members
            noun = context.graph.type_of(first)
            message = f"{noun} [{first}] leads nowhere: no inference or attack takes it to a main claim"
            if others:
                message = f"{noun}s {name_ids(end.members)} only lead to one another, never to a main claim"
            fix = "add the step that leads on to a main claim, or remove it"
            evidence = (*others, *end.leading)[:MOST_EVIDENCE]
            yield self.finding(context, first, message, fix=fix, evidence=evidence)
