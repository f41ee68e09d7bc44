"""LEN001: a claim that is too long for its box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

import argmap as am


@dataclass(frozen=True, slots=True)
class LongClaim(am.Rule):
    """A claim has more words than fit into its box."""

    code: ClassVar = "LEN001"
    name: ClassVar = "long-claim"
    severity: ClassVar = am.Severity.INFO
    confidence: ClassVar = am.Confidence.MEDIUM
    why: ClassVar = "A claim that fills half a slide is hard to read from the last row, and often holds two claims."
    source: ClassVar = "Our house style, on slides"
    bad: ClassVar = (
        am.Example(
            "two claims in one",
            """\
argmap: 1
claims:
  close: >-
    The bridge should be closed to cars because most of them only pass through, and the square behind it should be
    closed to them too, as nobody who lives there has a car or wants one
""",
            finds=("close",),
            says="claim [close] has 36 words, expected at most 25",
        ),
    )
    good: ClassVar = (
        am.Example(
            "one sentence",
            """\
argmap: 1
claims:
  close: The bridge should be closed to cars because most of them only pass through
""",
        ),
    )

    most_words: Annotated[int, Field(ge=1)] = 25
    """How many words a claim may have; 1 or more."""

    def check(self, context: am.Context) -> Iterator[am.Finding]:
        """Yield a finding for each claim that has too many words."""
        for claim_id, claim in context.graph.claims.items():
            words = len(claim.text.split())
            if words > self.most_words:
                message = f"claim [{claim_id}] has {words} words, expected at most {self.most_words}"
                yield self.finding(context, claim_id, message, fix="shorten it, or split it into two claims")
