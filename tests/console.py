"""Console blocks of the documentation, run for real: a line that starts with `$` is a command, the rest its output."""

from __future__ import annotations

import doctest
import shlex
from collections.abc import Callable
from pathlib import Path

from program import Outcome

_CHECKER = doctest.OutputChecker()


def run_console_block(block: str, folder: Path, run: Callable[..., Outcome]) -> str:
    """Run the commands of a block in a folder; return what differs from the output it shows, "" if nothing does.

    `...` in the output stands for anything.

    Args:
        block: the lines of the block.
        folder: where the commands run.
        run: `run_inside` or `run_apart` of `program`.
    """
    for command, expected in _commands(block):
        actual = _output(command, folder, run)
        if not _CHECKER.check_output(expected, actual, doctest.ELLIPSIS):
            return f"$ {command}\nexpected:\n{expected}\nfound:\n{actual}"
    return ""


def _commands(block: str) -> list[tuple[str, str]]:
    commands: list[tuple[str, str]] = []
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            commands.append((line[2:].strip(), ""))
        else:
            command, expected = commands[-1]
            commands[-1] = (command, expected + line)
    return commands


def _output(command: str, folder: Path, run: Callable[..., Outcome]) -> str:
    program, *arguments = shlex.split(command)
    assert program == "argmap", f"the documentation runs {program}"
    outcome = run(*arguments, folder=folder, environment={"COLUMNS": "200"})
    return outcome.out + outcome.err
