"""`argmap schema`: the JSON Schema of a map file, of findings, or of exercises."""

from __future__ import annotations

from typing import Annotated, Any

import typer

SETTINGS: dict[str, Any] = {
    "name": "schema",
    "epilog": "Examples: `argmap schema > argmap.schema.json` · `argmap schema --findings` · "
    "`argmap schema --exercises`",
}


def command(
    findings: Annotated[
        bool, typer.Option("--findings", help="The schema of what `argmap check --format json` prints.")
    ] = False,
    exercises: Annotated[
        bool, typer.Option("--exercises", help="The schema of what `argmap exercise --format json` prints.")
    ] = False,
) -> None:
    """Print the JSON Schema of map files, for editors that complete and check while typing."""
    import json

    from argmap.classroom import exercise_schema
    from argmap.formats import schema
    from argmap.reports import findings_schema

    if findings and exercises:
        raise typer.BadParameter("--findings does not go with --exercises")
    chosen = findings_schema if findings else exercise_schema if exercises else schema
    typer.echo(json.dumps(chosen(), indent=2, ensure_ascii=False))
