"""Exercises as two columns of which each line on the left has one on the right: what every platform has."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.classroom.exercises import ChoiceExercise, Exercise, MatchExercise, OrderExercise
from argmap.classroom.lms.exported import Losses
from argmap.classroom.lms.markup import plain
from argmap.classroom.lms.orders import known_options
from argmap.classroom.lms.reasons import LINE_FEEDBACK, NO_PART_CREDIT

NO_PLACE = "–"
"""What belongs to an option that has no place."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Two columns.

    Attributes:
        rows: what stands on the left and what belongs to it, at least one.
        extra: what else can be chosen, and belongs to nothing; no two of all right sides are the same.
    """

    rows: tuple[tuple[str, str], ...]
    extra: tuple[str, ...] = ()

    @property
    def choices(self) -> tuple[str, ...]:
        """Everything that can be chosen, once each."""
        return tuple(dict.fromkeys((*(right for _, right in self.rows), *self.extra)))


_SHARED = (MatchExercise.model_fields.keys() & ChoiceExercise.model_fields.keys()) - {
    *("interaction", "options", "key", "credits", "stem"),
}


def simplified(exercise: Exercise) -> Exercise:
    """Return a match of a single prompt as what it is, the choice of an option; any other exercise as it stands."""
    if not isinstance(exercise, MatchExercise) or len(exercise.prompts) > 1:
        return exercise
    (prompt,) = exercise.prompts
    options = (
        option.model_copy(update={"feedback": _joined(option.feedback, prompt.feedback.get(option.id, ""))})
        for option in exercise.options
    )
    return ChoiceExercise(
        **{name: getattr(exercise, name) for name in _SHARED},
        stem=_joined(exercise.stem, prompt.text),
        options=tuple(options),
        key=exercise.key[prompt.id],
        credits=exercise.credits.get(prompt.id, {}),
    )


def _joined(*texts: str) -> str:
    return "\n\n".join(filter(None, texts))


def match_pairs(exercise: MatchExercise, losses: Losses) -> Pairs:
    """Return prompts with their options; or, where prompts can change places, options with the places they can have.

    A platform knows one right side for each line. So two premises that are right in either order stand on the left,
    and on the right their two places are one.
    """
    if any(credit for earned in exercise.credits.values() for credit in earned.values()):
        losses.lose(exercise, NO_PART_CREDIT)
    if any(prompt.feedback for prompt in exercise.prompts) or any(option.feedback for option in exercise.options):
        losses.lose(exercise, LINE_FEEDBACK)
    groups = [group for group in exercise.groups if len(group) > 1]
    if groups and len(set(exercise.key.values())) == len(exercise.key):
        return _turned(exercise, losses)
    if groups:
        losses.lose(exercise, "only one order of interchangeable lines counts as right")
    texts = {option.id: plain(option.text) for option in exercise.options}
    rows = tuple((prompt.text, texts[exercise.key[prompt.id]]) for prompt in exercise.prompts)
    used = {right for _, right in rows}
    return Pairs(rows, tuple(dict.fromkeys(text for text in texts.values() if text not in used)))


def _turned(exercise: MatchExercise, losses: Losses) -> Pairs:
    texts = {prompt.id: plain(prompt.text) for prompt in exercise.prompts}
    places = dict(texts)
    for group in exercise.groups:
        members = [prompt for prompt in texts if prompt in group]
        places |= dict.fromkeys(members, " / ".join(texts[prompt] for prompt in members))
    place_of = {option: places[prompt] for prompt, option in exercise.key.items()}
    if len(place_of) < len(exercise.options):
        losses.lose(exercise, f"options without a place are lines of their own, with {NO_PLACE} as what is right")
    return Pairs(tuple((option.text, place_of.get(option.id, NO_PLACE)) for option in exercise.options))


def position_pairs(exercise: OrderExercise) -> Pairs:
    """Return the options of an order, each with its position from 1 on; for an order that alone is right."""
    positions = {option: str(number) for number, option in enumerate(exercise.key, 1)}
    return Pairs(tuple((option.text, positions[option.id]) for option in known_options(exercise)))
