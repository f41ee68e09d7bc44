"""Numbers that name the place of each claim in the argument, such as 1A-a, for talking about a picture in class."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.graph import ArgumentGraph, Step, used_claims
from argmap.render.unfold import letter_of


def number_claims(graph: ArgumentGraph) -> dict[str, str]:
    """Return the number of each claim that bears on a main claim: level, letter of its step, letter of the claim.

    1A-a is the first claim of the first step on the first level below the main claims. Steps are lettered across their
    level, so that no two claims share a number; a claim that is used in several places has the number of its first.
    Main claims are 0, or 0a, 0b and so on. Steps against steps are on the level of the step. O(n + m).
    """
    mains = graph.main_claims
    numbers = {main: f"0{letter_of(place).lower() if len(mains) > 1 else ''}" for place, main in enumerate(mains)}
    row, level, met = list(mains), 0, set[str]()
    while row:
        level += 1
        below: list[str] = []
        for letter, step in enumerate(_steps_on(graph, row, met)):
            for place, claim_id in enumerate(used_claims(step)):
                if claim_id not in numbers:
                    numbers[claim_id] = f"{level}{letter_of(letter)}-{letter_of(place).lower()}"
                    below.append(claim_id)
        row = below
    return numbers


def _steps_on(graph: ArgumentGraph, row: list[str], met: set[str]) -> Iterator[Step]:
    """Yield the steps on the elements of a row, and on those steps; each once, those that are met being left out."""
    for element_id in row:  # grows by the steps
        steps: tuple[Step, ...] = (*graph.inferences_to(element_id), *graph.attacks_on(element_id))
        for step in steps:
            if step.id not in met:
                met.add(step.id)
                row.append(step.id)
                yield step
