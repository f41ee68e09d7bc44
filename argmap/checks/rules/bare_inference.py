"""SUP009: a bare inference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.model import Confidence, Finding, Severity


@dataclass(frozen=True, slots=True)
class BareInference(Rule):
    """An inference goes from one premise to its conclusion, and nothing says what licenses the step."""

    code: ClassVar = "SUP009"
    name: ClassVar = "bare-inference"
    severity: ClassVar = Severity.INFO
    confidence: ClassVar = Confidence.LOW
    profiles: ClassVar = ("strict",)
    why: ClassVar = (
        "Whoever accepts the premise can still ask how one gets from there to the conclusion. A warrant answers that, "
        "so does the scheme that the step follows, and so does a second premise that is linked with the first. "
        "Scholars disagree whether each step needs such an answer: for Toulmin every argument has a warrant, said or "
        "not, and for Freeman it is no part of an argument until somebody asks for it."
    )
    source: ClassVar = (
        "Toulmin, The Uses of Argument (1958), ch. III; against it Freeman, Dialectics and the Macrostructure of "
        "Arguments (1991); on both Hitchcock, Toulmin's Warrants (2002)"
    )
    bad: ClassVar = (
        Example(
            "one premise",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close}
""",
            finds=("because",),
            says="inference [because] goes from [traffic] to [close] with no warrant and no scheme",
        ),
    )
    good: ClassVar = (
        Example(
            "warrant",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  rule: {text: Through traffic belongs on the ring road, kind: value, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close, warrant: rule}
""",
        ),
        Example(
            "second premise",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  rule: {text: Through traffic belongs on the ring road, kind: value, given: assumed}
inferences:
  because: {premises: [traffic, rule], conclusion: close}
""",
        ),
        Example(
            "scheme",
            """\
argmap: 1
claims:
  close: {text: The bridge will have to be closed, kind: prediction}
  rust: {text: The cables of the bridge are rusting through, given: assumed}
inferences:
  because: {premises: rust, conclusion: close, scheme: cause-to-effect}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for inference, needed in zip(context.argument_map.inferences, context.graph.supporting, strict=True):
            if len(needed) == 1 and inference.warrant is None and not inference.scheme:
                ends = (needed[0], inference.conclusion)
                message = (
                    f"inference [{inference.id}] goes from [{ends[0]}] to [{ends[1]}] with no warrant and no scheme"
                )
                fix = "add the warrant, name the scheme, or link the premise with what makes it bear on the conclusion"
                yield self.finding(context, inference.id, message, fix=fix, evidence=ends)
