"""What each option earns in each place, where places are interchangeable."""

from __future__ import annotations

from argmap.classroom.exercises import MatchExercise


def find_credits(exercise: MatchExercise) -> dict[tuple[str, str], float]:
    """Return by prompt and option what part of a line's points the option earns there; only where it is more than 0.

    In a group an option earns in each place what it earns in the best one.
    """
    found: dict[tuple[str, str], float] = {}
    for prompt, places in _groups(exercise).items():
        for option in exercise.options:
            credit = max(_credit(exercise, place, option.id) for place in places)
            if credit > 0:
                found[prompt, option.id] = credit
    return found


def times_right(exercise: MatchExercise, option: str) -> int:
    """Return how often the option may be used; 0 for as often as one likes.

    An option that is right in a group could else earn its points in each place of the group.
    """
    if exercise.is_once:
        return 1
    grouped = {prompt for group in exercise.groups if len(group) > 1 for prompt in group}
    keyed = [prompt for prompt, key in exercise.key.items() if key == option]
    return len(keyed) if grouped & set(keyed) else 0


def _groups(exercise: MatchExercise) -> dict[str, tuple[str, ...]]:
    alone = {prompt.id: (prompt.id,) for prompt in exercise.prompts}
    return alone | {prompt: group for group in exercise.groups for prompt in group}


def _credit(exercise: MatchExercise, prompt: str, option: str) -> float:
    return 1.0 if exercise.key[prompt] == option else exercise.credits.get(prompt, {}).get(option, 0)
