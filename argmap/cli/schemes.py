"""`argmap schemes`: argumentation schemes and their critical questions."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from argmap.cli.inputs import ConfigOption, SchemesOption

SETTINGS: dict[str, Any] = {
    "name": "schemes",
    "epilog": 'Examples: `argmap schemes` · `argmap schemes expert-opinion` · `argmap schemes "cause to effect" '
    "--format json`",
}


class OutputFormat(StrEnum):
    """How schemes are printed."""

    TEXT = "text"
    JSON = "json"


def command(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="The id, a name or the name in AIF of one scheme.")
    ] = None,
    output: Annotated[OutputFormat, typer.Option("--format", help="How to print them.")] = OutputFormat.TEXT,
    schemes: SchemesOption = None,
    config: ConfigOption = None,
) -> None:
    """List the argumentation schemes, or print one in full: its premises, its critical questions, its source."""
    import json

    from argmap.cli.inputs import STANDARD_INPUT, read_config
    from argmap.cli.output import is_terminal
    from argmap.reports import print_page
    from argmap.schemes import scheme_list, scheme_page, with_files

    settings = read_config(config, STANDARD_INPUT)
    catalogue = with_files((*(settings.schemes if settings else ()), *(schemes or ())))
    if output is OutputFormat.JSON:
        shown = [scheme.to_dict() for scheme in catalogue] if name is None else catalogue.get(name).to_dict()
        typer.echo(json.dumps(shown, indent=2, ensure_ascii=False))
    elif name is None:
        typer.echo(scheme_list(catalogue), nl=False)
    elif is_terminal():
        print_page(scheme_page(catalogue.get(name)))
    else:
        typer.echo(scheme_page(catalogue.get(name)), nl=False)
