"""What commands print: for people on a terminal, for programs in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from argmap.reports import CheckedFile


def show_findings(checked: Sequence[CheckedFile]) -> None:
    """Print the findings of each file: grouped by claim on a terminal, else a line for each."""
    from argmap.reports import findings_as_text, print_findings

    if is_terminal():
        print_findings(checked)
    else:
        typer.echo(findings_as_text(checked), nl=False)


def is_terminal() -> bool:
    """Tell whether standard output is a terminal; rich leaves out colour where the user has said NO_COLOR."""
    return sys.stdout is not None and sys.stdout.isatty()


def print_diff(name: str, before: str, after: str, change: str) -> None:
    """Print what differs between two texts of a file.

    Args:
        name: the file.
        before: its text.
        after: the other text.
        change: what makes the other text, for example "formatted".
    """
    import difflib

    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), name, f"{name} ({change})"
    )
    typer.echo("".join(line if line.endswith("\n") else f"{line}\n" for line in lines), nl=False)
