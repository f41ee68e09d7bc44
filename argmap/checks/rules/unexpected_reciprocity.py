"""POL002: a reciprocal proposal that nothing gives reason to expect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import MOST_EVIDENCE, name_ids
from argmap.graph import find_expectations
from argmap.model import Confidence, Finding, Proposal


@dataclass(frozen=True, slots=True)
class UnexpectedReciprocity(Rule):
    """A proposal is to answer another one, and nothing supports the expectation that it will."""

    code: ClassVar = "POL002"
    name: ClassVar = "unexpected-reciprocity"
    confidence: ClassVar = Confidence.MEDIUM
    why: ClassVar = (
        "A first move that is to be answered in kind is as good as the expectation of the answer: without it the "
        "first side gives something away. The expectation is looked for among the causal claims and predictions in "
        "the inferences to the answering proposal, and it is enough that those of one inference are grounded. Which of "
        "them is about the answer only a reader can tell, so it counts less if only some of them are."
    )
    source: ClassVar = "Osgood, An Alternative to War or Surrender (1962), on graduated reciprocation"
    plain: ClassVar = "{element} is meant as an answer, and nothing shows that the other side would give it"
    plain_fix: ClassVar = "say why the other side would answer, with a reason or a source"
    bad: ClassVar = (
        Example(
            "expectation with nothing behind it",
            """\
argmap: 1
claims:
  ours: {type: proposal, text: We should let their lorries pass, given: assumed}
  theirs: {type: proposal, text: They should let ours pass, reciprocates: ours}
  in-kind: {text: They answer kindness with kindness, kind: prediction, implicit: true}
inferences:
  because: {premises: [ours, in-kind], conclusion: theirs}
""",
            finds=("theirs",),
            says="proposal [theirs] is to answer [ours], and the expectation [in-kind] that it will is not grounded",
        ),
        Example(
            "expectation beside an effect that is known",
            """\
argmap: 1
claims:
  ours: {type: proposal, text: We should let their lorries pass, given: assumed}
  theirs: {type: proposal, text: They should let ours pass, reciprocates: ours}
  jam: {text: Until they do our lorries wait for hours, kind: causal, given: common}
  in-kind: {text: They answer kindness with kindness, kind: prediction, implicit: true}
inferences:
  because: {premises: [ours, jam, in-kind], conclusion: theirs}
""",
            finds=("theirs",),
            says="proposal [theirs] is to answer [ours], and the expectation [in-kind] that it will is not grounded",
        ),
        Example(
            "no expectation at all",
            """\
argmap: 1
claims:
  ours: {type: proposal, text: We should let their lorries pass, given: assumed}
  theirs: {type: proposal, text: They should let ours pass, reciprocates: ours}
inferences:
  because: {premises: ours, conclusion: theirs}
""",
            finds=("theirs",),
            says="proposal [theirs] is to answer [ours], and no causal claim or prediction says why it would",
        ),
    )
    good: ClassVar = (
        Example(
            "expectation that rests on what was offered",
            """\
argmap: 1
sources:
  note: {title: A note of the other town}
claims:
  ours: {type: proposal, text: We should let their lorries pass, given: assumed}
  theirs: {type: proposal, text: They should let ours pass, reciprocates: ours}
  in-kind: {text: They will let ours pass if we let theirs, kind: prediction}
  offered: {text: They have offered so in writing, cites: note}
inferences:
  because: {premises: [ours, in-kind], conclusion: theirs}
  word: {premises: offered, conclusion: in-kind}
""",
        ),
        Example(
            "proposal that answers nothing",
            """\
argmap: 1
claims:
  ours: {type: proposal, text: We should let their lorries pass}
  in-kind: {text: They answer kindness with kindness, kind: prediction, implicit: true}
inferences:
  because: {premises: in-kind, conclusion: ours}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for claim in context.graph.claims.values():
            if isinstance(claim, Proposal) and claim.reciprocates in context.graph.claims:
                steps = list(find_expectations(context.graph, claim))
                if not any(context.support.grounded.issuperset(step) for step in steps):
                    yield self._unexpected(context, claim, steps)

    def _unexpected(self, context: Context, claim: Proposal, steps: list[tuple[str, ...]]) -> Finding:
        expectations = {claim_id for step in steps for claim_id in step}
        expected = tuple(sorted(expectations - context.support.grounded))
        answers = f"proposal [{claim.id}] is to answer [{claim.reciprocates}]"
        message = f"{answers}, and no causal claim or prediction says why it would"
        fix = "add the claim that the other side will answer, and what it rests on"
        if expected:
            named, verb = ("expectation", "is") if len(expected) == 1 else ("expectations", "are")
            message = f"{answers}, and the {named} {name_ids(expected)} that it will {verb} not grounded"
            fix = "back the expectation with a source or a reason, such as what the other side offered or did before"
        # Without a stated expectation, a reason of another kind may yet be meant as one.
        is_doubtful = len(expected) < len(expectations) or (not expected and context.graph.has_reason(claim.id))
        return self.finding(
            context,
            claim.id,
            message,
            fix=fix,
            evidence=(*expected, claim.reciprocates or "")[:MOST_EVIDENCE],
            gap="" if expected else "No reason to expect an answer",
            confidence=Confidence.LOW if is_doubtful else None,
        )
