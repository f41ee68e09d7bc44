"""`argmap anchors`: hold every anchor against the text, and print the links that open the article there."""

from __future__ import annotations

from typing import Any

import typer

from argmap.cli.inputs import MapArgument, TextOption

SETTINGS: dict[str, Any] = {
    "name": "anchors",
    "epilog": "Examples: `argmap anchors essay.argmap.yaml --text article.txt` · `argmap anchors essay.argmap.yaml`",
}


def command(map_file: MapArgument, text: TextOption = None) -> None:
    """Verify that each anchor is found exactly once in the text, and print its deep link.

    Without a text only the links are printed. Exits with 1 if an anchor is not found exactly once.
    """
    from argmap.cli.inputs import read_texts, require_map
    from argmap.reports import anchor_lines

    argument_map, loaded = require_map(map_file)
    lines, broken = anchor_lines(argument_map, read_texts(text, argument_map), loaded.source_map)
    typer.echo("\n".join(lines))
    raise typer.Exit(int(broken > 0))
