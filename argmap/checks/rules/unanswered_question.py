"""SCH003: an unanswered critical question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.schemes import find_filled, find_open_questions
from argmap.checks.words import join_words
from argmap.model import Confidence, Finding, Severity

_MOST_QUESTIONS = 4


@dataclass(frozen=True, slots=True)
class UnansweredQuestion(Rule):
    """An inference follows a scheme and leaves critical questions of it unanswered."""

    code: ClassVar = "SCH003"
    name: ClassVar = "unanswered-question"
    severity: ClassVar = Severity.INFO
    confidence: ClassVar = Confidence.MEDIUM
    why: ClassVar = (
        "An argument that follows a scheme holds as long as nobody asks the questions that go with it. Scholars "
        "disagree on what asking does. By one view it always shifts the burden of proof to who argues; by the other, "
        "which argmap follows, some questions do and some first need evidence of their own. Only the former are owed "
        "an answer, unless the option asks for all. A question that doubts a premise is answered by what the premise "
        "stands on; one about a missing premise is SCH002's or SCH004's. Whether side effects were weighed is POL005's."
    )
    source: ClassVar = (
        "Godden and Walton, Advances in the Theory of Argumentation Schemes and Critical Questions, "
        "Informal Logic 27 (2007); Gordon, Prakken and Walton, The Carneades Model of Argument and Burden of Proof, "
        "Artificial Intelligence 171 (2007)"
    )
    plain: ClassVar = "{element} does not answer the questions that one should ask of such an argument"
    plain_fix: ClassVar = "look the questions up, and add a claim for each that the text answers"
    bad: ClassVar = (
        Example(
            "nothing answered",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  quiet: {text: The street should be quiet, kind: value, given: assumed}
  calmer: {text: Without cars the street is quiet, kind: causal, given: common}
inferences:
  because: {premises: [quiet, calmer], conclusion: close, scheme: practical-reasoning}
""",
            finds=("because",),
            says="inference [because] leaves alternative-means and feasible of practical-reasoning unanswered",
        ),
        Example(
            "answer by a claim that the map does not define",
            """\
argmap: 1
claims:
  flu: {text: Flu is about, kind: causal}
  absent: {text: Half of the school is absent, given: assumed}
  signs: {text: So many are only absent when flu is about, kind: causal}
inferences:
  because: {premises: absent, conclusion: flu, scheme: sign, warrant: signs, answers: {strength: records}}
""",
            finds=("because",),
            says="inference [because] leaves strength of sign unanswered",
        ),
    )
    good: ClassVar = (
        Example(
            "questions that need evidence first, and side effects, are left open",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  quiet: {text: The street should be quiet, kind: value, given: assumed}
  calmer: {text: Without cars the street is quiet, kind: causal, given: common}
  can: {text: The council can close it, given: assumed}
  best: {text: A speed limit was tried and did not help, given: assumed}
inferences:
  because:
    premises: [quiet, calmer]
    conclusion: close
    scheme: practical-reasoning
    answers: {feasible: can, alternative-means: best}
""",
        ),
        Example(
            "premises that stand on a source",
            """\
argmap: 1
sources:
  study: {title: Study of absences, author: The health office}
claims:
  flu: {text: Flu is about, kind: causal}
  absent: {text: Half of the school is absent, given: assumed}
  signs: {text: So many are only absent when flu is about, kind: causal, cites: study}
inferences:
  because: {premises: absent, conclusion: flu, scheme: sign, warrant: signs}
""",
        ),
    )

    every_question: bool = False
    """Whether questions that need evidence first are owed an answer too."""

    def check(self, context: Context) -> Iterator[Finding]:
        for following in find_filled(context):
            inference, scheme = following.inference, following.scheme
            owed = [
                question
                for question in find_open_questions(context, following)
                if (question.shifts or self.every_question) and not question.side_effects
            ]
            if owed:
                names = [question.id for question in owed]
                named = names[:_MOST_QUESTIONS]
                if len(names) > len(named):
                    named.append(f"{len(names) - len(named)} more")
                yield self.finding(
                    context,
                    inference.id,
                    f"inference [{inference.id}] leaves {join_words(named)} of {scheme.id} unanswered",
                    fix=f'under `answers`, name a claim for each, first of all for "{owed[0].text}"',
                    path=("inferences", following.number),
                )
