"""TXT003: two claims in one box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.language import Join, JoinKind, find_join, may_join
from argmap.checks.rule import Context, Example, Rule
from argmap.model import Confidence, Finding, Kind, Severity


@dataclass(frozen=True, slots=True)
class CrowdedClaim(Rule):
    """The text of one claim makes two statements."""

    code: ClassVar = "TXT003"
    name: ClassVar = "crowded-claim"
    severity: ClassVar = Severity.INFO
    confidence: ClassVar = Confidence.MEDIUM
    why: ClassVar = (
        "Who doubts one of two statements in a box cannot say which, and a reason inside a box is an inference that "
        "the map hides: nobody can ask what it rests on. Found are two sentences, a semicolon, words that mark a "
        'reason or a conclusion, and "and" or "but" between two parts that each have a verb. Nothing is parsed, so it '
        'misses verbs that its lists lack, and takes some sentences with one point for two. "Because" in a fact may '
        "tell a cause and not a reason; it counts less, and not at all in a causal claim."
    )
    source: ClassVar = (
        "Austhink, Reason! tutorials, 1.6 No Reasoning in Boxes; Rationale exercises, Set 3, on one thought per box"
    )
    plain: ClassVar = "{element} says two things at once"
    plain_fix: ClassVar = "give each its own box; if one is a reason for the other, connect them"
    bad: ClassVar = (
        Example(
            "reason inside the box",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars because the square is too loud, kind: policy}
""",
            finds=("close",),
            says='claim [close] makes two statements, joined by "because"',
        ),
        Example(
            "two statements side by side",
            """\
argmap: 1
claims:
  both: The square is loud and the shops are empty
  marks: The square is loud; most shops stand empty
  sentences: The square is loud. Most shops stand empty.
""",
            finds=("both", "marks", "sentences"),
            says='claim [both] makes two statements, joined by "and"',
        ),
        Example(
            "German",
            """\
argmap: 1
language: de
claims:
  sperren: {text: "Die Brücke ist zu laut, deshalb sollte sie gesperrt werden", kind: policy}
  leer: Der Platz ist laut und die Läden sind leer
""",
            finds=("sperren", "leer"),
            says='claim [sperren] makes two statements, joined by "deshalb"',
        ),
    )
    good: ClassVar = (
        Example(
            'one statement with "and", "so that" or "because of"',
            """\
argmap: 1
claims:
  nouns: The noise and the smell of the cars are too much for the guests
  verbs: The cars have filled the square and driven the guests away
  purpose: The square was rebuilt so that the guests could sit outside
  nominal: The shops stand empty because of the noise on the square
  apart: Dr. Snow came back to Broad St. on a day in August
""",
        ),
        Example(
            "cause told by a causal claim, and a condition",
            """\
argmap: 1
claims:
  cause: {text: The shops stand empty because the square is too loud, kind: causal}
  condition: {text: If the square is loud and the shops are empty the rents will fall, kind: prediction}
""",
        ),
        Example(
            "German, one statement",
            """\
argmap: 1
language: de
claims:
  lärm: Lärm und Gestank der Autos sind den Gästen zu viel
  wegen: Die Läden stehen wegen des Lärms auf dem Platz leer
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        lists = context.wording.lists
        if lists is None:
            return
        words = context.wording.words
        for claim_id, claim in context.graph.claims.items():
            join = find_join(claim.text, lists) if may_join(claim.text, words[claim_id], lists) else None
            confidence = _confidence(join, claim.kind) if join else None
            if join and confidence:
                is_inference = join.kind in {JoinKind.INFERENCE, JoinKind.PERHAPS_INFERENCE}
                joined = f', joined by "{join.words}"' if join.words else ""
                yield self.finding(
                    context,
                    claim_id,
                    f"claim [{claim_id}] makes two statements{joined}",
                    fix="make it two claims and an inference" if is_inference else "make it two claims",
                    confidence=confidence,
                )

    def obstacle(self, context: Context) -> str:
        """Name the language if there are no lists of its words."""
        return context.wording.obstacle


def _confidence(join: Join, kind: Kind) -> Confidence | None:
    """Return how sure it is that the join is a defect of a claim of the kind; None if it is none."""
    match join.kind:
        case JoinKind.COORDINATION:
            return Confidence.LOW
        case JoinKind.SENTENCES | JoinKind.SEMICOLON:
            return Confidence.MEDIUM
        case JoinKind.INFERENCE | JoinKind.PERHAPS_INFERENCE if kind is Kind.CAUSAL:
            return None
        case JoinKind.PERHAPS_INFERENCE if kind is Kind.FACT:
            return Confidence.LOW
        case JoinKind.INFERENCE | JoinKind.PERHAPS_INFERENCE:
            return Confidence.MEDIUM
