"""Grades of options that were put in places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import fsum

from argmap.classroom.exercises import MatchExercise, Prompt
from argmap.classroom.grading.responses import read_mapping
from argmap.classroom.grading.result import Grade, GradePart
from argmap.graph.assignment import assign

_IN_PLACE = 1e-6
"""What it is worth, beside the points, to read an option as meant for the place where it is."""


def grade_match(exercise: MatchExercise, response: object) -> Grade:
    """Return the grade of options in places: the mean over the places.

    What was put into interchangeable places is read in the way that earns most.

    Raises:
        Refusal: the response does not map ids of prompts to ids of options.
    """
    options = (option.id for option in exercise.options)
    given = read_mapping(response, (prompt.id for prompt in exercise.prompts), options)
    meant = {prompt.id: prompt.id for prompt in exercise.prompts}
    for group in _groups(exercise):
        meant.update(_best_reading(exercise, group, given))
    parts = tuple(_grade_prompt(exercise, prompt, given, meant[prompt.id]) for prompt in exercise.prompts)
    return Grade(fsum(part.score for part in parts) / len(parts), parts, exercise.feedback)


def _groups(exercise: MatchExercise) -> Iterable[tuple[str, ...]]:
    """Yield the interchangeable places, none twice."""
    seen: set[str] = set()
    for group in exercise.groups:
        yield tuple(prompt for prompt in dict.fromkeys(group) if prompt not in seen)
        seen.update(group)


def _best_reading(exercise: MatchExercise, group: Sequence[str], given: Mapping[str, str]) -> dict[str, str]:
    """Return for each place of a group the one that its option is read as meant for."""
    filled = [prompt for prompt in group if prompt in given]
    worth = [
        [_credit(exercise, place, given[prompt]) + _IN_PLACE * (place == prompt) for place in group]
        for prompt in filled
    ]
    found = {filled[row]: group[column] for row, column in assign(worth)}
    left = iter([place for place in group if place not in found.values()])
    return {prompt: found[prompt] if prompt in found else next(left) for prompt in group}


def _credit(exercise: MatchExercise, prompt: str, option: str) -> float:
    return 1.0 if exercise.key[prompt] == option else exercise.credits.get(prompt, {}).get(option, 0.0)


def _grade_prompt(exercise: MatchExercise, prompt: Prompt, given: Mapping[str, str], meant: str) -> GradePart:
    option = given.get(prompt.id)
    if option is None:
        return GradePart(prompt.text, 0.0, f'"{prompt.text}" has no answer')
    score = _credit(exercise, meant, option)
    chosen = next(known for known in exercise.options if known.id == option)
    said = prompt.feedback.get(option) or chosen.feedback
    if score < 1 and not said:
        said = f'"{chosen.text}" does not belong to "{prompt.text}"'
    return GradePart(prompt.text, score, said)
