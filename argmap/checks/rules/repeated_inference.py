"""STR006: the same inference twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.model import Finding, Fix, Inference, Remove


@dataclass(frozen=True, slots=True)
class RepeatedInference(Rule):
    """Two inferences have the same premises and the same conclusion."""

    code: ClassVar = "STR006"
    name: ClassVar = "repeated-inference"
    why: ClassVar = (
        "Two inferences to one conclusion are read as two independent reasons. The same reason given twice is one, "
        "and counting it twice makes the support look stronger than it is."
    )
    source: ClassVar = "Freeman, Argument Structure: Representation and Theory (2011), on convergent arguments"
    profiles: ClassVar = ("default", "strict")
    bad: ClassVar = (
        Example(
            "premises in another order",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  quiet: {text: Quiet streets are worth having, kind: value, given: assumed}
inferences:
  first: {premises: [traffic, quiet], conclusion: close}
  second: {premises: [quiet, traffic], conclusion: close}
""",
            finds=("second",),
            says="inference [second] repeats [first]: the same premises, the same conclusion",
        ),
    )
    good: ClassVar = (
        Example(
            "one premise more",
            """\
argmap: 1
claims:
  close: {text: The bridge should be closed to cars, kind: policy}
  traffic: {text: Most cars on the bridge only pass through, given: assumed}
  quiet: {text: Quiet streets are worth having, kind: value, given: assumed}
inferences:
  first: {premises: traffic, conclusion: close}
  second: {premises: [quiet, traffic], conclusion: close}
""",
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        groups = list(context.graph.find_repeated_inferences())
        used = _used_ids(context) if groups else frozenset()
        for group in groups:
            # Two inferences with one id are STR002's.
            by_id = {inference.id: inference for inference in reversed(group)}
            first, *others = sorted(by_id)
            for other in others:
                message = f"inference [{other}] repeats [{first}]: the same premises, the same conclusion"
                fixes = () if other in used else _fixes(context, by_id[other], by_id[first])
                yield self.finding(context, other, message, fix="remove one of the two", evidence=(first,), fixes=fixes)


def _used_ids(context: Context) -> frozenset[str]:
    """Return the ids that something refers to, and those that several elements have."""
    named = {reference.target for reference in context.graph.find_references()}
    accepted = {waiver.element for waiver in context.argument_map.waivers if waiver.element is not None}
    return frozenset(named | accepted | {element_id for element_id, _ in context.graph.find_duplicate_ids()})


def _fixes(context: Context, inference: Inference, first: Inference) -> tuple[Fix, ...]:
    """Return the fix that removes an inference; it is safe if the other one says all that this one does."""
    path = context.graph.path(inference.id)
    is_safe = _without_order(inference) == _without_order(first)
    return (Fix(f"remove inference [{inference.id}]", (Remove(path),), is_safe=is_safe),)


def _without_order(inference: Inference) -> Inference:
    """Return the inference without its id and, as long as no scheme gives premises a part each, without their order."""
    premises = inference.premises if inference.scheme else tuple(sorted(inference.premises))
    return inference.model_copy(update={"id": "", "premises": premises})
