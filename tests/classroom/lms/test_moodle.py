"""Moodle XML: the shapes that Moodle imports, scored as it scores them, and nothing but text in its texts."""

from __future__ import annotations

import base64

import pytest
from classroom.lms.reading import (
    BRIDGE_TOLD,
    NASTY,
    any_text,
    chain,
    choices,
    flat,
    html_alternatives,
    html_text,
    match,
    nasty_set,
    one,
    options,
    parse,
    seen,
    shown,
    subsets,
)
from classroom.some_exercises import CHOICE, MATCH, ORDER, SOME_SET, WRITE
from hypothesis import given
from moodle_xml_parser.parser import parse_string

from argmap.classroom import ExerciseSet, ExerciseType, Option, Prompt, export_exercises, to_moodle
from argmap.classroom.lms.fractions import LEGAL
from argmap.render.text import clean

BANK = (
    *(0, 5, 10, 11.11111, 12.5, 14.28571, 16.66667, 20, 25, 30, 33.33333, 40, 50, 60, 66.66667, 70, 75, 80, 83.33333),
    *(90, 100),
)
"""The grades of question/engine/bank.php."""


def questions(exercises: ExerciseSet):
    return {question.get("type"): question for question in parse(to_moodle(exercises)).iter("question")}


def read(question, path: str) -> str:
    return question.findtext(f"{path}/text") or ""


def multichoice_score(fractions: list[str], chosen) -> float:
    """What Moodle's engine gives: the sum of the fractions, not below 0."""
    return max(0.0, sum(float(fractions[place]) for place in chosen) / 100)


def test_each_interaction_has_a_type_of_question_or_is_listed_as_left_out():
    exported = export_exercises(SOME_SET, "moodle")
    types = [question.get("type") for question in parse(exported.content.decode()).iter("question")]
    assert types == ["category", "multichoice", "multichoice", "matching", "essay"]
    assert [left.exercise_id for left in exported.left_out if left.is_whole] == ["order-1", "build-1"]


def test_the_fractions_are_those_that_moodle_knows():
    assert sorted(map(float, LEGAL)) == list(BANK)


def test_the_way_scores_are_computed_here_is_that_of_the_real_engine():
    fractions = ["33.33333"] * 3 + ["-50"] * 2
    found = [multichoice_score(fractions, chosen) for chosen in ((0, 1, 2), (0, 1), (0, 1, 3), (0, 3, 4), range(5))]
    assert found == pytest.approx([0.9999999, 0.6666666, 0.1666666, 0, 0], abs=1e-9)


