"""`argmap exercise`: exercises for a class, made from a map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmap.cli.exercise_formats import WRITERS, ExerciseFormat
from argmap.cli.inputs import MapArgument

if TYPE_CHECKING:
    from argmap.classroom import Dropped

SETTINGS: dict[str, Any] = {
    "name": "exercise",
    "epilog": "Examples: `argmap exercise essay.argmap.yaml --count 10` · "
    "`argmap exercise essay.argmap.yaml --types role,bridge --seed 7 --text article.txt` · "
    "`argmap exercise essay.argmap.yaml --format moodle -o essay.xml`",
}
ALL = "all"
_MOST_TOLD = 20


class LevelName(StrEnum):
    """How much the exercises ask."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


def command(  # noqa: PLR0913 - each is an option of the command
    map_file: MapArgument,
    types: Annotated[
        str,
        typer.Option(
            "--types",
            metavar="NAMES",
            help="Types with commas between: role, indicators, conclusion, attach, linked, fill, gap, bridge, attack, "
            "falls, order, error, question, write, build; or all.",
        ),
    ] = ALL,
    count: Annotated[
        int | None,
        typer.Option("--count", min=0, help="So many at most, spread over the types.", show_default="all there are"),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="Another seed gives another selection.")] = 0,
    level: Annotated[LevelName | None, typer.Option("--level", help="Only those of this level.")] = None,
    text: Annotated[
        Path | None, typer.Option("--text", metavar="FILE", help="The text of the article, for indicator words.")
    ] = None,
    output_format: Annotated[
        ExerciseFormat, typer.Option("--format", help="How to write the exercises.")
    ] = ExerciseFormat.JSON,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead of standard output.")
    ] = None,
    key: Annotated[bool, typer.Option("--key", help="With --format pdf: write the key to the worksheet.")] = False,
) -> None:
    """Make exercises for a class from a map, each with its key and feedback.

    The same map and seed give the same exercises. What would be a poor one is left out, and told on standard error.
    """
    from argmap.classroom.exercises import exercises
    from argmap.cli.inputs import read_texts, require_map

    writer = WRITERS[output_format]
    if writer.is_binary and output is None:
        raise typer.BadParameter(f"{output_format} is no text, expected -o FILE")
    if key and not writer.has_key:
        raise typer.BadParameter("--key goes with --format pdf")
    argument_map, _ = require_map(map_file)
    texts = read_texts([str(text)] if text else None, argument_map)
    made = exercises(
        argument_map,
        types=None if types == ALL else [name.strip() for name in types.split(",")],
        count=count,
        seed=seed,
        level=level,
        text=next(iter(texts.values()), None),
    )
    _tell_dropped(made.dropped)
    written = writer.write(made, key)
    _tell(written.left_out, f"{output_format} cannot carry")
    _write(written.content, output)


def _write(content: str | bytes, output: Path | None) -> None:
    if output is None:
        typer.echo(content, nl=False)
        return
    from argmap.model.atomic import write_atomically

    write_atomically(output, content.encode() if isinstance(content, str) else content)
    typer.echo(f"wrote {output}")


def _tell_dropped(dropped: Sequence[Dropped]) -> None:
    """Say on standard error what was not made, and why; of very many only how often for which reason."""
    if len(dropped) > _MOST_TOLD:
        counts = Counter((item.type.value, item.reason) for item in dropped)
        _tell([f"{name}, {number} times: {reason}" for (name, reason), number in sorted(counts.items())], "left out")
        return
    for item in dropped:
        about = ", ".join(item.elements[:3]) + (", …" if len(item.elements) > 3 else "")
        _tell([f"{item.type}{f' [{about}]' if about else ''}: {item.reason}"], "left out")


def _tell(lines: Sequence[str], what: str) -> None:
    for line in lines[:_MOST_TOLD]:
        typer.echo(f"{what} {line}", err=True)
    if len(lines) > _MOST_TOLD:
        typer.echo(f"{what} {len(lines) - _MOST_TOLD} more", err=True)
