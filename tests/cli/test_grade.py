"""`argmap grade` and `argmap autograder`: what they write, and how they exit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from classroom.some_class import hand_in
from typer.testing import CliRunner

from argmap.cli.app import app


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    hand_in(tmp_path, 3)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(app, arguments)


def test_maps_are_graded_into_a_table_and_nothing_goes_to_standard_error(folder):
    outcome = run("grade", "maps", "--against", "model.argmap.yaml")
    lines = outcome.stdout.splitlines()
    assert lines[0] == "file,score,claims,links,grouping,kirschner,review,program,reason"
    assert [line.partition(",")[0] for line in lines[1:]] == [f"maps/student-00{n}.argmap.yaml" for n in range(3)]
    assert (outcome.exit_code, outcome.stderr) == (0, "")


def test_responses_are_graded_against_exercises_with_pages(folder):
    outcome = run("grade", "responses", "--against", "exercises.json", "-o", "grades.csv", "--html", "feedback")
    assert outcome.exit_code == 0
    assert outcome.stdout.splitlines() == ["wrote grades.csv", "wrote feedback/index.html"]
    assert len(list((folder / "feedback").iterdir())) == 4
    assert (folder / "grades.csv").read_text().startswith("file,score,bridge-1,")


def test_what_is_written_is_not_graded_the_next_time(folder):
    arguments = (
        "grade",
        ".",
        "--against",
        "model.argmap.yaml",
        "-o",
        "grades.csv",
        "--html",
        "feedback",
        "--no-pictures",
    )
    first = (run(*arguments), (folder / "grades.csv").read_text())[1]
    again = (run(*arguments), (folder / "grades.csv").read_text())[1]
    assert first == again
    assert "model" not in first


def test_a_single_grade_is_json_for_programs_and_fails_under_a_bound(folder):
    (folder / "wrong.argmap.yaml").write_text("argmap: 1\nclaims: {close: The bridge should be closed to cars}\n")
    outcome = run(
        "grade", "wrong.argmap.yaml", "--against", "model.argmap.yaml", "--format", "json", "--fail-under", "0.5"
    )
    found = json.loads(outcome.stdout)
    assert (found["file"], found["reason"], outcome.exit_code) == ("wrong.argmap.yaml", "", 1)
    assert 0 < found["score"] < 0.5


def test_scores_of_the_teacher_count(folder):
    (folder / "overrides.csv").write_text("file,score\nstudent-001.argmap.yaml,0.125\n")
    outcome = run("grade", "maps", "--against", "model.argmap.yaml", "--overrides", "overrides.csv")
    assert outcome.stdout.splitlines()[2].startswith("maps/student-001.argmap.yaml,0.125,")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("grade", "empty", "--against", "model.argmap.yaml"), "found no file to grade"),
        (("grade", "maps", "--against", "model.argmap.yaml", "--format", "json"), "for a single response"),
        (("grade", "maps", "--against", "model.argmap.yaml", "--against", "exercises.json"), "by itself"),
        (("grade", "maps", "--against", "broken.yaml"), ""),
        (("autograder", "otter", "model.argmap.yaml", "-o", "q.py", "--name", "a b"), "expected letters"),
    ],
)
def test_what_cannot_be_graded_at_all_is_told(folder, arguments, message):
    (folder / "empty").mkdir()
    (folder / "broken.yaml").write_text("[")
    outcome = run(*arguments)
    assert outcome.exit_code == 2
    assert message in " ".join(outcome.stderr.replace("│", " ").split())


@pytest.mark.parametrize("platform", ["gradescope", "prairielearn"])
def test_results_for_a_platform_are_there_whatever_was_handed_in(folder, platform):
    (folder / "empty").mkdir()
    outcome = run("grade", "empty", "--against", "model.argmap.yaml", "--format", platform)
    assert (outcome.exit_code, outcome.stderr) == (0, "")
    assert "nothing was handed in" in outcome.stdout
    outcome = run("grade", "model.argmap.yaml", "--against", "maps/student-000.argmap.yaml", "--format", platform)
    assert json.loads(outcome.stdout)["score"] > 0


@pytest.mark.parametrize(("platform", "file"), [("gradescope", "a.zip"), ("prairielearn", "b.zip"), ("otter", "q.py")])
def test_what_a_platform_needs_is_written(folder, platform, file):
    outcome = run("autograder", platform, "model.argmap.yaml", "-o", file)
    assert (outcome.exit_code, outcome.stdout) == (0, f"wrote {file}\n")
    assert (folder / file).stat().st_size > 500
