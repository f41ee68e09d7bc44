"""What an export gives: the file, and what the format could not carry."""

from __future__ import annotations

from dataclasses import dataclass, field

from argmap.classroom.exercises import Exercise


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An exercise, or a part of one, that a format cannot carry.

    Attributes:
        exercise_id: id of the exercise.
        reason: what is left out and why; lower case, no full stop.
        is_whole: True if the exercise is not in the file at all.
    """

    exercise_id: str
    reason: str
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Exported:
    """A set of exercises as a file for a platform.

    Attributes:
        content: the bytes of the file; text is UTF-8.
        left_out: what the format cannot carry, in the order of the exercises.
    """

    content: bytes
    left_out: tuple[LeftOut, ...]


@dataclass(slots=True)
class Losses:
    """Gathers what is left out while a file is written."""

    found: list[LeftOut] = field(default_factory=list)

    def leave_out(self, exercise: Exercise, reason: str) -> None:
        """Note that the exercise is not in the file."""
        self.found.append(LeftOut(exercise.id, reason, is_whole=True))

    def lose(self, exercise: Exercise, reason: str) -> None:
        """Note that a part of the exercise is not in the file."""
        self.found.append(LeftOut(exercise.id, reason, is_whole=False))
