"""Exercises to practise with in Python: answers by letters, and what there is to say of them."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from textwrap import wrap

from argmap.classroom.digest import digest
from argmap.classroom.exercises import Exercise, ExerciseSet, Option, exercises_as_json, read_exercises
from argmap.classroom.grading import Grade, grade
from argmap.classroom.showing import HEADINGS, letter, points_in_words
from argmap.model import ArgumentMap
from argmap.model.atomic import write_atomically
from argmap.render.text import clean

_WIDTH = 100
_RIGHT, _WRONG, _PART, _OPEN = "✓ Right", "✗ Not right", "◐ Partly right", "• Saved"


@dataclass(frozen=True, slots=True)
class Feedback:
    """What there is to say of an answer; a notebook shows it.

    Attributes:
        heading: the exercise.
        verdict: right, partly right or not right, with the sign of it.
        lines: why.
    """

    heading: str
    verdict: str
    lines: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "\n".join((f"{self.heading}: {self.verdict}", *(f"  {line}" for line in self.lines)))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        lines = "".join(f'<li dir="auto">{escape(line)}</li>' for line in self.lines)
        return f"<p>{escape(self.heading)}: <strong>{escape(self.verdict)}</strong></p><ul>{lines}</ul>"


class Practice:
    """A set of exercises and the answers given so far; the first answer to each counts.

    Attributes:
        exercises: what is asked.
        responses: by id of the exercise: the first answer that could be read.
    """

    def __init__(self, exercises: ExerciseSet) -> None:
        self.exercises = exercises
        self.responses: dict[str, object] = {}

    @classmethod
    def unpack(cls, packed: str, *, title: str = "", language: str = "en") -> Practice:
        """Return the practice that `pack` wrote down.

        Args:
            packed: what `pack` gave; line breaks do not matter.
            title: the title of the set.
            language: BCP 47 language of its texts.

        Raises:
            ValueError: the text is not what `pack` gives.
        """
        text = b64decode("".join(packed.split()), validate=True).decode()
        return cls(read_exercises(text, title=title, language=language))

    def check(self, number: int, answer: object) -> Feedback:
        """Return what there is to say of an answer.

        Args:
            number: of the exercise, from 1.
            answer: a letter; letters, as a list or as one text; a dict of numbers to letters; a map; or a text. Ids of
                options do as well. "" and None are no answer.

        Raises:
            IndexError: there is no such exercise.
        """
        if not 1 <= number <= len(self.exercises):
            raise IndexError(f"found exercise {number}, expected 1 to {len(self.exercises)}")
        exercise = self.exercises.exercises[number - 1]
        heading = f"{number} {HEADINGS[exercise.type]}"
        response = read_answer(exercise, answer)
        if _is_empty(response):
            return Feedback(heading, "no answer yet")
        found = grade(exercise, response, language=self.exercises.language)
        if not found.reason:
            self.responses.setdefault(exercise.id, response)
        return Feedback(heading, _verdict(found), tuple(map(clean, found.lines)))

    def save(self, path: str | Path = "responses.json") -> Path:
        """Write the first answers into a file that `argmap grade` reads, and return its path.

        Raises:
            OSError: the file cannot be written.
        """
        data = {
            "argmap_responses": 1,
            "exercises": digest(self.exercises),
            "responses": {name: _as_json(response) for name, response in self.responses.items()},
        }
        return write_atomically(Path(path), (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode())

    def __repr__(self) -> str:
        grades = [
            (exercise, grade(exercise, self.responses[exercise.id], language=self.exercises.language))
            for exercise in self.exercises
            if exercise.id in self.responses
        ]
        earned = sum(found.points(exercise.points) for exercise, found in grades)
        most = sum(exercise.points for exercise in self.exercises)
        answered = f"{len(grades)} of {len(self.exercises)} answered"
        return f"{answered}, {round(earned, 2):g} of {points_in_words(most)}"


def pack(exercises: ExerciseSet) -> str:
    """Return the exercises as a text that gives no answer away at a glance; who wants to can read it."""
    packed = b64encode(exercises_as_json(exercises).encode()).decode()
    return "\n".join(wrap(packed, _WIDTH))


def read_answer(exercise: Exercise, answer: object) -> object:
    """Return the response that an answer stands for: ids in the place of letters and numbers.

    What is no letter stays as it is, so that whoever grades it can say what is wrong with it.
    """
    match exercise.interaction:
        case "choice":
            return _option(exercise.options, answer)
        case "choices" | "order":
            letters = answer.replace(",", " ").split() if isinstance(answer, str) else answer
            if isinstance(letters, list | tuple | set | frozenset):
                return [_option(exercise.options, one) for one in (sorted(letters) if _is_set(letters) else letters)]
            return letters
        case "match":
            if not isinstance(answer, Mapping):
                return answer
            numbers = {str(number): prompt.id for number, prompt in enumerate(exercise.prompts, 1)}
            placed = {numbers.get(str(key), str(key)): _option(exercise.options, one) for key, one in answer.items()}
            return {prompt: option for prompt, option in placed.items() if option not in {"", None}}
        case _:
            return answer


def _is_empty(response: object) -> bool:
    """Tell whether nothing is answered; a map of claims without a step is what an exercise begins with."""
    if isinstance(response, ArgumentMap):
        return not response.inferences and not response.attacks
    return not response


def _is_set(letters: object) -> bool:
    return isinstance(letters, set | frozenset)


def _option(options: tuple[Option, ...], answer: object) -> object:
    """Return the id of the option that a letter stands for."""
    if not isinstance(answer, str) or answer in {option.id for option in options}:
        return answer
    wanted = answer.strip().upper()
    return next((option.id for number, option in enumerate(options) if letter(number) == wanted), answer)


def _verdict(found: Grade) -> str:
    if found.reason:
        return "✗ this cannot be read as an answer"
    if found.needs_review:
        return f"{_OPEN}; a person marks this one"
    if found.score >= 1:
        return _RIGHT
    return f"{_PART}: {found.score:.0%}" if found.score > 0 else _WRONG


def _as_json(response: object) -> object:
    if not isinstance(response, ArgumentMap):
        return response
    from argmap.formats import dumps

    return json.loads(dumps(response, format="json"))
