"""`argmap grade`: grade what a class has handed in."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from argmap.classroom.class_grades import Entry, GradedEntry, Task

SETTINGS: dict[str, Any] = {
    "name": "grade",
    "epilog": "Examples: `argmap grade handed-in/ --against model.argmap.yaml -o grades.csv` · "
    "`argmap grade handed-in/ --against model.argmap.yaml -o grades.csv --html feedback` · "
    "`argmap grade responses.json --against exercises.json --format json --fail-under 0.6`",
}


class OutputFormat(StrEnum):
    """How grades are printed: a table for many responses, or one grade for a program."""

    CSV = "csv"
    JSON = "json"
    GRADESCOPE = "gradescope"
    PRAIRIELEARN = "prairielearn"

    @property
    def is_platform(self) -> bool:
        """True if a platform calls the program, which needs an answer whatever was handed in."""
        return self in {OutputFormat.GRADESCOPE, OutputFormat.PRAIRIELEARN}


def command(  # noqa: PLR0913 - each is an option of the command
    responses: Annotated[
        list[Path], typer.Argument(metavar="RESPONSES...", help="Files that were handed in, or folders of them.")
    ],
    against: Annotated[
        list[Path],
        typer.Option(
            "--against",
            metavar="MAP|EXERCISES",
            help="The model map, or exercises as JSON; several maps: the best counts.",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write the grades to a file instead of standard output."),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="DIR", help="Write a page for the teacher and one for each response."),
    ] = None,
    output_format: Annotated[
        OutputFormat, typer.Option("--format", help="csv; for a single response json, gradescope or prairielearn.")
    ] = OutputFormat.CSV,
    points: Annotated[
        float, typer.Option("--points", min=0, help="The points of a full score, for gradescope and prairielearn.")
    ] = 100,
    overrides: Annotated[
        Path | None,
        typer.Option("--overrides", metavar="FILE", help="Scores of the teacher: CSV with file, score and remark."),
    ] = None,
    fail_under: Annotated[
        float | None,
        typer.Option("--fail-under", min=0, max=1, help="Exit with 1 if a score is below this, 0 to 1."),
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", min=1, help="How many processes to use.", show_default="all processors")
    ] = None,
    pictures: Annotated[
        bool, typer.Option("--pictures/--no-pictures", help="Draw each map beside the model on its page.")
    ] = True,
) -> None:
    """Grade maps against a model map, or responses against exercises.

    What is broken, empty or too large gets 0 with a reason. Exits with 0, with 1 if a score is below `--fail-under`,
    and with 2 if it could not run.
    """
    from argmap.classroom.class_grades import find_files

    task = read_task(against)
    written = [path for path in (output, html, overrides) if path is not None]
    files = find_files(responses, leave_out=[*against, *written])
    if not files and not output_format.is_platform:
        raise typer.BadParameter("found no file to grade")
    if output_format is OutputFormat.JSON and len(files) > 1:
        raise typer.BadParameter(f"--format json is for a single response, found {len(files)}")
    entries = _entries(files, overrides)
    graded = _grade(task, entries, jobs or os.cpu_count() or 1, html, pictures=pictures)
    _write(_as_text(task, graded, output_format, points), output)
    if html is not None:
        from argmap.classroom.class_report import write_class_page

        page = write_class_page(task, graded, html)
        if output is not None:  # else the table is on standard output
            typer.echo(f"wrote {page}")
    raise typer.Exit(int(fail_under is not None and any(entry.grade.score < fail_under for entry in graded)))


def read_task(against: list[Path]) -> Task:
    """Return what is graded against: one set of exercises, or one map or several.

    Raises:
        typer.Exit: a map cannot be read; the code is 2.
        ExerciseFileError: the exercises have a wrong shape.
        typer.BadParameter: several sets are given, or a map that is too large.
    """
    from argmap.classroom.autograders.key import holds_exercises
    from argmap.classroom.class_grades import ExerciseTask, MapTask
    from argmap.classroom.exercises import read_exercises
    from argmap.classroom.grading.map_response import find_size_problem
    from argmap.cli.inputs import require_map

    for path in against:
        text = path.read_bytes().decode(errors="replace") if path.suffix.lower() == ".json" else ""
        if holds_exercises(text):
            if len(against) > 1:
                raise typer.BadParameter("a set of exercises is graded against by itself")
            return ExerciseTask(read_exercises(text))
    maps = tuple(require_map(str(path))[0] for path in against)
    for path, argument_map in zip(against, maps, strict=True):
        if problem := find_size_problem(argument_map):
            raise typer.BadParameter(f"{path}: {problem}")
    return MapTask(maps)


def _entries(files: list[Path], overrides: Path | None) -> list[Entry]:
    from argmap.classroom.class_grades import Entry, assign_overrides, read_overrides

    given = {}
    names = [file.as_posix() for file in files]
    if overrides is not None:
        try:
            text = overrides.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            raise typer.BadParameter(f"{overrides}: expected UTF-8 text") from None
        given = assign_overrides(read_overrides(text), names)
    return [Entry(name, file, given.get(name)) for name, file in zip(names, files, strict=True)]


def _grade(task: Task, entries: list[Entry], jobs: int, html: Path | None, *, pictures: bool) -> list[GradedEntry]:
    from argmap.classroom.class_grades import grade_class

    finish = None
    if html is not None:
        from argmap.classroom.class_report import StudentPages

        html.mkdir(parents=True, exist_ok=True)
        finish = StudentPages(html, len(entries), pictures=pictures)
    return list(_with_progress(grade_class(task, entries, jobs=jobs, finish=finish), len(entries)))


def _with_progress(graded: Any, number: int) -> Any:
    """Return the same with a bar on a terminal's standard error, where nothing else is written."""
    import sys

    if number < 2 or sys.stderr is None or not sys.stderr.isatty():
        return graded
    from rich.console import Console
    from rich.progress import track

    return track(graded, "Grading", total=number, console=Console(stderr=True), transient=True)


def _as_text(task: Task, graded: list[GradedEntry], output_format: OutputFormat, points: float) -> str:
    from argmap.classroom import autograders
    from argmap.classroom.class_grades import grades_as_csv
    from argmap.classroom.grades_json import grade_as_object
    from argmap.classroom.grading.result import refuse
    from argmap.reports.json_text import dump_json

    match output_format:
        case OutputFormat.CSV:
            return grades_as_csv(task, graded)
        case OutputFormat.JSON:
            return dump_json({"file": graded[0].name, **grade_as_object(graded[0].grade)}) + "\n"
    # Students hand in what they like; of several files the best counts, and the first of equal ones.
    best = max(
        (entry.grade for entry in graded), key=lambda grade: grade.score, default=refuse("nothing was handed in")
    )
    if output_format is OutputFormat.GRADESCOPE:
        return autograders.dump_results(autograders.gradescope_results(task, best, most=points))
    return autograders.dump_results(autograders.prairielearn_results(task, best, most=points))


def _write(text: str, output: Path | None) -> None:
    from argmap.model.atomic import write_atomically

    if output is None:
        typer.echo(text, nl=False)
    else:
        typer.echo(f"wrote {write_atomically(output, text.encode('utf-8', errors='backslashreplace'))}")
