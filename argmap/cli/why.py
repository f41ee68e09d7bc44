"""`argmap why`: how a claim is supported, and where that stops."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from argmap.cli.evaluate import StanceName, StanceOption
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
    stance: StanceOption = StanceName.ASSERTED,
    output: FormatOption = OutputFormat.TEXT,
) -> None:
    """Tell how a claim is supported, down to its sources, and whether it stands against the attacks.

    Support asks what the claim rests on, whatever attacks it. The second part weighs the attacks. An inference or an
    attack has the second part only.
    """
    from argmap.cli.inputs import require_map
    from argmap.reports import account_as_object, account_as_text, label_why_as_object, label_why_as_text
    from argmap.reports.json_text import dump_json

    argument_map, _ = require_map(map_file)
    labels = argument_map.labels(stance=stance.value)
    why = labels.why(claim)
    support = argument_map.support()
    is_claim = claim in support.graph.claims
    told = (support.why(claim, depth), support.repairs(claim, 1)) if is_claim else None
    if output is OutputFormat.JSON:
        parts = {
            "support": account_as_object(*told) if told else None,
            "acceptability": label_why_as_object(why, labels),
        }
        typer.echo(dump_json(parts))
        return
    if told:
        typer.echo(f"Support\n\n{account_as_text(told[0], support.graph, told[1])}")
    typer.echo(f"Acceptability, stance {stance}\n\n{label_why_as_text(why, labels, depth)}", nl=False)
