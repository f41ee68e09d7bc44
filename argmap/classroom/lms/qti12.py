"""Exercises as a QTI 1.2 package, as Canvas imports it.

Canvas turns the file into QTI 2 and reads that. An option that adds any points counts as fully right to it, an essay
that sets a score counts as a short answer, and it tells types of questions by a field of their metadata.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never
from xml.etree import ElementTree as ET

from argmap.classroom.exercises import (
    BuildExercise,
    ChoiceExercise,
    ChoicesExercise,
    Exercise,
    ExerciseSet,
    MatchExercise,
    Option,
    OrderExercise,
    WriteExercise,
)
from argmap.classroom.lms.elements import add, as_document, identifiers
from argmap.classroom.lms.exported import Exported, Losses
from argmap.classroom.lms.figures import Figure, find_figure
from argmap.classroom.lms.markup import as_html, plain, title_of
from argmap.classroom.lms.orders import is_unique, note_order_losses
from argmap.classroom.lms.package import pack
from argmap.classroom.lms.pairs import Pairs, match_pairs, position_pairs, simplified
from argmap.classroom.lms.reasons import BUILD, MANY_ORDERS, MODEL_ANSWER, NO_PART_CREDIT

_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_MANIFEST = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_ASSESSMENT = "argmap"
_FILE = f"{_ASSESSMENT}/{_ASSESSMENT}.xml"
_RESPONSE = "response1"
_GENERAL = "general_fb"
_FIRST_ROW, _FIRST_CHOICE = 1001, 2001
"""Where the numbers of the two columns start: Canvas keeps identifiers only if they are numbers."""


def export_qti12(exercises: ExerciseSet) -> Exported:
    """Return the exercises as a package of QTI 1.2, with what it cannot carry."""
    losses = Losses()
    assessment = ET.Element("assessment", {"ident": _ASSESSMENT, "title": plain(exercises.title)})
    section = ET.SubElement(assessment, "section", {"ident": "root_section"})
    figures: dict[str, Figure] = {}
    simple = [simplified(exercise) for exercise in exercises]
    for exercise, ident in zip(simple, identifiers(exercise.id for exercise in simple), strict=True):
        path = f"figures/{ident}.svg"
        if figure := find_figure(exercise):
            figures[path] = figure
        item = _Item(exercise, ident, _stem(exercise, figure, path))
        if item.fill(losses):
            section.append(item.element)
    root = ET.Element("questestinterop", {"xmlns": _QTI})
    root.append(assessment)
    files = {"imsmanifest.xml": as_document(_manifest(list(figures))), _FILE: as_document(root)}
    pictures = {path: figure.draw() for path, figure in figures.items()}
    return Exported(pack(files | pictures), tuple(losses.found))


def _stem(exercise: Exercise, figure: Figure | None, path: str) -> str:
    image = figure.as_image(f"%24IMS-CC-FILEBASE%24/{path}") if figure else ""
    return as_html(exercise.stem) + image


class _Item:
    """A question: its element is filled part by part, in the order that the format has."""

    def __init__(self, exercise: Exercise, ident: str, stem: str) -> None:
        self.exercise = exercise
        self.element = ET.Element("item", {"ident": ident, "title": title_of(exercise)})
        self.metadata = ET.SubElement(ET.SubElement(self.element, "itemmetadata"), "qtimetadata")
        self.presentation = ET.SubElement(self.element, "presentation")
        _material(self.presentation, stem)
        self.processing = ET.SubElement(self.element, "resprocessing")
        outcomes = ET.SubElement(self.processing, "outcomes")
        add(outcomes, "decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
        if exercise.feedback:
            self._say(_GENERAL, exercise.feedback, None)

    def fill(self, losses: Losses) -> bool:
        """Add what the interaction needs; False if Canvas has no such question."""
        exercise = self.exercise
        match exercise:
            case ChoiceExercise():
                if any(credit for option, credit in exercise.credits.items() if option != exercise.key):
                    losses.lose(exercise, NO_PART_CREDIT)
                self._choose("multiple_choice_question", exercise.options, {exercise.key}, is_single=True)
            case ChoicesExercise():
                self._choose("multiple_answers_question", exercise.options, set(exercise.key), is_single=False)
            case MatchExercise():
                self._match(match_pairs(exercise, losses))
            case OrderExercise() if is_unique(exercise):
                note_order_losses(exercise, losses)
                self._match(position_pairs(exercise))
            case WriteExercise():
                losses.lose(exercise, MODEL_ANSWER)
                self._write()
            case OrderExercise() | BuildExercise():
                losses.leave_out(exercise, BUILD if isinstance(exercise, BuildExercise) else MANY_ORDERS)
                return False
            case _:
                assert_never(exercise)
        return True

    def _describe(self, kind: str) -> None:
        fields = {"question_type": kind, "points_possible": f"{self.exercise.points:g}"}
        for label, entry in fields.items():
            field = ET.SubElement(self.metadata, "qtimetadatafield")
            add(field, "fieldlabel", label)
            add(field, "fieldentry", entry)

    def _choose(self, kind: str, options: tuple[Option, ...], keys: set[str], *, is_single: bool) -> None:
        self._describe(kind)
        numbers = {option.id: str(number) for number, option in enumerate(options, _FIRST_CHOICE)}
        response = add(
            self.presentation, "response_lid", ident=_RESPONSE, rcardinality="Single" if is_single else "Multiple"
        )
        _choices(response, {numbers[option.id]: as_html(option.text) for option in options}, is_html=True)
        for option in options:
            if option.feedback:
                self._say(f"{numbers[option.id]}_fb", option.feedback, numbers[option.id])
        condition = add(self.processing, "respcondition", **{"continue": "No"})
        variables = ET.SubElement(condition, "conditionvar")
        if is_single:
            (key,) = keys
            add(variables, "varequal", numbers[key], respident=_RESPONSE)
        else:
            every = ET.SubElement(variables, "and")
            for option in options:
                parent = every if option.id in keys else ET.SubElement(every, "not")
                add(parent, "varequal", numbers[option.id], respident=_RESPONSE)
        add(condition, "setvar", "100", action="Set", varname="SCORE")

    def _match(self, pairs: Pairs) -> None:
        self._describe("matching_question")
        numbers = {right: str(number) for number, right in enumerate(pairs.choices, _FIRST_CHOICE)}
        for row, (left, right) in enumerate(pairs.rows, _FIRST_ROW):
            response = add(self.presentation, "response_lid", ident=f"response_{row}")
            _material(response, as_html(left))
            _choices(response, {number: text for text, number in numbers.items()}, is_html=False)
            condition = ET.SubElement(self.processing, "respcondition")
            variables = ET.SubElement(condition, "conditionvar")
            add(variables, "varequal", numbers[right], respident=f"response_{row}")
            add(condition, "setvar", f"{100 / len(pairs.rows):.2f}", action="Add", varname="SCORE")

    def _write(self) -> None:
        self._describe("essay_question")
        response = add(self.presentation, "response_str", ident=_RESPONSE, rcardinality="Single")
        add(ET.SubElement(response, "render_fib"), "response_label", ident="answer1", rshuffle="No")
        condition = add(self.processing, "respcondition", **{"continue": "No"})
        ET.SubElement(ET.SubElement(condition, "conditionvar"), "other")

    def _say(self, ident: str, text: str, option: str | None) -> None:
        """Add feedback on an option, or if it is None on any answer."""
        condition = add(self.processing, "respcondition", **{"continue": "Yes"})
        variables = ET.SubElement(condition, "conditionvar")
        if option is None:
            ET.SubElement(variables, "other")
        else:
            add(variables, "varequal", option, respident=_RESPONSE)
        add(condition, "displayfeedback", feedbacktype="Response", linkrefid=ident)
        feedback = add(self.element, "itemfeedback", ident=ident)
        _material(ET.SubElement(feedback, "flow_mat"), as_html(text))


def _choices(response: ET.Element, texts: dict[str, str], *, is_html: bool) -> None:
    rendered = ET.SubElement(response, "render_choice")
    for ident, text in texts.items():
        _material(add(rendered, "response_label", ident=ident), text, is_html=is_html)


def _material(parent: ET.Element, text: str, *, is_html: bool = True) -> None:
    add(ET.SubElement(parent, "material"), "mattext", text, texttype="text/html" if is_html else "text/plain")


def _manifest(figures: list[str]) -> ET.Element:
    root = ET.Element("manifest", {"xmlns": _MANIFEST, "identifier": "argmap_manifest"})
    metadata = ET.SubElement(root, "metadata")
    add(metadata, "schema", "IMS Content")
    add(metadata, "schemaversion", "1.1.3")
    ET.SubElement(root, "organizations")
    resources = ET.SubElement(root, "resources")
    described: Iterator[tuple[str, str, str]] = iter(
        [(_ASSESSMENT, "imsqti_xmlv1p2", _FILE)]
        + [(f"figure{number}", "webcontent", path) for number, path in enumerate(figures, 1)]
    )
    for identifier, kind, path in described:
        resource = add(resources, "resource", identifier=identifier, type=kind)
        if kind == "webcontent":
            resource.set("href", path)
        add(resource, "file", href=path)
    return root
