"""`argmap check`: find what is wrong with a map."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from argmap.cli.inputs import ConfigOption, MapArguments, TextOption

SETTINGS: dict[str, Any] = {
    "name": "check",
    "epilog": "Examples: `argmap check essay.argmap.yaml` · `argmap check --select SUP,SRC001 --format json *.yaml` · "
    "`argmap check --text article.txt essay.argmap.yaml`",
}


class OutputFormat(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"


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
    output: Annotated[OutputFormat, typer.Option("--format", help="How to print the findings.")] = OutputFormat.TEXT,
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
    from argmap.cli.checking import check_file, fails
    from argmap.cli.output import print_findings
    from argmap.reports import findings_as_json

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
    if output is OutputFormat.JSON:
        typer.echo(findings_as_json([finding for result in checked for finding in result.findings]))
    elif checked:
        print_findings(checked)
    if unopened or any(result.loaded.map is None for result in checked):
        raise typer.Exit(2)
    raise typer.Exit(int(any(fails(result, fail_on) for result in checked)))
