"""STR004: no main claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.model import Finding


@dataclass(frozen=True, slots=True)
class NoMainClaim(Rule):
    """The map has no main claim."""

    code: ClassVar = "STR004"
    name: ClassVar = "no-main-claim"
    why: ClassVar = (
        "An argument is for something. Without a main claim nothing tells what the reasons are reasons for, "
        "and no gap can be called one."
    )
    source: ClassVar = "Govier, A Practical Study of Argument (7th ed., 2010)"
    plain: ClassVar = "the map has no main claim, so nothing says what it argues for"
    plain_fix: ClassVar = "name the main claim, or give a reason for it"
    bad: ClassVar = (
        Example(
            "claims without a step",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
""",
            finds=(None,),
            says="the map has no main claim: all that is argued for or against serves something else",
        ),
        Example(
            "circle without an end",
            """\
argmap: 1
claims:
  noisy: {text: The street is noisy, kind: value}
  unpleasant: {text: The street is unpleasant, kind: value}
inferences:
  one: {premises: noisy, conclusion: unpleasant}
  two: {premises: unpleasant, conclusion: noisy}
""",
            finds=(None,),
            says="the map has no main claim: all that is argued for or against serves something else",
        ),
    )
    good: ClassVar = (
        Example(
            "main claim known by its place",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close}
""",
        ),
        Example(
            "main claim that is only attacked",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  shops: {text: The shops need the customers who come by car, given: assumed}
attacks:
  but: {premises: shops, target: close}
""",
        ),
        Example(
            "main claim named",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        if not context.graph.main_claims:
            message = "the map has no main claim: all that is argued for or against serves something else"
            yield self.finding(context, None, message, fix="name it under main, or add an inference that concludes it")
