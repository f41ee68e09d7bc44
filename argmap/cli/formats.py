"""`argmap formats`: the formats that are read and written, and what each can hold."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

SETTINGS: dict[str, Any] = {
    "name": "formats",
    "epilog": "Examples: `argmap formats` · `argmap formats kialo` · `argmap formats --format json`",
}


class OutputFormat(StrEnum):
    """How formats are printed."""

    TEXT = "text"
    JSON = "json"


def command(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="One format.")] = None,
    output: Annotated[OutputFormat, typer.Option("--format", help="How to print them.")] = OutputFormat.TEXT,
) -> None:
    """List the formats of maps, or tell what one of them can hold of a map and what it cannot."""
    import json

    from argmap.formats import all_specs, find_spec, format_as_dict, format_list, format_page

    if output is OutputFormat.JSON:
        shown = format_as_dict(find_spec(name)) if name else [format_as_dict(spec) for spec in all_specs()]
        typer.echo(json.dumps(shown, indent=2, ensure_ascii=False))
    else:
        typer.echo(format_page(find_spec(name)) if name else format_list(), nl=False)