@pytest.mark.parametrize("right", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
def test_every_choice_of_options_scores_as_net_correct_says(right):
    exercise = choices(right, 2)
    question = questions(one(exercise))["multichoice"]
    fractions = [answer.get("fraction") for answer in question.iter("answer")]
    assert {abs(float(fraction)) for fraction in fractions} <= set(BANK)
    assert question.findtext("single") == "false"
    for chosen in subsets(range(right + 2)):
        good = sum(place < right for place in chosen)
        expected = max(0, (good - (len(chosen) - good)) / right)
        assert multichoice_score(fractions, chosen) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(("right", "is_there"), [(10, True), (11, False), (19, False), (20, True), (21, False)])
def test_more_right_options_than_moodle_can_divide_by_are_left_out(right, is_there):
    exported = export_exercises(one(choices(right, 1)), "moodle")
    assert (b"multichoice" in exported.content) == is_there
    assert [left.is_whole for left in exported.left_out] == ([] if is_there else [True])


@pytest.mark.parametrize(
    ("credit", "fraction", "lost"),
    [(0.25, "25", 0), (1 / 3, "33.33333", 0), (0.37, "40", 1), (0.375, "40", 1), (0, "0", 0), (1, "100", 0)],
)
def test_a_credit_becomes_the_nearest_fraction_and_the_difference_is_told(credit, fraction, lost):
    exercise = CHOICE.model_copy(update={"credits": {"o3": credit}})
    question = questions(one(exercise))["multichoice"]
    assert [answer.get("fraction") for answer in question.iter("answer")] == ["100", "0", fraction]
    assert len(export_exercises(one(exercise), "moodle").left_out) == lost


def test_an_independent_reader_finds_questions_options_fractions_and_feedback():
    first, second = parse_string(to_moodle(SOME_SET))["multichoice"]
    assert (first.single, second.single) == (True, False)
    assert first.text_pre_parse == f"<p>{CHOICE.stem}</p>"
    found = [(option.answer, option.score_fraction, option.feedback) for option in first.options]
    options_and_fractions = zip(CHOICE.options, (100, 0, 25), strict=True)
    assert found == [(f"<p>{o.text}</p>", percent, f"<p>{o.feedback}</p>") for o, percent in options_and_fractions]
    assert [option.score_fraction for option in second.options] == [50, -50, 50, -50]
    assert first.general_feedback == f"<p>{CHOICE.feedback}</p>"


def rows(question) -> list[tuple[str, str]]:
    return [(html_text(read(row, ".")), read(row, "answer")) for row in question.iter("subquestion")]


def test_a_match_is_a_matching_question_whose_stray_options_have_an_empty_left_side():
    question = questions(one(match()))["matching"]
    assert rows(question) == [("line 1", "first"), ("line 2", "second"), ("line 3", "third"), ("", "fourth")]


def test_premises_that_may_change_places_are_right_in_both():
    question = questions(one(MATCH))["matching"]
    assert rows(question) == [
        ("Two in three cars only pass through", "1 / 2"),
        ("A street without through traffic is quieter", "1 / 2"),
        ("The shops need customers who come by car", "3"),
        ("The shops can be reached by bus", "–"),
    ]


def test_where_an_option_is_right_in_two_groups_only_the_key_counts_and_that_is_told():
    exercise = match(key={"s1": "o1", "s2": "o2", "s3": "o1"}, groups=(("s1", "s2"),))
    assert [right for _, right in rows(questions(one(exercise))["matching"])][:3] == ["first", "second", "first"]
    told = {left.reason for left in export_exercises(one(exercise), "moodle").left_out}
    assert told == {"only one order of interchangeable lines counts as right"}


def test_a_match_of_one_line_is_a_choice():
    prompt = Prompt(id="s1", text="line", feedback={"o2": "not this"})
    exercise = match(prompts=(prompt,), key={"s1": "o1"}, credits={"s1": {"o3": 0.5}})
    question = questions(one(exercise))["multichoice"]
    assert html_text(read(question, "questiontext")) == "What belongs to what?\n\nline"
    assert [answer.get("fraction") for answer in question.iter("answer")] == ["100", "0", "50", "0"]
    assert [html_text(read(answer, "feedback")) for answer in question.iter("answer")] == ["", "not this", "", ""]


def test_short_texts_for_places_that_differ_can_be_dragged():
    places = tuple(Prompt(id=f"s{number}", text=f"[[{number}]]") for number in (1, 2, 3))
    exercise = match(type=ExerciseType.FILL, is_once=True, prompts=places)
    question = questions(one(exercise))["ddwtos"]
    assert [read(box, ".") for box in question.iter("dragbox")] == ["first", "second", "third", "fourth"]
    stem = read(question, "questiontext")
    assert stem.count("[[") == 3
    assert html_text(stem).split("\n\n")[1:] == ["[[1]] [[1]]", "[[2]] [[2]]", "[[3]] [[3]]"]
    assert list(question.iter("infinite")) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"groups": (("s1", "s2"),)},
        {"type": ExerciseType.ATTACH},
        {"options": options("first", "second", "third", "a text that is much too long to stand in one line of a box")},
    ],
)
def test_other_places_are_matched(changes):
    exercise = match(**{"type": ExerciseType.FILL, "is_once": True} | changes)
    assert "matching" in questions(one(exercise))


def test_texts_that_can_be_used_again_can_be_dragged_again():
    exercise = match(type=ExerciseType.FILL, key={"s1": "o1", "s2": "o1", "s3": "o2"})
    question = questions(one(exercise))["ddwtos"]
    assert "line 1 [[1]]" in html_text(read(question, "questiontext"))
    assert "line 2 [[1]]" in html_text(read(question, "questiontext"))
    assert len(list(question.iter("infinite"))) == 4


