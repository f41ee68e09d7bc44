"""Checking one file for the commands that show findings."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from argmap.checks import Config, run
from argmap.cli.inputs import read_config, read_map, read_texts
from argmap.model import ArgumentMap, Confidence
from argmap.reports import CheckedFile


def check_file(  # noqa: PLR0913 - each is an option of the command
    name: str,
    *,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    profile: str | None = None,
    text: Sequence[str] | None = None,
    config: str | None = None,
    sure: str | None = None,
) -> CheckedFile:
    """Read the file and run the rules over what could be read of it; options win over the configuration."""
    settings = read_config(config, name) or Config()
    if sure is not None:
        settings = settings.model_copy(update={"min_confidence": Confidence(sure)})
    loaded = read_map(name)
    if loaded.map is None:
        return CheckedFile.of(loaded, config=settings)
    result = run(
        loaded.map,
        select=read_codes(select),
        ignore=read_codes(ignore) or (),
        profile=profile,
        texts=read_texts(text, loaded.map),
        config=settings,
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
