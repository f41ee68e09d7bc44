"""`argmap eval`: what is in, out and undecided, and what if."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from argmap.cli.inputs import MapArgument

SETTINGS: dict[str, Any] = {
    "name": "eval",
    "epilog": "Examples: `argmap eval essay.argmap.yaml` · "
    "`argmap eval essay.argmap.yaml --reject probes --stance held` · "
    "`argmap eval essay.argmap.yaml --standard preponderance --format csv`",
}


class OutputFormat(StrEnum):
    """How labels are printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class StanceName(StrEnum):
    """Which claims hold without a reason."""

    ASSERTED = "asserted"
    HELD = "held"


class StandardName(StrEnum):
    """The standards of proof."""

    DIALECTICAL = "dialectical"
    SCINTILLA = "scintilla"
    PREPONDERANCE = "preponderance"
    CLEAR_AND_CONVINCING = "clear-and-convincing"
    BEYOND_REASONABLE_DOUBT = "beyond-reasonable-doubt"


StanceOption = Annotated[
    StanceName,
    typer.Option("--stance", help="asserted: claims with no reason hold; held: only sources and givens."),
]
AcceptOption = Annotated[list[str] | None, typer.Option("--accept", metavar="ID", help="Suppose it is in.")]
RejectOption = Annotated[list[str] | None, typer.Option("--reject", metavar="ID", help="Suppose it is out.")]
StandardOption = Annotated[
    StandardName | None, typer.Option("--standard", help="One standard of proof for all claims; else their own.")
]


def command(  # noqa: PLR0913 - each is an option of the command
    map_file: MapArgument,
    accept: AcceptOption = None,
    reject: RejectOption = None,
    stance: StanceOption = StanceName.ASSERTED,
    standard: StandardOption = None,
    everything: Annotated[bool, typer.Option("--all", help="Print every element, not the main claims only.")] = False,
    output: Annotated[OutputFormat, typer.Option("--format", help="How to print the labels.")] = OutputFormat.TEXT,
) -> None:
    """Tell what is in, out and undecided once attacks are weighed, and what a supposition changes."""
    from argmap.cli.inputs import require_map
    from argmap.reports import all_labels_as_text, labels_as_csv, labels_as_json, labels_as_text

    argument_map, _ = require_map(map_file)
    before = argument_map.labels(stance=stance.value, standard=standard.value if standard else None)
    found = before.suppose(accept=accept or (), reject=reject or ())
    changes = before.compare(found)
    match output:
        case OutputFormat.JSON:
            typer.echo(labels_as_json(found, changes))
        case OutputFormat.CSV:
            typer.echo(labels_as_csv(found, changes), nl=False)
        case OutputFormat.TEXT:
            typer.echo(all_labels_as_text(found) if everything else labels_as_text(found, changes), nl=False)
