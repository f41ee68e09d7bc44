"""`argmap gaps`: where support is missing, and what would mend it."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from argmap.cli.inputs import MapArgument
from argmap.cli.why import FormatOption, OutputFormat

SETTINGS: dict[str, Any] = {
    "name": "gaps",
    "epilog": "Examples: `argmap gaps essay.argmap.yaml` · `argmap gaps essay.argmap.yaml thesis --format json`",
}


def command(
    map_file: MapArgument,
    claim: Annotated[
        str | None, typer.Argument(metavar="[CLAIM]", help="The id of a claim; left out, the main claims.")
    ] = None,
    repairs: Annotated[int, typer.Option("--repairs", min=1, help="Show so many repairs at most.")] = 3,
    output: FormatOption = OutputFormat.TEXT,
) -> None:
    """Show where the support of the main claims, or of one claim, is missing, and the cheapest repairs."""
    from argmap.cli.inputs import require_map
    from argmap.reports import gaps_as_json, gaps_as_text

    argument_map, _ = require_map(map_file)
    support = argument_map.support()
    claims = support.graph.main_claims if claim is None else (support.graph.claim(claim).id,)
    if output is OutputFormat.JSON:
        typer.echo(gaps_as_json(support, claims, repairs))
    else:
        typer.echo(gaps_as_text(support, claims, repairs), nl=False)
