"""Exercises on paper: the worksheet and its key."""

from __future__ import annotations

import io
import math
from itertools import pairwise

import pytest
from classroom.some_exercises import ALL, BRIDGE_MAP, CHOICE, MADE, MATCH, SOME_SET
from hostile_texts import HOSTILE
from pypdf import PdfReader

import argmap as am
from argmap.classroom import ChoicesExercise, ExerciseSet, ExerciseType, MatchExercise, Option, Prompt, WriteExercise
from argmap.classroom.worksheet import to_worksheet

ANSWERS = ("It names both.", "That is the converse.", "The step needs a claim about quiet streets.", "A right order")


def pages(document: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(document)).pages]


def images(document: bytes) -> int:
    return sum(len(page.images) for page in PdfReader(io.BytesIO(document)).pages)


@pytest.fixture(scope="module")
def worksheet() -> bytes:
    return to_worksheet(SOME_SET)


@pytest.fixture(scope="module")
def key() -> bytes:
    return to_worksheet(SOME_SET, key=True)


def test_the_worksheet_holds_every_question_and_option_and_no_answer(worksheet):
    text = " ".join(pages(worksheet))
    for exercise in ALL:
        assert " ".join(exercise.stem.split()) in text
        for option in getattr(exercise, "options", ()):
            assert option.text in text
    assert [answer for answer in ANSWERS if answer in text] == []
    assert "Answers" not in text
    assert "Date" in text


def test_the_key_holds_the_answers_and_why_they_are_right(key):
    text = " ".join(pages(key))
    assert [answer for answer in ANSWERS if answer not in text] == []
    assert "Look for: street, quieter" in text
    assert text.startswith("Answers · 6 exercises · 10 points The bridge")
    assert "Date" not in text


def test_the_key_says_once_what_it_says_of_every_option():
    said = "It denies that the reason shows it."
    options = tuple(option.model_copy(update={"feedback": said}) for option in CHOICE.options)
    exercise = CHOICE.model_copy(update={"options": options, "feedback": said})
    assert " ".join(pages(to_worksheet(ExerciseSet("Once", "en", (exercise,)), key=True))).count(said) == 1


def test_the_key_of_places_names_the_letters_and_that_of_an_order_its_numbers(key):
    text = " ".join(pages(key))
    assert "1 A 2 B 3 C Use each once at most" in text
    assert "6 C 5 P4 1 P1 4 C1 2 P2 3 P3" in text


def test_equal_sets_give_equal_bytes(worksheet):
    assert to_worksheet(SOME_SET) == worksheet


def test_pages_are_numbered_and_say_what_they_belong_to(worksheet):
    found = pages(worksheet)
    assert [page.endswith(f"The bridge {number} / {len(found)}") for number, page in enumerate(found, 1)] == [
        True for _ in found
    ]


def test_figures_are_drawn_and_can_be_searched(worksheet):
    assert images(worksheet) == 0
    assert "BECAUSE" in " ".join(pages(worksheet))


def letters_of(document: bytes, words: str) -> list[float]:
    """How high these words are on the pages, in points."""
    found = []

    def visit(text, outer, inner, font, size):
        if words in text:
            found.append(size * math.sqrt(area(outer) * area(inner)))

    def area(matrix):
        return abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])

    for page in PdfReader(io.BytesIO(document)).pages:
        page.extract_text(visitor_text=visit)
    return found


def row_of_reasons(count: int, behind: int = 1) -> am.ArgumentMap:
    """A claim with so many reasons that work together, each with a chain of so many behind it."""
    draft = am.Draft(title="Wide")
    main = draft.claim("The bridge should be closed")
    reasons = [draft.claim(f"Reason {number} of a row is rather long to read") for number in range(count)]
    draft.support(main, *reasons)
    for number, reason in enumerate(reasons):
        chain = [reason, *(draft.claim(f"Behind that, {step} steps down, is {number}") for step in range(behind))]
        for upper, lower in pairwise(chain):
            draft.support(upper, lower)
    return draft.build()


def with_figure(figure: am.ArgumentMap) -> bytes:
    return to_worksheet(ExerciseSet("Figures", "en", (MATCH.model_copy(update={"figure": figure}),)))


def test_a_figure_that_can_be_read_stands_beside_its_exercise():
    document = with_figure(row_of_reasons(2))
    [page] = PdfReader(io.BytesIO(document)).pages
    assert page.mediabox.width < page.mediabox.height
    assert min(letters_of(document, "Reason 1")) >= 7


def test_a_wide_figure_has_a_turned_page_of_its_own_behind_that_of_its_exercise():
    document = with_figure(row_of_reasons(6, behind=4))
    upright, turned = PdfReader(io.BytesIO(document)).pages
    assert upright.mediabox.width < upright.mediabox.height
    assert turned.mediabox.width > turned.mediabox.height
    asked, shown = pages(document)
    assert "The map is on a page of its own, behind this one." in asked
    assert "The map of exercise 1" in shown
    assert "The map is large" not in shown
    assert min(letters_of(document, "Reason 1")) >= 7


