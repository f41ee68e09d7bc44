"""The formats of `argmap check --format`, and where they go."""

from __future__ import annotations

import io
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, assert_never

import typer

if TYPE_CHECKING:
    from argmap.reports import CheckedFile


class ReportFormat(StrEnum):
    """How findings are written."""

    TEXT = "text"
    LINES = "lines"
    GROUPED = "grouped"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"
    MARKDOWN = "markdown"


Format = Annotated[
    ReportFormat,
    typer.Option("--format", help="How to write the findings; text is grouped on a terminal, else lines."),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead of standard output.")
]
Accepted = Annotated[
    bool, typer.Option("--accepted/--no-accepted", help="Write findings that a waiver accepts too, or leave them out.")
]


def write_findings(
    checked: Sequence[CheckedFile], chosen: ReportFormat, output: Path | None, fail_on: str | None
) -> None:
    """Write the findings of all files as one document, to a file or to standard output.

    Args:
        checked: what came of reading and checking the files.
        chosen: the format.
        output: the file; None for standard output.
        fail_on: from which severity on findings fail, if the command line says so.

    Raises:
        OSError: the file cannot be written.
    """
    if output is not None:
        _save(checked, _document(checked, chosen, fail_on), output)
    elif chosen is ReportFormat.TEXT:
        from argmap.cli.output import show_findings

        show_findings(checked)
    elif chosen is ReportFormat.GROUPED:
        from argmap.reports import print_findings

        print_findings(checked)
    else:
        typer.echo(_document(checked, chosen, fail_on), nl=False)


def _save(checked: Sequence[CheckedFile], document: str, output: Path) -> None:
    from argmap.model.atomic import write_atomically
    from argmap.reports import summary

    write_atomically(output, document.encode("utf-8", errors="backslashreplace"))
    for file in checked:
        typer.echo(f"{file.name}: {summary(file)}")
    typer.echo(f"wrote {output}")


def _document(checked: Sequence[CheckedFile], chosen: ReportFormat, fail_on: str | None) -> str:
    from argmap import reports

    match chosen:
        case ReportFormat.TEXT | ReportFormat.LINES:
            return reports.findings_as_text(checked)
        case ReportFormat.GROUPED:
            return _grouped(checked)
        case ReportFormat.JSON:
            return reports.findings_as_json(checked)
        case ReportFormat.SARIF:
            return reports.findings_as_sarif(checked)
        case ReportFormat.GITHUB:
            return reports.findings_as_github(checked)
        case ReportFormat.JUNIT:
            return reports.findings_as_junit(checked, fail_on)
        case ReportFormat.MARKDOWN:
            return reports.findings_as_markdown(checked)
        case _:
            assert_never(chosen)


def _grouped(checked: Sequence[CheckedFile]) -> str:
    from rich.console import Console

    from argmap.reports import print_findings

    stream = io.StringIO()
    print_findings(checked, Console(file=stream, width=100, highlight=False))
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())
