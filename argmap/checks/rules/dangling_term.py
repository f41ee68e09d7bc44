"""TXT006: holding hands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.wording import Wording
from argmap.checks.words import MOST_EVIDENCE, join_words, quote_words
from argmap.graph import supporting_claims
from argmap.model import Confidence, Finding, Severity


@dataclass(frozen=True, slots=True)
class DanglingTerm(Rule):
    """A premise speaks of something that neither the conclusion nor another premise speaks of."""

    code: ClassVar = "TXT006"
    name: ClassVar = "dangling-term"
    severity: ClassVar = Severity.INFO
    confidence: ClassVar = Confidence.LOW
    profiles: ClassVar = ("strict",)
    why: ClassVar = (
        "Premises hold hands: what one of them speaks of, and the conclusion does not, has to be taken up by another "
        "premise or by the warrant, else it is idle in this inference or a premise is missing that takes it up. Words "
        "are compared by their stems, so the rule sees neither synonyms nor paraphrases, and details that a premise "
        "only mentions are found like those that it turns on. It is a clue where to look for an unstated premise, not "
        "a proof that there is one."
    )
    source: ClassVar = "Austhink, Rationale tutorials, Tutorial 2, The Holding Hands Rule"
    bad: ClassVar = (
        Example(
            "term that nothing takes up",
            """\
argmap: 1
claims:
  mortal: Socrates is mortal
  human: {text: Socrates is human, given: common}
inferences:
  so: {premises: human, conclusion: mortal}
""",
            finds=("so",),
            says='inference [so] does not take up "human" of [human]',
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
            says='inference [also] does not take up "mensch" of [mensch]',
        ),
    )
    good: ClassVar = (
        Example(
            "premises that hold hands",
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
            "warrant that takes the term up",
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
        claims = context.graph.claims
        for inference in context.argument_map.inferences:
            premises = supporting_claims(inference)
            if inference.conclusion in claims and all(claim_id in claims for claim_id in premises):
                idle = _find_idle(context.wording, premises, inference.conclusion)
                if idle:
                    named = [f"{quote_words(words)} of [{claim_id}]" for claim_id, words in idle[:_MOST_NAMED]]
                    if len(idle) > _MOST_NAMED:
                        named.append(f"terms of {len(idle) - _MOST_NAMED} more")
                    yield self.finding(
                        context,
                        inference.id,
                        f"inference [{inference.id}] does not take up {join_words(named)}",
                        fix="add the premise that takes it up, or leave it out of this one",
                        evidence=tuple(claim_id for claim_id, _ in idle[:MOST_EVIDENCE]),
                    )

    def obstacle(self, context: Context) -> str:
        """Name the language if there are no lists of its words."""
        return context.wording.obstacle


_MOST_NAMED = 3


def _find_idle(wording: Wording, premises: tuple[str, ...], conclusion: str) -> list[tuple[str, list[str]]]:
    """Return the premises and the warrant that have terms which nothing else of the inference has, with these."""
    uses = Counter(stem for claim_id in {*premises, conclusion} for stem in wording.terms(claim_id))
    idle: list[tuple[str, list[str]]] = []
    for claim_id in premises:
        words = [word for stem, word in wording.terms(claim_id).items() if uses[stem] == 1]
        if words and claim_id != conclusion:
            idle.append((claim_id, words))
    return idle
