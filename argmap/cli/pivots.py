"""`argmap pivots`: what the label of a claim turns on."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from argmap.cli.evaluate import StanceName, StanceOption, StandardOption
from argmap.cli.inputs import MapArgument
from argmap.cli.why import FormatOption, OutputFormat

SETTINGS: dict[str, Any] = {
    "name": "pivots",
    "epilog": "Examples: `argmap pivots essay.argmap.yaml` · `argmap pivots essay.argmap.yaml thesis --stance held`",
}


def command(  # noqa: PLR0913 - each is an option of the command
    map_file: MapArgument,
    claim: Annotated[
        str | None, typer.Argument(metavar="[CLAIM]", help="The id of a claim; left out, the main claims.")
    ] = None,
    size: Annotated[int, typer.Option("--size", min=1, help="Reject so many elements together at most.")] = 3,
    stance: StanceOption = StanceName.ASSERTED,
    standard: StandardOption = None,
    output: FormatOption = OutputFormat.TEXT,
) -> None:
    """Tell what the label of the main claims, or of one claim, turns on.

    The smallest sets of elements whose rejection changes it, the attack that tells most against it of those that
    nothing answers, and in a word how strong it is.
    """
    from argmap.cli.inputs import require_map
    from argmap.reports import pivots_as_json, pivots_as_text

    argument_map, _ = require_map(map_file)
    labels = argument_map.labels(stance=stance.value, standard=standard.value if standard else None)
    graph = labels.compilation.graph
    claims = graph.main_claims if claim is None else (graph.claim(claim).id,)
    told = (pivots_as_json if output is OutputFormat.JSON else pivots_as_text)(labels, claims, size)
    typer.echo(told, nl=output is OutputFormat.JSON)
