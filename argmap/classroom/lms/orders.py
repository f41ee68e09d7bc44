"""Which orders of an exercise are right."""

from __future__ import annotations

from argmap.classroom.exercises import Option, OrderExercise
from argmap.classroom.lms.exported import Losses
from argmap.classroom.lms.reasons import LINE_FEEDBACK, STRAY_OPTIONS


def known_options(exercise: OrderExercise) -> tuple[Option, ...]:
    """Return the options that belong into the order, as they are shown."""
    return tuple(option for option in exercise.options if option.id in exercise.key)


def find_ordered(exercise: OrderExercise) -> tuple[tuple[str, str], ...]:
    """Return every pair of options of which the first has to come before the second, in the order of the key. O(n³)."""
    after: dict[str, set[str]] = {option: set() for option in exercise.key}
    follows = {option: [later for earlier, later in exercise.before if earlier == option] for option in exercise.key}
    for option in reversed(exercise.key):
        for later in follows[option]:
            after[option] |= {later} | after[later]
    return tuple((first, second) for first in exercise.key for second in exercise.key if second in after[first])


def is_unique(exercise: OrderExercise) -> bool:
    """Tell whether the key is the only right order."""
    return len(find_ordered(exercise)) == len(exercise.key) * (len(exercise.key) - 1) // 2


def note_order_losses(exercise: OrderExercise, losses: Losses) -> None:
    """Note what no platform takes of an exercise that it does take."""
    if len(known_options(exercise)) < len(exercise.options):
        losses.lose(exercise, STRAY_OPTIONS)
    if any(option.feedback for option in exercise.options):
        losses.lose(exercise, LINE_FEEDBACK)
