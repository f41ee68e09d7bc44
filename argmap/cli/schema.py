"""`argmap schema`: the JSON Schema of a map file, or of findings."""

from __future__ import annotations

from typing import Annotated, Any

import typer

SETTINGS: dict[str, Any] = {
    "name": "schema",
    "epilog": "Examples: `argmap schema > argmap.schema.json` · `argmap schema --findings`",
}


def command(
    findings: Annotated[
        bool, typer.Option("--findings", help="The schema of what `argmap check --format json` prints.")
    ] = False,
) -> None:
    """Print the JSON Schema of map files, for editors that complete and check while typing."""
    import json

    from argmap.formats import schema
    from argmap.reports import findings_schema

    typer.echo(json.dumps(findings_schema() if findings else schema(), indent=2, ensure_ascii=False))
