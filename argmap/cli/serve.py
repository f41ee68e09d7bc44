"""`argmap serve`: a map in the browser, drawn again when it is saved."""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmap.cli.check import Profile
from argmap.cli.inputs import STANDARD_INPUT, ConfigOption, SchemesOption, TextOption
from argmap.cli.render import Depth, Focus

if TYPE_CHECKING:
    from argmap.cli.checking import CheckOptions
    from argmap.reports import CheckedFile
    from argmap.serve import Drawing, Problem

SETTINGS: dict[str, Any] = {
    "name": "serve",
    "epilog": "Examples: `argmap serve essay.argmap.yaml` · `argmap serve --no-open --port 8000 essay.argmap.yaml` · "
    "`argmap serve --text article.txt --profile classroom essay.argmap.yaml`",
}


def command(  # noqa: PLR0913 - each is an option of the command
    map_file: Annotated[str, typer.Argument(metavar="MAP", help="A .argmap.yaml or .argmap.json file.")],
    port: Annotated[
        int | None,
        typer.Option(
            "--port", min=0, max=65535, help="The port; 0 takes a free one.", show_default="8642 if it is free"
        ),
    ] = None,
    open_page: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = True,
    focus: Focus = None,
    depth: Depth = None,
    profile: Profile = None,
    text: TextOption = None,
    schemes: SchemesOption = None,
    config: ConfigOption = None,
) -> None:
    """Show a map as an interactive page that is drawn again whenever it is saved, until Ctrl-C.

    Only this machine can open the page. A file with problems shows them and keeps the last good picture.
    """
    from argmap.cli.watching import find_inputs, refuse_irregular, require_libraries

    if map_file == STANDARD_INPUT:
        raise typer.BadParameter("standard input cannot be watched, expected a file")
    require_libraries("serve", "serve", "starlette", "uvicorn", "watchfiles")
    from argmap.model import ArgmapError
    from argmap.serve import serve

    options: CheckOptions = {"profile": profile, "text": text, "config": config, "schemes": schemes}

    def draw(*, partly: bool) -> Drawing:
        try:
            refuse_irregular(find_files())
            return _draw(map_file, options, focus=focus, depth=depth, partly=partly)
        except typer.BadParameter as error:
            raise ArgmapError(error.format_message()) from None

    def tell(address: str) -> None:
        typer.echo(f"argmap: {map_file} is shown at {address} and drawn again when it is saved; Ctrl-C ends", err=True)
        if open_page:
            _open(address)

    def find_files() -> list[Path]:
        return find_inputs([map_file], text=text, schemes=schemes, config=config)

    serve(draw, find_files, port=port, ready=tell)


def _draw(map_file: str, options: CheckOptions, *, focus: str | None, depth: int | None, partly: bool) -> Drawing:
    from argmap.cli.checking import check_file
    from argmap.render import RendererNotFoundError, RenderError, to_html
    from argmap.serve import Drawing, Problem

    checked = check_file(map_file, **options)
    problems = _problems(checked)
    if checked.map is None or (problems and not partly):
        return Drawing(None, problems)
    try:
        page = to_html(checked.map, findings=checked.findings, focus=focus, depth=depth)
    except (RenderError, RendererNotFoundError) as error:
        return Drawing(None, (*problems, Problem(str(error), where=map_file)))
    return Drawing(page, problems)


def _problems(checked: CheckedFile) -> tuple[Problem, ...]:
    """Return what the reader found if it could not read all of the file; what rules find stands in the page itself."""
    from argmap.reports.text import excerpt
    from argmap.serve import Problem

    if checked.loaded.is_whole:
        return ()
    return tuple(
        Problem(
            finding.message,
            where=str(finding.place or checked.name),
            code=finding.code,
            fix=finding.fix,
            lines=tuple(excerpt(checked, finding)),
        )
        for finding in checked.loaded.findings
    )


def _open(address: str) -> None:
    import webbrowser

    # In a thread, as some browsers are programs that end when their window is closed.
    Thread(target=webbrowser.open, args=(address,), daemon=True).start()
