"""`argmap new`: a starter file with comments."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

SETTINGS: dict[str, Any] = {"name": "new", "epilog": "Example: `argmap new essay.argmap.yaml`"}


def command(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write; - prints it.")],
    title: Annotated[str, typer.Option("--title", help="The title of the map.")] = "Should the town close the bridge?",
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
) -> None:
    """Write a small map with comments, to start from."""
    import json
    from importlib.resources import files

    from argmap.formats import dumps, loads
    from argmap.model.atomic import write_atomically

    starter = files("argmap.cli").joinpath("starter.argmap.yaml").read_text(encoding="utf-8")
    text = starter.replace("TITLE", json.dumps(title, ensure_ascii=False))
    if str(path) == "-":
        typer.echo(text, nl=False)
        return
    if path.exists() and not force:
        typer.echo(f"argmap: {path} exists (choose another name, or replace it with --force)", err=True)
        raise typer.Exit(2)
    if path.suffix.lower() == ".json":
        text = dumps(loads(text), format="json")
    write_atomically(path, text.encode())
    typer.echo(f"wrote {path}; next: argmap report {path}")
