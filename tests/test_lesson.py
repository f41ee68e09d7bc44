"""The lesson in examples/lesson: it is made anew as it is stored, and what it says of itself is so."""

from __future__ import annotations

import io
import re
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from pypdf import PdfReader

from argmap.checks import run
from argmap.classroom import (
    BuildExercise,
    ExerciseSet,
    Level,
    MatchExercise,
    WriteExercise,
    grade,
    grade_map,
    read_exercises,
)
from argmap.formats import load

ROOT = Path(__file__).parent.parent
LESSON = ROOT / "examples" / "lesson"
HEAVIEST, ALL_TOGETHER = 500_000, 1_500_000
SOURCES = {"make_lesson.py", "students_map.py", "plan.template.md", "rubric.template.md"}
WRITTEN = sorted(path.name for path in LESSON.iterdir() if path.is_file() and path.name not in SOURCES)


@pytest.fixture(scope="module")
def command() -> ModuleType:
    sys.path.insert(0, str(LESSON))
    try:
        return import_module("make_lesson")
    finally:
        sys.path.remove(str(LESSON))


@pytest.fixture(scope="module")
def made(command: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lesson")
    command.main(folder)
    return folder


@pytest.fixture(scope="module")
def exercises() -> ExerciseSet:
    return read_exercises((LESSON / "exercises.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", WRITTEN)
def test_the_command_writes_each_file_as_it_is_stored(name: str, made: Path) -> None:
    """Mend it with: python examples/lesson/make_lesson.py"""
    assert unpacked(made / name) == unpacked(LESSON / name)


def test_the_command_writes_all_files_and_no_others(made: Path) -> None:
    assert sorted(path.name for path in made.iterdir()) == WRITTEN


def test_the_files_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in LESSON.iterdir() if path.is_file()}
    assert {name: size for name, size in sizes.items() if size > HEAVIEST} == {}
    assert sum(sizes.values()) < ALL_TOGETHER


def test_the_exercises_become_no_easier_and_none_waits_for_a_review(exercises: ExerciseSet) -> None:
    ranks = [exercise.level.rank for exercise in exercises]
    assert ranks == sorted(ranks)
    assert {exercise.level for exercise in exercises} == set(Level)
    assert [exercise.id for exercise in exercises if exercise.needs_review] == []


def test_the_key_of_each_exercise_scores_1(exercises: ExerciseSet) -> None:
    scores = {exercise.id: grade(exercise, key_of(exercise)).score for exercise in exercises}
    assert {exercise_id: score for exercise_id, score in scores.items() if score < 1} == {}


def test_the_picture_of_the_last_page_is_the_only_one_that_shows_an_unstated_premise_that_is_asked_for(
    exercises: ExerciseSet,
) -> None:
    (asked,) = (exercise for exercise in exercises if isinstance(exercise, WriteExercise))
    other = [exercise for exercise in exercises if exercise is not asked]
    assert [exercise.id for exercise in other if asked.key in exercise.model_dump_json()] == []
    bridge = next(exercise for exercise in exercises if exercise.type == "bridge")
    key = next(option.text for option in bridge.options if option.id == bridge.key)
    shown = [exercise.id for exercise in exercises if key in exercise.model_dump_json()]
    assert shown == [bridge.id, "falls-dwarfed"]


def test_the_worksheet_has_its_exercises_on_the_pages_that_the_plan_names() -> None:
    texts = [page.extract_text() for page in PdfReader(LESSON / "worksheet.pdf").pages]
    on_page = [[int(number) for number in re.findall(r"^(\d+)\n[A-Z]", text, re.MULTILINE)] for text in texts]
    assert on_page == [[1, 2], [3, 4], [5], [6, 7, 8], [9, 10], [11, 12], [13], [14], [15], []]


def test_the_claim_that_the_plan_wants_three_cards_of_is_the_one_with_three_uses(exercises: ExerciseSet) -> None:
    (build,) = (exercise for exercise in exercises if isinstance(exercise, BuildExercise))
    reply = build.options["ABCDEFG".index("G")]
    (model,) = build.key
    uses = [step.id for step in (*model.inferences, *model.attacks) if reply.id in step.premises]
    assert (reply.element, len(uses)) == ("dwarfed", 3)


def test_the_minutes_of_the_plan_add_up_to_90() -> None:
    plan = (LESSON / "plan.md").read_text(encoding="utf-8")
    spans = [(int(start), int(end)) for start, end in re.findall(r"^\| (\d+)–(\d+) \|", plan, re.MULTILINE)]
    assert [end for _, end in spans] == [*(start for start, _ in spans[1:]), 90]
    assert spans[0][0] == 0


def test_the_pages_of_the_lesson_link_to_files_that_are_there() -> None:
    pages = {name: (LESSON / name).read_text(encoding="utf-8") for name in ("plan.md", "rubric.md")}
    links = {(name, link) for name, text in pages.items() for link in re.findall(r"\]\(([^)#:]+)\)", text)}
    assert {link for _, link in links if not (LESSON / link).exists()} == set()
    assert [name for name, text in pages.items() if "$" in text] == []


def test_each_planted_mistake_is_named_where_the_student_reads_it(command: ModuleType) -> None:
    page = (LESSON / "feedback.html").read_text(encoding="utf-8").replace("&quot;", '"').replace("&#x27;", "'")
    model = load(LESSON / "model.argmap.yaml")
    told = command.told_mistakes(model)
    assert len(told) == len(command.PLANTED) == 6
    assert [name for name, line, _ in told if line not in page] == []


def test_the_checks_find_the_two_claims_in_one_box_and_nothing_of_the_kind_in_the_model() -> None:
    codes = {
        name: [finding.element for finding in run(load(LESSON / f"{name}.argmap.yaml"), select=["TXT003"]).findings]
        for name in ("student", "model")
    }
    assert codes == {"student": ["offer-2020"], "model": []}


def test_each_mistake_costs_something_and_the_model_itself_nothing(command: ModuleType) -> None:
    model = load(LESSON / "model.argmap.yaml")
    assert grade_map(model, model).score == 1
    scores = {planted.name: grade_map(planted.edit(model), model).score for planted in command.PLANTED}
    assert {name: score for name, score in scores.items() if not 0.9 < score < 1} == {}


def key_of(exercise: object) -> object:
    """Return the response that is the key."""
    match exercise:
        case BuildExercise():
            return exercise.key[0]
        case MatchExercise():
            return dict(exercise.key)
        case _:
            return list(exercise.key) if isinstance(exercise.key, tuple) else exercise.key


def unpacked(path: Path) -> object:
    """Return what a file holds; without what differs from one zlib to another: how PDF streams and PNGs are packed."""
    content = path.read_bytes()
    match path.suffix:
        case ".pdf":
            return [
                (page.extract_text(), page.get_contents().get_data()) for page in PdfReader(io.BytesIO(content)).pages
            ]
        case ".ipynb":
            return re.sub(rb'"image/png": "[^"]+"', b'"image/png": ""', content)
        case _:
            return content
