"""What platforms read: shapes, scores, and scripts that run."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import types
from pathlib import Path
from zipfile import ZipFile

import pytest
from classroom.some_exercises import BRIDGE_MAP, RIGHT, SOME_SET

from argmap.classroom import grade_map
from argmap.classroom.autograders import (
    dump_results,
    grade_against,
    gradescope_results,
    gradescope_zip,
    otter_test,
    points,
    prairielearn_results,
    prairielearn_zip,
    read_key,
)
from argmap.formats import dumps

STUDENT = BRIDGE_MAP.model_copy(update={"attacks": BRIDGE_MAP.attacks[:1]})


@pytest.mark.parametrize(("key", "response"), [(BRIDGE_MAP, STUDENT), (SOME_SET, {"bridge-1": "o1", "gap-1": ["o1"]})])
def test_results_for_gradescope_have_its_fields_and_points_that_make_up_the_score(key, response):
    task = read_key(key)
    found = json.loads(dump_results(gradescope_results(task, grade_against(task, response), most=20)))
    assert 0 < found["score"] < 20
    assert sum(test["score"] for test in found["tests"]) == pytest.approx(found["score"], abs=1e-4)
    assert sum(test["max_score"] for test in found["tests"]) == pytest.approx(20, abs=1e-4)
    assert {test["status"] for test in found["tests"]} == {"passed", "failed"}
    assert set(found) == {"score", "output", "output_format", "visibility", "stdout_visibility", "tests"}


def test_results_for_gradescope_of_what_cannot_be_read_are_0_with_the_reason():
    task = read_key(BRIDGE_MAP)
    found = gradescope_results(task, grade_against(task, "["))
    assert (found["score"], found["tests"]) == (0, [])
    assert found["output"].startswith("the map cannot be read: ")


def test_results_for_prairielearn_have_its_fields():
    task = read_key(BRIDGE_MAP)
    found = json.loads(dump_results(prairielearn_results(task, grade_against(task, STUDENT))))
    assert found["gradable"]
    assert found["score"] == pytest.approx(grade_map(STUDENT, BRIDGE_MAP).score, abs=1e-6)
    assert sum(test["points"] for test in found["tests"]) == pytest.approx(100 * found["score"], abs=1e-4)
    refused = prairielearn_results(task, grade_against(task, None))
    assert refused == {"gradable": False, "format_errors": ["there is no answer"], "message": "there is no answer"}


@pytest.mark.parametrize(
    ("response", "expected"),
    [(BRIDGE_MAP, 5), (dumps(BRIDGE_MAP), 5), (None, 0), ("[", 0), (float("nan"), 0), ({"a": 1}, 0)],
)
def test_the_points_for_nbgrader_are_a_number_whatever_is_handed_in(response, expected, capfd):
    found = points(response, BRIDGE_MAP, 5)
    assert (type(found), found) == (float, expected)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("response", [RIGHT, {"argmap_responses": 1, "responses": RIGHT}])
def test_responses_earn_points_in_either_shape(response):
    assert points(response, SOME_SET, 10) == 10


def test_a_key_is_read_from_a_file(tmp_path):
    path = tmp_path / "key.argmap.yaml"
    path.write_text(dumps(BRIDGE_MAP))
    assert points(BRIDGE_MAP, path) == 1
    path = tmp_path / "key.json"
    path.write_text(dumps(BRIDGE_MAP, format="json"))
    assert points(BRIDGE_MAP, path) == 1


def run_otter(text: str, monkeypatch: pytest.MonkeyPatch, **env: object) -> tuple[float, float]:
    """Run the cases as otter does; return what was earned and what could be."""
    cases = []

    def test_case(points: float, **_: object):
        def keep(function):
            cases.append((points, function))
            return function

        return keep

    module = types.ModuleType("otter.test_files")
    module.test_case = test_case
    monkeypatch.setitem(sys.modules, "otter", types.ModuleType("otter"))
    monkeypatch.setitem(sys.modules, "otter.test_files", module)
    scope: dict[str, object] = {}
    exec(compile(text, "q1.py", "exec"), scope)
    earned = 0.0
    for worth, case in cases:
        try:
            case(env)
        except AssertionError:
            continue
        earned += worth
    assert (scope["OK_FORMAT"], scope["points"]) == (False, sum(worth for worth, _ in cases))
    return earned, sum(worth for worth, _ in cases)


def test_the_test_for_otter_has_a_case_for_each_link(monkeypatch):
    text = otter_test(BRIDGE_MAP)
    assert run_otter(text, monkeypatch, my_map=BRIDGE_MAP) == (4, 4)
    assert run_otter(text, monkeypatch, my_map=dumps(STUDENT)) == (3, 4)
    assert run_otter(text, monkeypatch) == (0, 4)


def test_the_test_for_otter_has_a_case_for_each_exercise_and_slot(monkeypatch):
    text = otter_test(SOME_SET, name="lesson", variable="answers")
    assert run_otter(text, monkeypatch, answers=RIGHT) == (8, 8)
    assert run_otter(text, monkeypatch, answers=RIGHT | {"fill-1": {"s1": "o1"}}) == (6, 8)


def test_a_name_that_python_does_not_take_is_refused():
    with pytest.raises(ValueError, match="letters"):
        otter_test(BRIDGE_MAP, variable="x); import os")


def unpack(content: bytes, folder: Path) -> None:
    with ZipFile(io.BytesIO(content)) as archive:
        for info in archive.infolist():
            path = folder / info.filename
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(archive.read(info))
            path.chmod(info.external_attr >> 16 & 0o777)


@pytest.fixture
def program(tmp_path: Path) -> str:
    path = tmp_path / "argmap-here"
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m argmap "$@"\n')
    path.chmod(0o755)
    return str(path)


@pytest.mark.skipif(shutil.which("bash") is None, reason="the scripts are for bash")
def test_the_autograder_for_gradescope_grades(tmp_path, program):
    unpack(gradescope_zip([BRIDGE_MAP, STUDENT], most=10), tmp_path / "source")
    assert {path.name for path in (tmp_path / "source").iterdir()} == {
        "setup.sh", "run_autograder", "model-1.argmap.json", "model-2.argmap.json",
    }  # fmt: skip
    (tmp_path / "submission").mkdir()
    (tmp_path / "submission" / "mine.argmap.yaml").write_text(dumps(STUDENT))
    (tmp_path / "submission" / "notes.txt").write_text("My notes")
    environment = os.environ | {"AUTOGRADER_ROOT": str(tmp_path), "ARGMAP": program}
    done = subprocess.run([tmp_path / "source" / "run_autograder"], env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads((tmp_path / "results" / "results.json").read_text())["score"] == 10


@pytest.mark.skipif(shutil.which("bash") is None, reason="the scripts are for bash")
def test_the_grader_for_prairielearn_grades_and_answers_when_nothing_is_handed_in(tmp_path, program):
    unpack(prairielearn_zip(BRIDGE_MAP), tmp_path)
    (tmp_path / "student").mkdir()
    environment = os.environ | {"GRADE_ROOT": str(tmp_path), "ARGMAP": program}
    done = subprocess.run([tmp_path / "tests" / "run.sh"], env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads((tmp_path / "results" / "results.json").read_text())["format_errors"] == ["nothing was handed in"]


def test_the_same_key_gives_the_same_bytes_and_a_wheel_is_carried_along():
    assert gradescope_zip(BRIDGE_MAP) == gradescope_zip(BRIDGE_MAP)
    with ZipFile(io.BytesIO(gradescope_zip(SOME_SET, wheel=("argmap-0.1.0-py3-none-any.whl", b"PK")))) as archive:
        assert "argmap-0.1.0-py3-none-any.whl" in archive.namelist()
        assert (
            'install --no-cache-dir "$ROOT/source/argmap-0.1.0-py3-none-any.whl"' in archive.read("setup.sh").decode()
        )
    with pytest.raises(ValueError, match="wheel"):
        gradescope_zip(BRIDGE_MAP, wheel=("x; rm -rf /.whl", b""))
