"""`argmap schema`: the JSON Schema of a map file."""

from __future__ import annotations

from typing import Any

import typer

SETTINGS: dict[str, Any] = {"name": "schema", "epilog": "Example: `argmap schema > argmap.schema.json`"}


def command() -> None:
    """Print the JSON Schema of map files, for editors that complete and check while typing."""
    import json

    from argmap.formats import schema

    typer.echo(json.dumps(schema(), indent=2, ensure_ascii=False))
