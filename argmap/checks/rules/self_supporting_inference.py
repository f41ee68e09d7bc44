"""STR005: an inference whose conclusion is its own premise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.model import Edit, Finding, Fix, Inference, Path, Remove, Severity


@dataclass(frozen=True, slots=True)
class SelfSupportingInference(Rule):
    """An inference starts from the claim that it concludes."""

    code: ClassVar = "STR005"
    name: ClassVar = "self-supporting-inference"
    severity: ClassVar = Severity.ERROR
    why: ClassVar = (
        "A step that starts where it ends moves nobody: who doubts the conclusion doubts the premise. "
        "Circles over several steps are SUP004's."
    )
    source: ClassVar = "Walton, Begging the Question: Circular Reasoning as a Tactic of Argumentation (1991)"
    plain: ClassVar = "{element} gives {evidence} as a reason for itself"
    plain_fix: ClassVar = "give another reason"
    bad: ClassVar = (
        Example(
            "conclusion among the premises",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
inferences:
  because: {premises: [traffic, close], conclusion: close}
""",
            finds=("because",),
            says="inference [because] concludes [close] from itself",
        ),
    )
    good: ClassVar = (
        Example(
            "circle over two steps",
            """\
argmap: 1
claims:
  noisy: {text: The street is noisy, kind: value}
  unpleasant: {text: The street is unpleasant, kind: value}
inferences:
  one: {premises: noisy, conclusion: unpleasant}
  two: {premises: unpleasant, conclusion: noisy}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        found = list(context.graph.find_self_support())
        numbers = {id(inference): n for n, inference in enumerate(context.argument_map.inferences)} if found else {}
        for inference in found:
            message = f"inference [{inference.id}] concludes [{inference.conclusion}] from itself"
            fix = f"remove [{inference.conclusion}] from its premises"
            if inference.conclusion not in inference.premises:
                fix = f"choose another warrant than [{inference.conclusion}]"
            fixes = _fixes(inference, ("inferences", numbers[id(inference)]))
            yield self.finding(context, inference.id, message, fix=fix, evidence=(inference.conclusion,), fixes=fixes)


def _fixes(inference: Inference, path: Path) -> tuple[Fix, ...]:
    """Return the fix that takes the conclusion out of the premises and the warrant, if a premise is left."""
    if not set(inference.premises) - {inference.conclusion}:
        return ()
    edits: list[Edit] = [
        Remove((*path, "premises", number))
        for number, claim_id in enumerate(inference.premises)
        if claim_id == inference.conclusion
    ]
    if inference.warrant == inference.conclusion:
        edits.append(Remove((*path, "warrant")))
    return (Fix(f"take [{inference.conclusion}] out of inference [{inference.id}]", tuple(edits)),)
