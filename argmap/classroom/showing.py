"""How exercises look wherever they are shown: headings, letters, paragraphs, and what of a figure is drawn."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from argmap.classroom.exercises import ExerciseType, MatchExercise, Option
from argmap.model import ArgumentMap
from argmap.render import OutlineRow, PictureOptions, find_outline, theme
from argmap.render.text import clean

HEADINGS: Mapping[ExerciseType, str] = MappingProxyType(
    {
        ExerciseType.BRIDGE: "The missing link",
        ExerciseType.BUILD: "Build the map",
        ExerciseType.GAP: "Find the gap",
        ExerciseType.LINKED: "Together or apart",
        ExerciseType.ERROR: "Find the error",
        ExerciseType.FILL: "Fill the map",
        ExerciseType.ATTACH: "Where it belongs",
        ExerciseType.ROLE: "Roles",
        ExerciseType.ATTACK: "What an objection hits",
        ExerciseType.FALLS: "What falls",
        ExerciseType.CONCLUSION: "The main claim",
        ExerciseType.ORDER: "In order",
        ExerciseType.INDICATORS: "Signal words",
        ExerciseType.QUESTION: "Ask the right question",
        ExerciseType.WRITE: "In other words",
    }
)
"""What each type of exercise is called in front of a class."""

FORMATIVE = "For practice only: this file holds the answers, so its score is no mark."
"""What files with keys say of themselves."""

UNTITLED = "Exercises"

_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_SHORT, _SLOT = 32, 4
_INDENT = "  "
_DEEPEST = 40


def figure_options() -> PictureOptions:
    """Return how figures of exercises are drawn: without what would give an answer away.

    Roles are left out, too: they tell the answer of many exercises, and what is on top of a part of a map is seldom a
    main claim of the whole.
    """
    return {"title": "", "legend": False, "findings": (), "roles": False}


def figure_in_words(figure: ArgumentMap) -> str:
    """Return what a figure shows as an outline in lines; as in the picture, neither ids nor roles are told."""
    found = find_outline(figure)
    return "\n".join(map(_line, (*found.main, *found.apart)))


def _line(row: OutlineRow) -> str:
    if row.is_step:
        words = row.word
    else:
        lead = theme.SEE_ABOVE if row.is_repeated else row.lead
        words = f"{lead} {row.text or theme.NO_TEXT}".lstrip()
    notes = f" ({'; '.join(row.notes)})" if row.notes else ""
    return _INDENT * min(row.level, _DEEPEST) + words + notes


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, each on as many lines as it has, without what no page can show."""
    parts = ("\n".join(filter(None, map(clean, part.splitlines()))) for part in _BLANK_LINES.split(text))
    return [part for part in parts if part]


def letter(number: int) -> str:
    """Return what the option with this number, from 0, is called: A to Z, then AA.

    Examples:
        >>> [letter(number) for number in (0, 25, 26, 51, 52)]
        ['A', 'Z', 'AA', 'AZ', 'BA']
    """
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def are_labels(options: Sequence[Option], most: int = _SHORT) -> bool:
    """Tell whether options have so few characters that each can be written out wherever it is named."""
    return all(len(option.text) <= most for option in options)


def are_slots(exercise: MatchExercise) -> bool:
    """Tell whether the prompts are numbers or letters of places in a figure, not texts."""
    return all(len(prompt.text) <= _SLOT for prompt in exercise.prompts)


def exercises_in_words(count: int) -> str:
    """Return a number of exercises as people write it.

    Examples:
        >>> exercises_in_words(1), exercises_in_words(2)
        ('1 exercise', '2 exercises')
    """
    return f"{count} exercise{'' if count == 1 else 's'}"


def points_in_words(points: float) -> str:
    """Return points as people write them.

    Examples:
        >>> points_in_words(1), points_in_words(2.5)
        ('1 point', '2.5 points')
    """
    return f"{points:g} point{'' if points == 1 else 's'}"
