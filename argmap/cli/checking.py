"""Checking one file for the commands that show findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import typer

from argmap.checks import CheckResult, Config, run
from argmap.cli.inputs import read_config, read_map, read_texts
from argmap.formats import LoadResult
from argmap.model import ArgumentMap, Confidence, Finding, Severity


@dataclass(frozen=True)
class CheckedFile:
    """What came of reading and checking one file.

    Attributes:
        name: the file as the command line names it.
        loaded: what came of reading it.
        findings: those of the reader and those of the rules, with places, in file order.
        skipped: rules that were not run, with the reason.
        config: the configuration that held.
    """

    name: str
    loaded: LoadResult
    findings: tuple[Finding, ...]
    skipped: tuple[tuple[str, str], ...]
    config: Config


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
    result = CheckResult((), (), ())
    if loaded.map is not None:
        result = run(
            loaded.map,
            select=_codes(select),
            ignore=_codes(ignore) or (),
            profile=profile,
            texts=read_texts(text, loaded.map),
            config=settings,
        )
    findings = [*loaded.findings, *loaded.source_map.locate(result.findings)]
    findings.sort(key=_file_order)
    return CheckedFile(name, loaded, tuple(findings), tuple(result.skipped), settings)


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


def fails(checked: CheckedFile, level: str | None) -> bool:
    """Tell whether a finding that nothing waives is as severe as the level, or as the configuration says."""
    level = level or checked.config.fail_on
    if level == "never":
        return False
    lowest = Severity(level)
    return any(finding.severity.is_at_least(lowest) for finding in checked.findings if finding.waived is None)


def _codes(options: Sequence[str] | None) -> tuple[str, ...] | None:
    if options is None:
        return None
    codes = tuple(code.strip() for option in options for code in option.split(",") if code.strip())
    if not codes:  # an empty variable in a script must not switch the checks off
        raise typer.BadParameter("found no code, expected codes or prefixes such as SUP or SRC001")
    return codes


def _file_order(finding: Finding) -> tuple[int, int, str]:
    place = finding.place
    return (place.line, place.column, finding.code) if place else (0, 0, finding.code)
