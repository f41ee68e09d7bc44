"""`argmap check`: find what is wrong with a map."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from argmap.cli.inputs import ConfigOption, MapArguments, TextOption
from argmap.cli.report_formats import Accepted, Format, Output, ReportFormat

SETTINGS: dict[str, Any] = {
    "name": "check",
    "epilog": "Examples: `argmap check essay.argmap.yaml` · `argmap check --select SUP,SRC001 --format json *.yaml` · "
    "`argmap check --format sarif -o argmap.sarif *.yaml` · `argmap check --text article.txt essay.argmap.yaml`",
}


class Level(StrEnum):
    """From which severity on findings make the command fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


class Sureness(StrEnum):
    """How sure a rule has to be for its findings to be shown."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


Codes = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="CODES", help="Only these rules: codes or prefixes, with commas between."),
]
Ignored = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="CODES", help="Not these rules: codes or prefixes.")
]
Profile = Annotated[str | None, typer.Option("--profile", help="default, classroom or strict.")]


def command(  # noqa: PLR0913 - each is an option of the command
    maps: MapArguments,
    select: Codes = None,
    ignore: Ignored = None,
    profile: Profile = None,
    text: TextOption = None,
    output_format: Format = ReportFormat.TEXT,
    output: Output = None,
    accepted: Accepted = True,
    fail_on: Annotated[
        Level | None, typer.Option("--fail-on", help="Exit with 1 from this severity on.", show_default="warning")
    ] = None,
    min_confidence: Annotated[
        Sureness | None, typer.Option("--min-confidence", help="Leave out findings that are less sure.")
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Find support gaps and other defects in maps.

    Exits with 0 if there is nothing to mend, 1 if there are findings, 2 if it could not run.
    """
    from argmap.cli.checking import check_file
    from argmap.cli.report_formats import write_findings

    checked, unopened = [], 0
    for name in maps:
        try:
            checked.append(
                check_file(
                    name, select=select, ignore=ignore, profile=profile, text=text, config=config, sure=min_confidence
                )
            )
        except FileNotFoundError as error:  # the other files are still worth checking
            typer.echo(f"argmap: {error.filename}: no such file or directory", err=True)
            unopened += 1
    shown = checked if accepted else [file.without_accepted() for file in checked]
    write_findings(shown, output_format, output, fail_on)
    if unopened or any(file.map is None for file in checked):
        raise typer.Exit(2)
    raise typer.Exit(int(any(True for file in checked for _ in file.find_failures(fail_on))))
