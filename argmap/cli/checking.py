"""Checking one file for the commands that show findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict, Unpack

import typer

from argmap.checks import Config, run
from argmap.cli.inputs import read_config, read_map, read_texts
from argmap.formats import LoadResult
from argmap.model import ArgumentMap, Confidence
from argmap.reports import CheckedFile


class CheckOptions(TypedDict, total=False):
    """The options of commands that say what to check, as the command line has them; they win over the configuration."""

    select: Sequence[str] | None
    ignore: Sequence[str] | None
    profile: str | None
    text: Sequence[str] | None
    config: str | None
    sure: str | None
    schemes: Sequence[str] | None


def check_file(name: str, **options: Unpack[CheckOptions]) -> CheckedFile:
    """Read the file and run the rules over what could be read of it."""
    return check_loaded(read_map(name), name, **options)


def check_loaded(loaded: LoadResult, name: str, **options: Unpack[CheckOptions]) -> CheckedFile:
    """Run the rules over what could be read of a file.

    Args:
        loaded: what came of reading it.
        name: the file as the command line names it; the configuration nearest to it counts.
        **options: what to check.
    """
    settings = read_config(options.get("config"), name) or Config()
    sure = options.get("sure")
    if sure is not None:
        settings = settings.model_copy(update={"min_confidence": Confidence(sure)})
    if loaded.map is None:
        return CheckedFile.of(loaded, config=settings)
    result = run(
        loaded.map,
        select=read_codes(options.get("select")),
        ignore=read_codes(options.get("ignore")) or (),
        profile=options.get("profile"),
        texts=read_texts(options.get("text"), loaded.map),
        config=settings,
        schemes=options.get("schemes") or (),
    )
    return CheckedFile.of(loaded, result, settings)


def check_readable(name: str, *, config: str | None = None) -> tuple[ArgumentMap, CheckedFile]:
    """Return the map in the file and what the rules find; what could not be read is told on standard error.

    Raises:
        typer.Exit: the file gives no map; the code is 2.
    """
    checked = check_file(name, config=config)
    for finding in checked.loaded.findings:
        typer.echo(str(finding), err=True)
    if checked.loaded.map is None:
        raise typer.Exit(2)
    return checked.loaded.map, checked


def read_codes(options: Sequence[str] | None) -> tuple[str, ...] | None:
    """Return the codes that an option names, with commas between them or repeated; None if it is not given.

    Raises:
        typer.BadParameter: the option names no code.
    """
    if options is None:
        return None
    codes = tuple(code.strip() for option in options for code in option.split(",") if code.strip())
    if not codes:  # an empty variable in a script must not switch the checks off
        raise typer.BadParameter("found no code, expected codes or prefixes such as SUP or SRC001")
    return codes
