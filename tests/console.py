"""Console blocks of the documentation, run for real: a line that starts with `$` is a command, the rest its output."""

from __future__ import annotations

import doctest
import os
import shlex
import subprocess
import sys
from pathlib import Path

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
    environment = os.environ | {"COLUMNS": "200", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "argmap", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout + done.stderr
