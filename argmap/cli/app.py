"""The program `argmap`: its commands, and what happens to errors."""

from __future__ import annotations

import io
import os
import sys
import warnings
from typing import Annotated, Any, NoReturn

import typer

from argmap.cli import (
    af,
    anchors,
    autograder,
    check,
    convert,
    diff,
    evaluate,
    exercise,
    explain,
    fmt,
    formats,
    gaps,
    grade,
    new,
    pivots,
    render,
    report,
    rules,
    schema,
    schemes,
    serve,
    show,
    why,
)

app = typer.Typer(
    name="argmap",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(value: bool) -> None:
    if value:
        from importlib.metadata import version

        typer.echo(f"argmap {version('argmap')}")
        raise typer.Exit


@app.callback()
def _argmap(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Map the argument of an opinion article, find its support gaps, and draw it.

    Start with `argmap new my.argmap.yaml`, then `argmap report my.argmap.yaml`.
    """


for _module in (
    check,
    render,
    report,
    serve,
    show,
    gaps,
    why,
    evaluate,
    pivots,
    diff,
    exercise,
    grade,
    autograder,
    explain,
    rules,
    schemes,
    anchors,
    fmt,
    convert,
    formats,
    schema,
    new,
    af,
):
    app.command(**_module.SETTINGS)(_module.command)


def main() -> NoReturn:
    """Run the program and exit: 0 clean, 1 findings at or above `--fail-on`, 2 could not run."""
    _prepare_streams()
    warnings.showwarning = _show_warning
    try:
        app()
    except BrokenPipeError:  # the reader of our output, such as `head`, has had enough
        _close_quietly()
        sys.exit(0)
    except OSError as error:
        _fail(_os_message(error))
    except Exception as error:
        from argmap.model import ArgmapError

        if not isinstance(error, ArgmapError):
            raise
        _fail(str(error))
    sys.exit(0)


def _prepare_streams() -> None:
    """Let any text be printed: as UTF-8 into files and pipes, and escaped on a terminal that lacks its characters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _show_warning(  # noqa: PLR0913 - as `warnings` calls it
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: Any = None,  # noqa: ARG001
    line: Any = None,
) -> None:
    """Print what argmap warns of without the place in its code, and what others warn of as Python does."""
    if category.__module__.startswith("argmap."):
        typer.echo(f"argmap: {message}", err=True)
    else:
        sys.stderr.write(warnings.formatwarning(message, category, filename, lineno, line))


def _fail(message: str) -> NoReturn:
    typer.echo(f"argmap: {message}", err=True)
    sys.exit(2)


def _os_message(error: OSError) -> str:
    reason = (error.strerror or str(error)).lower()
    return f"{error.filename}: {reason}" if error.filename else reason


def _close_quietly() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
