"""Console blocks of the documentation, run for real: a line that starts with `$` is a command, the rest its output."""

from __future__ import annotations

import doctest
import os
import shlex
from pathlib import Path

from program import run_apart, run_inside

_CHECKER = doctest.OutputChecker()


def run_console_block(block: str, folder: Path) -> str:
    """Run the commands of a block in a folder; return what differs from the output it shows, "" if nothing does.

    `...` in the output stands for anything.
    """
    for command, expected in _commands(block):
        actual = _run(command, folder)
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


def _run(command: str, folder: Path) -> str:
    program, *arguments = shlex.split(command)
    assert program == "argmap", f"the documentation runs {program}"
    run = run_apart if "PYTHONPATH" in os.environ else run_inside  # plugins are found when a process starts
    outcome = run(*arguments, folder=folder, environment={"COLUMNS": "200"})
    return outcome.out + outcome.err
