"""`argmap check --watch`: checking again when a file changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.inputs import STANDARD_INPUT

WatchOption = Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl-C.")]


def watch(check: Callable[[], object], find_files: Callable[[], Iterable[Path]]) -> None:
    """Check, and check again whenever one of the files changes, until the user presses Ctrl-C.

    A file may vanish and come back, be replaced as a whole or be half written: the next change is seen all the same.

    Args:
        check: checks and prints; what it raises ends the watch the first time, and is told from then on.
        find_files: gives the files that matter, which may not exist; asked again before each check.

    Raises:
        typer.Exit: the library that watches is not installed; the code is 2.
    """
    from argmap.serve.changes import take_stamps, wait_for_change

    require_libraries("--watch", "watch", "watchfiles")

    def check_regular() -> None:
        refuse_irregular(find_files())
        check()

    try:
        stamps = take_stamps(find_files())
        check_regular()
        while True:
            typer.echo("argmap: watching for changes; Ctrl-C ends", err=True)
            changed = wait_for_change(stamps)
            if not changed:
                return
            stamps = take_stamps(find_files())
            names = ", ".join(path.name for path in changed)
            typer.echo(f"\n---- {datetime.now().astimezone():%H:%M:%S} {names} changed ----", err=True)
            _try(check_regular)
    except KeyboardInterrupt:
        return


def find_inputs(
    maps: Sequence[str],
    *,
    text: Sequence[str] | None,
    schemes: Sequence[str] | None,
    config: str | None,
    baseline: Path | None = None,
) -> list[Path]:
    """Return the files on which a check depends: maps, texts, schemes, configuration and baseline.

    Args:
        maps: the maps, as the command line names them.
        text: the values of `--text`.
        schemes: the values of `--schemes`; the configuration may name more.
        config: the value of `--config`.
        baseline: the value of `--baseline`.
    """
    from argmap.checks import ConfigError, find_config, load_config
    from argmap.checks.config import CONFIG_FILE
    from argmap.model.real_path import real_path

    files = [Path(name) for name in maps]
    files += [Path(part) for option in text or () for part in {option, option.partition("=")[2]} if part]
    files += [Path(name) for name in schemes or ()]
    configurations = {Path(config)} if config else {find_config(real_path(name).parent) for name in maps}
    if not config:  # one that is written later counts too
        files += [Path(name).parent / CONFIG_FILE for name in maps]
    for path in sorted(filter(None, configurations)):
        files.append(path)
        with suppress(ConfigError, typer.BadParameter):
            refuse_irregular([path])
            files += [Path(scheme) for scheme in load_config(path).schemes]
    if baseline is not None:
        files.append(baseline)
    return files


def refuse_irregular(files: Iterable[Path]) -> None:
    """Refuse what only gives its content when somebody writes it; a file that is not there may come.

    Raises:
        typer.BadParameter: one of the files is a named pipe, a socket or a device.
    """
    for path in files:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise typer.BadParameter(f"{path}: a named pipe, socket or device cannot be watched, expected a file")


def refuse_with_watch(maps: Sequence[str], **others: bool) -> None:
    """Refuse what makes no sense together with `--watch`.

    Raises:
        typer.BadParameter: standard input is to be watched, or another option is given that writes files.
    """
    for name, is_given in others.items():
        if is_given:
            raise typer.BadParameter(f"--watch and --{name.replace('_', '-')} do not go together")
    if STANDARD_INPUT in maps:
        raise typer.BadParameter("standard input cannot be watched, expected files")


def require_libraries(what: str, extra: str, *libraries: str) -> None:
    """Make sure that libraries are installed.

    Args:
        what: the command or option that needs them.
        extra: the extra of argmap that has them.
        *libraries: their names.

    Raises:
        typer.Exit: one is not installed; the code is 2.
    """
    from importlib.util import find_spec

    if any(find_spec(library) is None for library in libraries):
        noun = "library" if len(libraries) == 1 else "libraries"
        names = " and ".join(filter(None, (", ".join(libraries[:-1]), libraries[-1])))
        typer.echo(f"argmap: {what} needs the {noun} {names} (pip install 'argmap[{extra}]')", err=True)
        raise typer.Exit(2)


def _try(check: Callable[[], object]) -> None:
    """Check, and tell what keeps it from running, such as a configuration that is half written."""
    from argmap.model import ArgmapError

    try:
        check()
    except typer.BadParameter as error:
        typer.echo(f"argmap: {error.format_message()}", err=True)
    except (ArgmapError, OSError) as error:
        typer.echo(f"argmap: {error}", err=True)
    except typer.Exit:
        pass
