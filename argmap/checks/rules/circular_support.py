"""SUP004: circular support."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import MOST_EVIDENCE, name_ids
from argmap.model import Finding


@dataclass(frozen=True, slots=True)
class CircularSupport(Rule):
    """Claims support one another in a circle, and nothing outside grounds them."""

    code: ClassVar = "SUP004"
    name: ClassVar = "circular-support"
    why: ClassVar = (
        "Each claim of a circle borrows its support from the next, so the circle as a whole has none. Who doubts one "
        "of its claims is led back to it. Two claims that lend each other support while one of them has a ground of "
        "its own are no circle in this sense."
    )
    source: ClassVar = "Walton, Begging the Question: Circular Reasoning as a Tactic of Argumentation (1991)"
    plain: ClassVar = "the reasons for {element} lead back to it: {evidence} only support one another"
    plain_fix: ClassVar = "give one of them a reason or a source from outside the circle"
    bad: ClassVar = (
        Example(
            "two claims",
            """\
argmap: 1
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  noisy: {text: The street is noisy, kind: value}
  shunned: {text: Everybody shuns the street, kind: causal}
inferences:
  because: {premises: noisy, conclusion: close}
  one: {premises: shunned, conclusion: noisy}
  two: {premises: noisy, conclusion: shunned}
""",
            finds=("noisy",),
            says="claim [noisy] supports itself by way of [shunned], and nothing outside grounds it",
        ),
    )
    good: ClassVar = (
        Example(
            "circle with a ground of its own",
            """\
argmap: 1
sources:
  count: {title: Noise measured at the bridge}
main: close
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  noisy: {text: The street is noisy, kind: value, cites: count}
  shunned: {text: Everybody shuns the street, kind: causal}
inferences:
  because: {premises: noisy, conclusion: close}
  one: {premises: shunned, conclusion: noisy}
  two: {premises: noisy, conclusion: shunned}
""",
        ),
        Example(
            "attacks in a circle",
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
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for members in context.support.find_circles():
            circle = context.graph.shortest_circle(members)
            message = (
                f"claim [{circle[0]}] supports itself by way of {name_ids(circle[1:])}, and nothing outside grounds it"
            )
            yield self.finding(
                context,
                circle[0],
                message,
                fix="give one of its claims a reason from outside, a source, or mark it given",
                evidence=circle[:MOST_EVIDENCE],
                gap="Supports itself in a circle",
            )
