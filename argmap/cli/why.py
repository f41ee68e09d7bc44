"""`argmap why`: how a claim is supported, and where that stops."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from argmap.cli.inputs import MapArgument

SETTINGS: dict[str, Any] = {
    "name": "why",
    "epilog": "Examples: `argmap why essay.argmap.yaml thesis` · `argmap why essay.argmap.yaml thesis --depth 2`",
}

ClaimArgument = Annotated[str, typer.Argument(metavar="CLAIM", help="The id of a claim.")]


class OutputFormat(StrEnum):
    """How the answer is printed."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[OutputFormat, typer.Option("--format", help="How to print the answer.")]


def command(
    map_file: MapArgument,
    claim: ClaimArgument,
    depth: Annotated[int | None, typer.Option("--depth", min=0, help="Go only so many inferences deep.")] = None,
    output: FormatOption = OutputFormat.TEXT,
) -> None:
    """Tell how a claim is supported, down to its sources, and where that stops."""
    from argmap.cli.inputs import require_map
    from argmap.reports import account_as_json, account_as_text

    argument_map, _ = require_map(map_file)
    support = argument_map.support()
    told, repairs = support.why(claim, depth), support.repairs(claim, 1)
    if output is OutputFormat.JSON:
        typer.echo(account_as_json(told, repairs))
    else:
        typer.echo(account_as_text(told, support.graph, repairs), nl=False)
