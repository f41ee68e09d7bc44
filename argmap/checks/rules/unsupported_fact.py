"""SRC001: an unsupported claim of kind fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import name_no_source
from argmap.model import Finding, Kind


@dataclass(frozen=True, slots=True)
class UnsupportedFact(Rule):
    """A fact is stated with no source and no reason."""

    code: ClassVar = "SRC001"
    name: ClassVar = "unsupported-fact"
    why: ClassVar = (
        "Whether a fact is one can be looked up, if the argument says where. Without a source, a reason, or a mark "
        "that it is common ground, the reader has to take the word of the article for it. Claims of other kinds are "
        "SUP001's."
    )
    source: ClassVar = "Govier, A Practical Study of Argument (7th ed., 2010), on acceptable premises"
    plain: ClassVar = "{element} is stated as a fact, and nothing says where it comes from"
    plain_fix: ClassVar = "add its source, or a reason, or mark it as common knowledge"
    bad: ClassVar = (
        Example(
            "bare fact",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: Two in three cars on the bridge only pass through
inferences:
  because: {premises: traffic, conclusion: close}
""",
            finds=("traffic",),
            says="fact [traffic] has no source and no reason",
        ),
        Example(
            "citation of the article that is mapped",
            """\
argmap: 1
article: letter
sources:
  letter: {title: A letter to the paper}
claims:
  close: {text: The bridge should be closed to cars, kind: policy, at: 1}
  traffic: {text: Most cars on the bridge only pass through, cites: letter, at: 1}
inferences:
  because: {premises: traffic, conclusion: close}
""",
            finds=("traffic",),
            says="fact [traffic] has no source but the article itself and no reason",
        ),
    )
    good: ClassVar = (
        Example(
            "fact with a source",
            """\
argmap: 1
sources:
  count: {title: Traffic count at the bridge}
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Two in three cars on the bridge only pass through, cites: count}
inferences:
  because: {premises: traffic, conclusion: close}
""",
        ),
        Example(
            "common knowledge",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  loud: {text: Cars are louder than bicycles, given: common}
inferences:
  because: {premises: loud, conclusion: close}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for claim_id in context.graph.find_unsupported_claims():
            claim = context.graph.claims[claim_id]
            if claim.kind is Kind.FACT:
                noun = "implicit fact" if claim.implicit else "fact"
                yield self.finding(
                    context,
                    claim_id,
                    f"{noun} [{claim_id}] has {name_no_source(context, claim_id)} and no reason",
                    fix="cite a source, add an inference that concludes it, or mark it given",
                    gap="No source given",
                )
