"""The makers: for each type the generator that makes its exercises, in the order of a lesson."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from argmap.classroom.exercises.attach import make_attach
from argmap.classroom.exercises.attack import make_attack
from argmap.classroom.exercises.bridge import make_bridge
from argmap.classroom.exercises.build import make_build
from argmap.classroom.exercises.conclusion import make_conclusion
from argmap.classroom.exercises.error import make_error
from argmap.classroom.exercises.exercise import ExerciseType, Level
from argmap.classroom.exercises.falls import make_falls
from argmap.classroom.exercises.fill import make_fill
from argmap.classroom.exercises.gap import make_gap
from argmap.classroom.exercises.indicators import make_indicators
from argmap.classroom.exercises.linked import make_linked
from argmap.classroom.exercises.making import Maker
from argmap.classroom.exercises.order import make_order
from argmap.classroom.exercises.question import make_question
from argmap.classroom.exercises.role import make_role
from argmap.classroom.exercises.write import make_write
from argmap.model import ArgmapError, find_nearest

MAKERS: Mapping[ExerciseType, Maker] = MappingProxyType(
    {
        ExerciseType.ROLE: make_role,
        ExerciseType.INDICATORS: make_indicators,
        ExerciseType.CONCLUSION: make_conclusion,
        ExerciseType.ATTACH: make_attach,
        ExerciseType.LINKED: make_linked,
        ExerciseType.FILL: make_fill,
        ExerciseType.GAP: make_gap,
        ExerciseType.BRIDGE: make_bridge,
        ExerciseType.ATTACK: make_attack,
        ExerciseType.FALLS: make_falls,
        ExerciseType.ORDER: make_order,
        ExerciseType.ERROR: make_error,
        ExerciseType.QUESTION: make_question,
        ExerciseType.WRITE: make_write,
        ExerciseType.BUILD: make_build,
    }
)
"""Type to maker, in the order of a lesson: the parts of arguments first, as later tasks need them (Harrell)."""


class UnknownExerciseError(ArgmapError, ValueError):
    """A type or a level is named that does not exist.

    Attributes:
        name: what was asked for.
        nearest: the most similar name; None if none is similar.
    """

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        names = list(known)
        self.name = name
        self.nearest = find_nearest(name, names)
        hint = f"did you mean {self.nearest}?" if self.nearest else f"expected one of {', '.join(names)}"
        super().__init__(f"no {what} {name!r}, {hint}")


def find_types(names: Iterable[str] | str | None) -> tuple[ExerciseType, ...]:
    """Return the types with the names, each once, in the order of a lesson; all if no names are given.

    Raises:
        UnknownExerciseError: there is no such type.
    """
    if names is None:
        return tuple(MAKERS)
    known = [member.value for member in ExerciseType]
    wanted = set()
    for name in [names] if isinstance(names, str) else names:
        if name not in known:
            raise UnknownExerciseError("type of exercise", str(name), known)
        wanted.add(ExerciseType(name))
    return tuple(member for member in MAKERS if member in wanted)


def find_level(name: str | None) -> Level | None:
    """Return the level with the name.

    Raises:
        UnknownExerciseError: there is no such level.
    """
    known = [member.value for member in Level]
    if name is not None and name not in known:
        raise UnknownExerciseError("level", str(name), known)
    return None if name is None else Level(name)
