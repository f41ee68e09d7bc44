"""Inferences and attacks alike, for writers of formats that make little difference between them."""

from __future__ import annotations

from argmap.model import ArgumentMap, Attack, Inference

Step = Inference | Attack


def steps_of(argument_map: ArgumentMap) -> tuple[Step, ...]:
    """Return the inferences of a map, then its attacks."""
    return (*argument_map.inferences, *argument_map.attacks)


def end_of(step: Step) -> str:
    """Return the id of what a step leads to: its conclusion or its target."""
    return step.conclusion if isinstance(step, Inference) else step.target
