"""From what a generator has found to an exercise: ids that tell nothing, options in a drawn order, provenance."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypedDict

from argmap.classroom.exercises.exercise import (
    ChoiceExercise,
    ChoicesExercise,
    Exercise,
    ExerciseType,
    Level,
    Option,
    Provenance,
)
from argmap.classroom.exercises.exercise_set import Dropped
from argmap.classroom.exercises.material import Material
from argmap.model import Anchor, ArgumentMap

Maker = Callable[[Material, random.Random], Iterator[Exercise | Dropped]]
"""Yields the exercises of one type that a map gives, and those that would be poor."""

_PLAIN = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Sketch:
    """An option before it has an id.

    Attributes:
        text: what it says.
        feedback: what to say to a student who chose it.
        element: the element that it shows.
        credit: what it earns, 0 to 1; 1 is right.
    """

    text: str
    feedback: str = ""
    element: str | None = None
    credit: float = 0.0


@dataclass(frozen=True, slots=True)
class Question:
    """What the exercises of one generator have in common.

    Attributes:
        type: what they train.
        about: the ids of the elements that the exercise is about; the first ones name it.
        stem: what is asked.
        level: how much it asks.
        feedback: why the key is the key.
        name: what the id of the exercise is made from, where that is not the first element.
        figure: a map to draw beside the stem.
        needs_review: True if a teacher should look at it first.
    """

    type: ExerciseType
    about: tuple[str, ...]
    stem: str
    level: Level = Level.MEDIUM
    feedback: str = ""
    name: str = ""
    figure: ArgumentMap | None = None
    needs_review: bool = False

    @property
    def id(self) -> str:
        """The id of the exercise: letters, digits and hyphens, a letter first."""
        return exercise_id(self.type, self.name or self.about[0])


def exercise_id(exercise_type: ExerciseType, name: str) -> str:
    """Return an id that is the same whenever the exercise is made again, and that learning platforms take.

    Examples:
        >>> exercise_id(ExerciseType.BRIDGE, "who-moves-first")
        'bridge-who-moves-first'
    """
    if len(name) > _LONGEST_ID or not _PLAIN.fullmatch(name):
        name = hashlib.sha256(name.encode()).hexdigest()[:12]
    return f"{exercise_type}-{name}"


def name_of(elements: Iterable[str]) -> str:
    """Return a name for an exercise about several elements of the same weight."""
    return hashlib.sha256("\n".join(elements).encode()).hexdigest()[:12]


def number_options(rng: random.Random, sketches: Sequence[Sketch]) -> list[tuple[Option, Sketch]]:
    """Return the options in a drawn order, with ids that tell their place in it and nothing else."""
    drawn = list(sketches)
    rng.shuffle(drawn)
    return [
        (Option(id=f"o{number}", text=sketch.text, feedback=sketch.feedback, element=sketch.element), sketch)
        for number, sketch in enumerate(drawn, start=1)
    ]


class _Head(TypedDict):
    id: str
    type: ExerciseType
    stem: str
    figure: ArgumentMap | None
    level: Level
    feedback: str
    tags: tuple[str, ...]
    provenance: Provenance
    needs_review: bool


def make_choice(material: Material, question: Question, options: Sequence[tuple[Option, Sketch]]) -> ChoiceExercise:
    """Return an exercise in which the one option with full credit is right."""
    (key,) = (option.id for option, sketch in options if sketch.credit == 1)
    return ChoiceExercise(
        **_head(material, question),
        options=tuple(option for option, _ in options),
        key=key,
        credits={option.id: sketch.credit for option, sketch in options if 0 < sketch.credit < 1},
    )


def make_choices(material: Material, question: Question, options: Sequence[tuple[Option, Sketch]]) -> ChoicesExercise:
    """Return an exercise in which every option with full credit is right."""
    return ChoicesExercise(
        **_head(material, question),
        options=tuple(option for option, _ in options),
        key=tuple(option.id for option, sketch in options if sketch.credit == 1),
    )


def _head(material: Material, question: Question) -> _Head:
    return {
        "id": question.id,
        "type": question.type,
        "stem": question.stem,
        "figure": question.figure,
        "level": question.level,
        "feedback": question.feedback,
        "tags": tags(material, question.about),
        "provenance": material.provenance(question.about),
        "needs_review": question.needs_review,
    }


def tags(material: Material, elements: Iterable[str]) -> tuple[str, ...]:
    """Return a tag for each paragraph of the article in which the elements stand, for example "paragraph-8"."""
    numbers = {
        anchor.paragraph
        for element_id in elements
        for anchor in _anchors(material, element_id)
        if anchor.paragraph is not None and anchor.source in {None, material.map.article}
    }
    return tuple(f"paragraph-{number}" for number in sorted(numbers))


def _anchors(material: Material, element_id: str) -> tuple[Anchor, ...]:
    if element_id in material.graph.claims:
        return material.graph.claims[element_id].at
    step = material.step(element_id)
    return step.at if step else ()
