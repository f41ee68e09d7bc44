"""SCH001: an unknown scheme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.model import Confidence, Finding, Inference, Path, find_nearest
from argmap.schemes import Scheme


@dataclass(frozen=True, slots=True)
class UnknownScheme(Rule):
    """An inference names a scheme, or a critical question of one, that there is not."""

    code: ClassVar = "SCH001"
    name: ClassVar = "unknown-scheme"
    why: ClassVar = (
        "A scheme brings its premises and its critical questions to an inference. Under a name that is not known it "
        "brings nothing, and an answer to a question that the scheme does not ask answers nothing. Schemes are found "
        "by id, name, name in AIF and alias; `argmap schemes` lists them, and a file can add more."
    )
    source: ClassVar = "Walton, Reed and Macagno, Argumentation Schemes (2008), ch. 9"
    plain: ClassVar = "{element} names a kind of argument, or a question about it, that is not on the list"
    plain_fix: ClassVar = "look the name up in the list of schemes"
    bad: ClassVar = (
        Example(
            "misspelt scheme",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  quiet: {text: The street should be quiet, kind: value, given: assumed}
  calmer: {text: Without cars the street is quiet, kind: causal, given: common}
inferences:
  because: {premises: [quiet, calmer], conclusion: close, scheme: practical resoning}
""",
            finds=("because",),
            says='inference [because] follows the scheme "practical resoning", which is not known, '
            "did you mean practical-reasoning?",
        ),
        Example(
            "answer to a question that the scheme does not ask",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  quiet: {text: The street should be quiet, kind: value, given: assumed}
  calmer: {text: Without cars the street is quiet, kind: causal, given: common}
  ring-road: {text: The ring road can take the cars, given: assumed}
inferences:
  because:
    premises: [quiet, calmer]
    conclusion: close
    scheme: practical-reasoning
    answers: {side-effect: ring-road}
""",
            finds=("because",),
            says='inference [because] answers "side-effect", which is no question of practical-reasoning, '
            "did you mean side-effects?",
        ),
    )
    good: ClassVar = (
        Example(
            "name as AIF spells it, and a question in words",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  quiet: {text: The street should be quiet, kind: value, given: assumed}
  calmer: {text: Without cars the street is quiet, kind: causal, given: common}
  can: {text: The council can close it, given: assumed}
inferences:
  because:
    premises: [quiet, calmer]
    conclusion: close
    scheme: PracticalReasoning
    answers: {"Can P do A at all?": can}
""",
        ),
        Example(
            "answer without a scheme",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  ring-road: {text: The ring road can take the cars, given: assumed}
inferences:
  because: {premises: traffic, conclusion: close, answers: {Where would the cars go?: ring-road}}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for index, inference in enumerate(context.argument_map.inferences):
            if inference.scheme is not None:
                path = ("inferences", index)
                scheme = context.schemes.find(inference.scheme)
                if scheme is None:
                    yield self._unknown(context, inference, inference.scheme, path)
                else:
                    yield from self._find_unasked(context, inference, scheme, path)

    def _unknown(self, context: Context, inference: Inference, name: str, path: Path) -> Finding:
        nearest = context.schemes.find_nearest(name)
        return self.finding(
            context,
            inference.id,
            f'inference [{inference.id}] follows the scheme "{name}", which is not known'
            f"{f', did you mean {nearest.id}?' if nearest else ''}",
            fix="correct the name, or add the scheme in a file that the configuration names",
            path=(*path, "scheme"),
            confidence=None if nearest else Confidence.MEDIUM,
        )

    def _find_unasked(self, context: Context, inference: Inference, scheme: Scheme, path: Path) -> Iterator[Finding]:
        for name in sorted(inference.answers):
            if scheme.find_question(name) is None:
                nearest = find_nearest(name, [question.id for question in scheme.questions])
                yield self.finding(
                    context,
                    inference.id,
                    f'inference [{inference.id}] answers "{name}", which is no question of {scheme.id}'
                    f"{f', did you mean {nearest}?' if nearest else ''}",
                    fix=f"name a question that `argmap schemes {scheme.id}` lists",
                    path=(*path, "answers", name),
                )
