"""`argmap autograder`: what a platform needs to grade by itself."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, assert_never

import typer

SETTINGS: dict[str, Any] = {
    "name": "autograder",
    "epilog": "Examples: `argmap autograder gradescope model.argmap.yaml -o autograder.zip` · "
    "`argmap autograder otter model.argmap.yaml -o q1.py` · "
    "`argmap autograder prairielearn exercises.json -o tests.zip`",
}


class Platform(StrEnum):
    """Where responses are handed in."""

    GRADESCOPE = "gradescope"
    PRAIRIELEARN = "prairielearn"
    OTTER = "otter"


def command(  # noqa: PLR0913 - each is an option of the command
    platform: Annotated[Platform, typer.Argument(metavar="PLATFORM", help="gradescope, prairielearn or otter.")],
    against: Annotated[
        list[Path],
        typer.Argument(metavar="KEY...", help="The model map or several, or exercises as JSON."),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="A .zip file; for otter a .py file.")],
    points: Annotated[float, typer.Option("--points", min=0, help="The points of a full score.")] = 100,
    wheel: Annotated[Path | None, typer.Option("--wheel", help="For gradescope: a wheel of argmap to install.")] = None,
    name: Annotated[str, typer.Option("--name", help="For otter: the name of the question.")] = "map",
    variable: Annotated[
        str, typer.Option("--variable", help="For otter: the variable of the notebook that has the response.")
    ] = "my_map",
) -> None:
    """Write what a platform needs to grade against a model map or exercises."""
    from argmap.classroom import autograders
    from argmap.cli.grade import read_task
    from argmap.model.atomic import write_atomically

    task = read_task(against)
    try:
        match platform:
            case Platform.GRADESCOPE:
                carried = None if wheel is None else (wheel.name, wheel.read_bytes())
                content = autograders.gradescope_zip(task, most=points, wheel=carried)
            case Platform.PRAIRIELEARN:
                content = autograders.prairielearn_zip(task, most=points)
            case Platform.OTTER:
                content = autograders.otter_test(task, name=name, variable=variable).encode()
            case _:
                assert_never(platform)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    typer.echo(f"wrote {write_atomically(output, content)}")
