"""`argmap report`: the findings, the picture, and a report as a page and as Markdown, in one go."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from argmap.cli.check import Profile
from argmap.cli.inputs import ConfigOption, MapArgument, TextOption
from argmap.cli.render import beside

SETTINGS: dict[str, Any] = {
    "name": "report",
    "epilog": "Examples: `argmap report essay.argmap.yaml` · `argmap report essay.argmap.yaml --text article.txt` · "
    "`argmap report essay.argmap.yaml --to handouts/`",
}


def command(
    map_file: MapArgument,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FOLDER", help="Where to write.", show_default="beside the map")
    ] = None,
    profile: Profile = None,
    text: TextOption = None,
    config: ConfigOption = None,
) -> None:
    """Print the findings, and write the picture and the report, as an HTML page and as Markdown, beside the map.

    Exits with 0 whenever it could run, whatever it found.
    """
    from argmap.cli.checking import check_file
    from argmap.cli.output import show_findings
    from argmap.model.atomic import write_atomically
    from argmap.render import RendererNotFoundError, RenderError, render
    from argmap.reports import html_report, markdown_report

    checked = check_file(map_file, profile=profile, text=text, config=config)
    show_findings([checked])
    if checked.loaded.map is None:
        raise typer.Exit(2)
    if to is not None:
        to.mkdir(parents=True, exist_ok=True)
    picture, page, text_page = (_place(map_file, to, suffix) for suffix in (".svg", ".report.html", ".report.md"))
    shown: str | None = picture.name
    try:
        render(checked.loaded.map, picture, findings=checked.findings)
        typer.echo(f"wrote {picture}")
        told = html_report(checked.loaded.map, checked.findings, skipped=checked.skipped)
        write_atomically(page, told.encode())
        typer.echo(f"wrote {page}")
    except (RenderError, RendererNotFoundError) as error:  # the report is worth having without the picture
        typer.echo(f"argmap: no picture: {error}", err=True)
        shown = None
    report = markdown_report(checked.loaded.map, checked.findings, picture=shown, skipped=checked.skipped)
    write_atomically(text_page, report.encode())
    typer.echo(f"wrote {text_page}")


def _place(map_file: str, folder: Path | None, suffix: str) -> Path:
    path = beside(map_file, suffix)
    return path if folder is None else folder / path.name
