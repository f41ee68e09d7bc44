"""A set of exercises, and what was left out of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.classroom.exercises.exercise import Exercise, ExerciseType


@dataclass(frozen=True, slots=True)
class Dropped:
    """An exercise that was not made, because it would have been a poor one.

    Attributes:
        type: the type that it would have had.
        elements: ids of what it would have been about; () where the map has nothing for the type.
        reason: why it was not made; lower case, no full stop.
    """

    type: ExerciseType
    elements: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ExerciseSet:
    """Exercises made from one map.

    Attributes:
        title: the title of the map.
        language: BCP 47 language of the texts.
        exercises: in the order in which a class does them.
        dropped: those that would have been poor, each with its reason.
    """

    title: str
    language: str
    exercises: tuple[Exercise, ...]
    dropped: tuple[Dropped, ...] = ()

    def __iter__(self) -> Iterator[Exercise]:
        return iter(self.exercises)

    def __len__(self) -> int:
        return len(self.exercises)