def test_an_order_that_alone_is_right_is_an_ordering_question():
    exported = export_exercises(one(chain(4, "stray")), "moodle")
    question = questions(one(chain(4, "stray")))["ordering"]
    texts = [html_text(read(answer, ".")) for answer in question.iter("answer")]
    assert texts == ["step 1", "step 2", "step 3", "step 4"]
    assert [answer.get("fraction") for answer in question.iter("answer")] == ["1", "2", "3", "4"]
    assert question.findtext("gradingtype") == "RELATIVE_ALL_PREVIOUS_AND_NEXT"
    assert [left.reason for left in exported.left_out] == ["options that do not belong into the order are not shown"]


def test_an_order_beside_which_others_are_right_is_left_out():
    exported = export_exercises(one(ORDER), "moodle")
    assert [(left.exercise_id, left.is_whole) for left in exported.left_out] == [("order-1", True)]
    assert b"ordering" not in exported.content


def test_tags_are_plain_words_without_anything_like_an_element():
    question = questions(one(CHOICE.model_copy(update={"tags": ("R & <b>D</b>",)})))["multichoice"]
    assert [read(tag, ".") for tag in question.iter("tag")] == ["argmap", "bridge", "medium", "R & ‹b›D‹/b›"]


def test_who_marks_an_essay_sees_the_model_answer():
    question = questions(one(WRITE))["essay"]
    assert html_text(read(question, "graderinfo")) == "A street without through traffic is quieter\n\nstreet\n\nquieter"
    assert "needs-review" in [read(tag, ".") for tag in question.iter("tag")]


def test_a_figure_is_a_picture_in_the_question_with_its_outline_for_readers():
    stem = read(questions(one(MATCH))["matching"], "questiontext")
    assert html_alternatives(stem) == [BRIDGE_TOLD]
    head = "data:image/svg+xml;base64,"
    svg = base64.b64decode(stem.partition(head)[2].partition('"')[0]).decode()
    assert parse(svg).tag == "svg"


@pytest.mark.parametrize("text", NASTY)
def test_hostile_text_is_text_in_every_field(text):
    found = questions(nasty_set(text))
    assert list(found) == ["category", "multichoice", "matching", "ordering", "essay"]
    for kind in ("multichoice", "matching", "ordering", "essay"):
        question = found[kind]
        assert html_text(read(question, "questiontext")).split("\n\n") == shown(text).split("\n\n")
        assert html_text(read(question, "generalfeedback")) == shown(text)
        assert "<" not in read(question, "name")
    expected = [shown(text), shown(f"other {text}"), shown(f"{text} third")]
    assert [html_text(read(answer, ".")) for answer in found["multichoice"].iter("answer")] == expected
    assert {html_text(read(answer, "feedback")) for answer in found["multichoice"].iter("answer")} == {shown(text)}
    assert rows(found["matching"]) == [
        (shown(text), flat(text)),
        (shown(f"two {text}"), flat(f"other {text}")),
        ("", flat(f"{text} third")),
    ]
    assert [html_text(read(answer, ".")) for answer in found["ordering"].iter("answer")] == expected[:2]
    assert html_text(read(found["essay"], "graderinfo")).startswith(shown(text))


def test_a_category_is_named_after_the_map_and_a_slash_opens_no_other():
    found = questions(ExerciseSet("For/against <b>", "en", (CHOICE,)))
    assert read(found["category"], "category") == "$course$/top/argmap/For//against ‹b›"


def test_an_empty_text_is_not_a_stray_option():
    prompts = tuple(Prompt(id=f"s{number}", text="") for number in (1, 2, 3))
    exercise = match(options=(*match().options[:3], Option(id="o4", text=" ")), prompts=prompts)
    found = rows(questions(one(exercise))["matching"])
    assert (found[0], found[3]) == (("(no text)", "first"), ("", "(no text)"))


@given(any_text, any_text)
def test_any_text_comes_back(stem, option):
    exercise = match(stem=stem, options=options(option, "second", "third"), feedback=stem)
    question = questions(one(exercise))["matching"]
    assert html_text(read(question, "questiontext")) == seen(stem)
    assert html_text(read(question, "generalfeedback")) == (seen(stem) if stem else "")
    assert rows(question)[0] == ("line 1", flat(option) or "(no text)")


@pytest.mark.parametrize("text", NASTY)
def test_hostile_text_in_a_figure_ends_neither_the_picture_nor_its_outline(text):
    exercises = nasty_set(text)
    _, choice, *_ = parse(to_moodle(exercises)).iter("question")
    assert html_alternatives(read(choice, "questiontext")) == [clean(text)]
