"""TXT004: near-duplicate claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, ClassVar

from pydantic import Field

from argmap.checks.near_duplicates import NearDuplicates
from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import MOST_EVIDENCE, name_ids
from argmap.model import Confidence, Finding


@dataclass(frozen=True, slots=True)
class NearDuplicate(Rule):
    """Several claims say nearly the same in nearly the same words."""

    code: ClassVar = "TXT004"
    name: ClassVar = "near-duplicate"
    confidence: ClassVar = Confidence.MEDIUM
    why: ClassVar = (
        "A claim that stands twice breaks the argument in two: what supports or attacks one does not reach the other, "
        "and a premise used twice looks like two. Claims are compared by the stems of their significant words, in "
        "English and German, and word by word in other languages. Claims of different parties, agents or dates are "
        'never duplicates, nor are claims that differ in a number, a name, or a word such as "not", "more" or '
        '"should". The rule does not see synonyms, and a single word that is exchanged may be the opposite, so '
        "claims that differ in more than small words count less. In German a noun counts as a name."
    )
    source: ClassVar = (
        "As Argdown gathers statements that say the same into equivalence classes (https://argdown.org/syntax); the "
        "comparison after Bayardo, Ma and Srikant, Scaling Up All Pairs Similarity Search (2007)"
    )
    plain: ClassVar = "{element} and {evidence} say nearly the same"
    plain_fix: ClassVar = "make them one box, or say how they differ"
    bad: ClassVar = (
        Example(
            "other endings and small words",
            """\
argmap: 1
claims:
  one: Noisy cars have scared the guests of the square
  two: The noisy car scares guests away from the square
""",
            finds=("one",),
            says="claims [one] and [two] say nearly the same",
        ),
        Example(
            "German",
            """\
argmap: 1
language: de
claims:
  eins: Der laute Verkehr vertreibt die Gäste vom Platz
  zwei: Vom Platz vertreibt lauter Verkehr Gäste
""",
            finds=("eins",),
            says="claims [eins] and [zwei] say nearly the same",
        ),
        Example(
            "language without word lists",
            """\
argmap: 1
language: fr
claims:
  un: Le bruit chasse les clients
  deux: le bruit chasse les clients.
""",
            finds=("deux",),
            says="claims [deux] and [un] say the same in the same words",
        ),
    )
    good: ClassVar = (
        Example(
            "another number, another name, a negation, another party",
            """\
argmap: 1
parties:
  shops: {name: The shops}
claims:
  one: Noisy cars drove 200 guests from Park Square in May
  two: Noisy cars drove 300 guests from Park Square in May
  three: Noisy cars drove 200 guests from Park Square in June
  four: Noisy cars never drove 200 guests from Park Square in May
  five: {text: Noisy cars drove 200 guests from Park Square in May, by: shops}
""",
        ),
        Example(
            "few words in common",
            """\
argmap: 1
claims:
  one: The cars are loud
  two: The trams are loud
""",
        ),
        Example(
            "German, another noun",
            """\
argmap: 1
language: de
claims:
  eins: Der laute Verkehr vertreibt die Gäste vom Platz
  zwei: Der laute Verkehr vertreibt die Vögel vom Platz
""",
        ),
    )

    least_shared: Annotated[float, Field(gt=0, le=1)] = 0.8
    """The least share, 0 to 1, of their significant words that two claims have in common."""

    min_terms: Annotated[int, Field(ge=1)] = 4
    """Claims with fewer significant words are compared word by word; 1 or more."""

    def check(self, context: Context) -> Iterator[Finding]:
        for group in self._search(context).groups:
            first, *others = group.claim_ids
            said = "the same in the same words" if group.same_words else "nearly the same"
            yield self.finding(
                context,
                first,
                f"claims {name_ids(group.claim_ids)} say {said}",
                fix="make them one claim, or word how they differ",
                evidence=tuple(others[:MOST_EVIDENCE]),
                confidence=None if group.same_terms else Confidence.LOW,
            )

    def obstacle(self, context: Context) -> str:
        """Name the language if there are no lists of its words, or say that too many claims share words."""
        if context.wording.obstacle:
            return f"{context.wording.obstacle}; only claims in the same words are found"
        if not self._search(context).is_whole:
            return "too many claims share their words to compare each with each"
        return ""

    def _search(self, context: Context) -> NearDuplicates:
        return context.wording.near_duplicates(Fraction(str(self.least_shared)), self.min_terms)
