"""`argmap check`: find what is wrong with a map."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmap.cli.baseline import BaselineOption, UpdateOption
from argmap.cli.fixing import DiffOption, FixOption, UnsafeOption
from argmap.cli.inputs import STANDARD_INPUT, ConfigOption, MapArguments, SchemesOption, TextOption
from argmap.cli.report_formats import Accepted, Format, Output, ReportFormat
from argmap.cli.watching import WatchOption

if TYPE_CHECKING:
    from argmap.cli.checking import CheckOptions
    from argmap.reports import CheckedFile

SETTINGS: dict[str, Any] = {
    "name": "check",
    "epilog": "Examples: `argmap check essay.argmap.yaml` · `argmap check --select SUP,SRC001 --format json *.yaml` · "
    "`argmap check --format sarif -o argmap.sarif *.yaml` · `argmap check --text article.txt essay.argmap.yaml` · "
    "`argmap check --fix essay.argmap.yaml` · `argmap check --watch essay.argmap.yaml`",
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
    schemes: SchemesOption = None,
    config: ConfigOption = None,
    fix: FixOption = False,
    diff: DiffOption = False,
    unsafe_fixes: UnsafeOption = False,
    baseline: BaselineOption = None,
    update_baseline: UpdateOption = False,
    watch: WatchOption = False,
) -> None:
    """Find support gaps and other defects in maps.

    Exits with 0 if there is nothing to mend, 1 if there are findings, 2 if it could not run.
    """
    if update_baseline and baseline is None:
        raise typer.BadParameter("--update-baseline goes with --baseline FILE")
    _refuse_odd_fixing(maps, fix=fix, diff=diff, unsafe=unsafe_fixes, update=update_baseline)
    options: CheckOptions = {
        "select": select,
        "ignore": ignore,
        "profile": profile,
        "text": text,
        "config": config,
        "sure": min_confidence,
        "schemes": schemes,
    }

    def check() -> int:
        """Check once; return the exit code."""
        from argmap.cli.baseline import accept_known
        from argmap.cli.report_formats import write_findings

        checked = _check_files(maps, options, fix=fix, unsafe=unsafe_fixes)
        if baseline is not None:
            checked = accept_known(checked, baseline, update=update_baseline)
        shown = checked if accepted else [file.without_accepted() for file in checked]
        prints_map = fix and STANDARD_INPUT in maps
        with redirect_stdout(sys.stderr if prints_map else sys.stdout):
            write_findings(shown, output_format, output, fail_on)
        if len(checked) < len(maps) or any(file.map is None for file in checked):
            return 2
        return int(any(True for file in checked for _ in file.find_failures(fail_on)))

    if watch:
        from argmap.cli import watching

        watching.refuse_with_watch(maps, fix=fix, diff=diff, update_baseline=update_baseline)
        watching.watch(
            check,
            lambda: watching.find_inputs(maps, text=text, schemes=schemes, config=config, baseline=baseline),
        )
        raise typer.Exit
    if diff:
        from argmap.cli.fixing import print_fixes

        raise typer.Exit(print_fixes(maps, unsafe=unsafe_fixes, **options))
    raise typer.Exit(check())


def _refuse_odd_fixing(maps: Sequence[str], *, fix: bool, diff: bool, unsafe: bool, update: bool) -> None:
    if unsafe and not (fix or diff):
        raise typer.BadParameter("--unsafe-fixes goes with --fix or --diff")
    if diff and update:
        raise typer.BadParameter("--diff writes nothing, and --update-baseline writes the baseline")
    if (fix or diff) and STANDARD_INPUT in maps and len(maps) > 1:
        raise typer.BadParameter("standard input can only be fixed by itself")


def _check_files(maps: Sequence[str], options: CheckOptions, *, fix: bool, unsafe: bool) -> list[CheckedFile]:
    """Return what the rules find in each file that is there, after its fixes are made if they are to be."""
    from argmap.cli.checking import check_file
    from argmap.cli.fixing import fix_file, write_fixed

    checked: list[CheckedFile] = []
    for name in maps:
        try:
            if fix:
                fixed = fix_file(name, unsafe=unsafe, **options)
                write_fixed(fixed)
                checked.append(fixed.checked)
            else:
                checked.append(check_file(name, **options))
        except FileNotFoundError as error:  # the other files are still worth checking
            typer.echo(f"argmap: {error.filename}: no such file or directory", err=True)
    return checked
