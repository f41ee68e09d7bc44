"""TXT005: the rabbit rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import quote_words
from argmap.graph import supporting_claims
from argmap.model import Confidence, Finding, Severity


@dataclass(frozen=True, slots=True)
class UnforeseenTerm(Rule):
    """A conclusion speaks of something that no premise of the inference speaks of."""

    code: ClassVar = "TXT005"
    name: ClassVar = "unforeseen-term"
    severity: ClassVar = Severity.INFO
    confidence: ClassVar = Confidence.LOW
    profiles: ClassVar = ("strict",)
    why: ClassVar = (
        "The rabbit rule: nothing comes out of a hat that was not put in. What a conclusion speaks of has to be in a "
        "premise or in the warrant, else a premise is missing that connects the two. Words are compared by their "
        "stems, so the rule sees neither synonyms nor paraphrases, and a word that stands on both sides may mean "
        "different things. It is a clue where to look for an unstated premise, not a proof that there is one."
    )
    source: ClassVar = "Austhink, Rationale tutorials, Tutorial 2, The Rabbit Rule"
    bad: ClassVar = (
        Example(
            "term from nowhere",
            """\
argmap: 1
claims:
  mortal: Socrates is mortal
  human: {text: Socrates is human, given: common}
inferences:
  so: {premises: human, conclusion: mortal}
""",
            finds=("so",),
            says='conclusion [mortal] of inference [so] brings in "mortal", which no premise has',
        ),
        Example(
            "German",
            """\
argmap: 1
language: de
claims:
  sterblich: Sokrates ist sterblich
  mensch: {text: Sokrates ist ein Mensch, given: common}
inferences:
  also: {premises: mensch, conclusion: sterblich}
""",
            finds=("also",),
            says='conclusion [sterblich] of inference [also] brings in "sterblich", which no premise has',
        ),
    )
    good: ClassVar = (
        Example(
            "premise that connects, in the plural",
            """\
argmap: 1
claims:
  mortal: Socrates is mortal
  human: {text: Socrates is human, given: common}
  all: {text: All humans are mortal, given: common}
inferences:
  so: {premises: [human, all], conclusion: mortal}
""",
        ),
        Example(
            "warrant that connects",
            """\
argmap: 1
claims:
  mortal: Socrates is mortal
  human: {text: Socrates is human, given: common}
  all: {text: All humans are mortal, given: common}
inferences:
  so: {premises: human, warrant: all, conclusion: mortal}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        wording, claims = context.wording, context.graph.claims
        for inference in context.argument_map.inferences:
            premises = supporting_claims(inference)
            if inference.conclusion in claims and all(claim_id in claims for claim_id in premises):
                terms = wording.terms(inference.conclusion)
                new = terms.keys() - {stem for claim_id in premises for stem in wording.terms(claim_id)}
                if new:
                    words = quote_words([word for stem, word in terms.items() if stem in new])
                    yield self.finding(
                        context,
                        inference.id,
                        f"conclusion [{inference.conclusion}] of inference [{inference.id}] brings in {words}, "
                        "which no premise has",
                        fix="add the premise that connects it with the others, or use the same word for the same thing",
                        evidence=(inference.conclusion,),
                    )

    def obstacle(self, context: Context) -> str:
        """Name the language if there are no lists of its words."""
        return context.wording.obstacle
