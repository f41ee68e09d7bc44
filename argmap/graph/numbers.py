"""Numbers of claims in an argument, for a class to speak of: 1A-a is the first premise of the first reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from argmap.graph.argument_graph import ArgumentGraph
from argmap.graph.steps import Step, goal, used_claims


def find_numbers(graph: ArgumentGraph) -> Mapping[str, str]:
    """Return the number of each claim that bears on a main claim and is none itself, for example 2B-a.

    The digits tell how many steps the claim is away from the nearest main claim; the capital letter is the step that
    it belongs to, a reason or an attack, among all that stand so far down; the small letter is the premise in that
    step. A claim in several places has the number of the first, read from the main claims down and in the order of the
    file. A claim that nothing joins to a main claim has no number. O(n + m).

    Examples:
        >>> from argmap.model import Draft
        >>> draft = Draft()
        >>> wet = draft.claim("The street is wet", id="wet")
        >>> _ = draft.support(wet, draft.claim("It rains", id="rain"), draft.claim("Rain wets streets", id="law"))
        >>> _ = draft.attack(wet, draft.claim("There is a roof", id="roof"))
        >>> find_numbers(ArgumentGraph(draft.build()))
        {'rain': '1A-a', 'law': '1A-b', 'roof': '1B-a'}
    """
    about = _steps_about(graph)
    numbers: dict[str, str] = {}
    seen = set(graph.main_claims)
    row: Sequence[str] = graph.main_claims
    told: set[int] = set()
    level = 0
    while row:
        level += 1
        below: list[str] = []
        steps = [step for element_id in row for step in _steps_at(about, element_id, told)]
        for count, step in enumerate(steps):
            new = [claim_id for claim_id in dict.fromkeys(used_claims(step)) if claim_id in graph.claims]
            for place, claim_id in enumerate(new):
                if claim_id not in seen:
                    seen.add(claim_id)
                    below.append(claim_id)
                    numbers[claim_id] = f"{level}{letter_of(count)}-{letter_of(place).lower()}"
        row = below
    return numbers


def letter_of(number: int) -> str:
    """Return A, B, … Z, AA, AB …; numbers count from 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _steps_about(graph: ArgumentGraph) -> Mapping[str, list[tuple[int, Step]]]:
    """Return for each claim or step the inferences to it and the attacks on it, each with a number of its own."""
    about: dict[str, list[tuple[int, Step]]] = defaultdict(list)
    for number, step in enumerate(graph.steps):
        about[goal(step)].append((number, step))
    return about


def _steps_at(about: Mapping[str, list[tuple[int, Step]]], claim_id: str, told: set[int]) -> Iterator[Step]:
    """Yield the steps about the claim, then the attacks on those steps, and so on; each once."""
    queue = [claim_id]
    for element_id in queue:  # grows while it is read
        for number, step in about.get(element_id, ()):
            if number not in told:
                told.add(number)
                queue.append(step.id)
                yield step
