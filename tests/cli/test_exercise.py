"""`argmap exercise`: what it prints, what it writes, what it leaves out and says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from argmap.classroom import ExerciseSet, exercise_schema, read_exercises
from argmap.cli.app import app
from argmap.cli.exercise_formats import WRITERS, ExerciseFormat, Writer, Written
from argmap.model import ArgmapError

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
BROAD, SCHOOL = EXAMPLES / "broad-street.argmap.yaml", EXAMPLES / "school-start.argmap.yaml"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["exercise", *map(str, arguments)], env={"COLUMNS": "200"})


def test_it_prints_a_list_of_items_with_id_type_and_key() -> None:
    outcome = run(BROAD, "--count", 5)
    items = json.loads(outcome.stdout)
    assert outcome.exit_code == 0
    assert len(items) == 5
    assert all(item["id"].startswith(item["type"]) and item["key"] for item in items)


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert run(BROAD, "--seed", 3).stdout == run(BROAD, "--seed", 3).stdout


def test_types_count_and_level_narrow_the_choice() -> None:
    made = read_exercises(run(SCHOOL, "--types", "bridge, write", "--level", "medium", "--count", 2).stdout)
    assert {(item.type.value, item.level.value) for item in made} <= {("bridge", "medium"), ("write", "medium")}
    assert len(made) == 2


def test_indicator_words_need_the_text_of_the_article() -> None:
    without = run(SCHOOL, "--types", "indicators")
    assert json.loads(without.stdout) == []
    assert without.stderr == "left out indicators: the text of the article is not given\n"
    made = read_exercises(run(SCHOOL, "--types", "indicators", "--text", EXAMPLES / "school-start.txt").stdout)
    assert len(made) >= 1


def test_what_is_left_out_is_told_on_standard_error_and_counted_where_it_is_much() -> None:
    assert "left out order [pump]" not in run(BROAD, "--types", "order").stderr
    assert run(BROAD, "--types", "gap").stderr.startswith(
        "left out gap: fewer than two claims that are merely asserted"
    )
    lines = run(EXAMPLES / "kaliningrad.argmap.yaml").stderr.splitlines()
    assert all(", " in line and " times: " in line for line in lines)


def test_a_misspelt_type_is_refused_with_the_nearest() -> None:
    outcome = run(BROAD, "--types", "role,brigde")
    assert isinstance(outcome.exception, ArgmapError)
    assert str(outcome.exception) == "no type of exercise 'brigde', did you mean bridge?"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--format", "pdf"), "pdf is no text, expected -o FILE"),
        (("--format", "qti12"), "qti12 is no text, expected -o FILE"),
        (("--key",), "--key goes with --format pdf"),
        (("--count", "-1"), "greater than or equal to 0"),
        (("--level", "heavy"), "'heavy' is not one of 'easy', 'medium', 'hard'"),
        (("--format", "docx"), "'docx' is not one of"),
    ],
)
def test_what_does_not_go_together_is_refused(arguments: tuple[str, ...], message: str) -> None:
    outcome = run(BROAD, *arguments)
    assert outcome.exit_code == 2
    assert message in " ".join(outcome.stderr.replace("│", " ").split())


def test_a_file_is_written_whole_and_named(tmp_path: Path) -> None:
    outcome = run(BROAD, "-o", tmp_path / "items.json")
    assert outcome.stdout == f"wrote {tmp_path / 'items.json'}\n"
    assert (tmp_path / "items.json").read_text(encoding="utf-8") == run(BROAD).stdout


def test_bytes_and_keys_come_from_the_writer_of_the_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = Writer(_write_for_a_test, is_binary=True, has_key=True)
    monkeypatch.setattr("argmap.cli.exercise.WRITERS", {**WRITERS, ExerciseFormat.PDF: writer})
    assert run(BROAD, "--format", "pdf", "--count", 3, "--key", "-o", tmp_path / "key.pdf").exit_code == 0
    assert (tmp_path / "key.pdf").read_bytes() == b"3 with key"


def test_every_format_has_a_writer() -> None:
    assert set(WRITERS) == set(ExerciseFormat)


def test_the_schema_of_the_items_is_printed() -> None:
    outcome = CliRunner().invoke(app, ["schema", "--exercises"])
    assert json.loads(outcome.stdout) == exercise_schema()
    assert CliRunner().invoke(app, ["schema", "--exercises", "--findings"]).exit_code == 2


def _write_for_a_test(made: ExerciseSet, key: bool) -> Written:
    return Written(f"{len(made)} {'with' if key else 'without'} key".encode())
