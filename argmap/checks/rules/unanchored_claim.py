"""SRC006: an explicit claim of an article with no anchor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.model import Confidence, Finding, Severity


@dataclass(frozen=True, slots=True)
class UnanchoredClaim(Rule):
    """A claim of the article does not say where the article states it."""

    code: ClassVar = "SRC006"
    name: ClassVar = "unanchored-claim"
    severity: ClassVar = Severity.INFO
    confidence: ClassVar = Confidence.MEDIUM
    profiles: ClassVar = ("default", "strict")
    why: ClassVar = (
        "A map is faithful to an article if each explicit claim can be pointed at there. A claim without an anchor is "
        "one that the reader cannot check, or one that the article never states and that should be marked implicit. "
        "Drafts lack anchors, and claims added for discussion have none, so this is only for information."
    )
    source: ClassVar = (
        "Stab and Gurevych, Parsing Argumentation Structures in Persuasive Essays, Computational Linguistics 43 (2017)"
    )
    bad: ClassVar = (
        Example(
            "explicit claim",
            """\
argmap: 1
article: letter
main: close
sources:
  letter: {title: A letter to the paper}
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
""",
            finds=("close",),
            says="claim [close] has no anchor in the article",
        ),
    )
    good: ClassVar = (
        Example(
            "anchored and implicit claims",
            """\
argmap: 1
article: letter
sources:
  letter: {title: A letter to the paper}
claims:
  close: {text: The bridge should be closed to cars, kind: policy, at: 1}
  quiet: {text: Quiet streets are worth having, kind: value, implicit: true}
inferences:
  because: {premises: quiet, conclusion: close}
""",
        ),
        Example(
            "map of no article",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        if context.argument_map.article is None:
            return
        for claim_id, claim in context.graph.claims.items():
            if not claim.at and not claim.implicit:
                message = f"claim [{claim_id}] has no anchor in the article"
                fix = "add where the article states it, or mark it implicit"
                yield self.finding(context, claim_id, message, fix=fix)
