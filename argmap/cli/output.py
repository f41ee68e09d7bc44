"""What commands print: findings as text, with colour on a terminal only."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from argmap.cli.checking import CheckedFile


def print_findings(checked: Sequence[CheckedFile]) -> None:
    """Print the findings of each file, then what was skipped and a summary."""
    from argmap.reports import findings_as_text, print_coloured

    text = "".join(findings_as_text(file.findings, file.loaded.source_map, file.skipped) for file in checked)
    if wants_colour():
        print_coloured(text)
    else:
        typer.echo(text, nl=False)


def wants_colour() -> bool:
    """Tell whether standard output is a terminal whose user has not said NO_COLOR (https://no-color.org)."""
    return sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
