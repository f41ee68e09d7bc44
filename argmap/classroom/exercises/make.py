"""Exercises from a map: as many of each type as it gives good ones, drawn by a seed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.classroom.exercises.exercise import Exercise, Level
from argmap.classroom.exercises.exercise_set import Dropped, ExerciseSet
from argmap.classroom.exercises.makers import MAKERS, find_level, find_types
from argmap.classroom.exercises.material import Material
from argmap.model import ArgumentMap

MOST_MISSES = 300
"""Where so many exercises of a type would be poor one after another, no more of it are looked for."""


def exercises(  # noqa: PLR0913 - one argument for each choice of a teacher
    argument_map: ArgumentMap,
    *,
    types: Iterable[str] | str | None = None,
    count: int | None = None,
    seed: int = 0,
    level: str | None = None,
    text: str | None = None,
) -> ExerciseSet:
    """Return exercises made from the map, the easier ones first.

    The same map, in whatever order its file has it, gives the same exercises for the same seed. An exercise that would
    be poor is not made: it has too few distractors, a second answer could be right, or two claims say nearly the same.
    Which, and why, is in `dropped`, as far as was looked.

    Args:
        argument_map: the map; a broken one gives fewer exercises.
        types: names of types; all if left out.
        count: how many exercises at most, spread evenly over the types; as many as the map gives if left out.
        seed: another seed gives another selection.
        level: easy, medium or hard; all if left out.
        text: the text of the article, for indicator words and for sentences that do not belong into a map.

    Raises:
        UnknownExerciseError: there is no such type or level.
        ValueError: `count` is negative.

    Examples:
        >>> import argmap as am
        >>> m = am.loads("{argmap: 1, claims: {a: It rains, b: The street is wet, c: Mind your step}, inferences: "
        ...     "{i: {premises: a, conclusion: b}, j: {premises: b, conclusion: c}}}")
        >>> [exercise.id for exercise in am.exercises(m, types="order")]
        []
    """
    if count is not None and count < 0:
        raise ValueError(f"expected count to be 0 or more, found {count}")
    wanted, only = find_types(types), find_level(level)
    material = Material(argument_map, seed, text)
    made: list[Exercise] = []
    dropped: list[Dropped] = []
    ids: set[str] = set()
    queues = {member: MAKERS[member](material, material.rng(member)) for member in wanted}
    while queues and (count is None or len(made) < count):
        for member in list(queues):
            if count is not None and len(made) >= count:
                break
            found = _next(queues[member], only, ids, dropped)
            if found is None:
                del queues[member]
            else:
                ids.add(found.id)
                made.append(found)
    place = {member: number for number, member in enumerate(MAKERS)}
    made.sort(key=lambda exercise: (exercise.level.rank, place[exercise.type]))
    dropped.sort(key=lambda item: (place[item.type], item.elements, item.reason))
    return ExerciseSet(material.map.title, material.map.language, tuple(made), tuple(dropped))


def _next(
    queue: Iterator[Exercise | Dropped], level: Level | None, ids: set[str], dropped: list[Dropped]
) -> Exercise | None:
    """Return the next exercise of a type and of the level; None if there is no other, or none for long."""
    misses = 0
    for item in queue:
        if isinstance(item, Dropped):
            dropped.append(item)
            misses += 1
            if misses == MOST_MISSES:
                return None
        elif item.id not in ids and (level is None or item.level is level):
            return item
    return None
