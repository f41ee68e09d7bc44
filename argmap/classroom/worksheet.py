"""Exercises on paper: a worksheet for the class, and the same with the answers for the teacher."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from argmap.classroom.exercises import (
    BuildExercise,
    ChoiceExercise,
    ChoicesExercise,
    Exercise,
    ExerciseSet,
    MatchExercise,
    OrderExercise,
    WriteExercise,
)
from argmap.classroom.showing import (
    HEADINGS,
    UNTITLED,
    are_labels,
    are_slots,
    exercises_in_words,
    figure_options,
    letter,
    paragraphs,
    points_in_words,
)
from argmap.model import ArgumentMap
from argmap.render.sheet import Block, Box, Drawing, Frame, Heading, Paragraph, Row, Ruled, Sheet, Style, paint_sheet
from argmap.render.text import clean

_ROOM_TO_DRAW = 300.0
_LINES_TO_WRITE_ON = 5


def to_worksheet(exercises: ExerciseSet, *, key: bool = False) -> bytes:
    """Return the exercises as a PDF document of A4 pages to print; equal sets give equal bytes.

    Args:
        exercises: what is asked.
        key: True for the answers, with what there is to say of them; False for boxes to tick and lines to write on.

    Raises:
        RendererNotFoundError: there is no Graphviz program, which pictures need, and text in letters that the fonts of
            every PDF viewer lack.
        RenderError: a figure is too large, or the program failed or ran out of time.
    """
    title = clean(exercises.title) or UNTITLED
    parts = tuple(tuple(_part(exercise, number, key=key)) for number, exercise in enumerate(exercises, 1))
    points = points_in_words(sum(exercise.points for exercise in exercises))
    kicker = f"{'Answers · ' if key else ''}{exercises_in_words(len(exercises))} · {points}"
    return paint_sheet(Sheet(title, kicker, exercises.language, parts, is_dated=not key))


def _part(exercise: Exercise, number: int, *, key: bool) -> Iterator[Block]:
    facts = f"{exercise.level.capitalize()} · {points_in_words(exercise.points)}"
    yield Heading(str(number), HEADINGS[exercise.type], facts)
    yield from (Paragraph(text) for text in paragraphs(exercise.stem))
    if exercise.figure is not None:
        yield _drawing(exercise.figure, number)
    yield from _answer(exercise, number, key=key)
    if key:
        yield from (Paragraph(text, Style.NOTE) for text in paragraphs(exercise.feedback))


def _drawing(shown: ArgumentMap, number: int) -> Drawing:
    return Drawing(shown, figure_options(), f"The map of exercise {number}")


def _answer(exercise: Exercise, number: int, *, key: bool) -> Iterable[Block]:
    match exercise:
        case ChoiceExercise():
            return _chosen(exercise, Box.ROUND, {exercise.key}, key=key)
        case ChoicesExercise():
            return _chosen(exercise, Box.SQUARE, set(exercise.key), key=key)
        case MatchExercise():
            return _matched(exercise, key=key)
        case OrderExercise():
            return _ordered(exercise, key=key)
        case BuildExercise():
            return _built(exercise, number, key=key)
        case WriteExercise():
            return _written(exercise, key=key)
        case _:
            assert_never(exercise)


def _chosen(exercise: ChoiceExercise | ChoicesExercise, box: Box, right: set[str], *, key: bool) -> Iterator[Block]:
    for number, option in enumerate(exercise.options):
        mark = "x" if key and option.id in right else ""
        # What is said of the exercise as a whole stands below, and is not said of each option as well.
        note = option.feedback if key and option.feedback != exercise.feedback else ""
        yield Row(option.text, letter(number), box, mark, note)


def _matched(exercise: MatchExercise, *, key: bool) -> Iterator[Block]:
    """Yield the prompts with lines, then the options; what is short is written out, what is long by its letter."""
    labels = are_labels(exercise.options)
    names = {option.id: option.text if labels else letter(number) for number, option in enumerate(exercise.options)}
    box = Box.LONG_LINE if labels else Box.SHORT_LINE
    for prompt in exercise.prompts:
        mark = names[exercise.key[prompt.id]] if key else ""
        yield Row("", prompt.text, box, mark) if are_slots(exercise) else Row(prompt.text, "", box, mark)
    once = "Use each once at most:" if exercise.is_once else "Choose from:"
    if labels:
        yield Paragraph(f"{once} {', '.join(option.text for option in exercise.options)}", Style.HINT)
    else:
        yield Paragraph(once, Style.HINT)
        yield from (Row(option.text, names[option.id]) for option in exercise.options)


def _ordered(exercise: OrderExercise, *, key: bool) -> Iterator[Block]:
    places = {option: str(number) for number, option in enumerate(exercise.key, 1)} if key else {}
    yield Paragraph("A right order; there can be others." if key else "Number them.", Style.HINT)
    for option in exercise.options:
        yield Row(option.text, "", Box.SHORT_LINE, places.get(option.id, "–" if key else ""))


def _built(exercise: BuildExercise, number: int, *, key: bool) -> Iterator[Block]:
    yield from (Row(option.text, letter(place)) for place, option in enumerate(exercise.options))
    if key:
        yield from (_drawing(reference, number) for reference in exercise.key)
    else:
        yield Frame(_ROOM_TO_DRAW, "Draw the map here; letters will do for the claims.")


def _written(exercise: WriteExercise, *, key: bool) -> Iterator[Block]:
    if not key:
        yield Ruled(_LINES_TO_WRITE_ON)
        return
    yield Paragraph(exercise.key, Style.ANSWER)
    if exercise.terms:
        yield Paragraph(f"Look for: {', '.join(exercise.terms)}", Style.HINT)
