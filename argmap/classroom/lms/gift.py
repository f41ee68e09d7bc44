"""Exercises as GIFT, the text format for questions that Moodle and other programs read."""

from __future__ import annotations

from collections.abc import Iterator
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
from argmap.classroom.lms.exported import Exported, Losses
from argmap.classroom.lms.figures import find_figure
from argmap.classroom.lms.fractions import is_legal, nearest_fraction
from argmap.classroom.lms.markup import as_html, category_of, name_of, stable_id, tags_of
from argmap.classroom.lms.orders import is_unique, note_order_losses
from argmap.classroom.lms.pairs import Pairs, match_pairs, position_pairs, simplified
from argmap.classroom.lms.reasons import (
    BUILD,
    MANY_ORDERS,
    MODEL_ANSWER,
    NO_PICTURE,
    rounded_credit,
    too_many_keys,
)

_ESCAPES = str.maketrans({**{sign: f"\\{sign}" for sign in "\\~=#{}:"}, "\n": "\\n"})
"""What has to be escaped; a backslash before any other sign would stay in the text."""


def export_gift(exercises: ExerciseSet) -> Exported:
    """Return the exercises as GIFT, with what it cannot carry."""
    losses = Losses()
    questions = (_question(exercise, losses) for exercise in map(simplified, exercises))
    blocks = [f"$CATEGORY: {category_of(exercises.title)}", *filter(None, questions)]
    return Exported(("\n\n".join(blocks) + "\n").encode(), tuple(losses.found))


def _question(exercise: Exercise, losses: Losses) -> str:
    answers = list(_answers(exercise, losses))
    return "\n".join([*_head(exercise, losses), *answers, *_foot(exercise)]) if answers else ""


def _answers(exercise: Exercise, losses: Losses) -> Iterator[str]:
    match exercise:
        case ChoiceExercise():
            yield from _choice(exercise, losses)
        case ChoicesExercise():
            yield from _choices(exercise, losses)
        case MatchExercise():
            yield from _matching(match_pairs(exercise, losses))
        case OrderExercise():
            yield from _order(exercise, losses)
        case WriteExercise():
            losses.lose(exercise, MODEL_ANSWER)
            yield "{"
        case BuildExercise():
            losses.leave_out(exercise, BUILD)
        case _:
            assert_never(exercise)


def _choice(exercise: ChoiceExercise, losses: Losses) -> Iterator[str]:
    yield "{"
    for option in exercise.options:
        credit = exercise.credits.get(option.id, 0)
        if option.id == exercise.key:
            mark = "="
        elif credit:
            if not is_legal(credit):
                losses.lose(exercise, rounded_credit(option.id, credit, nearest_fraction(credit)))
            mark = f"~%{nearest_fraction(credit)}%"
        else:
            mark = "~"
        yield mark + _with_feedback(option.text, option.feedback)


def _choices(exercise: ChoicesExercise, losses: Losses) -> Iterator[str]:
    share = 1 / len(exercise.key)
    if not is_legal(share):
        losses.leave_out(exercise, too_many_keys(len(exercise.key)))
        return
    yield "{"
    for option in exercise.options:
        sign = "" if option.id in exercise.key else "-"
        yield f"~%{sign}{nearest_fraction(share)}%" + _with_feedback(option.text, option.feedback)


def _matching(pairs: Pairs) -> Iterator[str]:
    yield "{"
    for left, right in pairs.rows:
        yield f"={_html(left)} -> {_escaped(right)}"
    for right in pairs.extra:
        yield f"= -> {_escaped(right)}"


def _order(exercise: OrderExercise, losses: Losses) -> Iterator[str]:
    if not is_unique(exercise):
        losses.leave_out(exercise, MANY_ORDERS)
        return
    note_order_losses(exercise, losses)
    yield from _matching(position_pairs(exercise))


def _head(exercise: Exercise, losses: Losses) -> Iterator[str]:
    tags = "".join(f" [tag:{_unclosed(tag)}]" for tag in tags_of(exercise))
    yield f"// [id:{stable_id(exercise)}]{tags}"
    figure = find_figure(exercise)
    if figure:
        losses.lose(exercise, NO_PICTURE)
    stem = as_html(exercise.stem) + (figure.as_text() if figure else "")
    # Without a format Moodle takes some texts for marks of the format: [plain], // or TRUE at the beginning.
    yield f"::{_escaped(name_of(exercise))}::[html]{_escaped(stem)}"


def _unclosed(tag: str) -> str:
    return tag.replace("[", "(").replace("]", ")")


def _foot(exercise: Exercise) -> Iterator[str]:
    if exercise.feedback:
        yield f"####{_html(exercise.feedback)}"
    yield "}"


def _with_feedback(text: str, feedback: str) -> str:
    return _html(text) + (f"#{_html(feedback)}" if feedback else "")


def _html(text: str) -> str:
    return _escaped(as_html(text))


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)
