"""Exercises as a notebook: it runs as it is, and says what is right once there are answers."""

from __future__ import annotations

import ast
import json
import re
from typing import Any

import nbformat
import pytest
from classroom.some_exercises import ALL, RIGHT, SOME_SET
from hostile_texts import HOSTILE
from nbclient import NotebookClient

import argmap as am
from argmap.classroom import ExerciseSet, Option, Practice, to_notebook
from argmap.classroom.digest import digest
from argmap.classroom.practice import pack

ANSWERS = {
    1: '"a"',
    2: '{"C", "A"}',
    3: '{1: "B", 2: "A", 3: "C"}',
    4: '"B C E F D A"',
    6: '"A quiet street"',
}
BUILT = """
i = draft.support(A, B, C)
objection = draft.attack(A, D)
draft.attack(objection, E)
answer = draft.build()"""


@pytest.fixture(scope="module")
def notebook() -> Any:
    return nbformat.reads(to_notebook(SOME_SET), as_version=4)


def answered(notebook: Any) -> Any:
    """Return the notebook with an answer in each cell."""
    filled = nbformat.reads(nbformat.writes(notebook), as_version=4)
    asks = [cell for cell in filled.cells if cell.cell_type == "code" and "practice.check" in cell.source]
    for number, cell in enumerate(asks, 1):
        lines = cell.source.splitlines()
        if number == 5:
            cell.source = "\n".join([*lines[:-2], BUILT, lines[-1]])
        else:
            cell.source = f"answer = {ANSWERS[number]}\n{lines[-1]}"
    return filled


def run(notebook: Any, path: Any) -> list[Any]:
    """Run the notebook in a kernel and return the outputs of its cells that ask or save."""
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(path)}}).execute()
    return [cell.outputs for cell in notebook.cells if cell.cell_type == "code"][1:]


def test_it_is_a_notebook_that_says_what_it_is(notebook):
    nbformat.validate(notebook)
    assert "For practice only" in notebook.cells[0].source
    kinds = [cell.cell_type for cell in notebook.cells]
    assert kinds == ["markdown", "code", *["markdown", "code"] * len(ALL), "markdown", "code"]


def test_equal_sets_give_equal_notebooks():
    assert to_notebook(SOME_SET) == to_notebook(SOME_SET)


def test_it_runs_as_it_is_and_nothing_is_answered(notebook, tmp_path):
    outputs = run(nbformat.reads(nbformat.writes(notebook), as_version=4), tmp_path)
    assert [output[0].data["text/plain"].endswith("no answer yet") for output in outputs[:-1]] == [True] * len(ALL)
    assert outputs[-1][0].data["text/plain"] == "0 of 6 answered, 0 of 10 points"


def test_with_answers_it_says_what_is_right_and_saves_them(notebook, tmp_path):
    outputs = run(answered(notebook), tmp_path)
    verdicts = [output[0].data["text/plain"].splitlines()[0] for output in outputs[:-1]]
    assert verdicts == [
        "1 The missing link: ✓ Right",
        "2 Find the gap: ✓ Right",
        "3 Fill the map: ✓ Right",
        "4 In order: ✓ Right",
        "5 Build the map: ✓ Right",
        "6 In other words: • Saved; a person marks this one",
    ]
    assert outputs[-1][0].data["text/plain"] == "6 of 6 answered, 9 of 10 points"
    saved = json.loads((tmp_path / "responses.json").read_text(encoding="utf-8"))
    assert saved["argmap_responses"] == 1
    assert saved["exercises"] == digest(SOME_SET)
    for exercise in ALL[:5]:
        assert am.grade(exercise, saved["responses"][exercise.id]).score == 1


def test_figures_are_images_that_notebooks_show(notebook):
    [cell] = [cell for cell in notebook.cells if cell.get("attachments")]
    assert list(cell.attachments["figure.png"]) == ["image/png"]
    assert "The shops can be reached by bus" in cell.source
    assert "(attachment:figure.png)" in cell.source


def test_the_key_cannot_be_read_at_a_glance(notebook):
    text = "\n".join(cell.source for cell in notebook.cells)
    assert "It names both." not in text
    assert '"key"' not in text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_text(text):
    options = tuple(option.model_copy(update={"text": text}) for option in ALL[4].options)
    build = ALL[4].model_copy(update={"stem": text, "options": options})
    choice = ALL[0].model_copy(update={"stem": text, "options": (Option(id="o1", text=text), *ALL[0].options[1:])})
    notebook = nbformat.reads(to_notebook(ExerciseSet(text, 'e"n', (choice, build))), as_version=4)
    nbformat.validate(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            ast.parse(cell.source)
        else:
            assert re.findall(r"(?<!\\)<(?!/?small>)", cell.source) == []
            assert "\n# " not in cell.source[1:]


@pytest.mark.parametrize(
    ("number", "answer"),
    [
        (1, "o1"),
        (1, " a "),
        (2, ["o1", "C"]),
        (2, "A, C"),
        (3, {"s1": "o1", 2: "B", "3": "c"}),
        (4, ["B", "C", "E", "F", "D", "A"]),
        (5, RIGHT["build-1"]),
    ],
)
def test_answers_are_letters_numbers_or_ids(number, answer):
    assert Practice(SOME_SET).check(number, answer).verdict == "✓ Right"


@pytest.mark.parametrize("answer", ["Z", ["A"], {"A": 1}, 7, object()])
def test_what_is_no_answer_is_told_and_does_not_count(answer):
    practice = Practice(SOME_SET)
    assert practice.check(1, answer).verdict == "✗ this cannot be read as an answer"
    assert practice.responses == {}


@pytest.mark.parametrize("answer", ["", None, [], {}])
def test_nothing_is_no_answer_yet(answer):
    for number in range(1, len(ALL) + 1):
        assert Practice(SOME_SET).check(number, answer).verdict == "no answer yet"


def test_the_first_answer_counts():
    practice = Practice(SOME_SET)
    assert practice.check(1, "B").verdict == "✗ Not right"
    assert practice.check(1, "C").verdict == "◐ Partly right: 25%"
    assert practice.check(1, "A").verdict == "✓ Right"
    assert repr(practice) == "1 of 6 answered, 0 of 10 points"


def test_an_exercise_that_is_not_there_is_told():
    with pytest.raises(IndexError, match="found exercise 7, expected 1 to 6"):
        Practice(SOME_SET).check(7, "A")


def test_feedback_is_shown_as_html_in_which_texts_are_texts():
    shown = Practice(ExerciseSet("", "en", (ALL[0].model_copy(update={"feedback": "<b>x</b>"}),))).check(1, "A")
    assert '<li dir="auto">&lt;b&gt;x&lt;/b&gt;</li>' in shown._repr_html_()


def test_a_set_is_packed_and_unpacked_without_loss():
    unpacked = Practice.unpack(pack(SOME_SET), title="The bridge", language="en")
    assert unpacked.exercises == SOME_SET
