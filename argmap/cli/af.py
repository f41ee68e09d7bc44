"""`argmap af`: abstract argumentation frameworks, by the rules of the ICCMA competitions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from argmap.semantics import Framework

SETTINGS: dict[str, Any] = {
    "name": "af",
    "epilog": "Examples: `argmap af --problems` · `argmap af -p SE-PR -f debate.apx` · "
    "`argmap af -p DC-CO -f instance.af -a 7`",
}

_SEMANTICS = {
    "CO": "complete",
    "GR": "grounded",
    "PR": "preferred",
    "ST": "stable",
    "SST": "semi-stable",
    "STG": "stage",
    "ID": "ideal",
}
_PROBLEMS = tuple(f"{kind}-{code}" for kind in ("DC", "DS", "SE") for code in _SEMANTICS)


def command(  # noqa: PLR0913 - each is an option of the command
    problem: Annotated[
        str | None, typer.Option("-p", metavar="TASK", help="DC-, DS- or SE- and a semantics, for example DC-CO.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("-f", metavar="FILE", help="A framework as af, apx or tgf; - reads standard input.")
    ] = None,
    query: Annotated[
        str | None, typer.Option("-a", metavar="ARGUMENT", help="The argument that is asked about.")
    ] = None,
    file_format: Annotated[
        str | None, typer.Option("-fo", metavar="FORMAT", help="af, apx or tgf; else what the file looks like.")
    ] = None,
    problems: Annotated[bool, typer.Option("--problems", help="Print the tasks and exit.")] = False,
    seconds: Annotated[float | None, typer.Option("--seconds", min=0, help="How long to search.")] = None,
) -> None:
    """Solve an abstract argumentation framework, as a solver of the ICCMA competitions does.

    DC asks whether an argument is in some extension, DS whether it is in all, and SE for one extension. A line that
    starts with w has the members of an extension that shows it.
    """
    if problems:
        typer.echo(f"[{','.join(_PROBLEMS)}]")
        return
    if problem is None and file is None:
        _print_authors()
        return
    if problem not in _PROBLEMS:
        raise typer.BadParameter(f"found {problem or 'no task'}, expected one of {', '.join(_PROBLEMS)}")
    if file is None:
        raise typer.BadParameter("found no file, expected one: -f FILE")
    kind, _, code = problem.partition("-")
    if (query is None) != (kind == "SE"):
        found, expected = ("no argument", "one: -a ARGUMENT") if query is None else (f"-a {query}", "none with SE")
        raise typer.BadParameter(f"found {found}, expected {expected}")
    _print_answer(_read(file, file_format), kind, code, query, seconds)


def _print_authors() -> None:
    from importlib.metadata import version

    typer.echo(f"argmap {version('argmap')}\nThe argmap authors")


def _print_answer(framework: Framework, kind: str, code: str, query: str | None, seconds: float | None) -> None:
    semantics = _SEMANTICS[code]
    if query is None:
        extension = framework.some_extension(semantics, seconds=seconds)
        typer.echo("NO" if extension is None else _witness(framework, extension))
        return
    mode = "credulous" if kind == "DC" else "skeptical"
    answer = framework.acceptance(query, semantics, mode=mode, seconds=seconds)
    typer.echo("YES" if answer.accepted else "NO")
    if answer.witness is not None:
        typer.echo(_witness(framework, answer.witness))


def _read(file: Path, file_format: str | None) -> Framework:
    from argmap.cli.inputs import STANDARD_INPUT, standard_input
    from argmap.formats import FrameworkFormat, load_framework, read_framework_stream

    if file_format is not None and file_format not in set(FrameworkFormat):
        raise typer.BadParameter(f"found the format {file_format}, expected one of {', '.join(FrameworkFormat)}")
    if str(file) == STANDARD_INPUT:
        return read_framework_stream(standard_input(), "<stdin>", format=file_format)
    return load_framework(file, format=file_format)


def _witness(framework: Framework, extension: frozenset[str]) -> str:
    """Return the line with an extension; names with white space are quoted, so that it can be read back."""
    from argmap.formats.frameworks import quoted

    return " ".join(
        ["w", *(name if name.split() == [name] else quoted(name) for name in framework.in_order(extension))]
    )
