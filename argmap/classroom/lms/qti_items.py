"""Exercises as assessment items, in the vocabulary of QTI 2.1.

Each part of a right answer scores 1, so that the parts add up to just what it can score; the test turns the score of an
item into its points.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never
from xml.etree import ElementTree as ET

from argmap.classroom.exercises import (
    BuildExercise,
    ChoiceExercise,
    ChoicesExercise,
    Exercise,
    MatchExercise,
    Option,
    OrderExercise,
    Prompt,
    WriteExercise,
)
from argmap.classroom.lms.elements import add
from argmap.classroom.lms.exported import Losses
from argmap.classroom.lms.figures import Figure
from argmap.classroom.lms.markup import paragraphs, title_of
from argmap.classroom.lms.orders import find_ordered, known_options, note_order_losses
from argmap.classroom.lms.places import find_credits, times_right
from argmap.classroom.lms.qti_scoring import (
    FEEDBACK,
    GENERAL,
    RESPONSE,
    declare_outcomes,
    declare_pairs,
    declare_places,
    declare_response,
    score_by_hand,
    score_by_map,
    score_by_order,
)
from argmap.classroom.lms.reasons import ANY_ORDER, BUILD


@dataclass(frozen=True, slots=True)
class Item:
    """An assessment item.

    Attributes:
        element: the item, without a namespace.
        most: what a right answer scores.
    """

    element: ET.Element
    most: int


def build_item(exercise: Exercise, language: str, figure: tuple[Figure, str] | None, losses: Losses) -> Item | None:
    """Return the exercise as an item, None if there is no interaction for it.

    Args:
        exercise: an exercise.
        language: BCP 47 language of its texts.
        figure: what to draw beside it, and where in the package that is.
        losses: takes what cannot be carried.
    """
    return _Builder(exercise, language, figure).build(losses)


class _Builder:
    def __init__(self, exercise: Exercise, language: str, figure: tuple[Figure, str] | None) -> None:
        self.exercise = exercise
        self.root = ET.Element("assessmentItem", {"title": title_of(exercise), "adaptive": "false"})
        self.root.set("timeDependent", "false")
        if language:
            self.root.set("xml:lang", language)
        self.body = ET.Element("itemBody")
        for lines in paragraphs(exercise.stem):
            _fill(ET.SubElement(self.body, "p"), lines)
        if figure:
            drawn, path = figure
            # QTI wants no more than 256 characters in `alt`, so what the picture shows is told below it.
            add(ET.SubElement(self.body, "p"), "img", src=path, alt=drawn.title)
            add(self.body, "pre", drawn.told)
        self.said: dict[str, str] = {GENERAL: exercise.feedback} if exercise.feedback else {}

    def build(self, losses: Losses) -> Item | None:
        exercise = self.exercise
        match exercise:
            case ChoiceExercise():
                return self._choice(exercise)
            case ChoicesExercise():
                return self._choices(exercise)
            case MatchExercise():
                return self._match(exercise)
            case OrderExercise():
                if not find_ordered(exercise):
                    losses.leave_out(exercise, ANY_ORDER)
                    return None
                note_order_losses(exercise, losses)
                return self._order(exercise)
            case WriteExercise():
                return self._write(exercise)
            case BuildExercise():
                losses.leave_out(exercise, BUILD)
                return None
            case _:
                assert_never(exercise)

    def _choice(self, exercise: ChoiceExercise) -> Item:
        names = _names(exercise.options, "o")
        self._offer(exercise.options, names, most="1")
        earned = exercise.credits | {exercise.key: 1.0}
        values = {names[option.id]: earned[option.id] for option in exercise.options if earned.get(option.id)}
        declare_response(self.root, "single", "identifier", [names[exercise.key]], values, most=1)
        return self._finish(1, score_by_map(self.said))

    def _choices(self, exercise: ChoicesExercise) -> Item:
        names = _names(exercise.options, "o")
        self._offer(exercise.options, names, most="0")
        keys = [names[option] for option in exercise.key]
        values = {name: 1.0 if name in keys else -1.0 for name in names.values()}
        declare_response(self.root, "multiple", "identifier", keys, values, most=len(keys))
        return self._finish(len(keys), score_by_map(self.said))

    def _offer(self, options: tuple[Option, ...], names: dict[str, str], most: str) -> None:
        asked = add(self.body, "choiceInteraction", responseIdentifier=RESPONSE, shuffle="true", maxChoices=most)
        for option in options:
            _fill_blocks(add(asked, "simpleChoice", identifier=names[option.id]), option.text)
            if option.feedback:
                self.said[names[option.id]] = option.feedback

    def _match(self, exercise: MatchExercise) -> Item:
        prompts, options = _names(exercise.prompts, "p"), _names(exercise.options, "o")
        asked = add(self.body, "matchInteraction", responseIdentifier=RESPONSE, shuffle="true")
        asked.set("maxAssociations", str(len(prompts)))
        lines, choices = ET.SubElement(asked, "simpleMatchSet"), ET.SubElement(asked, "simpleMatchSet")
        for prompt in exercise.prompts:
            line = add(lines, "simpleAssociableChoice", identifier=prompts[prompt.id], fixed="true", matchMax="1")
            _fill_blocks(line, prompt.text)
        for option in exercise.options:
            choice = add(choices, "simpleAssociableChoice", identifier=options[option.id])
            choice.set("matchMax", str(times_right(exercise, option.id)))
            _fill_blocks(choice, option.text)
        values = {f"{prompts[p]} {options[o]}": credit for (p, o), credit in find_credits(exercise).items()}
        keys = [f"{prompts[p]} {options[o]}" for p, o in exercise.key.items()]
        declare_response(self.root, "multiple", "directedPair", keys, values, most=len(keys))
        by_pair = self._say_of_pairs(exercise, prompts, options)
        declare_pairs(self.root, by_pair)
        return self._finish(len(keys), score_by_map(self.said, by_pair))

    def _say_of_pairs(
        self, exercise: MatchExercise, prompts: dict[str, str], options: dict[str, str]
    ) -> dict[str, str]:
        """Note what is to be said of single lines; return by pair under which name."""
        by_pair = {}
        for prompt, option in itertools.product(exercise.prompts, exercise.options):
            if text := prompt.feedback.get(option.id) or option.feedback:
                pair = (prompts[prompt.id], options[option.id])
                by_pair[" ".join(pair)] = "_".join(pair)
                self.said["_".join(pair)] = text
        return by_pair

    def _order(self, exercise: OrderExercise) -> Item:
        options = known_options(exercise)
        names = _names(options, "o")
        asked = add(self.body, "orderInteraction", responseIdentifier=RESPONSE, shuffle="false")
        for option in options:
            _fill_blocks(add(asked, "simpleChoice", identifier=names[option.id]), option.text)
        declare_response(self.root, "ordered", "identifier", [names[option] for option in exercise.key], {}, most=0)
        pairs = find_ordered(exercise)
        declare_places(self.root, names)
        return self._finish(len(pairs), score_by_order(pairs, names, self.said))

    def _write(self, exercise: WriteExercise) -> Item:
        rubric = add(self.body, "rubricBlock", view="scorer")
        for lines in paragraphs(exercise.key):
            _fill(ET.SubElement(rubric, "p"), lines)
        if exercise.terms:
            listed = ET.SubElement(rubric, "ul")
            for term in exercise.terms:
                _fill(ET.SubElement(listed, "li"), paragraphs(term)[0])
        add(self.body, "extendedTextInteraction", responseIdentifier=RESPONSE, expectedLines="5")
        add(self.root, "responseDeclaration", identifier=RESPONSE, cardinality="single", baseType="string")
        return self._finish(1, score_by_hand(self.said))

    def _finish(self, most: int, processing: ET.Element | None) -> Item:
        declare_outcomes(self.root, most, says_something=bool(self.said))
        self.root.append(self.body)
        if processing is not None:
            self.root.append(processing)
        for name, text in self.said.items():
            feedback = add(self.root, "modalFeedback", outcomeIdentifier=FEEDBACK, identifier=name, showHide="show")
            for lines in paragraphs(text):
                _fill(ET.SubElement(feedback, "p"), lines)
        return Item(self.root, most)


def _names(parts: Iterable[Option | Prompt], letter: str) -> dict[str, str]:
    """Return an identifier for each, which tells nothing but its place: ids may hold what identifiers may not."""
    return {part.id: f"{letter}{number}" for number, part in enumerate(parts, 1)}


def _fill_blocks(element: ET.Element, text: str) -> None:
    first, *more = paragraphs(text)
    if not more:
        _fill(element, first)
        return
    for lines in (first, *more):
        _fill(ET.SubElement(element, "p"), lines)


def _fill(element: ET.Element, lines: tuple[str, ...]) -> None:
    element.text, *rest = lines
    for line in rest:
        ET.SubElement(element, "br").tail = line