def test_a_long_figure_has_an_upright_page_of_its_own():
    document = with_figure(row_of_reasons(14))
    asked, shown = PdfReader(io.BytesIO(document)).pages
    assert asked.mediabox == shown.mediabox
    assert "The map of exercise 1" in pages(document)[1]
    assert min(letters_of(document, "Reason 1")) >= 7


def test_a_figure_that_no_page_is_large_enough_for_says_so():
    document = with_figure(row_of_reasons(24))
    letters = min(letters_of(document, "Reason 1"))
    assert letters < 7
    assert f"its letters are {letters:.1f} pt high, and {letters * 2**0.5:.1f} pt on A3" in " ".join(pages(document))


def test_a_figure_hides_nothing_that_stands_above_it():
    [page] = PdfReader(io.BytesIO(with_figure(row_of_reasons(2)))).pages
    assert b" re W* n" in page.get_contents().get_data()


def test_letters_that_viewers_lack_are_images_and_the_rest_is_text():
    russian = CHOICE.model_copy(
        update={"stem": "Мост закрыт?", "options": (*CHOICE.options, Option(id="o9", text="Да"))}
    )
    document = to_worksheet(ExerciseSet("Bridges", "ru", (russian,)))
    assert images(document) == 2
    assert "The bridge should be closed" in " ".join(pages(document))
    assert to_worksheet(ExerciseSet("Bridges", "ru", (russian,))) == document


def test_a_picture_with_such_letters_is_an_image():
    claims = tuple(claim.model_copy(update={"text": "Мост"}) for claim in BRIDGE_MAP.claims)
    russian = MATCH.model_copy(update={"figure": BRIDGE_MAP.model_copy(update={"claims": claims})})
    assert images(to_worksheet(ExerciseSet("Bridges", "ru", (russian,)))) == 1


def test_no_exercise_begins_at_the_end_of_a_page_without_what_is_asked():
    many = tuple(
        CHOICE.model_copy(update={"id": f"c{number}", "stem": f"Question {number}? " + "And why? " * (number % 7) * 9})
        for number in range(30)
    )
    document = to_worksheet(ExerciseSet("Many", "en", many))
    found = pages(document)
    assert len(found) > 3
    for number in range(30):
        [page] = [page for page in found if f"Question {number}?" in page]
        assert page.count("The bridge should be closed ") == page.count("The missing link")


def test_a_list_that_is_longer_than_a_page_goes_on_on_the_next():
    options = tuple(
        Option(id=f"o{number}", text=f"Claim number {number}, " + "so to speak, " * 9) for number in range(60)
    )
    long = ChoicesExercise(id="g", type=ExerciseType.GAP, stem="Which?", options=options, key=("o1",), provenance=MADE)
    found = pages(to_worksheet(ExerciseSet("Long", "en", (long,))))
    assert len(found) > 1
    assert [sum(f"Claim number {number}, " in page for page in found) for number in range(60)] == [1] * 60
    assert found[-1].count("Claim number") > 1


def test_short_options_are_written_out_instead_of_lettered():
    options = (Option(id="p", text="premise"), Option(id="c", text="main claim"))
    roles = MatchExercise(
        id="r",
        type=ExerciseType.ROLE,
        stem="What is each?",
        prompts=(Prompt(id="one", text="It rains a lot"), Prompt(id="two", text="Take an umbrella with you")),
        options=options,
        key={"one": "p", "two": "c"},
        provenance=MADE,
    )
    [page] = pages(to_worksheet(ExerciseSet("Roles", "en", (roles,)), key=True))
    assert "premise It rains a lot main claim Take an umbrella with you" in page
    assert "Choose from: premise, main claim" in page


@pytest.mark.filterwarnings("ignore::argmap.render.letters.LettersWarning")
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_printed_as_they_are(text):
    option = Option(id="o1", text=text, feedback=text)
    exercise = CHOICE.model_copy(
        update={"stem": text, "options": (option, Option(id="o2", text="b")), "feedback": text, "credits": {}}
    )
    write = WriteExercise(id="w", type=ExerciseType.WRITE, stem=text, key=text, terms=(text,), provenance=MADE)
    for is_key in (False, True):
        document = to_worksheet(ExerciseSet(text, "en", (exercise, write)), key=is_key)
        assert "missing link" in pages(document)[0]


def test_a_set_of_nothing_is_one_page():
    [page] = pages(to_worksheet(ExerciseSet("", "en", ())))
    assert page == "0 exercises · 0 points Exercises Date Exercises 1 / 1"
