"""SCH002: a scheme whose premises are missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.schemes import find_filled, name_form, name_kinds
from argmap.checks.words import join_words
from argmap.model import Confidence, Finding


@dataclass(frozen=True, slots=True)
class UnfilledScheme(Rule):
    """An inference follows a scheme and lacks a premise that the scheme needs."""

    code: ClassVar = "SCH002"
    name: ClassVar = "unfilled-scheme"
    confidence: ClassVar = Confidence.MEDIUM
    why: ClassVar = (
        "A scheme says from which premises its conclusion may be drawn. Where one is missing the step is another, "
        "weaker one, or the premise is taken for granted and should be stated as an implicit claim. Each premise is "
        "held against the kinds of claims that fit a slot, as many slots as possible at once; whether it says what "
        "the slot asks for, only a reader can tell. A licence for the step is SCH004's."
    )
    source: ClassVar = "Walton, Reed and Macagno, Argumentation Schemes (2008), ch. 9"
    plain: ClassVar = "{element} leaves out a part that this kind of argument needs"
    plain_fix: ClassVar = "add the missing part as a claim, as implicit if the text does not say it"
    bad: ClassVar = (
        Example(
            "goal without the means",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  quiet: {text: The street should be quiet, kind: value, given: assumed}
inferences:
  because: {premises: quiet, conclusion: close, scheme: practical-reasoning}
""",
            finds=("because",),
            says="inference [because] has no premise for the means of practical-reasoning "
            "(causal, prediction or fact): doing A is a way for P to bring about G",
        ),
        Example(
            "two premises for one slot",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  quiet: {text: The street should be quiet, kind: value, given: assumed}
  safe: {text: Children should be safe on the street, kind: value, given: assumed}
inferences:
  because: {premises: [quiet, safe], conclusion: close, scheme: practical-reasoning}
""",
            finds=("because",),
            says="inference [because] has no premise for the means of practical-reasoning "
            "(causal, prediction or fact): doing A is a way for P to bring about G",
        ),
    )
    good: ClassVar = (
        Example(
            "premises in another order, and one that the scheme does not ask for",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  calmer: {text: Without cars the street is quiet, kind: causal, given: common}
  quiet: {text: The street should be quiet, kind: value, given: assumed}
inferences:
  because: {premises: [traffic, calmer, quiet], conclusion: close, scheme: practical-reasoning}
""",
        ),
        Example(
            "premise that the map does not define",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  quiet: {text: The street should be quiet, kind: value, given: assumed}
inferences:
  because: {premises: [quiet, calmer], conclusion: close, scheme: practical-reasoning}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for index, inference, scheme, filling in find_filled(context):
            if filling.missing:
                first = filling.missing[0]
                slots = join_words([f"{slot.name} of {scheme.id}{name_kinds(slot)}" for slot in filling.missing])
                said = f": {name_form(first)}" if len(filling.missing) == 1 else ""
                yield self.finding(
                    context,
                    inference.id,
                    f"inference [{inference.id}] has no premise for the {slots}{said}",
                    fix="add the premise, as implicit if the text does not state it, or name another scheme",
                    path=("inferences", index),
                    evidence=tuple(sorted(filling.filled.values())),
                )
