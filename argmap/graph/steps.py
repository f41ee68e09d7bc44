"""Steps: inferences and attacks, and the claims that they use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from argmap.model import Attack, Inference
from argmap.model.collector import collector_paused

Step = Inference | Attack
"""What leads from premises to something: an inference or an attack."""

S = TypeVar("S", Inference, Attack)


def supporting_claims(inference: Inference) -> tuple[str, ...]:
    """Return the claims that the inference stands on: its premises and its warrant, each once."""
    if inference.warrant is None and len(inference.premises) == 1:
        return inference.premises
    warrant = () if inference.warrant is None else (inference.warrant,)
    return tuple(dict.fromkeys((*inference.premises, *warrant)))


def used_claims(step: Step) -> tuple[str, ...]:
    """Return the claims that the step uses, each once: premises, and the warrant and answers of an inference."""
    if isinstance(step, Attack):
        return tuple(dict.fromkeys(step.premises))
    if not step.answers:
        return supporting_claims(step)
    return tuple(dict.fromkeys((*supporting_claims(step), *step.answers.values())))


def goal(step: Step) -> str:
    """Return the id of what the step leads to: the conclusion of an inference, the target of an attack."""
    return step.conclusion if isinstance(step, Inference) else step.target


@collector_paused()
def group_by_goal(steps: Iterable[S]) -> dict[str, list[S]]:
    """Return for each id that steps lead to those steps, in their order."""
    found: dict[str, list[S]] = defaultdict(list)
    for step in steps:
        found[goal(step)].append(step)
    return found


@collector_paused()
def group_by_used(steps: Iterable[S]) -> dict[str, list[S]]:
    """Return for each id that steps use those steps, in their order."""
    found: dict[str, list[S]] = defaultdict(list)
    for step in steps:
        for claim_id in used_claims(step):
            found[claim_id].append(step)
    return found
