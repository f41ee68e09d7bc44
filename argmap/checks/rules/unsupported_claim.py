"""SUP001: an unsupported claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import name_no_source
from argmap.model import Finding, Kind


@dataclass(frozen=True, slots=True)
class UnsupportedClaim(Rule):
    """A claim is asserted with nothing behind it."""

    code: ClassVar = "SUP001"
    name: ClassVar = "unsupported-claim"
    why: ClassVar = (
        "A claim with no reason and no source is an assertion, not an argument: whoever doubts it is given nothing "
        "to go on. Claims of kind fact are SRC001's, as they mostly need a source and not a reason."
    )
    source: ClassVar = "Toulmin, The Uses of Argument (1958), ch. III"
    plain: ClassVar = "{element} is only asserted: no reason and no source stands behind it"
    plain_fix: ClassVar = "add a reason or a source, or mark it as taken for granted"
    bad: ClassVar = (
        Example(
            "bare value",
            """\
argmap: 1
claims:
  cut: {text: The council should cut the tax, kind: policy}
  tax: {text: The tax is unfair, kind: value}
inferences:
  because: {premises: tax, conclusion: cut}
""",
            finds=("tax",),
            says="claim [tax] has no reason and no source",
        ),
        Example(
            "implicit premise",
            """\
argmap: 1
claims:
  cut: {text: The council should cut the tax, kind: policy}
  tax: {text: The tax hits small shops most, given: assumed}
  shops: {text: Small shops deserve protection, kind: value, implicit: true}
inferences:
  because: {premises: [tax, shops], conclusion: cut}
""",
            finds=("shops",),
            says="implicit premise [shops] has no reason and no source",
        ),
        Example(
            "source that the map does not define",
            """\
argmap: 1
claims:
  cut: {text: The council should cut the tax, kind: policy}
  tax: {text: The tax drives shops away, kind: causal, cites: survey}
inferences:
  because: {premises: tax, conclusion: cut}
""",
            finds=("tax",),
            says="claim [tax] has no reason and no source",
        ),
    )
    good: ClassVar = (
        Example(
            "cited evidence",
            """\
argmap: 1
sources:
  survey: {title: Survey of shops}
claims:
  cut: {text: The council should cut the tax, kind: policy}
  tax: {text: The tax drives shops away, kind: causal, cites: survey}
inferences:
  because: {premises: tax, conclusion: cut}
""",
        ),
        Example(
            "value taken for granted",
            """\
argmap: 1
claims:
  cut: {text: The council should cut the tax, kind: policy}
  tax: {text: The tax is unfair, kind: value, given: assumed}
inferences:
  because: {premises: tax, conclusion: cut}
""",
        ),
    )

    min_reasons: Annotated[int, Field(ge=1)] = 1
    """How many supporting inferences a claim without a source needs; 1 or more."""

    def check(self, context: Context) -> Iterator[Finding]:
        graph = context.graph
        for claim_id in graph.find_unsupported_claims(self.min_reasons):
            claim = graph.claims[claim_id]
            if claim.kind is Kind.FACT:
                continue
            noun = "implicit premise" if claim.implicit and graph.is_premise(claim_id) else "claim"
            reasons = len(graph.inferences_to(claim_id))
            has = "no reason" if not reasons else f"{reasons} of {self.min_reasons} reasons"
            yield self.finding(
                context,
                claim_id,
                f"{noun} [{claim_id}] has {has} and {name_no_source(context, claim_id)}",
                fix="add an inference that concludes it, cite a source, or mark it given",
                gap="No reason or source given" if not reasons else "Too few reasons given",
            )
