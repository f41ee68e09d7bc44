"""STR006: the same inference twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.model import Finding


@dataclass(frozen=True, slots=True)
class RepeatedInference(Rule):
    """Two inferences have the same premises and the same conclusion."""

    code: ClassVar = "STR006"
    name: ClassVar = "repeated-inference"
    why: ClassVar = (
        "Two inferences to one conclusion are read as two independent reasons. The same reason given twice is one, "
        "and counting it twice makes the support look stronger than it is."
    )
    source: ClassVar = "Freeman, Argument Structure: Representation and Theory (2011), on convergent arguments"
    profiles: ClassVar = ("default", "strict")
    bad: ClassVar = (
        Example(
            "premises in another order",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  quiet: {text: Quiet streets are worth having, kind: value, given: assumed}
inferences:
  first: {premises: [traffic, quiet], conclusion: close}
  second: {premises: [quiet, traffic], conclusion: close}
""",
            finds=("second",),
            says="inference [second] repeats [first]: the same premises, the same conclusion",
        ),
    )
    good: ClassVar = (
        Example(
            "one premise more",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  quiet: {text: Quiet streets are worth having, kind: value, given: assumed}
inferences:
  first: {premises: traffic, conclusion: close}
  second: {premises: [quiet, traffic], conclusion: close}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for group in context.graph.find_repeated_inferences():
            # Two inferences with one id are STR002's.
            first, *others = sorted({inference.id for inference in group})
            for other in others:
                message = f"inference [{other}] repeats [{first}]: the same premises, the same conclusion"
                yield self.finding(context, other, message, fix="remove one of the two", evidence=(first,))
