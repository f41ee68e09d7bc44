"""`argmap show`: the argument as an outline."""

from __future__ import annotations

from typing import Any

import typer

from argmap.cli.inputs import MapArgument
from argmap.cli.render import Depth, Focus

SETTINGS: dict[str, Any] = {
    "name": "show",
    "epilog": "Examples: `argmap show essay.argmap.yaml` · `argmap show essay.argmap.yaml --focus thesis --depth 2`",
}


def command(map_file: MapArgument, focus: Focus = None, depth: Depth = None) -> None:
    """Print the argument as an indented outline."""
    from argmap.checks import check
    from argmap.cli.inputs import require_map
    from argmap.render import outline

    argument_map, _ = require_map(map_file)
    typer.echo(outline(argument_map, findings=check(argument_map), focus=focus, depth=depth).rstrip("\n"))
