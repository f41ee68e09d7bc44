"""Exercises as Moodle XML, for the question bank of Moodle.

The shapes are those that Moodle itself imported. It refuses a file with another fraction than it knows, reads the names
of questions and the right sides of matching questions as plain text, and everything else as HTML.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import assert_never

from argmap.classroom.exercises import (
    BuildExercise,
    ChoiceExercise,
    ChoicesExercise,
    Exercise,
    ExerciseSet,
    ExerciseType,
    MatchExercise,
    OrderExercise,
    WriteExercise,
)
from argmap.classroom.lms.exported import Exported, Losses
from argmap.classroom.lms.figures import find_figure
from argmap.classroom.lms.fractions import is_legal, nearest_fraction
from argmap.classroom.lms.markup import as_html, category_of, name_of, plain, stable_id, tags_of
from argmap.classroom.lms.orders import is_unique, note_order_losses
from argmap.classroom.lms.pairs import Pairs, match_pairs, simplified
from argmap.classroom.lms.reasons import BUILD, MANY_ORDERS, rounded_credit, too_many_keys

_MOST_IN_BOX = 40
"""Characters of a text to drag: Moodle never breaks one into lines."""


def export_moodle(exercises: ExerciseSet) -> Exported:
    """Return the exercises as Moodle XML, with what it cannot carry."""
    losses = Losses()
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>", *_category(exercises.title)]
    for exercise in map(simplified, exercises):
        lines += _question(exercise, losses)
    return Exported("\n".join([*lines, "</quiz>", ""]).encode(), tuple(losses.found))


def _category(title: str) -> Iterator[str]:
    yield f'<question type="category"><category>{_text(category_of(title))}</category></question>'


def _question(exercise: Exercise, losses: Losses) -> Iterator[str]:
    match exercise:
        case ChoiceExercise():
            yield from _multichoice(exercise, is_single=True, fractions=_credits(exercise, losses))
        case ChoicesExercise():
            yield from _choices(exercise, losses)
        case MatchExercise() if _can_be_dragged(exercise):
            yield from _drag_into_text(exercise, losses)
        case MatchExercise():
            yield from _matching(exercise, match_pairs(exercise, losses))
        case OrderExercise():
            yield from _order(exercise, losses)
        case WriteExercise():
            yield from _essay(exercise)
        case BuildExercise():
            losses.leave_out(exercise, BUILD)
        case _:
            assert_never(exercise)


def _credits(exercise: ChoiceExercise, losses: Losses) -> dict[str, str]:
    for option, credit in exercise.credits.items():
        if option != exercise.key and not is_legal(credit):
            losses.lose(exercise, rounded_credit(option, credit, nearest_fraction(credit)))
    earned = exercise.credits | {exercise.key: 1.0}
    return {option.id: nearest_fraction(earned.get(option.id, 0)) for option in exercise.options}


def _choices(exercise: ChoicesExercise, losses: Losses) -> Iterator[str]:
    share = 1 / len(exercise.key)
    if not is_legal(share):
        losses.leave_out(exercise, too_many_keys(len(exercise.key)))
        return
    earned = nearest_fraction(share)
    fractions = {option.id: earned if option.id in exercise.key else f"-{earned}" for option in exercise.options}
    yield from _multichoice(exercise, is_single=False, fractions=fractions)


def _multichoice(
    exercise: ChoiceExercise | ChoicesExercise, *, is_single: bool, fractions: dict[str, str]
) -> Iterator[str]:
    yield from _head(exercise, "multichoice", _stem(exercise))
    yield f"<single>{'true' if is_single else 'false'}</single><shuffleanswers>true</shuffleanswers>"
    yield "<answernumbering>none</answernumbering>"
    yield from _combined_feedback()
    for option in exercise.options:
        yield f'<answer fraction="{fractions[option.id]}" format="html">{_html(option.text)}'
        yield f'<feedback format="html">{_html(option.feedback) if option.feedback else _text("")}</feedback></answer>'
    yield from _foot(exercise)


def _matching(exercise: Exercise, pairs: Pairs) -> Iterator[str]:
    yield from _head(exercise, "matching", _stem(exercise))
    yield "<shuffleanswers>false</shuffleanswers>"
    yield from _combined_feedback()
    lines = [(_html(left), right) for left, right in pairs.rows] + [(_text(""), right) for right in pairs.extra]
    for left, right in lines:
        yield f'<subquestion format="html">{left}<answer>{_text(right)}</answer></subquestion>'
    yield from _foot(exercise)


def _can_be_dragged(exercise: MatchExercise) -> bool:
    # A gap has one text that is right, so premises that may change places have to be matched.
    is_short = all(len(plain(option.text)) <= _MOST_IN_BOX for option in exercise.options)
    return exercise.type is ExerciseType.FILL and not any(len(group) > 1 for group in exercise.groups) and is_short


def _drag_into_text(exercise: MatchExercise, losses: Losses) -> Iterator[str]:
    pairs = match_pairs(exercise, losses)
    number_of = {text: number for number, text in enumerate(pairs.choices, 1)}
    gaps = "".join(f"<p>{_unbracketed(plain(left))} [[{number_of[right]}]]</p>" for left, right in pairs.rows)
    yield from _head(exercise, "ddwtos", _unbracketed_html(_stem(exercise)) + gaps)
    yield "<shuffleanswers>true</shuffleanswers>"
    yield from _combined_feedback()
    again = "" if exercise.is_once else "<infinite/>"
    for text in pairs.choices:
        yield f"<dragbox>{_text(html.escape(text))}<group>1</group>{again}</dragbox>"
    yield from _foot(exercise)


def _unbracketed(text: str) -> str:
    return _unbracketed_html(html.escape(text))


def _unbracketed_html(markup: str) -> str:
    """Return HTML in which nothing looks like a gap."""
    return markup.replace("[[", "&#91;&#91;")


def _order(exercise: OrderExercise, losses: Losses) -> Iterator[str]:
    if not is_unique(exercise):
        losses.leave_out(exercise, MANY_ORDERS)
        return
    note_order_losses(exercise, losses)
    texts = {option.id: option.text for option in exercise.options}
    yield from _head(exercise, "ordering", _stem(exercise))
    yield "<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><selectcount>0</selectcount>"
    # Of the ways in which Moodle marks an order, the one that asks which comes before which.
    yield "<gradingtype>RELATIVE_ALL_PREVIOUS_AND_NEXT</gradingtype><showgrading>SHOW</showgrading>"
    yield "<numberingstyle>none</numberingstyle>"
    yield from _combined_feedback()
    for number, option in enumerate(exercise.key, 1):
        yield f'<answer fraction="{number}" format="html">{_html(texts[option])}</answer>'
    yield from _foot(exercise)


def _essay(exercise: WriteExercise) -> Iterator[str]:
    yield from _head(exercise, "essay", _stem(exercise))
    yield "<responseformat>editor</responseformat><responserequired>1</responserequired>"
    yield "<responsefieldlines>5</responsefieldlines><attachments>0</attachments>"
    yield "<attachmentsrequired>0</attachmentsrequired>"
    terms = "".join(f"<li>{html.escape(plain(term))}</li>" for term in exercise.terms)
    answer = as_html(exercise.key) + (f"<ul>{terms}</ul>" if terms else "")
    yield f'<graderinfo format="html">{_text(answer)}</graderinfo>'
    yield f'<responsetemplate format="html">{_text("")}</responsetemplate>'
    yield from _foot(exercise)


def _head(exercise: Exercise, kind: str, stem: str) -> Iterator[str]:
    said = as_html(exercise.feedback) if exercise.feedback else ""
    yield f'<question type="{kind}"><name>{_text(name_of(exercise))}</name>'
    yield f'<questiontext format="html">{_text(stem)}</questiontext>'
    yield f'<generalfeedback format="html">{_text(said)}</generalfeedback>'
    yield f"<defaultgrade>{exercise.points:g}</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden>"
    yield f"<idnumber>{_cdata(stable_id(exercise)[:_MOST_IN_ID])}</idnumber>"


_MOST_IN_ID = 100


def _foot(exercise: Exercise) -> Iterator[str]:
    tags = "".join(f"<tag>{_text(tag)}</tag>" for tag in tags_of(exercise))
    yield f"<tags>{tags}</tags></question>"


def _combined_feedback() -> Iterator[str]:
    for when in ("correct", "partiallycorrect", "incorrect"):
        yield f'<{when}feedback format="html">{_text("")}</{when}feedback>'


def _stem(exercise: Exercise) -> str:
    figure = find_figure(exercise)
    return as_html(exercise.stem) + (figure.as_image(figure.as_data_uri()) if figure else "")


def _html(text: str) -> str:
    return _text(as_html(text))


def _text(content: str) -> str:
    return f"<text>{_cdata(content)}</text>" if content else "<text></text>"


def _cdata(content: str) -> str:
    return f"<![CDATA[{content.replace(']]>', ']]]]><![CDATA[>')}]]>"
