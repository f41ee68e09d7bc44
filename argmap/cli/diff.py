"""`argmap diff`: what differs between two maps."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from argmap.cli.inputs import STANDARD_INPUT
from argmap.cli.render import Orientation
from argmap.cli.why import FormatOption, OutputFormat

SETTINGS: dict[str, Any] = {
    "name": "diff",
    "epilog": "Examples: `argmap diff old.argmap.yaml new.argmap.yaml` · "
    "`argmap diff reference.argmap.yaml mine.argmap.yaml -o compared.svg` · "
    "`git show HEAD:essay.argmap.yaml | argmap diff - essay.argmap.yaml`",
}


def command(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="A map file; - reads standard input.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="The map file to compare with it, or -.")],
    output: FormatOption = OutputFormat.TEXT,
    picture: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="Draw both maps as one picture instead: .svg, .png, .pdf, .dot, .tex, .tikz or .mmd."
        ),
    ] = None,
    orientation: Orientation = "auto",
) -> None:
    """Tell what was added, removed and changed between two maps, or draw it.

    Exits with 0 if nothing differs, with 1 if something does, and with 2 if that cannot be told.
    """
    from argmap.cli.inputs import require_map
    from argmap.graph import diff
    from argmap.render import compare
    from argmap.reports import differences_as_json, differences_as_text

    if before == after == STANDARD_INPUT:
        raise typer.BadParameter("standard input can be one of the two maps, not both")
    (old, _), (new, _) = require_map(before), require_map(after)
    differences = diff(old, new)
    if picture is not None:
        typer.echo(f"wrote {compare(old, new, picture, orientation=orientation)}")
    elif output is OutputFormat.JSON:
        typer.echo(differences_as_json(differences))
    else:
        typer.echo(differences_as_text(differences), nl=False)
    raise typer.Exit(int(bool(differences)))
