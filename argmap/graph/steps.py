"""Steps: inferences and attacks, and the claims that they use."""

from __future__ import annotations

from argmap.model import Attack, Inference

Step = Inference | Attack
"""What leads from premises to something: an inference or an attack."""


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
