"""`argmap show`: the argument as an outline."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from argmap.cli.inputs import ConfigOption, MapArgument
from argmap.cli.render import Depth, Focus

SETTINGS: dict[str, Any] = {
    "name": "show",
    "epilog": "Examples: `argmap show essay.argmap.yaml` · `argmap show essay.argmap.yaml --focus thesis --depth 2` · "
    "`argmap show essay.argmap.yaml --format markdown`",
}


class OutlineName(StrEnum):
    """How an outline is printed."""

    TEXT = "text"
    MARKDOWN = "markdown"


def command(
    map_file: MapArgument,
    focus: Focus = None,
    depth: Depth = None,
    output: Annotated[OutlineName, typer.Option("--format", help="How to print the outline.")] = OutlineName.TEXT,
    config: ConfigOption = None,
) -> None:
    """Print the argument as an indented outline, with its gaps."""
    from argmap.cli.checking import check_readable
    from argmap.render import outline

    argument_map, checked = check_readable(map_file, config=config)
    told = outline(argument_map, findings=checked.findings, focus=focus, depth=depth, format=output.value)
    typer.echo(told.rstrip("\n"))
